import assert from 'node:assert/strict'
import test from 'node:test'
import { type OnsetLoops, plainOnsetLoops } from '@sightline/core/listening'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { loadOnsetLoops } from './onset-loops.ts'

const normal = normalFrom(randomFrom(41))

function heldSamples(loudness: number): Int16Array {
  const held = Int16Array.from({ length: 8000 }, () =>
    Math.max(-32_768, Math.min(32_767, Math.round(loudness * normal()))),
  )
  // A step from one limit to the other is the largest, and silence leaves nothing to divide by.
  held.fill(-32_768, 3000, 3040).fill(32_767, 3040, 3100).fill(0, 5000, 6200)
  return held
}

/** All that loops say of the samples around a place. */
function heardBy(loops: OnsetLoops, held: Int16Array, at: number, ms: number) {
  const near = loops.floats(80 * ms)
  const [steps, squares, ofSteps] = [loops.floats(57 * ms), loops.floats(16 * ms), loops.floats(10 * ms)]
  loops.layNumbers(held, at, near, 0, 3)
  loops.layNumbers(held, at, near, 3, near.length)
  loops.laySteps(near, 4, steps, 0, 5)
  loops.laySteps(near, 4, steps, 5, steps.length)
  loops.laySquares(near, 30 * ms, squares, ofSteps)
  const step = Math.max(1, Math.round(ms / 4))
  const count = Math.round((40 * ms) / step)
  return {
    ...{ near, steps, squares, ofSteps },
    sums: [loops.sumOf(squares, 10 * ms), loops.sumOf(ofSteps, 2 * ms)],
    largest: loops.largestOf(ofSteps, 8 * ms),
    rises: [loops.riseOf(squares, squares.length, ms), loops.riseOf(ofSteps, 8 * ms, Math.ceil(ms / 2))],
    voice: loops.voicing(near, ms, step, count, 10, 57),
    running: [...loops.runningSquares(near, 3 * ms, 60 * ms).subarray(0, 60 * ms + 1)],
    alike: [1, 2, 5, Math.round(0.6 * ms)].map(reach =>
      loops.likeness(near.slice(ms, 13 * ms), near.slice(2 * ms, 14 * ms), reach),
    ),
  }
}

for (const [loudness, name] of [
  [200, 'quiet sound'],
  [60_000, 'sound that stands at either limit'],
] as const)
  for (const ms of [48, 44, 22, 11, 8])
    test(`loops around an onset by vectors give what plain loops do, to the last bit, of ${name} at ${ms} samples a millisecond`, async () => {
      const held = heldSamples(loudness)
      for (const at of [0, 17, 2000, 4000]) {
        const plain = heardBy(plainOnsetLoops(), held, at, ms)
        assert.deepEqual(heardBy(await loadOnsetLoops(), held, at, ms), plain)
        assert.ok(plain.near.some(value => value !== 0))
      }
    })

test('rises at different places and a voice are told', async () => {
  const loops = await loadOnsetLoops()
  const squares = loops.floats(600)
  squares.fill(0.01, 0, 300).fill(1, 300)
  assert.equal(loops.riseOf(squares, 600, 40), 335)
  squares.fill(0)
  assert.equal(loops.riseOf(squares, 600, 40), 600)
  const voice = loops.floats(2000)
  for (let n = 0; n < voice.length; n++) voice[n] = n % 396 < 40 ? 0.5 : 0
  assert.ok(loops.voicing(voice, 0, 12, 160, 10, 57) > 0.9)
})

test('units of networks come to what plain loops make of them, to the last bit', async () => {
  const loops = await loadOnsetLoops()
  const plain = plainOnsetLoops()
  for (const [count, hidden] of [
    [242, 32],
    [10, 7],
    [1, 1],
  ] as const) {
    const numbers = (size: number) => Array.from({ length: size }, () => normal())
    const network = {
      mean: numbers(count),
      width: numbers(count).map(value => 0.3 + Math.abs(value)),
      hidden: Array.from({ length: hidden }, () => ({ bias: normal(), weights: numbers(count), out: 1 })),
    }
    for (let time = 0; time < 3; time++) {
      const inputs = Float64Array.from({ length: count + 3 }, () => 3 * normal())
      const [ours, theirs] = [loops, plain].map(each =>
        each.unitsOf(network, inputs.slice(), count).slice(0, hidden),
      )
      assert.deepEqual(ours, theirs)
      assert.ok(ours?.every(value => value !== 0))
    }
  }
})
