import assert from 'node:assert/strict'
import test from 'node:test'
import { Command, decide, inverse } from '../commands.ts'
import type { Entry, Fact } from '../entries.ts'
import { readEntry } from '../entries.ts'
import { fold } from '../fold.ts'
import { type CaseState, emptyCase } from '../state.ts'

const id = 'a'.repeat(64)
const person = { kind: 'person', person: 'p1' } as const
const at = '2031-05-03T09:00:00.000Z'

function after(state: CaseState, facts: readonly Fact[]): CaseState {
  return facts.reduce((before, fact) => {
    const read = readEntry({ v: 1, salt: 'x', at, agent: person, ...fact })
    assert.ok(!('kind' in read), 'what is entered can be read back')
    return fold(before, { seq: before.seq + 1, entry: read as Entry })
  }, state)
}

function done(state: CaseState, command: Command): CaseState {
  const decision = decide(state, Command.parse(command))
  assert.equal(decision.kind, 'enter', JSON.stringify(decision))
  return decision.kind === 'enter' ? after(state, decision.facts) : state
}

const received = after(emptyCase, [
  {
    type: 'file-received',
    detail: {
      v: 1,
      file: {
        path: 'a.mp4',
        encoded: false,
        kind: 'recording',
        format: null,
        sha256: id,
        bytes: 1,
        changedMs: null,
        why: null,
        listing: null,
      },
    },
  },
])

const bang = {
  when: { on: 'recording', recording: id, from: 1_000_000 as never, to: null },
  region: { kind: 'ellipse', x: 10, y: 20, width: 30, height: 40 },
  name: 'First bang',
  description: null,
  tags: ['bang', 'bang', 'yard'],
} as const
const mark = { do: 'mark-moment', ...bang, tags: [...bang.tags] } as const satisfies Command

test('a moment is known by the number of its entry, and says each tag once', () => {
  const moment = done(received, mark).moments.get('m2')
  assert.equal(moment?.name, 'First bang')
  assert.deepEqual(moment.tags, ['bang', 'yard'])
  assert.deepEqual([moment.agent, moment.at, moment.withdrawn, moment.rev], [person, at, null, 2])
})

test('marking, editing and withdrawing are each undone by their inverse', () => {
  const marked = done(received, mark)
  const edit: Command = { ...mark, do: 'edit-moment', moment: 'm2', rev: 2, name: 'Loud sound' }
  const edited = done(marked, edit)
  assert.equal(edited.moments.get('m2')?.name, 'Loud sound')
  const back = inverse(marked, edit, 3)
  assert.ok(back)
  assert.equal(done(edited, back).moments.get('m2')?.name, 'First bang')

  const unmark = inverse(received, mark, 2)
  assert.ok(unmark)
  const withdrawn = done(marked, unmark)
  assert.equal(withdrawn.moments.get('m2')?.withdrawn, 'undone')
  const restore = inverse(marked, unmark, 3)
  assert.ok(restore)
  assert.equal(done(withdrawn, restore).moments.get('m2')?.withdrawn, null)
})

test('a change decided on an older moment is refused', () => {
  const marked = done(received, mark)
  const withdraw: Command = { do: 'withdraw-moment', moment: 'm2', rev: 2, reason: 'mistaken' }
  const withdrawn = done(marked, withdraw)
  assert.deepEqual(decide(withdrawn, withdraw), { kind: 'stale', noun: 'm2', rev: 3 })
})

test('a withdrawn moment is not edited or withdrawn again, and a standing one not restored', () => {
  const withdrawn = done(done(received, mark), {
    do: 'withdraw-moment',
    moment: 'm2',
    rev: 2,
    reason: 'mistaken',
  })
  const on = { moment: 'm2', rev: 3 }
  assert.equal(decide(withdrawn, { ...mark, do: 'edit-moment', ...on }).kind, 'impossible')
  assert.equal(decide(withdrawn, { do: 'withdraw-moment', ...on, reason: 'x' }).kind, 'impossible')
  assert.equal(
    decide(done(received, mark), { do: 'restore-moment', moment: 'm2', rev: 2, reason: 'x' }).kind,
    'impossible',
  )
})

test('a span that ends before it begins, a region without a picture and a strange recording are refused', () => {
  const onCase = { on: 'case', from: 5 as never, to: null, seen: null } as const
  assert.equal(decide(received, { ...mark, when: onCase }).kind, 'impossible')
  assert.equal(decide(received, { ...mark, region: null, when: onCase }).kind, 'enter')
  const backwards = { ...onCase, to: 4 as never }
  assert.equal(decide(received, { ...mark, region: null, when: backwards }).kind, 'impossible')
  assert.deepEqual(decide(emptyCase, mark), { kind: 'unknown', noun: id })
  assert.equal(Command.safeParse({ ...mark, region: { ...bang.region, width: 0 } }).success, false)
})

test('what is entered about a moment whose marking was expunged is passed over', () => {
  const state = fold(received, { seq: 2, entry: { type: 'expunged' } })
  const edited = after(state, [
    { type: 'moment-edited', detail: { v: 1, moment: 'm2', ...bang, tags: [] } as never },
  ])
  assert.equal(edited.moments.size, 0)
})
