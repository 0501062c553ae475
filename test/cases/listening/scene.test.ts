import assert from 'node:assert/strict'
import test from 'node:test'
import { makeScene, overGroundDb, plainPlan } from './scene.ts'

const plan = { ...plainPlan, seed: 41, seconds: 8, every: 1.5 }

test('a lone impulse stands over all else as far as over the street, within what streets sway by', () => {
  const scene = makeScene(plan)
  assert.ok(scene.impulses.length > 2)
  for (const impulse of scene.impulses) assert.ok(Math.abs(overGroundDb(scene, impulse) - impulse.snrDb) < 6)
})

test('what the first of a pair leaves is ground too', () => {
  const apart = 0.01
  const scene = makeScene({ ...plan, pairApart: apart })
  const seconds = scene.impulses.filter((_, n) => n % 2 === 1)
  assert.ok(seconds.length > 2)
  const hidden = seconds.map(second => second.snrDb - overGroundDb(scene, second))
  assert.ok(Math.max(...hidden) > 6, `${hidden}`)
})

test('where one of each pair is left out, all else is as it was', () => {
  const both = makeScene({ ...plan, pairApart: 0.08 })
  const later = makeScene({ ...plan, pairApart: 0.08, leftOut: 'first' })
  assert.deepEqual(
    later.impulses.map(({ at, name }) => ({ at, name })),
    both.impulses.map(({ at, name }) => ({ at, name })),
  )
  const [first, second] = both.impulses
  assert.ok(first && second)
  const powerFrom = (samples: Float32Array, at: number) =>
    samples.subarray(48_000 * at, 48_000 * (at + 0.02)).reduce((sum, value) => sum + value * value, 0)
  assert.ok(powerFrom(later.samples, first.at) < 0.5 * powerFrom(both.samples, first.at))
  const own = second.own.reduce((sum, value) => sum + value * value, 0)
  assert.ok(powerFrom(later.samples, second.at) > 0.5 * own)
})
