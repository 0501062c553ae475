import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'
import { peopleAcross, statedMinors } from './people-across.ts'
import { readAccount } from './read-account.ts'

const named = (...texts: readonly string[]) =>
  peopleAcross(texts.map(text => readAccount(text))).map(({ named: each }) =>
    each.map(({ account, name }) => `${account} ${name}`).join(' = '),
  )

test('a name in full and the surname alone are one person across accounts', () => {
  assert.deepEqual(named('Ann Lee, 34, said the door was shut.', 'Officer Lee said the door was shut.'), [
    '0 Ann Lee = 1 Lee',
  ])
  assert.deepEqual(named('José Peña dijo que vio todo.', 'Jose Pena said he saw it all.'), [
    '0 José Peña = 1 Jose Pena',
  ])
})

test('a mother and her son of one surname stay two, and a surname alone could be either', () => {
  const both = 'Rosa Ortega, the mother of Julian Ortega, said he was ill.'
  assert.deepEqual(named(both, 'Julian Ortega was found dead, Rosa Ortega said.'), [
    '0 Rosa Ortega = 1 Rosa Ortega',
    '0 Julian Ortega = 1 Julian Ortega',
  ])
  assert.deepEqual(named(both, 'Mr. Ortega was found dead.'), [
    '0 Rosa Ortega',
    '0 Julian Ortega',
    '1 Ortega',
  ])
})

test('a name that one account tells to be one is found where another only gives it', () => {
  const texts = [
    'Ottline Varr, the coach, said the gate was shut.',
    'His coach did, Ottline Varr. It rained at Ottline Varr Park, on Old Ottline Varr Road.',
  ]
  assert.deepEqual(named(...texts), ['0 Ottline Varr = 1 Ottline Varr'])
  const [person] = peopleAcross(texts.map(text => readAccount(text)))
  assert.deepEqual(person?.mentions, [
    { account: 0, start: 0, end: 12 },
    { account: 1, start: 15, end: 27 },
  ])
})

test('minors are flagged by the ages that are stated, and a law has no age', () => {
  const reading = readAccount(
    'A 13-year-old boy and Amy Lund, 16, were hurt. A 12-year-old law forbids it. Ben Rowe, 41, saw it.',
  )
  assert.deepEqual(
    statedMinors(reading).map(({ value }) => value),
    ['13', '16'],
  )
  const people = peopleAcross([reading])
  assert.deepEqual(
    people.map(({ name, isMinor }) => [name, isMinor]),
    [
      ['Amy Lund', true],
      ['Ben Rowe', false],
    ],
  )
})

test('two ages of one person are a candidate conflict, however the sentences differ', () => {
  const { links } = compareAccounts([
    'The shop is shut.\n\nErnest Pomeroy, 67, was pulled over in the tunnel for driving too slowly.',
    'Rain fell.\n\n“I had done nothing,” said Ernest Pomeroy, a retired 66-year-old.',
  ])
  assert.deepEqual(
    links
      .filter(({ relation }) => relation === 'conflict')
      .map(({ relation, differing, why }) => [relation, differing, why[0]]),
    [['conflict', ['67', '66'], 'age differs: Ernest Pomeroy']],
  )
})
