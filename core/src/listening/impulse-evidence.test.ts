import assert from 'node:assert/strict'
import test from 'node:test'
import { between, normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { repeatsOf } from './echoes.ts'
import type { MeasuredOnset } from './impulse-finder.ts'
import { withoutParts } from './impulses.ts'
import { plainOnsetLoops } from './onset-loops.ts'
import { nothingAround, speechAround } from './speech-around.ts'
import { voicing } from './voicing.ts'

const rate = 48_000
const loops = plainOnsetLoops()

test('a voice repeats at its pitch, noise does not', () => {
  const normal = normalFrom(randomFrom(5))
  const noise = Float32Array.from({ length: rate / 20 }, normal)
  const voice = noise.map((value, n) => (n % 400 < 40 ? 40 : 0) + value)
  assert.ok(voicing(loops, voice, 0, rate) > 0.75, `${voicing(loops, voice, 0, rate)}`)
  assert.ok(voicing(loops, noise, 0, rate) < 0.5, `${voicing(loops, noise, 0, rate)}`)
  assert.equal(voicing(loops, new Float32Array(rate / 20), 0, rate), 0)
})

test('what the network of speech heard around an onset is the most of each stretch, and nothing at either end', () => {
  const heard = new Float32Array(20)
  heard[8] = 0.75
  heard[10] = 0.25
  heard[12] = 0.5
  assert.deepEqual(speechAround(heard, 10.5 * 0.032), {
    ...nothingAround,
    before: 0.75,
    at: 0.25,
    after: 0.5,
  })
  assert.deepEqual(speechAround(heard, 600), nothingAround)
  assert.deepEqual(speechAround(new Float32Array(0), 0), nothingAround)
})

test('what follows an impulse as loud and of the same shape is its repeat; what is weaker, other or late is not', () => {
  const random = randomFrom(9)
  const shapes = [0, 1].map(() => {
    const shape = Float32Array.from({ length: 576 }, () => between(random, -1, 1))
    const length = Math.hypot(...shape)
    return shape.map(value => value / length)
  })
  const onset = (ms: number, power: number, shape: number) =>
    ({ at: ms * 48, power, shape: shapes[shape], isEdge: false, repeatOf: null }) as unknown as MeasuredOnset
  const onsets = [
    onset(0, 1, 0),
    onset(80, 0.8, 0),
    onset(160, 0.2, 0),
    onset(240, 0.9, 1),
    onset(700, 0.9, 0),
  ]
  const isFirst = (index: number) => index === 0
  assert.deepEqual(
    repeatsOf(onsets, isFirst, () => true, rate),
    [false, true, false, false, false],
  )
  assert.deepEqual(
    repeatsOf(onsets, isFirst, () => false, rate),
    [false, false, false, false, false],
  )
})

test('what follows an impulse within 32 ms is a part of it, but where it is far surer', () => {
  const counted = (...scored: readonly (readonly [number, number])[]) =>
    withoutParts(
      scored.map(([ms, score]) => ({ onset: { at: ms * 48 }, score })),
      rate,
    )
      .filter(({ score }) => score >= 0.5)
      .map(({ onset }) => onset.at / 48)
  assert.deepEqual(counted([0, 0.9], [20, 0.95], [40, 0.9]), [0, 40])
  assert.deepEqual(counted([0, 0.55], [15, 0.97], [30, 0.97]), [15])
  assert.deepEqual(counted([0, 0.99], [85, 0.55], [100, 0.97]), [0, 100])
  assert.deepEqual(counted([0, 0.3], [15, 0.6]), [15])
})
