import assert from 'node:assert/strict'
import test from 'node:test'
import { type CaseState, type Entry, emptyCase, type Fact, foldAll } from '@sightline/core/case'
import { ProvenanceSheet } from '@sightline/core/moments'
import { caseMicros, mediaMicros } from '@sightline/core/time'
import { sheetRecording, sheetText } from './provenance.ts'

const id = 'a'.repeat(64)
const file = { path: 'yard.mp4', encoded: false, kind: 'recording', format: null, sha256: id } as const
const placed: readonly Fact[] = [
  {
    type: 'file-received',
    detail: { v: 1, file: { ...file, bytes: 1, changedMs: null, why: null, listing: null } },
  },
  {
    type: 'placement-pinned',
    detail: {
      ...{ v: 1, recording: id, start: caseMicros(5e6), driftPpm: 0, errorMs: null, reason: 'it begins' },
      evidence: { how: 'typed' },
    },
  },
]
const anchored: Fact = {
  type: 'clock-anchored',
  detail: {
    ...{ v: 1, recording: id, media: mediaMicros(2e6), errorMs: 500, reason: 'radio clock in view' },
    reading: { local: '2031-05-02T14:03:22.5', zone: 'Europe/Zurich', offsetMinutes: 120 },
  },
}

const stateOf = (...facts: readonly Fact[]): CaseState =>
  foldAll(
    facts.map((fact, n) => ({
      seq: n + 1,
      entry: { ...fact, at: '2031-05-03T09:00:00.000Z', agent: { kind: 'person', person: 'p1' } } as Entry,
    })),
    emptyCase,
  )

/** The sheet of one frame at 3 s of the recording. */
async function sheetOf(state: CaseState): Promise<ProvenanceSheet> {
  const recording = state.recordings.get(id) ?? assert.fail('the recording is in the case')
  const piece = { from: mediaMicros(0), start: caseMicros(5e6), driftPpm: 0 }
  const text = await sheetText({
    ...{ state, what: 'still', file: { name: 'still.png', sha256: id, bytes: 1 }, span: null },
    recordings: [sheetRecording(recording, [{ frame: 90, pts: mediaMicros(3e6) }], piece)],
    ...{ viewedWith: [], rendering: [], takenBy: 'A. Reader', takenAt: '2031-05-03T09:00:00.000Z' },
  })
  return ProvenanceSheet.parse(JSON.parse(text))
}

test('a sheet gives the wall time of each frame and what it rests on, once the clock is anchored', async () => {
  const sheet = await sheetOf(stateOf(...placed, anchored))
  assert.deepEqual(sheet.recordings[0]?.frames, [
    { frame: 90, pts: '3', case: '8', wall: '2031-05-02T14:03:23.500000+02:00' },
  ])
  assert.deepEqual(sheet.wallClock, {
    ...{ atCaseZero: '2031-05-02T14:03:15.500000+02:00', recording: 'yard.mp4', pts: '2' },
    ...{
      reading: '2031-05-02T14:03:22.5',
      zone: 'Europe/Zurich',
      errorMs: 500,
      reason: 'radio clock in view',
    },
  })
})

test('without an anchor a sheet says nothing of wall time', async () => {
  const sheet = await sheetOf(stateOf(...placed))
  assert.equal('wallClock' in sheet, false)
  assert.deepEqual(sheet.recordings[0]?.frames, [{ frame: 90, pts: '3', case: '8' }])
})
