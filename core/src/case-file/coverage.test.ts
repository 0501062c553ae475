import assert from 'node:assert/strict'
import test from 'node:test'
import { type Desk, newDesk } from '../../../test/cases/case-file/desk.ts'
import type { Fact, Moment, RecordingFacts } from '../case/index.ts'
import { caseMicros, mediaMicros } from '../time/index.ts'
import { coverageAt } from './coverage.ts'

type Placement = Extract<Fact, { type: 'placement-computed' }>['detail']['placement']

/** A recording of so many seconds, with or without pictures, that begins at a second of the clock or has no place. */
function receive(
  desk: Desk,
  n: number,
  name: string,
  seconds: number,
  start: number | null,
  hasPictures = true,
) {
  const recording = n.toString(16).padStart(64, '0')
  const found = {
    path: name,
    encoded: false,
    kind: 'recording',
    format: null,
    sha256: recording,
    bytes: 1,
  } as const
  const ends = { start: mediaMicros(0), end: mediaMicros(seconds * 1e6) }
  const facts = {
    v: 1,
    container: 'mov',
    bytes: 1,
    ...ends,
    video: hasPictures ? { ...video, ...ends } : null,
    ...{ otherVideoTracks: [], audio: [], claimedTimes: [], device: [], privateTags: [], oddities: [] },
  } as RecordingFacts
  const placement: Placement =
    start === null
      ? { kind: 'unplaced', why: 'no-audio' }
      : { kind: 'placed', group: 'g1', start: caseMicros(start * 1e6), driftPpm: 0, errorMs: 1, by: 'sound' }
  desk.tell(
    {
      type: 'file-received',
      detail: { v: 1, file: { ...found, changedMs: null, why: null, listing: null } },
    },
    { type: 'recording-probed', detail: { v: 1, recording, facts, frames: null, tool: 'test' } },
    { type: 'placement-computed', detail: { v: 1, recording, placement, inputs: recording } },
  )
  return recording
}

const video = {
  ...{ track: 0, codec: 'h264', profile: null, pixelFormat: null, bitDepth: 8 },
  ...{ codedWidth: 2, codedHeight: 2, displayWidth: 2, displayHeight: 2, rotation: 0, sampleAspect: null },
  ...{ timeBase: { num: 1, den: 1000 }, fieldOrder: 'progressive', declaredRate: null, averageRate: null },
  frames: 10,
  timing: {
    kind: 'constant',
    ...{ minMicros: 1, medianMicros: 1, maxMicros: 1, longIntervals: { spans: [], leftOut: 0 } },
  },
}

function mark(desk: Desk, from: number, to: number | null): Moment {
  const when = { on: 'case', from: from * 1e6, to: to === null ? null : to * 1e6, seen: null }
  desk.done({ do: 'mark-moment', when, region: null, name: 'm', description: null, tags: [] })
  return [...desk.state.moments.values()].at(-1) ?? assert.fail()
}

test('each recording is told by whether it ran while the moments lasted, half-open, and never by what it saw', () => {
  const desk = newDesk()
  receive(desk, 1, 'a.mp4', 10, 0)
  receive(desk, 2, 'b.mp4', 10, 5)
  receive(desk, 3, 'c.mp4', 10, 10)
  receive(desk, 4, 'd.wav', 20, 0, false)
  receive(desk, 5, 'e.mp4', 20, null)
  const at = (...spans: readonly (readonly [number, number | null])[]) =>
    coverageAt(
      desk.state,
      spans.map(([from, to]) => mark(desk, from, to)),
    )
      .map(({ had }) => had)
      .join(' ')
  assert.equal(at([6, null]), 'pictures pictures not-recording sound-only no-place')
  assert.equal(at([10, null]), 'not-recording pictures pictures sound-only no-place')
  assert.equal(at([4, 6]), 'pictures pictures-in-part not-recording sound-only no-place')
  assert.equal(at([6, null], [12, null]), 'pictures-in-part pictures pictures-in-part sound-only no-place')
  assert.deepEqual(coverageAt(desk.state, []), [])
})

test('an edited film has no place in it', () => {
  const desk = newDesk()
  const film = receive(desk, 1, 'a.mp4', 10, 0)
  const moment = mark(desk, 1, null)
  assert.equal(coverageAt(desk.state, [moment]).length, 1)
  const rev = desk.state.recordings.get(film)?.rev
  desk.done({ do: 'declare-edited-film', recording: film, rev, title: 't', maker: 'm', reason: 'r' })
  assert.equal(coverageAt(desk.state, [moment]).length, 0)
})
