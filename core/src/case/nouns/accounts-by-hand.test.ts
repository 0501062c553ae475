import assert from 'node:assert/strict'
import test from 'node:test'
import { Command, decide, inverse } from '../commands.ts'
import { type Entry, type Fact, readEntry } from '../entries.ts'
import { fold } from '../fold.ts'
import { type Passage, passageAt } from '../passage.ts'
import { type CaseState, emptyCase } from '../state.ts'
import { statedDayOf } from './stated-day.ts'
import { statementOf } from './statement.ts'

const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]
const person = { kind: 'person', person: 'p1' } as const
const at = '2031-05-03T09:00:00.000Z'
const text = 'A guard fired five shots. “Stay back,” she said.'
const takenFrom = { method: 'rules-and-terms', version: '1' }

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

/** Does a command, takes it back, and takes that back: the case is each time as it was. */
function thereAndBack(before: CaseState, command: Command, see: (state: CaseState) => unknown): CaseState {
  const then = done(before, command)
  const back = inverse(before, command, then.seq)
  assert.ok(back, 'there is a way back')
  const undone = done(then, back)
  assert.deepEqual(see(undone), see(before))
  const again = inverse(then, back, undone.seq)
  assert.ok(again, 'and one on again')
  assert.deepEqual(see(done(undone, again)), see(then))
  return then
}

const received = (account: string, path: string): Fact => ({
  type: 'file-received',
  detail: {
    v: 1,
    file: {
      ...{ path, encoded: false, kind: 'account', format: null, sha256: account, bytes: 1 },
      ...{ changedMs: null, why: null, listing: null },
    },
  },
})
const read = (account: string): Fact => ({
  type: 'account-read',
  detail: {
    v: 1,
    account,
    readers: 'text 1',
    reader: 'text 1',
    text: 'c'.repeat(64),
    characters: text.length,
    tool: 't',
  },
})
const unread = after(emptyCase, [received(one, 'one.txt'), received(two, 'two.txt')])
const state = after(unread, [read(one), read(two)])

function passage(words: string, account = one): Passage {
  const start = text.indexOf(words)
  return passageAt(account, text, { start, end: start + words.length }) ?? assert.fail('it is in the text')
}

const source = {
  ...{ chain: ['a guard', 'The Paper'], to: null, recording: null },
  ...{ negated: false, hedged: false, declining: false },
}
const shots = passage('A guard fired five shots.')
const make: Command = { do: 'make-statement', kind: 'statement', passage: shots, source, takenFrom }

test('an account is known by its bytes: two names are one account, and its text is cited by hash', () => {
  const copies = after(state, [received(one, 'copy.txt')])
  assert.equal(copies.accounts.size, 2)
  assert.equal(copies.accounts.get(one)?.firstName, 'one.txt')
  assert.deepEqual(copies.accounts.get(one)?.reading, {
    ...{ kind: 'read', readers: 'text 1', reader: 'text 1' },
    ...{ text: 'c'.repeat(64), characters: text.length },
  })
})

test('a statement is known by the number of its entry, and says who took it up from what', () => {
  const made = thereAndBack(state, make, ({ statements }) =>
    [...statements.values()].filter(each => each.withdrawn === null).map(({ id, passage: p }) => [id, p]),
  )
  const id = `s${made.seq}`
  const held = made.statements.get(id)
  assert.deepEqual([held?.agent, held?.at, held?.takenFrom], [person, at, takenFrom])
  assert.equal(statementOf(made, 'statement', shots)?.id, id)
  assert.equal(statementOf(made, 'quote', shots), null)
})

test('a correction says all of a statement anew, is refused when stale, and is taken back whole', () => {
  const made = done(state, make)
  const id = `s${made.seq}`
  const correct: Command = {
    ...{ do: 'correct-statement', id, rev: made.seq, passage: passage('fired five shots') },
    source: { ...source, chain: ['a witness', 'The Paper'] },
  }
  const corrected = thereAndBack(made, correct, ({ statements }) => {
    const { passage: stretch, source: from } = statements.get(id) ?? assert.fail('it is held')
    return { stretch, from }
  })
  assert.deepEqual(decide(corrected, correct), { kind: 'stale', noun: id, rev: corrected.seq })
})

test('the same words are taken up once, words of an unread account not at all', () => {
  assert.equal(decide(done(state, make), make).kind, 'impossible')
  assert.equal(decide(unread, make).kind, 'impossible')
  assert.deepEqual(decide(emptyCase, make), { kind: 'unknown', noun: one })
  const beyond = { ...shots, start: shots.start + 40, end: shots.end + 40 }
  assert.equal(decide(state, { ...make, passage: beyond }).kind, 'impossible')
})

const link: Command = {
  ...{ do: 'link-statements', a: shots, b: passage('A guard fired five shots.', two) },
  ...{ relation: 'same', note: null, takenFrom: null },
}

test('a link joins two accounts, once, and its relation can be corrected and taken back', () => {
  const linked = thereAndBack(state, link, ({ statementLinks }) =>
    [...statementLinks.values()].filter(each => each.withdrawn === null).map(({ id }) => id),
  )
  const id = `l${linked.seq}`
  assert.equal(decide(linked, { ...link, a: link.b, b: link.a }).kind, 'impossible')
  assert.equal(decide(state, { ...link, b: passage('“Stay back,” she said.') }).kind, 'impossible')
  const corrected = thereAndBack(
    linked,
    { do: 'correct-link', id, rev: linked.seq, relation: 'detail', note: 'how many is left open' },
    ({ statementLinks }) => statementLinks.get(id)?.relation,
  )
  assert.equal(corrected.statementLinks.get(id)?.note, 'how many is left open')
})

test('a matter gathers statements one by one, gives them up, and knows each once', () => {
  const named = done(state, { do: 'name-matter', name: 'Shots', note: null, passages: [shots, shots] })
  const id = `mt${named.seq}`
  assert.equal(named.matters.get(id)?.passages.length, 1)
  const other = passage('A guard fired five shots.', two)
  const gather: Command = { do: 'gather-in-matter', id, rev: named.seq, passages: [shots, other] }
  const gathered = thereAndBack(named, gather, ({ matters }) => matters.get(id)?.passages)
  assert.deepEqual(gathered.matters.get(id)?.passages, [shots, other])
  const release: Command = { do: 'release-from-matter', id, rev: gathered.seq, passages: [other] }
  const released = thereAndBack(gathered, release, ({ matters }) => matters.get(id)?.passages.length)
  assert.deepEqual(released.matters.get(id)?.passages, [shots])
  assert.equal(decide(released, { ...release, rev: released.seq }).kind, 'impossible')
  thereAndBack(
    released,
    { do: 'rename-matter', id, rev: released.seq, name: 'How many shots', note: null },
    ({ matters }) => matters.get(id)?.name,
  )
})

test('a statement is split into parts of itself, or several merged into one, and nothing else', () => {
  const [first, second] = [passage('A guard fired'), passage('five shots.')]
  const split: Command = { do: 'part-statements', from: [shots], into: [first, second] }
  const parted = thereAndBack(state, split, ({ partings }) =>
    [...partings.values()].filter(each => each.withdrawn === null).map(({ into }) => into),
  )
  assert.equal(parted.partings.size, 1)
  assert.equal(decide(state, { ...split, from: split.into, into: split.from }).kind, 'enter')
  for (const into of [[first], [first, shots], [first, passage('“Stay back,”')], [first, passage('A guard')]])
    assert.equal(decide(state, { ...split, into }).kind, 'impossible', JSON.stringify(into))
  const elsewhere = passage('five shots.', two)
  assert.equal(decide(state, { ...split, into: [first, elsewhere] }).kind, 'impossible')
})

test('a candidate is set aside with a reason, once, and can be taken up again', () => {
  const of = { kind: 'link', a: shots, b: link.b, relation: 'conflict' } as const
  const dismiss: Command = {
    do: 'dismiss-candidate',
    of,
    reason: 'both say five',
    suggestedBy: takenFrom,
  }
  const dismissed = thereAndBack(state, dismiss, ({ dismissals }) =>
    [...dismissals.values()].filter(each => each.withdrawn === null).map(each => each.of),
  )
  assert.equal(
    decide(dismissed, { ...dismiss, of: { ...of, a: of.b, b: of.a } }).kind,
    'impossible',
    'whichever way round',
  )
  assert.equal(decide(dismissed, { ...dismiss, of: { ...of, relation: 'detail' } }).kind, 'enter')
  assert.equal(Command.safeParse({ ...dismiss, reason: ' ' }).success, false, 'never without saying why')
})

test('a day is stated once for an account, for what happened and for some words, and is taken back whole', () => {
  const standing = ({ statedDays }: CaseState) =>
    [...statedDays.values()].filter(each => each.withdrawn === null).map(({ days, reason }) => [days, reason])
  const days = { from: '2031-05-02', to: '2031-05-03' }
  const event: Command = {
    do: 'state-day',
    ...{ of: { kind: 'event' }, days, time: '14:03', reason: 'the call log' },
  }
  const stated = thereAndBack(state, event, standing)
  const id = `dy${stated.seq}`
  assert.equal(decide(stated, event).kind, 'impossible', 'once')
  const words: Command = {
    ...{ ...event, of: { kind: 'words', passage: passage('five shots') }, time: null },
    days: { from: '2031-05-01', to: '2031-05-04' },
  }
  assert.equal(decide(done(stated, words), words).kind, 'impossible', 'once for the same words')
  const corrected = thereAndBack(
    stated,
    { do: 'correct-day', id, rev: stated.seq, days, time: null, reason: 'the log was an hour off' },
    standing,
  )
  const withdrawn = done(corrected, { do: 'withdraw-day', id, rev: corrected.seq, reason: 'not sure' })
  assert.equal(statedDayOf(withdrawn, { kind: 'event' }), null)
  const anew = done(withdrawn, event)
  assert.equal(
    decide(anew, { do: 'restore-day', id, rev: withdrawn.seq, reason: 'was right' }).kind,
    'impossible',
    'another one stands',
  )
  const wrong: readonly (readonly [string, string])[] = [
    ['2031-05-02', '2031-05-02'],
    ['2031-05-02', '2031-05-04'],
    ['2031-05-03', '2031-05-02'],
  ]
  for (const [from, to] of wrong)
    assert.equal(decide(state, { ...event, days: { from, to } }).kind, 'impossible', `${from} to ${to}`)
  const account = { kind: 'account', account: 'd'.repeat(64) } as const
  assert.deepEqual(decide(state, { ...event, of: account }), { kind: 'unknown', noun: account.account })
  assert.equal(Command.safeParse({ ...event, days: { from: '2031-02-30', to: '2031-03-01' } }).success, false)
  assert.equal(Command.safeParse({ ...event, time: '24:00' }).success, false)
})

test('what is known of an account is stated by a person, and versions hang on one account', () => {
  const nothing = {
    outlet: null,
    author: null,
    publishedOn: null,
    address: null,
    versionOf: null,
    note: null,
  }
  const describe = (account: string, rev: number, said: object): Command =>
    ({ do: 'describe-account', account, rev, ...nothing, ...said }) as Command
  const first = describe(one, 1, { outlet: 'The Paper', publishedOn: '2031-05-02' })
  const described = thereAndBack(state, first, ({ accounts }) => accounts.get(one)?.said?.outlet ?? null)
  const versioned = done(described, describe(two, 2, { outlet: 'The Paper', versionOf: one }))
  assert.equal(versioned.accounts.get(two)?.said?.versionOf, one)
  assert.equal(decide(versioned, describe(one, described.seq, { versionOf: two })).kind, 'impossible')
  assert.equal(decide(state, describe(one, 1, { versionOf: one })).kind, 'impossible')
  for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'no address'])
    assert.equal(Command.safeParse(describe(one, 1, { address })).success, false, address)
})

test('what is entered about a thing whose making was expunged is passed over', () => {
  const gone = fold(state, { seq: state.seq + 1, entry: { type: 'expunged' } })
  const id = `s${gone.seq}`
  const left = after(gone, [
    { type: 'statement-withdrawn', detail: { v: 1, id, reason: 'x' } },
    { type: 'account-described', detail: { v: 1, account: 'd'.repeat(64), ...accountNothing } },
  ])
  assert.equal(left.statements.size, 0)
  assert.equal(left.accounts.size, 2)
})

const accountNothing = {
  ...{ outlet: null, author: null, publishedOn: null, address: null, versionOf: null, note: null },
}
