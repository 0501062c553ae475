import assert from 'node:assert/strict'
import test from 'node:test'
import { clockMapOf, clocksOf, emptyCase } from '@sightline/core/case'
import { type CaseMicros, mediaMicros, span, straightMap } from '@sightline/core/time'
import { gridFor } from '../grid.ts'
import { hueCount, marksOf } from '../hues.ts'
import { fictionalState } from '../look/fictional-case.ts'
import { lanesOf, onClock, stretchesOf, wholeOf } from './lanes.ts'
import { namesOf } from './names.ts'
import { faster, shuttled, slower } from './speeds.ts'

const state = fictionalState()
const clock = clocksOf(state)[0]
assert.ok(clock)
const lanes = lanesOf(state, clock)
const nameOf = (id: string) => namesOf(state).get(id)

test('a clock has a lane for each of its recordings, with pictures or without', () => {
  assert.deepEqual(
    lanes.map(lane => [nameOf(lane.id), lane.hasPictures]),
    [
      ['Dispatch call', false],
      ['Doorbell', true],
      ['Phone portrait', true],
      ['Body camera A', true],
      ['Body camera B', true],
    ],
  )
})

test('a lane covers the clock from its first to its last time', () => {
  const camera = lanes.find(lane => nameOf(lane.id) === 'Body camera A')
  assert.deepEqual(
    camera?.covers.map(({ from, to }) => [from, to]),
    [[2_000_000, 78_000_152]],
  )
  assert.deepEqual(wholeOf(lanes), { from: 0, to: 80_000_072 })
})

test('a cut recording covers the clock piece by piece', () => {
  const map = clockMapOf({
    kind: 'placed',
    group: 'g1',
    start: 0 as CaseMicros,
    driftPpm: 0,
    errorMs: 1,
    by: 'sound',
    segments: [
      { from: mediaMicros(0), start: 10e6 as CaseMicros, driftPpm: 0 },
      { from: mediaMicros(4e6), start: 20e6 as CaseMicros, driftPpm: 0 },
    ],
  })
  const covers = onClock(map, span(mediaMicros(1e6), mediaMicros(6e6)))
  assert.deepEqual(
    covers.map(({ from, to }) => [from, to]),
    [
      [11e6, 14e6],
      [20e6, 22e6],
    ],
  )
})

test('only what is out of the ordinary in the sound is a stretch', () => {
  const lane = lanes[0]
  assert.ok(lane)
  const on = { ...lane, map: straightMap(5e6 as CaseMicros, 0) }
  const spans = [
    { from: mediaMicros(0), to: mediaMicros(1e6), state: 'absent' as const },
    { from: mediaMicros(1e6), to: mediaMicros(2e6), state: 'present' as const },
  ]
  assert.deepEqual(stretchesOf(on, spans), [{ from: 5e6, to: 6e6, state: 'absent' }])
})

test('an empty case has ten seconds of empty clock and nothing on it', () => {
  assert.deepEqual(clocksOf(emptyCase), [])
  assert.deepEqual(wholeOf([]), { from: 0, to: 10e6 })
})

test('names are as short as they are clear', () => {
  const twice = new Map(
    [...state.recordings.values()].map((recording, n) => [
      recording.id,
      {
        ...recording,
        firstName: ['a/x.mp4', 'b/x.mp4', 'b/x.mov', 'y.mp4', 'a/z', 'w.v.mp4', '.hidden'][n] ?? '',
      },
    ]),
  )
  assert.deepEqual([...namesOf({ ...state, recordings: twice }).values()].sort(), [
    '.hidden',
    'a/x.mp4',
    'b/x.mp4',
    'w.v',
    'x.mov',
    'y',
    'z',
  ])
})

test('hues go by the order of names, and shapes change when they begin again', () => {
  const marks = [...marksOf(state).values()]
  assert.deepEqual(
    marks.map(mark => mark.hue),
    [0, 1, 2, 3, 4, 5, 6],
  )
  assert.ok(marks.every(mark => mark.shape === 'square'))
  assert.equal(hueCount, 8)
})

test('nine angles share the first screen, in the grid that makes pictures largest', () => {
  const grids = [1, 2, 3, 4, 5, 6, 9, 20].map(count => gridFor(count, 1044, 560))
  assert.deepEqual(
    grids.map(({ columns, rows }) => `${columns}×${rows}`),
    ['1×1', '2×1', '2×2', '2×2', '3×2', '3×2', '3×3', '3×3'],
  )
  assert.deepEqual(gridFor(2, 360, 700), { columns: 1, rows: 2 })
})

test('speeds go up and down the ladder, and a shuttle key doubles up to eight', () => {
  assert.deepEqual([slower(1), slower(0.05), faster(1), faster(8), slower(-2)], [0.5, 0.05, 1.5, 8, -1.5])
  assert.deepEqual(
    [shuttled(1, false, 1), shuttled(1, true, 1), shuttled(8, true, 1), shuttled(4, true, -1)],
    [1, 2, 8, -1],
  )
})
