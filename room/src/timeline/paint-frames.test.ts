import assert from 'node:assert/strict'
import test from 'node:test'
import { caseMicros, mediaMicros, type Span, span, straightMap } from '@sightline/core/time'
import { frameTicks } from './paint-frames.ts'

const times = { boundaries: Float64Array.from({ length: 3001 }, (_, n) => 3_200_000 + n * 40_000) }
const [piece] = straightMap(caseMicros(1_000_000), 0)
const on: Span<ReturnType<typeof caseMicros>> = span(caseMicros(4_200_000), caseMicros(124_200_000))
const cover = { ...on, piece }

test('frames are drawn once they can be told apart, each at its own time', () => {
  assert.deepEqual(frameTicks({ from: 0, perPx: 10_000, width: 900 }, times, cover, 0), [])
  const ticks = frameTicks({ from: 10_000_000, perPx: 1000, width: 200 }, times, cover, 0)
  // Case 10 s is media 9 s, which lies in frame 145: it began at 9 s exactly.
  assert.deepEqual(
    ticks.map(({ x, index }) => [x, index]),
    [
      [0, 145],
      [40, 146],
      [80, 147],
      [120, 148],
      [160, 149],
    ],
  )
  assert.deepEqual(
    ticks.map(each => each.isNumbered),
    [true, false, true, false, true],
  )
})

test('a single frame can fill the view, and a lane that is moved takes its frames along', () => {
  const one = frameTicks({ from: 10_001_000, perPx: 50, width: 700 }, times, cover, 0)
  assert.deepEqual(
    one.map(({ x, index, isNumbered }) => [x, index, isNumbered]),
    [[-20, 145, true]],
  )
  const [moved] = frameTicks({ from: 10_000_000, perPx: 1000, width: 100 }, times, cover, 20_000)
  assert.deepEqual([moved?.x, moved?.index], [-20, 144])
})

test('outside the recording there are none, and before its first frame begins neither', () => {
  assert.deepEqual(frameTicks({ from: 0, perPx: 1000, width: 200 }, times, cover, 0), [])
  const early = { ...cover, ...span(caseMicros(4_000_000), cover.to) }
  const [first] = frameTicks({ from: 4_000_000, perPx: 1000, width: 900 }, times, early, 0)
  assert.deepEqual([first?.x, first?.index], [200, 0])
  assert.equal(mediaMicros(times.boundaries[0] as number), 3_200_000)
})
