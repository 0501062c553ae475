import assert from 'node:assert/strict'
import test from 'node:test'
import type { MediaMicros } from '../../time/index.ts'
import { Command, decide, inverse } from '../commands.ts'
import { type Entry, type Fact, readEntry } from '../entries.ts'
import { fold } from '../fold.ts'
import { clocksOf, placementOf } from '../placing.ts'
import { type CaseState, emptyCase } from '../state.ts'
import { syncInputsText } from '../work-left.ts'

const [camera, film] = ['a'.repeat(64), 'f'.repeat(64)]
const person = { kind: 'person', person: 'p1' } as const

function after(state: CaseState, facts: readonly Fact[]): CaseState {
  return facts.reduce((before, fact) => {
    const read = readEntry({ v: 1, salt: 'x', at: '2031-05-03T09:00:00.000Z', agent: person, ...fact })
    assert.ok(!('kind' in read), 'what is entered can be read back')
    return fold(before, { seq: before.seq + 1, entry: read as Entry })
  }, state)
}

function done(state: CaseState, command: Command): CaseState {
  const decision = decide(state, Command.parse(command))
  assert.equal(decision.kind, 'enter', JSON.stringify(decision))
  return decision.kind === 'enter' ? after(state, decision.facts) : state
}

const received = [camera, film].reduce<CaseState>(
  (state, sha256) =>
    after(state, [
      {
        type: 'file-received',
        detail: {
          v: 1,
          file: {
            path: `${sha256[0]}.mp4`,
            encoded: false,
            kind: 'recording',
            format: null,
            sha256,
            bytes: 1,
            changedMs: null,
            why: null,
            listing: null,
          },
        },
      },
      {
        type: 'placement-computed',
        detail: {
          v: 1,
          recording: sha256,
          placement: {
            kind: 'placed',
            group: 'g1',
            start: 0 as never,
            driftPpm: 0,
            errorMs: 1,
            by: 'sound',
          },
          inputs: sha256,
        },
      },
    ]),
  emptyCase,
)
const revOf = (state: CaseState, id: string) => state.recordings.get(id)?.rev ?? 0
const declare = (state: CaseState): Command => ({
  do: 'declare-edited-film',
  recording: film,
  rev: revOf(state, film),
  title: 'Briefing',
  maker: 'the academy',
  reason: 'its title card says so',
})
const engine = { method: 'm', version: '1' }

/** Both recordings as probed: nothing of what was found matters here. */
function probed(state: CaseState): CaseState {
  const recordings = new Map(state.recordings)
  for (const [id, recording] of recordings)
    recordings.set(id, { ...recording, probe: { kind: 'probed', facts: {} as never, frames: null } })
  return { ...state, recordings }
}

test('an edited film has no place on the clock and is not compared by sound, whatever was computed before', () => {
  const state = done(received, declare(received))
  const held = state.recordings.get(film)
  assert.ok(held)
  assert.equal(placementOf(held), null)
  assert.deepEqual(clocksOf(state).find(each => each.id === 'g1')?.recordings, [camera])
  assert.ok(syncInputsText(probed(received), engine).includes(film))
  assert.ok(!syncInputsText(probed(state), engine).includes(film))
})

test('declaring a film and taking it back leaves it a recording in its old place', () => {
  const command = declare(received)
  const declared = done(received, command)
  const back = inverse(received, command, declared.seq)
  assert.ok(back)
  const state = done(declared, back)
  assert.equal(state.recordings.get(film)?.film, null)
  assert.deepEqual(clocksOf(state)[0]?.recordings, [camera, film])
})

test('what a person has placed on the clock is not called a film before that is taken back', () => {
  const pinned = done(received, {
    do: 'pin-placement',
    recording: film,
    rev: revOf(received, film),
    start: 5 as never,
    driftPpm: 0,
    errorMs: null,
    evidence: { how: 'typed' },
    reason: 'a watermark',
  })
  assert.equal(decide(pinned, declare(pinned)).kind, 'impossible')
})

test('a cover opens only at a recording that is held, and compares only accounts that are', () => {
  const doors = {
    do: 'choose-cover-doors',
    rev: 0,
    question: null,
    opensAt: { recording: camera, media: 1_000_000 as MediaMicros },
    wordings: null,
  } as const
  const state = done(received, doors)
  assert.deepEqual(state.cover?.doors.opensAt, doors.opensAt)
  const elsewhere = { ...doors, opensAt: { ...doors.opensAt, recording: 'b'.repeat(64) } }
  assert.equal(decide(received, elsewhere).kind, 'unknown')
  const said = (file: string) => ({ file, words: 'What did I do?' })
  const wordings = { matter: 'A question', at: doors.opensAt, words: [said('a.mp4'), said('gone.html')] }
  assert.deepEqual(decide(received, { ...doors, wordings }), { kind: 'unknown', noun: 'gone.html' })
  assert.equal(decide(state, doors).kind, 'stale')
})
