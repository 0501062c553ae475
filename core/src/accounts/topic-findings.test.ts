import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

/** The one link between two short accounts whose second sentences keep them apart from each other. */
const between = (one: string, two: string) =>
  compareAccounts([
    `${one} A council meets on Monday to vote on the library.`,
    `${two} The band had played two songs by then.`,
  ]).links.find(({ a, b }) => a.start === 0 && b.start === 0)

test('two answers to one topic that exclude each other are a candidate conflict, with the words that give them', () => {
  const link = between(
    'The deputies have been reassigned to desk duty.',
    'The two deputies have been sacked, the paper understands.',
  )
  assert.equal(link?.relation, 'conflict')
  assert.deepEqual(link?.differing, ['reassigned', 'sacked'])
  assert.ok(link?.why.some(each => each.startsWith('answers differ: duty')))
})

test('two answers of one kind are no conflict', () => {
  const link = between(
    'The deputies have been suspended from duty.',
    'Both deputies are on administrative leave from duty.',
  )
  assert.notEqual(link?.relation, 'conflict')
})

test('a topic that one says in plain words and the other denies is a candidate conflict', () => {
  const link = between('The driver smelled of liquor.', 'She had not touched a drop of alcohol.')
  assert.equal(link?.relation, 'conflict')
})

test('two ways of denying one topic are no conflict', () => {
  const link = between('She had nothing to drink and was sober.', 'She had not touched a drop of alcohol.')
  assert.notEqual(link?.relation, 'conflict')
})

test('an answer that is denied is none', () => {
  const link = between(
    'The deputies were not reassigned to desk duty.',
    'The two deputies have been sacked, the paper understands.',
  )
  assert.notDeepEqual(link?.differing, ['reassigned', 'sacked'])
})
