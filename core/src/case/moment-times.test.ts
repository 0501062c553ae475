import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { CaseMicros, MediaMicros } from '../time/index.ts'
import { momentSpanOn, momentTimeAt } from './moment-times.ts'
import { newRecording } from './nouns/recording.ts'
import type { Placement } from './placement.ts'
import { type Clock, mainGroup } from './placing.ts'
import { type CaseState, emptyCase } from './state.ts'

const id = 'a'.repeat(64)
const clock: Clock = { id: mainGroup, kind: 'group', recordings: [id] }

function placedAt(start: number, driftPpm = 0): CaseState {
  const computed: Placement = {
    kind: 'placed',
    group: mainGroup,
    start: start as CaseMicros,
    driftPpm,
    errorMs: 1,
    by: 'sound',
  }
  return { ...emptyCase, recordings: new Map([[id, { ...newRecording(id, 'a.mp4', 1), computed }]]) }
}

test('a moment is found again where it was marked, to a microsecond, whatever the drift', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: -200, max: 200 }),
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 2, max: 1e8 }),
      fc.constantFrom('case', 'recording'),
      (start, driftPpm, from, length, on) => {
        const state = placedAt(start, driftPpm)
        const marked = {
          from: from as CaseMicros,
          to: (from + length) as CaseMicros,
          on,
          recording: id,
        } as const
        const when = momentTimeAt(state, clock, marked)
        assert.ok(when)
        const found = momentSpanOn(state, clock, { when })
        assert.ok(found && Math.abs(found.from - from) <= 1 && Math.abs(found.to - from - length) <= 2)
      },
    ),
  )
})

test('a moment goes along when the clock gets another zero or its recording another place', () => {
  for (const on of ['case', 'recording'] as const) {
    const marked = { from: 5_000_000 as CaseMicros, to: 6_000_000 as CaseMicros, on, recording: id }
    const when = momentTimeAt(placedAt(1_000_000), clock, marked)
    assert.ok(when)
    assert.deepEqual(momentSpanOn(placedAt(101_000_000), clock, { when }), {
      from: 105_000_000,
      to: 106_000_000,
    })
  }
})

test('a moment that nothing showed stays at its case time, and has none on another clock', () => {
  const when = { on: 'case', from: 7 as CaseMicros, to: null, seen: null } as const
  assert.deepEqual(momentSpanOn(placedAt(0), clock, { when }), { from: 7, to: 7 })
  assert.equal(momentSpanOn(placedAt(0), { ...clock, id: 'g2' }, { when }), null)
  assert.equal(
    momentTimeAt(placedAt(0), { ...clock, id: 'g2' }, { ...when, on: 'case', recording: null }),
    null,
  )
})

test('a moment in a recording that lost its place has none on the clock', () => {
  const when = { on: 'recording', recording: id, from: 3 as MediaMicros, to: null } as const
  const unplaced = newRecording(id, 'a.mp4', 1)
  assert.equal(momentSpanOn({ ...emptyCase, recordings: new Map([[id, unplaced]]) }, clock, { when }), null)
})
