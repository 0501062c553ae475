import assert from 'node:assert/strict'
import test from 'node:test'
import type { MediaMicros } from '../../time/index.ts'
import { type Command, decide, inverse } from '../commands.ts'
import type { Entry, Fact } from '../entries.ts'
import { fold } from '../fold.ts'
import { type CaseState, emptyCase } from '../state.ts'
import { causesOf } from './stated-cause.ts'

const recording = 'a'.repeat(64)
const media = (seconds: number) => (seconds * 1e6) as MediaMicros
const file = {
  path: 'a.mp4',
  encoded: false,
  kind: 'recording',
  format: null,
  sha256: recording,
  bytes: 1,
  changedMs: null,
  why: null,
  listing: null,
} as const
const received: Fact = { type: 'file-received', detail: { v: 1, file } }
const stated = {
  do: 'state-cause',
  recording,
  of: 'sound',
  from: media(0),
  to: media(12),
  cause: 'the device keeps no sound before it is started',
  reason: 'manual of the device, page 4',
} as const satisfies Command

function told(state: CaseState, fact: Fact, person = 'p1'): CaseState {
  const at = `2031-05-03T09:00:0${state.seq}.000Z`
  return fold(state, {
    seq: state.seq + 1,
    entry: { ...fact, at, agent: { kind: 'person', person } } as Entry,
  })
}

function done(state: CaseState, asked: Command, person?: string): CaseState {
  const decision = decide(state, asked)
  assert.equal(decision.kind, 'enter')
  return decision.kind === 'enter' ? decision.facts.reduce((s, fact) => told(s, fact, person), state) : state
}

const held = told(emptyCase, received)

test('a cause is entered with a person and a reason, and leaves what was measured alone', () => {
  const state = done(held, stated)
  const [cause] = causesOf(state, recording)
  assert.deepEqual(
    [cause?.id, cause?.of, cause?.from, cause?.to, cause?.cause, cause?.agent],
    ['w2', 'sound', 0, 12_000_000, stated.cause, { kind: 'person', person: 'p1' }],
  )
  assert.equal(state.recordings.get(recording), held.recordings.get(recording))
})

test('a cause is withdrawn by a person with a reason, stays readable, and undo brings it back', () => {
  const before = done(held, stated)
  const withdraw = { do: 'withdraw-cause', why: 'w2', rev: 2, reason: 'another device' } as const
  const after = done(before, withdraw, 'p2')
  assert.deepEqual(after.causes.get('w2')?.withdrawn, {
    agent: { kind: 'person', person: 'p2' },
    at: '2031-05-03T09:00:02.000Z',
    reason: 'another device',
  })
  assert.deepEqual(decide(after, { ...withdraw, rev: 3 }).kind, 'impossible')
  const back = inverse(before, withdraw, 3)
  assert.ok(back)
  assert.equal(done(after, back).causes.get('w2')?.withdrawn, null)
})

test('stating a cause is undone by its withdrawal', () => {
  const back = inverse(held, stated, 2)
  assert.deepEqual(back, { do: 'withdraw-cause', why: 'w2', rev: 2, reason: 'undone' })
})

test('of two people who withdraw the same cause the second is told that it changed', () => {
  const after = done(done(held, stated), { do: 'withdraw-cause', why: 'w2', rev: 2, reason: 'one' })
  const late = decide(after, { do: 'withdraw-cause', why: 'w2', rev: 2, reason: 'two' })
  assert.deepEqual(late, { kind: 'stale', noun: 'w2', rev: 3 })
})

test('a stretch without length, and a recording that is not held, are refused', () => {
  assert.equal(decide(held, { ...stated, to: media(0) }).kind, 'impossible')
  assert.deepEqual(decide(held, { ...stated, recording: 'b'.repeat(64) }), {
    kind: 'unknown',
    noun: 'b'.repeat(64),
  })
})

test('the causes of a recording are told in the order of its own time', () => {
  const later = done(held, { ...stated, from: media(60), to: media(66), cause: 'redacted' })
  const both = done(later, stated)
  assert.deepEqual(
    causesOf(both, recording).map(each => each.cause),
    [stated.cause, 'redacted'],
  )
})
