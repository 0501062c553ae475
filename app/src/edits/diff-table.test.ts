import assert from 'node:assert/strict'
import test from 'node:test'
import { diffTable } from './diff-table.ts'

const seconds = (frames: number, rate = 25) => ({
  count: frames,
  times: Float64Array.from({ length: frames + 1 }, (_, n) => n / rate),
})

type Args = Parameters<typeof diffTable>

/** Only what the list reads of it. */
const compared = {
  film: { name: 'film.mp4', pictures: seconds(200) },
  raws: [{ name: 'a/raw.mp4', pictures: seconds(300) }],
} as unknown as Args[1]

const segment = (start: number, end: number, more: object) => ({
  ...{ start, end, raw: 'a/raw.mp4', layer: 0, score: 1, pair: [start, 0], rivals: [] },
  ...more,
})

test('a list tells the times and frames of both, speeds in words, boxes by their size, and joins what goes on unchanged', () => {
  const report = {
    summary: 'In short.',
    method: 'm 1',
    raws: [{ file: 'a/empty.mp4', why: 'empty.mp4 holds no bytes' }],
    segments: [
      segment(0, 50, { rawStart: 75, rate: 1 }),
      segment(50, 60, {
        rawStart: 109,
        rate: -1,
        frames: [109, 108, 107, 106, 105, 104, 103, 102, 101, 100],
      }),
      segment(60, 70, { rawStart: 7, rate: 0, frames: [7, 7, 7, 7, 7, 7, 7, 7, 7, 7] }),
      segment(70, 80, { rawStart: 9, rate: 1, ambiguous: [8, 12] }),
    ],
    edits: [
      { kind: 'insert', start: 80, end: 90, score: 0.9 },
      { kind: 'redaction', start: 82, end: 86, region: [4, 45, 46, 52], score: 0.9 },
      { kind: 'insert', start: 90, end: 110, score: 0.8 },
      { kind: 'reverse', start: 50, end: 60, factor: -1, score: 0.9 },
    ],
    audio: [
      { kind: 'muted', start: 0, end: 2, score: 1 },
      { kind: 'muted', start: 2, end: 4, score: 1 },
      { kind: 'raw', start: 4, end: 5, raw: 'a/raw.mp4', rawStart: 3.2, score: 1 },
    ],
    leftOut: [{ raw: 'a/raw.mp4', start: 20, end: 21 }],
  } as unknown as Args[0]
  assert.deepEqual(diffTable(report, compared).split('\n').slice(2, -3), [
    'Pictures that come from the recordings',
    '     0:00 to    0:02  raw.mp4, its 0:03 to 0:05 (frames 75 to 124); score 1',
    '     0:02 to  0:02.4  raw.mp4, its 0:04 to 0:04.4 (frames 100 to 109), backwards; score 1',
    '   0:02.4 to  0:02.8  raw.mp4, frame 7 at its 0:00.3, one frame held; score 1',
    '   0:02.8 to  0:03.2  raw.mp4, from one of its frames 8 to 12, which look alike; score 1',
    '',
    'What is different in the pictures',
    '   0:03.2 to  0:04.4  insert: pictures that match none of the recordings held, in 2 pieces',
    '   0:03.3 to  0:03.4  redaction: a part of the picture made unrecognisable, 46 × 52 pixels at 4, 45 of the film',
    '     0:02 to  0:02.4  reverse: played backwards',
    '',
    'Sound',
    '     0:00 to    0:04  no sound',
    '     0:04 to    0:05  sound of the recording shown: raw.mp4 from 0:03.2',
    '',
    'Not shown of the recordings',
    '  raw.mp4, frame 20 at its 0:00.8',
    '',
    'Not compared, or only in part',
    '  empty.mp4 holds no bytes',
  ])
})
