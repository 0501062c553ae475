import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Embeddable } from '@sightline/core/release'
import { playerSeconds, readEmbedHash } from './embed-link.ts'

const recording = {
  ...{ id: 'r1', title: 'Cam A + B.mp4', media: 'media/r1.mp4', small: null, captions: null, warning: null },
  ...{ isSound: false, start: 1_000_000, end: 11_000_000, countsFromStart: false },
  clock: [{ from: 1_000_000, start: 500_000, driftPpm: 0 }],
} as unknown as Embeddable
const unplaced = { ...recording, id: 'r2', title: 'Cam C', clock: null }
const read = (hash: string) => readEmbedHash(hash, [recording, unplaced])

test('a span is asked for on the clock of the case, and kept within the recording', () => {
  assert.deepEqual(read('#angle=Cam%20A%20+%20B.mp4&from=2.5&to=4'), {
    recording,
    from: 2_000_000,
    to: 3_500_000,
  })
  assert.deepEqual(read('#angle=r2&from=2.5&to=400'), {
    recording: unplaced,
    from: 2_500_000,
    to: 11_000_000,
  })
  assert.deepEqual(read(''), { recording, from: null, to: null })
  assert.deepEqual(read('#from=x&to=-5'), { recording, from: null, to: null })
  assert.equal(read('#angle=nobody'), null)
})

test('players that count by the times of the file and those that count from 0 are told apart by the length', () => {
  assert.equal(playerSeconds(recording, 3_000_000, 11), 3)
  assert.equal(playerSeconds(recording, 3_000_000, 10), 2)
  assert.equal(playerSeconds({ ...recording, countsFromStart: true }, 3_000_000, 11), 2)
})
