import assert from 'node:assert/strict'
import test from 'node:test'
import { aspectsIn } from './aspects-in.ts'
import { compareAccounts } from './compare.ts'
import { formsOf } from './cues.ts'
import { wordsOf } from './words.ts'

/** The one link between two short accounts whose second sentences keep them apart from each other. */
const between = (one: string, two: string) =>
  compareAccounts([
    `${one} A council meets on Monday to vote on the library.`,
    `${two} The band had played two songs by then.`,
  ]).links.find(({ a, b }) => a.start === 0 && b.start === 0)

const told = (one: string, two: string) => between(one, two)?.relation === 'conflict'

test('two values of one thing that exclude each other are a candidate conflict, with the words that say them', () => {
  const link = between(
    'The exits to the north stayed open.',
    'People in the plaza were trapped at the exits.',
  )
  assert.equal(link?.relation, 'conflict')
  assert.deepEqual(link?.differing, ['exits to the north stayed open', 'trapped'])
  assert.equal(link?.why[0], 'differs: door locked or open (open / shut)')
})

test('two ways of saying one value are no conflict', () => {
  assert.ok(
    !told('The guards held the patient face down.', 'The patient lay on his stomach under the guards.'),
  )
})

test('a denial inside or behind the words that say something turns it', () => {
  assert.ok(!told('The officers gave no warning.', 'There was no warning by the officers.'))
  assert.ok(told('The officers gave no warning.', 'The officers warned him to stop.'))
})

test('what cannot be told does not answer', () => {
  assert.ok(!told('The officers warned him to stop.', 'Police would not say whether there was no warning.'))
})

test('whose a value is is told by who stands before it', () => {
  const whose = (text: string) =>
    aspectsIn(wordsOf(text), formsOf(wordsOf(text)), () => false)
      .get('what was held')
      ?.map(({ value, isOfficial }) => [value, isOfficial])
  assert.deepEqual(whose('The officer had a gun in the yard.'), [['gun', true]])
  assert.deepEqual(whose('The man in the yard had a gun.'), [['gun', false]])
  assert.deepEqual(whose('It had a gun.'), [['gun', null]])
})
