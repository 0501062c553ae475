import assert from 'node:assert/strict'
import test from 'node:test'
import { type BothLevels, type LevelLoops, plainLevelLoops } from '@sightline/core/listening'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadLevelLoops } from './level-loops.ts'

const random = randomFrom(57)
/** Levels that sway by 60 dB, with jumps, silence and what dies away. */
const levels = Array.from({ length: 8000 }, (_, n) => {
  const level = 10 ** (-3 - 3 * random()) * (n % 97 === 0 ? 300 : 1)
  if (n >= 2000 && n < 2300) return 0
  return n >= 3000 && n < 3200 ? 10 ** (-0.005 * (n - 3000)) : level
})

/** All that loops say of levels. */
function heardBy(loops: LevelLoops) {
  const [sharp, plain] = [loops.floats(4000), loops.floats(4000)]
  sharp.set(levels.slice(0, 4000))
  plain.set(levels.slice(4000))
  const both: BothLevels = { sharp, plain }
  const jumps = ([from, to]: readonly [number, number]) => {
    const { count, ...each } = loops.jumps(both, from, to)
    return [count, ...[each.places, each.sharp, each.plain].map(values => [...values.subarray(0, count)])]
  }
  const course = { sharp: new Float32Array(3).fill(1e-4), plain: new Float32Array(3) }
  loops.lift(both, 4, 50, course, 0)
  loops.lift(both, 2000, 2010, course, 1)
  loops.lift(both, 500, 501, course, 2)
  const sums = [
    [500, 5, 5, 1],
    [700, 20, 20, 25],
    [1990, 5, 5, 59],
    [100, 7, 10, 14],
  ].map(([from = 0, every = 0, size = 0, count = 0]) => {
    const { each, largest } = loops.sums(both, from, every, size, count)
    return [[...each.subarray(0, 2 * count)], [...largest]]
  })
  return {
    jumps: (
      [
        [10, 3997],
        [2005, 2006],
        [60, 60],
        [60, 50],
      ] as const
    ).map(jumps),
    course,
    added: [loops.added(sharp, 0, 100, 0), loops.added(plain, 2990, 3001, 0.125)],
    sums,
    lasting: [0, 97, 1999, 2100, 3000, 3100].map(block => loops.lasting(sharp, block)),
  }
}

test('loops over levels by vectors give what plain loops do, to the last bit', async () => {
  const plain = heardBy(plainLevelLoops())
  assert.deepEqual(heardBy(await loadLevelLoops()), plain)
  assert.ok((plain.jumps[0]?.[0] as number) > 50)
  assert.equal(plain.jumps[2]?.[0], 0)
  assert.equal(new Set(plain.lasting).size > 2, true)
})

test('a jump of both levels is told at its place, and by how much', async () => {
  const loops = await loadLevelLoops()
  const [sharp, plain] = [loops.floats(100).fill(0.001), loops.floats(100).fill(0.001)]
  plain.fill(0.004, 50, 53)
  const { count, places, plain: ratios, sharp: others } = loops.jumps({ sharp, plain }, 10, 97)
  assert.equal(count, 1)
  assert.equal(places[0], 50)
  assert.ok(Math.abs((ratios[0] as number) - 4) < 1e-4)
  assert.equal(others[0], 0)
})
