import assert from 'node:assert/strict'
import test from 'node:test'
import { caseMicros, span, straightMap } from '@sightline/core/time'
import { columnAt, type LaneSound, samplesFor } from './columns.ts'

const [piece] = straightMap(caseMicros(2_000_000), 0)
const sound: LaneSound = {
  covers: [{ ...span(caseMicros(2_000_000), caseMicros(12_000_000)), piece }],
  stretches: [{ ...span(caseMicros(2_000_000), caseMicros(4_000_000)), state: 'absent' }],
  originMicros: 0,
  count: 80_000,
}

test('a narrow pixel has the window around its own middle', () => {
  // 1 ms to a pixel is 8 samples; pixel 0 has its middle at 5.0005 s, 3.0005 s into the file.
  const column = columnAt({ from: 5_000_000, perPx: 1000, width: 100 }, 0, sound, 256)
  assert.deepEqual(column, { kind: 'sound', starts: [24_004 - 128] })
})

test('wide pixels leave no sample between them unseen', () => {
  const view = { from: 4_000_000, perPx: 100_000, width: 80 }
  const starts = Array.from({ length: 80 }, (_, x) => columnAt(view, x, sound, 256)).flatMap(each =>
    each.kind === 'sound' ? each.starts : [],
  )
  const steps = starts.slice(1).map((start, n) => start - (starts[n] ?? 0))
  assert.deepEqual(new Set(steps), new Set([128]))
  assert.ok(starts.length > 450)
})

test('where the track has no samples, and where the recording does not reach, there is no level', () => {
  const view = { from: 0, perPx: 1_000_000, width: 14 }
  assert.deepEqual(
    Array.from({ length: 14 }, (_, x) => columnAt(view, x, sound, 256).kind).join(' '),
    'outside outside absent absent sound sound sound sound sound sound sound sound outside outside',
  )
})

test('samples are read for what is in view and half a window around it, within the recording', () => {
  assert.deepEqual(samplesFor({ from: 5_000_000, perPx: 1000, width: 1000 }, sound, 256), {
    from: 24_000 - 256,
    to: 32_000 + 256,
  })
  assert.deepEqual(samplesFor({ from: 0, perPx: 1e6, width: 20 }, sound, 256), { from: 0, to: 80_000 })
  assert.equal(samplesFor({ from: 20_000_000, perPx: 1000, width: 100 }, sound, 256), null)
})
