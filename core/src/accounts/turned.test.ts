import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'
import { turnOf } from './turned.ts'

test('a statement that only says whether the one before it holds is told by its form', () => {
  for (const body of [
    'No.',
    'It was not.',
    'They didn’t.',
    'She denies it.',
    'The family disputes that.',
    'That is false.',
    'No es cierto.',
    'La policía lo niega.',
  ])
    assert.equal(turnOf(body), 'no', body)
  for (const body of ['Yes.', 'He did.', 'That was true.', 'Es cierto.', 'La policía lo admite.'])
    assert.equal(turnOf(body), 'yes', body)
})

test('a statement that says something of its own turns nothing', () => {
  for (const body of ['Nobody could leave.', 'He never asked.', 'It was dark.', 'They did what they could.'])
    assert.equal(turnOf(body), null, body)
})

const first = (text: string, words: string) => text.indexOf(words)

test('who denies the statement before stands against who says it', () => {
  const letter = 'You may hear that pepper spray was used. It was not.'
  const paper = 'The deputy used pepper spray on two students. Lunch was over at one.'
  const { links } = compareAccounts([letter, paper])
  const found = links.find(({ a, b }) => a.start === first(letter, 'It was') && b.start === 0)
  assert.equal(found?.relation, 'conflict')
})

test('who denies a denial says what the other says', () => {
  const letter = 'No pepper spray was used. That is false.'
  const paper = 'The deputy used pepper spray on two students. Lunch was over at one.'
  const { links } = compareAccounts([letter, paper])
  const found = links.find(({ a, b }) => a.start === first(letter, 'That is') && b.start === 0)
  assert.notEqual(found?.relation, 'conflict')
})
