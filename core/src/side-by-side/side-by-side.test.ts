import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Command } from '../case/commands.ts'
import type { CaseState } from '../case/index.ts'
import type { Candidates } from './candidates.ts'
import {
  candidatesOf,
  caseOf,
  done,
  idOf,
  passage,
  type Texts,
  takenFrom,
  textsOf,
} from './case-for-tests.ts'
import { differingIn } from './differing.ts'
import { findRows } from './find.ts'
import { openCandidates } from './review.ts'
import type { ShownStatement } from './shown.ts'
import { type SideBySide, sideBySide } from './side-by-side.ts'

const texts: Texts = {
  a: 'A guard fired five shots.\n“Stay back,” she said.\nThe gate was shut.',
  b: 'It rained.\nThe guard fired four shots at the van.\nA dog barked. Nobody came.',
  c: 'Shots were heard.\n“Stay there,” said the guard.',
}
const suggested = candidatesOf(texts, [
  ['a', 'five shots', 'b', 'four shots', 'conflict', 'five', 'four'],
  ['a', 'five shots', 'c', 'Shots were', 'detail', 'A guard fired five', 'were heard and more words'],
  ['b', 'four shots', 'c', 'Shots were', 'detail'],
])

const look = (state: CaseState, candidates: Candidates | null = suggested, given = texts) =>
  sideBySide(state, candidates, textsOf(given))
const wordsOf = ({ columns }: SideBySide, { group, start, end }: ShownStatement) =>
  columns.find(each => each.group.id === group)?.text.slice(start, end) ?? ''
const told = (view: SideBySide) =>
  view.rows.map(row => `${row.kind}: ${row.statements.map(each => wordsOf(view, each)).join(' | ')}`)

const state = caseOf(texts)

test('linked statements are one row, and what stands alone is told where it stands in its account', () => {
  assert.deepEqual(told(look(state)), [
    'alone: It rained.',
    'conflict: A guard fired five shots. | The guard fired four shots at the van. | Shots were heard.',
    'alone: “Stay there,” said the guard.',
    'alone: A dog barked. Nobody came.',
    'alone: “Stay back,” she said.',
    'alone: The gate was shut.',
  ])
})

test('words quoted within a turn of talk go back to whose they are, through whoever speaks', () => {
  const turns: Texts = { a: 'He says, “Wait.”\nThey left.', b: 'He says, “Wait.”' }
  const [candidates, other] = [candidatesOf(turns), candidatesOf(turns)]
  const source = { to: null, via: null, certainty: 'certain' } as const
  const attribution = { negated: false, hedged: false, recording: null, declining: false }
  const chainIn = (given: Candidates, letter: string) =>
    look(caseOf(turns), given, turns)
      .columns.find(({ group }) => group.id === idOf(letter))
      ?.statements.map(each => each.source?.chain ?? null)
  const told = (letter: string, end: number, sentences: readonly (readonly [number, number])[]) => ({
    ...(candidates.accounts[idOf(letter)] as Candidates['accounts'][string]),
    quotes: [
      { start: 0, end, speaker: 'Ann Lee', ...source },
      { start: 10, end: 15, speaker: 'the guard', ...source },
    ],
    attributions: sentences.map(([from, to]) => {
      return { start: from, end: to, source: 'Ann Lee', chain: ['Ann Lee'], ...attribution }
    }),
  })
  const given = {
    ...other,
    accounts: {
      [idOf('a')]: told('a', 27, [
        [0, 16],
        [17, 27],
      ]),
      [idOf('b')]: told('b', 16, [[0, 16]]),
    },
  }
  assert.deepEqual(chainIn(given, 'a'), [['the guard', 'Ann Lee'], ['Ann Lee']])
  assert.deepEqual(chainIn(given, 'b'), [['the guard', 'Ann Lee']], 'a turn of one sentence')
})

test('without a result of the engine there are the texts, and what people entered', () => {
  const made = done(state, {
    ...{ do: 'make-statement', kind: 'quote', passage: passage(texts, 'a', 'Stay back,') },
    ...{ source: null, takenFrom: null },
  })
  assert.deepEqual(told(look(made, null)), ['alone: Stay back,'])
  assert.equal(look(made, null).engine, null)
})

test('a source that a person states stands in place of the machine’s, and says that a person said it', () => {
  const shots = passage(texts, 'a', 'A guard fired five shots.')
  const source = {
    ...{ chain: ['a witness', 'paper-a'], to: null, recording: null },
    ...{ negated: false, hedged: true, declining: false },
  }
  const corrected = done(state, {
    do: 'make-statement',
    kind: 'statement',
    passage: shots,
    source,
    takenFrom,
  })
  const find = (view: SideBySide) => view.columns[0]?.statements[0]
  assert.deepEqual(find(look(state))?.source?.by, 'machine')
  assert.deepEqual(find(look(corrected))?.source, { ...source, by: 'person', certainty: null })
  assert.equal(told(look(corrected)).length, told(look(state)).length)
})

test('a statement that is split stands in its parts, and its links with the part that holds most of it', () => {
  const split = done(state, {
    ...{ do: 'part-statements', from: [passage(texts, 'b', 'A dog barked. Nobody came.')] },
    into: [passage(texts, 'b', 'A dog barked.'), passage(texts, 'b', 'Nobody came.')],
  })
  const rows = told(look(split))
  assert.ok(rows.includes('alone: A dog barked.') && rows.includes('alone: Nobody came.'))
  assert.ok(!rows.some(row => row.includes('barked. Nobody')))
  const shots = done(state, {
    ...{ do: 'part-statements', from: [passage(texts, 'a', 'A guard fired five shots.')] },
    into: [passage(texts, 'a', 'A guard'), passage(texts, 'a', 'fired five shots.')],
  })
  assert.ok(
    told(look(shots)).some(row => row.startsWith('conflict: fired five shots. | The guard fired four')),
  )
})

test('statements that are merged are one', () => {
  const merged = done(state, {
    ...{
      do: 'part-statements',
      from: [passage(texts, 'a', '“Stay back,” she said.'), passage(texts, 'a', 'The gate was shut.')],
    },
    into: [passage(texts, 'a', '“Stay back,” she said.\nThe gate was shut.')],
  })
  assert.ok(told(look(merged)).includes('alone: “Stay back,” she said.\nThe gate was shut.'))
  assert.ok(!told(look(merged)).includes('alone: The gate was shut.'))
})

test('a statement that a person took up is split and merged as it is, and stands again when that is taken back', () => {
  const whole = passage(texts, 'b', 'A dog barked. Nobody came.')
  const source = {
    ...{ chain: ['a neighbour', 'paper-b'], to: null, recording: null },
    ...{ negated: false, hedged: false, declining: false },
  }
  const taken = done(state, {
    do: 'make-statement',
    kind: 'statement',
    passage: whole,
    source,
    takenFrom,
  })
  const id = `s${taken.seq}`
  const into = [passage(texts, 'b', 'A dog barked.'), passage(texts, 'b', 'Nobody came.')]
  const split = done(taken, { do: 'part-statements', from: [whole], into })
  const inB = (from: CaseState) => look(from).columns.find(({ group }) => group.id === whole.account)
  const parts = inB(split)?.statements.filter(({ partedFrom }) => partedFrom.some(held => held.id === id))
  assert.deepEqual(
    parts?.map(each => [each.end - each.start, each.source?.by, each.source?.chain[0]]),
    into.map(({ exact }) => [exact.length, 'person', 'a neighbour']),
  )
  assert.ok(!told(look(split)).some(row => row.includes('barked. Nobody')))
  const merged = done(split, { do: 'part-statements', from: into, into: [whole] })
  const again = inB(merged)?.statements.find(({ start }) => start === whole.start)
  assert.equal(
    again?.origin.kind === 'taken-up' && again.origin.held.id,
    id,
    'the same words are the same statement',
  )
  const pt = `pt${split.seq}`
  const undone = done(split, { do: 'withdraw-parting', id: pt, rev: split.seq, reason: 'one sentence' })
  assert.deepEqual(told(look(undone)), told(look(taken)))
})

test('what a person linked is linked still after a split, and with the merged words after a merger', () => {
  const [shots, four] = [
    passage(texts, 'a', 'A guard fired five shots.'),
    passage(texts, 'b', 'The guard fired four shots at the van.'),
  ]
  const linked = done(state, {
    ...{ do: 'link-statements', a: shots, b: four, relation: 'conflict', note: null, takenFrom: null },
  })
  const split = done(linked, {
    ...{ do: 'part-statements', from: [shots] },
    into: [passage(texts, 'a', 'A guard'), passage(texts, 'a', 'fired five shots.')],
  })
  assert.ok(told(look(split)).some(row => row.startsWith('conflict: A guard fired five shots. | The guard')))
  const both = passage(texts, 'a', `${shots.exact}\n“Stay back,” she said.`)
  const merged = done(linked, {
    ...{ do: 'part-statements', from: [shots, passage(texts, 'a', '“Stay back,” she said.')] },
    into: [both],
  })
  assert.ok(told(look(merged)).some(row => row.startsWith('conflict: A guard fired five shots.\n“Stay')))
})

test('a link that a person sets aside is gone with its reason, until it is taken up again', () => {
  const of = {
    kind: 'link',
    a: passage(texts, 'b', 'The guard fired four shots at the van.'),
    b: passage(texts, 'a', 'A guard fired five shots.'),
    relation: 'conflict',
  } as const
  const dismissed = done(state, { do: 'dismiss-candidate', of, reason: 'two guards', suggestedBy: takenFrom })
  const view = look(dismissed)
  assert.ok(!told(view).some(row => row.startsWith('conflict')))
  assert.deepEqual(
    view.setAside.map(({ dismissal, link }) => [dismissal.reason, link?.relation]),
    [['two guards', 'conflict']],
  )
  // The same two as something else are another candidate.
  const other = candidatesOf(texts, [['a', 'five shots', 'b', 'four shots', 'detail']])
  assert.ok(told(look(dismissed, other)).some(row => row.startsWith('detail: A guard')))
  const [id] = [...dismissed.dismissals.keys()]
  const again = done(dismissed, {
    do: 'withdraw-dismissal',
    id: id ?? '',
    rev: dismissed.seq,
    reason: 'one guard',
  })
  assert.deepEqual(told(look(again)), told(look(state)))
})

test('a statement that a person sets aside is in no row, and neither are its links', () => {
  const dismissed = done(state, {
    ...{ do: 'dismiss-candidate', reason: 'a caption', suggestedBy: takenFrom },
    of: { kind: 'statement', passage: passage(texts, 'c', 'Shots were heard.') },
  })
  assert.ok(
    told(look(dismissed)).includes(
      'conflict: A guard fired five shots. | The guard fired four shots at the van.',
    ),
  )
  assert.ok(!told(look(dismissed)).some(row => row.includes('heard')))
})

test('what a person links stands in place of what the engine suggests of the two', () => {
  const linked = done(state, {
    ...{ do: 'link-statements', a: passage(texts, 'b', 'The guard fired four shots at the van.') },
    ...{ b: passage(texts, 'a', 'A guard fired five shots.'), relation: 'detail', note: 'two guards' },
    takenFrom: null,
  })
  const view = look(linked)
  assert.deepEqual(
    view.links.map(({ relation, origin }) => `${relation} ${origin.kind}`),
    ['detail taken-up', 'detail candidate', 'detail candidate'],
  )
  assert.equal(openCandidates(view).filter(({ kind }) => kind === 'link').length, 2)
})

test('a matter that a person names is a row of its own, with the links among what it gathers', () => {
  const named = done(state, {
    ...{ do: 'name-matter', name: 'How many shots', note: null },
    passages: [
      passage(texts, 'b', 'The guard fired four shots at the van.'),
      passage(texts, 'a', 'A guard fired five shots.'),
    ],
  })
  const view = look(named)
  const row = view.rows.find(({ matter }) => matter !== null)
  assert.deepEqual([row?.matter?.name, row?.kind, row?.links.length], ['How many shots', 'conflict', 1])
  assert.deepEqual(
    row?.statements.map(each => wordsOf(view, each)),
    ['A guard fired five shots.', 'The guard fired four shots at the van.'],
  )
})

test('a person can gather words that the engine parts otherwise', () => {
  const named = done(state, {
    ...{ do: 'name-matter', name: 'Who came', note: null, passages: [passage(texts, 'b', 'Nobody came.')] },
  })
  assert.ok(told(look(named)).includes('matter: Nobody came.'))
})

test('words that are gone from the text are listed with what was said of them, and nothing is put elsewhere', () => {
  const made = done(state, {
    ...{ do: 'make-statement', kind: 'statement', passage: passage(texts, 'b', 'It rained.') },
    ...{ source: null, takenFrom: null },
  })
  const anew = { ...texts, b: 'The guard fired four shots at the van.' }
  const view = look(made, candidatesOf(anew), anew)
  assert.deepEqual(
    view.unfound.map(({ words }) => words),
    ['It rained.'],
  )
})

test('versions of one account are one column, and what was said of the earlier one is found in the later', () => {
  const given: Texts = { a: 'The gate was shut.\nIt rained.', b: 'New: it snowed.\nThe gate was shut.' }
  const nothing = { outlet: null, author: null, address: null, note: null }
  const before = caseOf(given)
  const made = done(before, {
    ...{ do: 'make-statement', kind: 'statement', passage: passage(given, 'a', 'The gate was shut.') },
    ...{ source: null, takenFrom: null },
  })
  const rev = made.accounts.get(idOf('b'))?.rev ?? 0
  const versioned = done(made, {
    ...{ do: 'describe-account', account: idOf('b'), rev, ...nothing },
    ...{ publishedOn: '2031-05-02', versionOf: idOf('a') },
  })
  const view = look(versioned, candidatesOf({ b: given['b'] ?? '' }), given)
  assert.deepEqual(
    view.columns.map(({ group }) => group.versions.map(({ firstName }) => firstName)),
    [['a.txt', 'b.txt']],
  )
  assert.deepEqual(
    view.columns[0]?.statements.map(({ origin }) => origin.kind),
    ['candidate', 'taken-up'],
  )
})

test('differing words are the named ones where few tell it, and the words outside the common run of two quotes', () => {
  const view = look(state)
  const marks = (row: SideBySide['rows'][number] | undefined) =>
    row?.statements.map(each =>
      differingIn(each, row.links, view.columns).map(at => wordsOf(view, { ...each, ...at })),
    )
  assert.deepEqual(marks(view.rows[1]), [['five'], ['four'], []])
  const variant = done(state, {
    ...{ do: 'link-statements', a: passage(texts, 'a', '“Stay back,” she said.') },
    ...{
      b: passage(texts, 'c', '“Stay there,” said the guard.'),
      relation: 'variant',
      note: null,
      takenFrom: null,
    },
  })
  const shown = look(variant)
  const row = shown.rows.find(({ kind }) => kind === 'variant')
  assert.deepEqual(
    row?.statements.map(each =>
      differingIn(each, row.links, shown.columns).map(at => wordsOf(shown, { ...each, ...at })),
    ),
    [['back'], ['there']],
  )
})

test('a number in words is marked whether a hyphen or a space joins them', () => {
  const given = {
    a: 'It took 38 stitches.',
    b: 'The surgeon said that forty-six stitches closed it after a long night.',
  }
  const linked = candidatesOf(given, [['a', 'stitches', 'b', 'stitches', 'conflict', '38', 'forty six']])
  const view = look(caseOf(given), linked, given)
  assert.deepEqual(
    view.rows[0]?.statements.map(each =>
      differingIn(each, view.links, view.columns).map(at => wordsOf(view, { ...each, ...at })),
    ),
    [['38'], ['forty-six']],
  )
})

test('what the engine names in words that are not the account’s own is no mark: the words themselves are compared', () => {
  const given = { a: 'The actor was standing.', b: 'The actor was sitting.' }
  const suggestedNow = candidatesOf(given, [['a', 'actor', 'b', 'actor', 'conflict', 'upright', 'down']])
  const view = look(caseOf(given), suggestedNow, given)
  assert.deepEqual(
    view.rows[0]?.statements.map(each =>
      differingIn(each, view.links, view.columns).map(at => wordsOf(view, { ...each, ...at })),
    ),
    [['standing'], ['sitting']],
  )
})

test('rows are found by words of statements, accounts and sources, whatever the accents and case', () => {
  const view = look(state)
  const found = (typed: string) => findRows(view.rows, view.columns, typed).length
  assert.equal(found('GUARD  fíred'), 1)
  assert.equal(found('b.txt barked'), 1)
  assert.equal(
    found('paper-a'),
    view.rows.filter(({ statements }) => statements.some(each => each.group === idOf('a'))).length,
  )
  assert.equal(found('unicorn'), 0)
  assert.equal(found('“fired five shots”'), 1)
  assert.equal(found('"five fired" shots'), 0, 'a phrase stands as it stands')
  assert.equal(found('five fired'), 1)
  assert.equal(found(' '), view.rows.length)
})

test('law: no statement is lost: each that the engine reads is in a row, parted, or set aside, and no candidate conflict is passed over', () => {
  const word = fc.constantFrom('guard', 'gate', 'shot', 'rained', 'five', 'four', 'van')
  const text = fc
    .array(
      fc.array(word, { minLength: 1, maxLength: 4 }).map(words => `${words.join(' ')}.`),
      { minLength: 1, maxLength: 6 },
    )
    .map(lines => lines.map((line, n) => `${n} ${line}`).join('\n'))
  fc.assert(
    fc.property(
      text,
      text,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('same', 'detail', 'conflict')), { maxLength: 8 }),
      (a, b, pairs) => {
        const given = { a, b }
        const linesOf = (of: string) => of.split('\n')
        const links = pairs.map(([x, y, relation]) => {
          const [one, two] = [linesOf(a), linesOf(b)]
          return ['a', one[x % one.length] ?? '', 'b', two[y % two.length] ?? '', relation as 'same'] as const
        })
        const view = sideBySide(caseOf(given), candidatesOf(given, links), textsOf(given))
        const inRows = new Set(view.rows.flatMap(({ statements }) => statements.map(({ key }) => key)))
        for (const { statements } of view.columns)
          for (const { key } of statements) assert.ok(inRows.has(key))
        const linkedIn = ({ rows }: SideBySide) =>
          new Set(rows.flatMap(row => row.links.map(({ key }) => key)))
        const whole = sideBySide(caseOf(given), candidatesOf(given, links), textsOf(given), { hasAll: true })
        assert.deepEqual([...linkedIn(whole)].sort(), view.links.map(({ key }) => key).sort())
        assert.equal(whole.further, 0)
        const linked = linkedIn(view)
        assert.equal(view.further, view.links.length - linked.size, 'what stands in no row is counted')
        for (const { key, relation } of view.links) assert.ok(relation !== 'conflict' || linked.has(key))
        const weaker = view.rows.filter(({ kind }) => kind === 'same' || kind === 'detail')
        assert.ok(weaker.length <= inRows.size, 'no more rows than statements')
        for (const row of view.rows) {
          const groups = row.statements.map(({ group }) => group)
          assert.equal(
            new Set(groups).size,
            groups.length,
            'a row of the engine has one statement of each account',
          )
        }
      },
    ),
  )
})

test('law: what people entered is the same whatever a newer reader puts before, after and between', () => {
  const commands: readonly Command[] = [
    {
      ...{ do: 'make-statement', kind: 'statement', passage: passage(texts, 'a', 'The gate was shut.') },
      ...{ source: null, takenFrom },
    },
    {
      do: 'name-matter',
      name: 'Shots',
      note: null,
      passages: [passage(texts, 'a', 'five shots'), passage(texts, 'b', 'four shots')],
    },
    {
      ...{ do: 'part-statements', from: [passage(texts, 'b', 'A dog barked. Nobody came.')] },
      into: [passage(texts, 'b', 'A dog barked.'), passage(texts, 'b', 'Nobody came.')],
    },
  ]
  const entered = commands.reduce(done, state)
  const byPeople = (view: SideBySide) => ({
    taken: view.columns.flatMap(column =>
      column.statements
        .filter(({ origin, parting }) => origin.kind === 'taken-up' || parting)
        .map(each => wordsOf(view, each)),
    ),
    matters: view.rows
      .filter(({ matter }) => matter)
      .map(row => row.statements.map(each => wordsOf(view, each))),
    unfound: view.unfound.length,
  })
  const expected = byPeople(look(entered))
  fc.assert(
    fc.property(
      fc.constantFrom('', 'Home › News\n\n', 'x '),
      fc.constantFrom('\n', '\r\n\r\n', '\n \n'),
      fc.constantFrom('', '\nCopyright the paper.'),
      (before, between, after) => {
        const anew = Object.fromEntries(
          Object.entries(texts).map(([letter, text]) => [
            letter,
            `${before}${text.replaceAll('\n', between)}${after}`,
          ]),
        )
        assert.deepEqual(byPeople(look(entered, candidatesOf(anew), anew)), expected)
      },
    ),
  )
})
