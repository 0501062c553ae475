import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** Who is named in one sentence between two others. */
const namedIn = (sentence: string) =>
  readAccount(
    `A man died on Sunday at the mill, police said.\n\n${sentence}\n\nThe mill was closed on Monday.`,
  )
    .facts.filter(({ type }) => type === 'person')
    .map(({ value }) => value)

test('particles, initials and callings are read with a name and not into it', () => {
  const named = [
    ['The driver, Aníbal de la Cruz, was unhurt.', 'Aníbal de la Cruz'],
    ['Dr. Ilse van der Meer treated her.', 'Ilse van der Meer'],
    ['J.T. Holloway, the union’s president, was there.', 'J.T. Holloway'],
    ['Ferryman Odhran Keane lost two fingers.', 'Odhran Keane'],
    ['Cllr Amar Dhillon has asked for an inquiry.', 'Amar Dhillon'],
    ['Keane’s wife, Siobhan, drove him home.', 'Siobhan'],
  ] as const
  for (const [sentence, name] of named) assert.deepEqual(namedIn(sentence), [name], sentence)
})

test('who is joined to somebody named is somebody, and a place so joined is none', () => {
  assert.deepEqual(namedIn('Officers Rosa Reed and Bram Oyelaran were suspended.'), [
    'Rosa Reed',
    'Bram Oyelaran',
  ])
  assert.deepEqual(namedIn('The suspects fled Rosa Reed and Grand Avenue was closed.'), ['Rosa Reed'])
})
