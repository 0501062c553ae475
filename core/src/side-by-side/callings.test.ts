import assert from 'node:assert/strict'
import test from 'node:test'
import { decide } from '../case/commands.ts'
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
import { sideBySide } from './side-by-side.ts'

const texts: Texts = {
  a: 'The driver, Dario Fenn, ran.',
  b: 'They chased the driver.\nThe driver fell.',
}
const at = (letter: string, words: string) => {
  const start = texts[letter]?.indexOf(words) ?? 0
  return { account: idOf(letter), start, end: start + words.length }
}
const named = (name: string, roles: readonly string[], ...mentions: ReturnType<typeof at>[]) => ({
  ...{ name, named: [{ account: idOf('a'), name, roles: [...roles] }], mentions, ages: [], isMinor: false },
})
const fenn = named('Dario Fenn', ['driver'], at('a', 'Dario Fenn'))
const roles = [
  {
    ...{ person: 0, account: idOf('b'), words: 'the driver', places: [at('b', 'the driver')] },
    ...{ why: ['only: driver', 'quote: I ran'], against: ['several: driver', 'odd'], sure: false },
  },
]
const shown = (state: CaseState, candidates: Partial<Candidates>) =>
  sideBySide(state, { ...candidatesOf(texts), people: [fenn], roles, ...candidates }, textsOf(texts))
const found = (state: CaseState, candidates: Partial<Candidates> = {}) =>
  shown(state, candidates).callings.map(({ person, group, words }) => [person, group, words])
const it = [['person 0 Dario Fenn', idOf('b'), 'the driver']]

test('words without a name that may mean somebody are shown with what speaks for and against it', () => {
  const [calling] = shown(caseOf(texts), {}).callings
  assert.deepEqual(calling && [calling.places, calling.why, calling.against, calling.isSure], [
    [{ group: idOf('b'), start: 12, end: 22 }],
    [
      { kind: 'only', of: 'driver' },
      { kind: 'quote', of: 'I ran' },
    ],
    [
      { kind: 'several', of: 'driver' },
      { kind: 'other', of: 'odd' },
    ],
    false,
  ])
  assert.deepEqual(shown(caseOf(texts), { people: [], roles }).callings, [], 'of nobody who is shown')
})

test('words that people have put to a participant are suggested no more', () => {
  const role = { role: 'the driver of the bus', sort: 'person', minor: 'no', about: null, saidBy: null }
  const entered = done(caseOf(texts), { do: 'enter-card', of: 'participant', said: role, hidden: null })
  const said = { participant: `k${entered.seq}`, words: 'The driver', usedBy: 'The Paper', file: 'b.txt' }
  const put = done(entered, { do: 'enter-card', of: 'label', said, hidden: null })
  assert.deepEqual([found(entered), found(put)], [it, []])
})

test('words that a person says do not mean somebody are set aside, and come back when that is withdrawn', () => {
  const of = { kind: 'calling', passage: passage(texts, 'b', 'the driver'), name: 'Dario Fenn' } as const
  const asked = { do: 'dismiss-candidate', of, reason: 'a tram driver', suggestedBy: takenFrom } as const
  const refused = done(caseOf(texts), asked)
  assert.deepEqual(found(refused), [])
  assert.deepEqual(
    shown(refused, {}).setAside.map(({ dismissal }) => dismissal.reason),
    ['a tram driver'],
  )
  assert.equal(decide(refused, asked).kind, 'impossible')
  const other = { ...of, name: 'Ann Lee' }
  assert.equal(decide(refused, { ...asked, of: other }).kind, 'enter', 'another candidate')
  const [dismissal] = refused.dismissals.values()
  const back = {
    do: 'withdraw-dismissal',
    id: dismissal?.id ?? 'ds1',
    rev: dismissal?.rev ?? 0,
    reason: 'it is',
  } as const
  assert.deepEqual(found(done(refused, back)), it)
})
