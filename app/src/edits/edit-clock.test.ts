import assert from 'node:assert/strict'
import test from 'node:test'
import type { DiffReport } from './diff-report.ts'
import { editClock } from './edit-clock.ts'
import { diffEdl } from './edit-edl.ts'
import { diffOtio } from './edit-otio.ts'

// A recording that begins at 3 s of its own time: ten frames in its first second, then one a second.
const times = [...Array.from({ length: 10 }, (_, n) => 3 + n / 10), 4, 5, 6, 7, 8]
// A film whose pictures begin at 0.5 s, even at 25 a second.
const film = Array.from({ length: 101 }, (_, n) => 0.5 + n / 25)
const clock = editClock({ of: film, perSecond: 1 }, name =>
  name === 'door.mp4' ? { of: times, perSecond: 1 } : null,
)

const report = {
  ...{ v: 1, tool: 't', method: 'm', seconds: 0, summary: '', cuts: [], edits: [], leftOut: [] },
  edited: { file: 'film.mp4', sha256: '', frames: 100, rate: [25, 1], duration: 4 },
  raws: [
    { file: 'door.mp4', sha256: '', why: null, frames: 14, duration: 5 },
    { file: 'call.wav', sha256: '', why: null, frames: null, duration: 9 },
  ],
  segments: [
    {
      ...{ start: 50, end: 100, raw: 'door.mp4', rawStart: 12, rate: 1, layer: 0 },
      ...{ score: 1, pair: [50, 12], rivals: [] },
    },
  ],
  audio: [
    { kind: 'raw', start: 2.5, end: 4.5, raw: 'door.mp4', rawStart: 6, score: 1 },
    { kind: 'other', start: 0.5, end: 2.5, raw: 'call.wav', rawStart: 1, score: 1 },
    { kind: 'voiceover', start: 1.5, end: 3.5, raw: 'call.wav', rawStart: 4, score: 1 },
  ],
} as unknown as DiffReport

test('frames that are not evenly spaced are told to video editors by their instants, from the first frame of the file', () => {
  // Its frame 12 is shown 3 s after its first; at its average rate of 2.8 a second it would be 4.3 s.
  const events = diffEdl(report, 'x', clock).match(/^\d{3} .*(?=\r$)/gm)
  assert.deepEqual(events, [
    '001  R002     A     C        00:00:01:00 00:00:03:00 00:00:00:00 00:00:02:00',
    '002  R002     A     C        00:00:04:00 00:00:06:00 00:00:01:00 00:00:03:00',
    '003  R001     V     C        00:00:03:00 00:00:05:00 00:00:02:00 00:00:04:00',
    '004  R001     A     C        00:00:03:00 00:00:05:00 00:00:02:00 00:00:04:00',
  ])
})

test('the same holds for OpenTimelineIO, in frames of each rate, and what is heard at one time has tracks of its own', () => {
  const { tracks } = JSON.parse(diffOtio(report, 'x', clock))
  const [pictures, sound, beside] = tracks.children.map(
    ({ children }: { children: readonly never[] }) => children,
  )
  const startOf = (clip: { source_range: { start_time: { value: number; rate: number } } }) => {
    const { value, rate } = clip.source_range.start_time
    return Number((value / rate).toFixed(3))
  }
  assert.deepEqual(pictures.map(startOf), [0, 3])
  assert.deepEqual(sound.map(startOf), [1, 3])
  assert.deepEqual(beside.map(startOf), [0, 4])
})
