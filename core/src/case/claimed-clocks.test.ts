import assert from 'node:assert/strict'
import test from 'node:test'
import { caseMicros, type MediaMicros, mediaMicros, microsFromDecimal } from '../time/index.ts'
import { aheadMicros, claimedClocksOf, clockCandidates } from './claimed-clocks.ts'
import { newRecording, type Recording } from './nouns/recording.ts'
import type { ClaimedTime, RecordingFacts } from './recording-facts.ts'
import { type CaseState, emptyCase } from './state.ts'
import { caseAt, wallAt, wallClockOf, wallStamp } from './wall-clock.ts'

const agent = { kind: 'person', person: 'p1' } as const
const at = '2031-05-03T09:00:00.000Z'
const seconds = (text: string) => microsFromDecimal(text) ?? Number.NaN

/** A recording of a minute that begins at a case time (null: nowhere), with the tags of its file. */
function recording(
  letter: string,
  start: string | null,
  claims: readonly (readonly [value: string, ...cautions: ClaimedTime['cautions']])[] = [],
): Recording {
  const facts = {
    ...{ v: 1, container: 'mov', bytes: 1, start: mediaMicros(0), end: mediaMicros(60e6) },
    ...{ video: null, otherVideoTracks: [], audio: [], device: [], privateTags: [], oddities: [] },
    claimedTimes: claims.map(([value, ...cautions]) => ({
      tag: 'creation_time',
      track: null,
      value,
      cautions,
    })),
  } as RecordingFacts
  return {
    ...newRecording(letter.repeat(64), `${letter}.mp4`, 1),
    probe: { kind: 'probed', facts, frames: null },
    computed:
      start === null
        ? { kind: 'unplaced', why: 'no-audio' }
        : {
            kind: 'placed',
            group: 'g1',
            start: caseMicros(seconds(start)),
            driftPpm: 0,
            errorMs: 1,
            by: 'sound',
          },
  }
}

const stateOf = (...recordings: readonly Recording[]): CaseState => ({
  ...emptyCase,
  recordings: new Map(recordings.map(each => [each.id, each])),
})

/** The clock anchored by a recording: at this media time a clock two hours east of UTC showed this. */
function anchored(state: CaseState, letter: string, media: string, local: string): CaseState {
  const reading = { local, zone: 'Europe/Zurich', offsetMinutes: 120 }
  const anchor = {
    ...{ recording: letter.repeat(64), media: seconds(media) as MediaMicros, reading, errorMs: 500 },
    ...{ reason: 'a radio clock in view', agent, at },
  }
  return { ...state, wallTime: { anchor, rev: 9 } }
}

const either = ['may-be-local-time', 'may-be-end-of-recording'] as const

test('the anchored case clock is told in wall time and back, and goes along with the anchored recording', () => {
  const state = anchored(stateOf(recording('a', '10')), 'a', '2', '2031-05-02T14:03:22.5')
  const clock = wallClockOf(state)
  assert.ok(clock)
  const noon = Date.UTC(2031, 4, 2, 12, 3, 22) * 1000 + 500_000
  assert.equal(wallAt(clock, caseMicros(12e6)), noon)
  assert.equal(caseAt(clock, wallAt(clock, caseMicros(-5))), -5)
  assert.equal(wallStamp(clock, caseMicros(12e6 + 250)), '2031-05-02T14:03:22.500250+02:00')
  assert.deepEqual([clock.offsetMinutes, clock.errorMs, clock.anchoredAt], [120, 500, 12e6])
  const moved = wallClockOf(anchored(stateOf(recording('a', '40')), 'a', '2', '2031-05-02T14:03:22.5'))
  assert.equal(moved && wallAt(moved, caseMicros(42e6)), noon)
})

test('there is no wall time without an anchor, or when its recording has no place', () => {
  assert.equal(wallClockOf(stateOf(recording('a', '10'))), null)
  const state = anchored(stateOf(recording('a', null)), 'a', '2', '2031-05-02T14:03:22.5')
  assert.equal(wallClockOf(state), null)
})

test('a creation tag is told as beginning and as end, as UTC and as the time of the place', () => {
  const bare = stateOf(recording('a', '0'), recording('b', '30', [['2031-05-02T12:03:00Z', ...either]]))
  const state = anchored(bare, 'a', '0', '2031-05-02T14:05:42')
  const clock = wallClockOf(state)
  const [claimed, ...more] = claimedClocksOf(state, state.recordings.get('b'.repeat(64)) as Recording)
  assert.ok(clock && claimed)
  assert.equal(more.length, 0)
  assert.deepEqual(
    claimed.taken.map(taken => [
      taken.at,
      taken.zone,
      (aheadMicros(state, clock, claimed.recording, taken) ?? Number.NaN) / 1e6,
    ]),
    [
      // It began 14:06:12 by the anchor: 3 min 12 s later than the tag says, or 4 min 12 s for its end.
      ['begin', 'as-utc', -192],
      ['end', 'as-utc', -252],
      ['begin', 'as-local', -7392],
      ['end', 'as-local', -7452],
    ],
  )
  // While nothing is anchored nobody knows which local time that would be.
  const [loose] = claimedClocksOf(bare, bare.recordings.get('b'.repeat(64)) as Recording)
  assert.deepEqual(
    loose?.taken.map(taken => taken.zone),
    ['as-utc', 'as-utc'],
  )
})

test('what a person read comes first, a value is told once, and what is no time is left out', () => {
  const tagged = recording('b', '30', [
    ['2031-05-02T12:03:00Z'],
    ['2031-05-02T12:03:00Z'],
    ['1970-01-01T00:00:00Z', 'never-set'],
    ['spring', 'not-a-date'],
    ['2031-05-02'],
  ])
  const reading = { local: '2031-05-02T14:03:00', zone: '+02:00', offsetMinutes: 120 }
  const read = { ...{ media: mediaMicros(4e6), reading, errorMs: null, reason: 'watermark' }, agent, at }
  const typed = (id: string, withdrawn: string | null) => ({
    ...read,
    ...{ id, recording: tagged.id, withdrawn, rev: 1 },
  })
  const state = {
    ...stateOf(tagged),
    clockReadings: new Map([
      ['c4', typed('c4', null)],
      ['c5', typed('c5', 'misread')],
    ]),
  }
  assert.deepEqual(
    claimedClocksOf(state, tagged).map(({ source, taken }) => [source.kind, taken[0].at, taken[0].media]),
    [
      ['typed', 'frame', 4e6],
      ['tag', 'begin', 0],
    ],
  )
})

test('a recording without a place would start where its clock says, beside how far other clocks are off', () => {
  const state = anchored(
    stateOf(
      recording('a', '0'),
      recording('b', '30', [['2031-05-02T12:00:32Z']]),
      recording('c', '40', [['2031-05-02T11:57:30Z']]),
      recording('u', null, [['2031-05-02T12:01:00Z']]),
    ),
    'a',
    '0',
    '2031-05-02T14:00:00',
  )
  const candidates = clockCandidates(state, state.recordings.get('u'.repeat(64)) as Recording)
  assert.deepEqual(
    candidates.map(({ start, against, others }) => ({ start, against, others })),
    [{ start: 60e6, against: 'anchor', others: { count: 2, leastMicros: 2e6, mostMicros: 190e6 } }],
  )
  assert.deepEqual(clockCandidates(state, state.recordings.get('b'.repeat(64)) as Recording), [])
})

test('without an anchor the median of the other clocks stands in, and with nothing to go by there is no candidate', () => {
  const unplaced = recording('u', null, [['2031-05-02T12:01:00Z', ...either]])
  const state = stateOf(
    recording('a', '0', [['2031-05-02T12:00:00Z', ...either]]),
    recording('b', '30', [['2031-05-02T12:00:32Z', ...either]]),
    recording('c', '40', [['2031-05-02T11:57:30Z', ...either]]),
    unplaced,
  )
  const candidates = clockCandidates(state, unplaced)
  assert.deepEqual(
    candidates.map(({ taken, start, against }) => [taken.at, start, against]),
    [
      ['begin', 60e6, 'other-clocks'],
      // Every tag as an end: each began a minute before it, and so would this one.
      ['end', 60e6, 'other-clocks'],
    ],
  )
  assert.deepEqual(candidates[0]?.others, { count: 3, leastMicros: 0, mostMicros: 190e6 })
  assert.deepEqual(clockCandidates(stateOf(unplaced), unplaced), [])
})

test('what was placed by its clock bears witness for no other clock', () => {
  const taken = recording('a', null, [['2031-05-02T12:00:00Z']])
  const reading = { local: '2031-05-02T12:00:00', zone: '+00:00', offsetMinutes: 0 }
  const clock = { media: mediaMicros(0), reading, tag: 'creation_time', against: 'anchor' } as const
  const pin = {
    ...{ start: caseMicros(0), driftPpm: 0, errorMs: null, reason: 'nothing better', agent, at },
    evidence: { how: 'device-clock', clock },
  } as const
  const unplaced = recording('u', null, [['2031-05-02T12:01:00Z']])
  assert.deepEqual(clockCandidates(stateOf({ ...taken, pin }, unplaced), unplaced), [])
})
