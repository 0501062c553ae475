import assert from 'node:assert/strict'
import test from 'node:test'
import type { CaseState } from '../case/index.ts'
import type { Candidates } from './candidates.ts'
import { candidatesOf, caseOf, done, idOf, type Texts, textsOf } from './case-for-tests.ts'
import { sideBySide } from './side-by-side.ts'

const texts: Texts = {
  a: 'The driver, Dario Fenn, ran.\nFenn, the driver, fell.\nThe man hid.',
  b: 'They chased the driver.\nThe driver’s brother wept, and the driver of the bus too.\nThe sheriff’s office said so.',
}
const at = (letter: string, words: string) => {
  const start = texts[letter]?.indexOf(words) ?? 0
  return { account: idOf(letter), start, end: start + words.length }
}
const named = (name: string, roles: readonly string[], ...mentions: ReturnType<typeof at>[]) => ({
  ...{ name, named: [{ account: idOf('a'), name, roles: [...roles] }], mentions, ages: [], isMinor: false },
})
const again = at('a', 'Fenn, the')
const fenn = named('Dario Fenn', ['driver', 'man'], at('a', 'Dario Fenn'), { ...again, end: again.start + 4 })
const found = (state: CaseState, people: Candidates['people']) =>
  sideBySide(state, { ...candidatesOf(texts), people }, textsOf(texts)).callings.map(
    ({ person, group, words, places }) => [
      person,
      group,
      words,
      places.map(({ start, end }) => [start, end]),
    ],
  )

test('what one named person alone is called may mean them without the name, and is put to a participant by people', () => {
  const state = caseOf(texts)
  const sheriff = named('Norbert Quill', ['sheriff'])
  const places = [
    [12, 22],
    [24, 34],
  ]
  assert.deepEqual(found(state, [fenn, sheriff]), [['person 0 Dario Fenn', idOf('b'), 'the driver', places]])
  assert.deepEqual(found(state, [fenn, named('Ann Lee', ['driver'])]), [], 'two are called so')
  assert.deepEqual(found(state, undefined), [], 'a result of an earlier version names nobody')
  const role = { role: 'the driver of the bus', sort: 'person', minor: 'no', about: null, saidBy: null }
  const entered = done(state, { do: 'enter-card', of: 'participant', said: role, hidden: null })
  const said = { participant: `k${entered.seq}`, words: 'The driver', usedBy: 'The Paper', file: 'b.txt' }
  const put = done(entered, { do: 'enter-card', of: 'label', said, hidden: null })
  assert.deepEqual(found(put, [fenn]), [], 'people have said who is meant')
})
