import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

const speakers = (text: string) =>
  readAccount(`Two days in Ellerby\n\n${text}\n\nThe inquiry goes on.`).quotes.map(
    ({ speaker }) => speaker?.name ?? null,
  )

test('words inside what somebody tells are put down to whoever utters them there', () => {
  for (const [text, wanted] of [
    ['The inspector found that staff had been told by a manager to “keep him quiet.”', 'a manager'],
    ['He says that the deputy leaned in and told him “you’re done.”', 'the deputy'],
    ['The union disputes the mayor’s claim that officers were “spoiling for a fight.”', 'the mayor'],
    ['The chief rejected a suggestion by the pastor that the stop was “a fishing trip.”', 'the pastor'],
    ['She said that she had been asked by a clerk whether she was “the mother or the other one.”', 'a clerk'],
    ['She says her husband was called “a liar” by the desk sergeant.', 'the desk sergeant'],
    [
      'Witnesses said they heard the officer shout “back up, back up” before the dog was let go.',
      'the officer',
    ],
  ] as const)
    assert.deepEqual(speakers(text), [wanted], text)
})

test('each of two clauses leads into its own words', () => {
  assert.deepEqual(
    speakers(
      'In the recording a guard says, “Put your hands through,” and Dolan replies, “I can’t move them.”',
    ),
    ['a guard', 'Dolan'],
  )
})

test('an apposition is nobody else', () => {
  assert.deepEqual(
    speakers('Greyline Homes, the owner, said in an email that every exit “was unlocked and clear.”'),
    ['Greyline Homes'],
  )
})
