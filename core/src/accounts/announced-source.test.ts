import assert from 'node:assert/strict'
import test from 'node:test'
import { announcedSource } from './announced-source.ts'
import { readAccount } from './read-account.ts'

test('an account that is announced is known by whose it is', () => {
  assert.equal(announcedSource('These are the facts as our member reported them.'), 'our member')
  assert.equal(announcedSource('This is how Holm remembers it.'), 'Holm')
  assert.equal(announcedSource('My son was at the table, so here is what he told me.'), 'My son')
  assert.equal(announcedSource('This is what the fire left.'), null)
  assert.equal(announcedSource('These are the facts.'), null)
})

test('sentences behind an announced account go back to whose it is, until its paragraph ends or another is named', () => {
  const sourcesIn = (text: string) =>
    readAccount(text).attributions.map(({ start, end, source }) => [source, text.slice(start, end)])
  assert.deepEqual(
    sourcesIn(
      'These are the facts as our member reported them. He stopped the car. She got out.\n\nThe dog let go at once.',
    ),
    [
      ['our member', 'He stopped the car.'],
      ['our member', 'She got out.'],
    ],
  )
  assert.deepEqual(
    sourcesIn(
      'Here is what the driver told us.\n\nThe brakes failed on the hill.\n\nThe company said the brakes were new.\n\nThe road was dry.',
    ).map(([source]) => source),
    ['the driver', 'The company'],
  )
})

test('nobody is a source, nor what a record tells', () => {
  const sourcesIn = (text: string) => readAccount(text).attributions.map(({ source }) => source)
  assert.deepEqual(sourcesIn('Nobody from the department has told the family why it was flying.'), [])
  assert.deepEqual(sourcesIn('There is no warning about the dog on the recording.'), ['the recording'])
})
