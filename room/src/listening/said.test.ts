import assert from 'node:assert/strict'
import test from 'node:test'
import type { RecordingId } from '@sightline/core/case'
import { type CaseMicros, mediaMicros, straightMap } from '@sightline/core/time'
import type { ShownLine } from '@sightline/core/transcript'
import { lastBegun, saidAt, saidOn } from './said.ts'

const lineOf = (from: number, to: number): ShownLine => ({
  ...{ from: mediaMicros(from * 1e6), to: mediaMicros(to * 1e6), speaker: null, heard: null, cue: null },
  ...{ pieces: [], key: `${from}`, layer: null, isFitted: false },
})
const [camera, door, elsewhere] = ['camera', 'door', 'elsewhere'] as unknown as readonly [
  RecordingId,
  RecordingId,
  RecordingId,
]
const lanes = [
  { id: camera, map: straightMap(0 as CaseMicros, 0) },
  { id: door, map: straightMap(2.5e6 as CaseMicros, 0) },
]

test('lines of recordings on one clock stand in one order of time, and those of others do not stand there', () => {
  const said = saidOn(lanes, [
    [{ recording: camera }, [lineOf(1, 2), lineOf(3, 5)]],
    [{ recording: door }, [lineOf(0, 1)]],
    [{ recording: elsewhere }, [lineOf(1, 2)]],
  ])
  assert.deepEqual(
    said.map(({ transcript, at, from, to }) => [transcript.recording, at, from / 1e6, to / 1e6]),
    [
      ['camera', 0, 1, 2],
      ['door', 0, 2.5, 3.5],
      ['camera', 1, 3, 5],
    ],
  )
})

test('what is being said at a time is every line that has begun and not ended', () => {
  const said = saidOn(lanes, [
    [{ recording: camera }, [lineOf(1, 2), lineOf(3, 5)]],
    [{ recording: door }, [lineOf(0, 1)]],
  ])
  const at = (seconds: number) => saidAt(said, seconds * 1e6)
  assert.deepEqual([at(0.5), at(1), at(2), at(3.2), at(4), at(5)], [[], [0], [], [1, 2], [2], []])
  assert.deepEqual([lastBegun(said, 0.5e6), lastBegun(said, 2e6), lastBegun(said, 9e6)], [-1, 0, 2])
})
