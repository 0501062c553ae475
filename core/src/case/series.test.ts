import assert from 'node:assert/strict'
import test from 'node:test'
import type { RecordingFacts } from './recording-facts.ts'
import { type SeriesInput, seriesOf } from './series.ts'

const sha = (n: number) => n.toString(16).padStart(64, '0')

function recording(
  n: number,
  name: string,
  begins: string | null = null,
  seconds = 60,
  codec = 'aac',
): SeriesInput {
  const facts = {
    ...{ v: 1, container: 'mov', bytes: 1, start: 0, end: seconds * 1e6, video: null, otherVideoTracks: [] },
    audio: [{ track: 0, codec, sampleRate: 48_000, channels: 1 }],
    claimedTimes: begins === null ? [] : [{ tag: 'creation_time', track: null, value: begins, cautions: [] }],
    ...{ device: [], privateTags: [], oddities: [] },
  } as unknown as RecordingFacts
  return { id: sha(n), name, facts }
}

const partsOf = (recordings: readonly SeriesInput[]) =>
  seriesOf(recordings).map(({ parts }) => parts.map(id => Number.parseInt(id, 16)))

test('chapters of an action camera are one recording, in order, whatever order they are read in', () => {
  const files = [
    recording(3, 'c/GH030042.MP4'),
    recording(1, 'c/GH010042.MP4'),
    recording(2, 'c/GH020042.MP4'),
    recording(9, 'c/GH010043.MP4'),
  ]
  assert.deepEqual(partsOf(files), [[1, 2, 3]])
  assert.deepEqual(partsOf([recording(1, 'GP010007.MP4'), recording(2, 'GOPR0007.MP4')]), [[2, 1]])
})

test('numbered files are a series only when their claimed times follow on one another', () => {
  const following = [
    recording(1, 'cam_0001.mp4', '2026-05-01T10:00:00Z'),
    recording(2, 'cam_0002.mp4', '2026-05-01T10:01:01Z'),
    recording(3, 'cam_0003.mp4', '2026-05-01T10:30:00Z'),
  ]
  assert.deepEqual(partsOf(following), [[1, 2]])
  assert.deepEqual(partsOf([recording(1, 'IMG_0001.mp4'), recording(2, 'IMG_0002.mp4')]), [])
})

test('a missing part ends the series, and files of another form or folder are no part of it', () => {
  assert.deepEqual(partsOf([recording(1, 'GX010001.MP4'), recording(2, 'GX030001.MP4')]), [])
  assert.deepEqual(partsOf([recording(1, 'GX010001.MP4'), recording(2, 'GX020001.MP4', null, 60, 'mp3')]), [])
  assert.deepEqual(partsOf([recording(1, 'a/GX010001.MP4'), recording(2, 'b/GX020001.MP4')]), [])
})
