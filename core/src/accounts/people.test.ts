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

test('a car, a church and where somebody is from are no persons', () => {
  assert.deepEqual(namedIn('A trooper saw a white Ford Mustang, and the Mustang left the road.'), [])
  assert.deepEqual(namedIn('Rita Ford, 31, saw the Ford Focus leave the road.'), ['Rita Ford'])
  assert.deepEqual(namedIn('A vigil is planned at Knox Hill Baptist Church.'), [])
  assert.deepEqual(namedIn('His lawyer, Peter Quist of Eau Verte, said that he was hurt.'), ['Peter Quist'])
})

test('a hill in a headline is a person only where the text below names somebody so', () => {
  const named = (head: string, below: string) =>
    readAccount(
      `${head}\n\nThe officer stopped a car on Tuesday, police said.\n\n${below}`,
    ).people.persons.map(({ name }) => name)
  assert.deepEqual(named('Gun in fatal Knox Hill stop was beneath the seat', 'The driver died.'), [])
  assert.deepEqual(named('Gun of Knox Hill was beneath the seat', 'Hill died.'), ['Knox Hill'])
})
