import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

const relations = (a: string, b: string) => compareAccounts([a, b]).links.map(({ relation }) => relation)

test('one word that any two statements share brings nothing together where one of them has a likelier partner', () => {
  const one = 'The girl came out of her room at noon.\n\nNobody came.\n\nThe lift was out of order.'
  const two = 'The bus was late.\n\nThe girl came out of her room at noon, her aunt said.'
  assert.deepEqual(
    compareAccounts([one, two]).links.map(({ a, b }) => [
      one.slice(a.start, a.end),
      two.slice(b.start, b.end),
    ]),
    [['The girl came out of her room at noon.', 'The girl came out of her room at noon, her aunt said.']],
  )
})

test('what is never done at any time is denied to the end of its clause', () => {
  assert.deepEqual(
    relations(
      'At no time between intake and discovery did she ask the nurse for insulin.',
      'Her cellmate said that she never asked the nurse for insulin.',
    ).filter(relation => relation === 'conflict'),
    [],
  )
})

test('what somebody did not hear may have been said all the same, and the reason says so', () => {
  const [link] = compareAccounts([
    'Officers gave a warning over a loudspeaker.',
    'Four marchers said they heard no warning.',
  ]).links
  assert.equal(link?.relation, 'conflict')
  assert.match(link?.why[0] ?? '', /^not perceived against said/)
})

test('a page without a full stop is read, and nothing in it is set beside anything', () => {
  const page = 'the officer said the man ran and two of them held him for 5 minutes and '.repeat(2000)
  assert.deepEqual(compareAccounts([page, 'A man ran for 9 minutes.']).links, [])
  const quoted = '“He ran,” she said. '.repeat(2000)
  assert.equal(compareAccounts([quoted]).accounts[0]?.quotes.length, 2000)
})
