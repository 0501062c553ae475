import assert from 'node:assert/strict'
import test from 'node:test'
import { plainRepeatLoops, type RepeatLoops } from '@sightline/core/listening'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { loadRepeatLoops } from './repeat-loops.ts'

const normal = normalFrom(randomFrom(43))
const held = Int16Array.from({ length: 9000 }, () =>
  Math.max(-32_768, Math.min(32_767, Math.round(20_000 * normal()))),
)
held.fill(-32_768, 3000, 3040).fill(32_767, 3040, 3100)
const [first, second] = [0, 1].map(() => Float32Array.from({ length: 1024 }, () => 30 * normal())) as [
  Float32Array,
  Float32Array,
]

/** All that loops say of some samples and of two spectra. */
function heardBy(loops: RepeatLoops) {
  const samples = loops.floats(8000)
  loops.layNumbers(held, 5, samples.subarray(0, 7990))
  const [halved, other] = [loops.floats(3168), loops.floats(528)]
  loops.layHalved(samples, 96, halved)
  loops.layHalved(samples, 203, other)
  const [one, two, product] = [loops.floats(1024), loops.floats(1024), loops.floats(1024)]
  one.set(first)
  two.set(second)
  const [powers, smooth] = [loops.doubles(512), loops.doubles(512)]
  const [noise, quiet] = [loops.doubles(96), loops.doubles(96)]
  loops.layPowers(one, powers)
  loops.layMeans(powers, 6, smooth)
  loops.layPowers(two.subarray(0, 192), noise)
  loops.layMeans(noise, 2, quiet)
  const weights = loops.doubles(512)
  loops.layWeights(smooth, quiet, 0.7, weights)
  loops.layProduct(one, two, weights, product)
  const products = [0, 1, 1000].map(from => loops.productOf(other, halved, from, 528))
  return { samples, halved, other, powers, smooth, quiet, weights, product, products }
}

test('loops of a search for what comes again give by vectors what plain loops do, to the last bit', async () => {
  const loops = await loadRepeatLoops()
  const plain = heardBy(plainRepeatLoops())
  // What the same rooms held before is no part of what comes next.
  for (let round = 0; round < 2; round++) assert.deepEqual(heardBy(loops), plain)
  assert.ok(plain.products.every(sum => sum !== 0) && plain.weights.every(weight => weight > 0))
  assert.ok(plain.halved.every(value => Math.abs(value) < 3) && plain.halved.some(value => value !== 0))
})

test('silence has no pitches, and weighs them all alike', async () => {
  for (const loops of [plainRepeatLoops(), await loadRepeatLoops()]) {
    const [spectrum, powers, weights] = [loops.floats(256), loops.doubles(128), loops.doubles(128)]
    loops.layPowers(spectrum, powers)
    loops.layWeights(powers, powers, 1, weights)
    assert.deepEqual(new Set(weights), new Set([weights[0]]))
    assert.ok(Number.isFinite(weights[0]))
  }
})
