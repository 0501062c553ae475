import assert from 'node:assert/strict'
import test from 'node:test'
import type { CaseState, Command } from '../case/index.ts'
import type { Candidates } from './candidates.ts'
import { candidatesOf, caseOf, done, idOf, passage, type Texts, textsOf } from './case-for-tests.ts'
import { findRows, findUtterances } from './find.ts'
import { groundsOf, isThin, nameOfMatter } from './grounds.ts'
import { openCandidates } from './review.ts'
import { sideBySide } from './side-by-side.ts'
import { accountsTable } from './table.ts'

const texts: Texts = {
  a: 'The guard was seen on Wednesday.\nThe day before, he had called.\nLee, 13, said “I saw him yesterday evening.”',
  b: 'A guard had called.\n“I saw him there,” Lee said. “He ran.”',
}
const at = (letter: string, words: string) => {
  const start = texts[letter]?.indexOf(words) ?? 0
  return { account: idOf(letter), start, end: start + words.length }
}
const suggested: Candidates = {
  ...candidatesOf(texts, [['a', 'The day before', 'b', 'had called', 'detail']]),
  people: [
    {
      name: 'Ann Lee',
      named: [
        { account: idOf('a'), name: 'Lee', roles: ['boy'] },
        { account: idOf('b'), name: 'Lee', roles: [] },
      ],
      mentions: [at('a', 'Lee'), at('b', 'Lee')],
      ages: [{ ...at('a', '13'), age: 13 }],
      isMinor: true,
    },
  ],
  utterances: [
    {
      excerpts: [at('a', 'I saw him yesterday evening.'), at('b', 'I saw him there,')],
      pieces: [
        { kind: 'words', text: 'I saw him', accounts: [idOf('a'), idOf('b')] },
        { kind: 'words', text: 'yesterday evening', accounts: [idOf('a')] },
        { kind: 'gap' },
        { kind: 'words', text: 'there', accounts: [idOf('b')] },
      ],
    },
  ],
}
const own = suggested.accounts[idOf('a')]
const withMinor: Candidates = {
  ...suggested,
  accounts: {
    ...suggested.accounts,
    ...(own && { [idOf('a')]: { ...own, minors: [{ start: 0, end: 3, age: 13 }] } }),
  },
}

const look = (state: CaseState, candidates = suggested, given = texts) =>
  sideBySide(state, candidates, textsOf(given))
const daysIn = (state: CaseState) =>
  look(state).columns.flatMap(({ days }) =>
    days.map(({ words, means, isQuoted }) => {
      const told =
        means.kind === 'open'
          ? means.lacks
          : means.kind === 'counted'
            ? `${means.comesTo.days.from} by ${means.from.stated?.id ?? 'what it bears'}`
            : `${means.stated.days.from} by ${means.stated.id}`
      return `${words}${isQuoted ? ' (quoted)' : ''}: ${told}`
    }),
  )

const state = caseOf(texts)
const describe = (publishedOn: string) =>
  done(state, {
    ...{ do: 'describe-account', account: idOf('a'), rev: state.accounts.get(idOf('a'))?.rev ?? 0 },
    ...{ outlet: 'The Paper', author: null, publishedOn, address: null, versionOf: null, note: null },
  })
const days = (day: string, next: string) => ({
  days: { from: day, to: next },
  time: null,
  reason: 'it says so',
})

test('relative times stay relative until a person gives the day they are counted from', () => {
  assert.deepEqual(daysIn(state), [
    'Wednesday: written',
    'The day before: event',
    'yesterday evening (quoted): written',
  ])
})

test('they are counted from the day that an account bears, or was written as a person states; and from what happened', () => {
  const borne = describe('2031-05-01')
  assert.deepEqual(daysIn(borne).slice(0, 2), [
    'Wednesday: 2031-04-30 by what it bears',
    'The day before: event',
  ])
  const written = done(borne, {
    do: 'state-day',
    ...{ of: { kind: 'account', account: idOf('a') }, ...days('2031-05-09', '2031-05-10') },
  })
  const happened = done(written, {
    do: 'state-day',
    of: { kind: 'event' },
    ...days('2031-05-06', '2031-05-07'),
  })
  assert.deepEqual(daysIn(happened), [
    `Wednesday: 2031-05-07 by dy${written.seq}`,
    `The day before: 2031-05-05 by dy${happened.seq}`,
    `yesterday evening (quoted): 2031-05-08 by dy${written.seq}`,
  ])
  const withdrawn = done(happened, {
    ...{ do: 'withdraw-day', id: `dy${written.seq}`, rev: written.seq, reason: 'another capture' },
  })
  assert.equal(daysIn(withdrawn)[0], 'Wednesday: 2031-04-30 by what it bears')
})

test('what a person states of some words counts before any rule, and of any words', () => {
  const borne = describe('2031-05-01')
  const said = (words: string): Command => ({
    do: 'state-day',
    ...{ of: { kind: 'words', passage: passage(texts, 'a', words) } },
    ...days('2031-04-23', '2031-04-24'),
  })
  const stated = done(done(borne, said('Wednesday')), said('had called'))
  assert.deepEqual(daysIn(stated).slice(0, 3), [
    `Wednesday: 2031-04-23 by dy${borne.seq + 1}`,
    'The day before: event',
    `had called: 2031-04-23 by dy${borne.seq + 2}`,
  ])
  const given = { ...texts, a: 'Another text.' }
  const gone = look(stated, candidatesOf(given), given).unfound
  assert.deepEqual(
    gone.map(({ words }) => words),
    ['Wednesday', 'had called'],
  )
})

test('days go out with what they were counted from, and are found by the day', () => {
  const view = look(describe('2031-05-01'))
  const telling = { view, nameOf: () => 'Ann Lee', generator: 'g', at: '2031-05-03T09:00:00.000Z' }
  const [head, ...lines] = accountsTable(telling)
  const column = head?.indexOf('days_told_relatively') ?? -1
  assert.ok(
    lines.some(
      line => line[column] === 'Wednesday = 2031-04-30 (counted from 2031-05-01, as Ann Lee stated)',
    ),
  )
  assert.equal(findRows(view.rows, view.columns, '2031-04-30 guard').length, 1)
  assert.equal(findRows(view.rows, view.columns, '2031-04-29').length, 0)
})

test('a link that rests on one shared word makes no row unless it is asked for, and is reviewed last', () => {
  const thin: Candidates = {
    ...suggested,
    links: suggested.links.map(link => ({ ...link, why: ['shared: call, not'] })),
  }
  const rowsOf = (hasAll: boolean) =>
    sideBySide(state, thin, textsOf(texts), { hasAll }).rows.filter(({ links }) => links.length > 0).length
  assert.deepEqual([rowsOf(false), rowsOf(true), look(state, thin).further], [0, 1, 1])
  assert.equal(openCandidates(look(state, thin)).at(-1)?.kind, 'link')
  assert.equal(openCandidates(look(state)).at(0)?.kind, 'link')
  assert.equal(look(state).further, 0, 'two shared words are more than one')
  const why = ['matter: calls', 'shared: call']
  const candidate = { kind: 'candidate' } as const
  assert.equal(isThin({ origin: candidate, relation: 'detail', why }), true, 'a question besides is no more')
  assert.equal(
    isThin({ origin: candidate, relation: 'detail', why: [...why, 'number with a bound: call'] }),
    false,
    'something found is',
  )
  assert.equal(
    isThin({ origin: candidate, relation: 'conflict', why }),
    false,
    'no candidate conflict is passed over',
  )
})

test('grounds are told apart: what was found and of what, what is shared, and what nobody here knows', () => {
  const why = [
    ...['number differs: shot', 'not in a recording (the doorbell video) against said: prop'],
    ...['one utterance in different words', 'shared: guard, van', 'issue: shots.count', 'seen by me'],
    ...['lasting differs: cuffs', 'not perceived against said: commands'],
    ...['answers differ: injury.side', 'matter: injury.side, hands'],
  ]
  assert.deepEqual(groundsOf({ why }), [
    { kind: 'number', of: 'shot' },
    { kind: 'not-in-recording', of: 'prop' },
    { kind: 'utterance', of: null },
    { kind: 'shared', terms: ['guard', 'van'] },
    { kind: 'issue', terms: ['shots.count'] },
    { kind: 'words', words: 'seen by me' },
    { kind: 'lasting', of: 'cuffs' },
    { kind: 'not-perceived', of: 'commands' },
    { kind: 'answers', of: 'injury.side' },
    { kind: 'matter', terms: ['injury.side', 'hands'] },
  ])
  assert.deepEqual(['injury.side', 'diedWhere', 'yes:ended'].map(nameOfMatter), [
    'injury side',
    'died where',
    'yes ended',
  ])
})

test('who is named is put to a participant by the same words in the same account; a stated minor is flagged', () => {
  const before = look(state, withMinor)
  assert.deepEqual(
    before.people.map(({ name, isMinor, participants }) => [name, isMinor, participants]),
    [['Ann Lee', true, []]],
  )
  assert.deepEqual(before.columns[0]?.minors, [{ start: 0, end: 3, age: 13 }])
  const participant = { role: 'the boy', sort: 'person', minor: 'yes', about: null, saidBy: null }
  const entered = done(state, { do: 'enter-card', of: 'participant', said: participant, hidden: null })
  const id = `k${entered.seq}`
  const label = (words: string, file: string) =>
    done(entered, {
      do: 'enter-card',
      ...{ of: 'label', said: { participant: id, words, usedBy: 'The Paper', file }, hidden: null },
    })
  assert.deepEqual(look(label('lee', 'a.txt')).people[0]?.participants, [id])
  assert.deepEqual(look(label('the lad', 'a.txt')).people[0]?.participants, [])
})

test('what people put to a participant stands with the name and beside it, and a source without a name is told as one', () => {
  const put = (before: CaseState, participant: string, words: string, file: string) =>
    done(before, {
      do: 'enter-card',
      ...{ of: 'label', said: { participant, words, usedBy: 'The Paper', file }, hidden: null },
    })
  const role = { role: 'the boy', sort: 'person', minor: 'yes', about: null, saidBy: null }
  const entered = done(state, { do: 'enter-card', of: 'participant', said: role, hidden: null })
  const id = `k${entered.seq}`
  const labelled = put(put(entered, id, 'lee', 'a.txt'), id, 'the lad', 'b.txt')
  assert.deepEqual(
    look(labelled).people[0]?.labels.map(({ words }) => words),
    ['lee', 'the lad'],
  )
  const without = (from: CaseState) => look(from).described.map(({ words, group }) => [words, group])
  const sources = [
    ['paper-a', idOf('a')],
    ['paper-b', idOf('b')],
  ]
  assert.deepEqual(without(labelled), sources, 'what is put to somebody named is told there')
  const [label] = look(labelled).people[0]?.labels ?? []
  assert.ok(label)
  const back = done(labelled, {
    do: 'withdraw-card',
    card: label.card,
    rev: label.rev,
    reason: 'another boy',
  })
  assert.deepEqual(look(back).people[0]?.participants, [], 'taken back')
  const guard = done(entered, {
    ...{ do: 'enter-card', of: 'participant', said: { ...role, role: 'the guard' }, hidden: null },
  })
  const described = put(guard, `k${guard.seq}`, 'a guard', 'b.txt')
  assert.deepEqual(without(described), [...sources, ['a guard', idOf('b')]])
  assert.deepEqual(look(described).described.at(-1)?.participants, [`k${guard.seq}`])
})

test('an utterance is told by the accounts that have a column; what only others quote is a gap', () => {
  assert.deepEqual(
    look(state).utterances.map(({ pieces }) =>
      pieces.map(piece => (piece.kind === 'gap' ? '…' : piece.text)),
    ),
    [['I saw him', 'yesterday evening', '…', 'there']],
  )
  assert.equal(look(state, suggested, { b: texts['b'] ?? '' }).utterances.length, 0, 'of one account alone')
  assert.equal(findUtterances(look(state).utterances, 'him THERE').length, 1)
  assert.equal(findUtterances(look(state).utterances, 'unicorn').length, 0)
})

test('a result of an earlier version has none of this and is shown all the same', () => {
  const { people: _people, utterances: _utterances, ...earlier } = suggested
  const view = look(state, earlier)
  assert.deepEqual([view.people, view.utterances, view.columns.length], [[], [], 2])
})
