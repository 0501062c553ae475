import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'
import { mattersIn } from './matters-in.ts'
import { wordsOf } from './words.ts'

const answersIn = (text: string) =>
  Object.fromEntries(
    [...mattersIn(text, wordsOf(text))].map(([id, given]) => [id, given.map(({ answer }) => answer)]),
  )

const between = (a: string, b: string) => compareAccounts([a, b]).links[0]

test('a statement answers a matter, with the words that answer it', () => {
  const text = 'Nobody gave a warning before the dog was released.'
  assert.deepEqual(mattersIn(text, wordsOf(text)).get('warning'), [
    { answer: 'none', words: 'Nobody gave a warning' },
  ])
  assert.deepEqual(answersIn('Officers gave three warnings.')['warning'], ['given'])
})

test('a question, and what nobody can tell, raise a matter and answer nothing', () => {
  assert.deepEqual(answersIn('Did they give a warning?')['warning'], [])
  assert.deepEqual(answersIn('It is not clear whether a warning was given.')['warning'], [])
})

test('a denial does not reach over a comma, and one behind its noun counts', () => {
  assert.deepEqual(answersIn('There was no warning, they started shooting.')['shooting'], ['yes'])
  assert.deepEqual(answersIn('The lights were on, but the siren was not.')['emergency.lights'], ['off'])
})

test('what was held is a list, and what is denied is not in it', () => {
  assert.deepEqual(answersIn('He had a phone in his hand, not a knife.')['held'], ['phone'])
  assert.deepEqual(answersIn('The video does not show him pointing a gun.')['held'], [])
})

test('Spanish is read with and without its accents', () => {
  assert.deepEqual(answersIn('El hombre amenazó a una enfermera.')['threatened'], ['yes'])
  assert.deepEqual(answersIn('El hombre nunca amenazo a nadie.')['threatened'], ['no'])
})

test('two answers to one matter are a candidate conflict, though no word is shared', () => {
  const link = between(
    'Deputies immediately began CPR.',
    'The men stood around and did nothing to help her, the family said.',
  )
  assert.equal(link?.relation, 'conflict')
  assert.deepEqual(link?.differing, ['CPR', 'stood around'])
})

test('what a recording does not show is a detail against a claim bound to none', () => {
  const link = between('Police say he resisted.', 'The video does not show him resisting.')
  assert.equal(link?.relation, 'detail')
})

test('numbers of one kind on one matter differ, whatever they are called', () => {
  const stitches = between('Surgeons closed the wound with 41 stitches.', 'Recibió 32 puntos de sutura.')
  assert.equal(stitches?.relation, 'conflict')
  const warnings = between('He shouted a warning once.', 'The handler gave three warnings.')
  assert.deepEqual([warnings?.relation, warnings?.differing], ['conflict', ['once', 'three']])
  const shots = between('A guard fired one warning shot.', 'He counted six shots.')
  assert.deepEqual([shots?.relation, shots?.differing], ['conflict', ['one', 'six']])
})

test('nobody of one kind being hurt says nothing of others who were', () => {
  assert.notEqual(
    between('No staff were hurt.', 'Nine prisoners were hurt, their lawyers said.')?.relation,
    'conflict',
  )
})

test('an answer is about what was asked before it', () => {
  const { links } = compareAccounts([
    'Q: How many rounds did the officer fire?\n\nA: Two.\n\nQ: Was anyone else there?\n\nA: A neighbor.',
    'The officer fired five rounds, a witness said.',
  ])
  assert.ok(links.some(({ a }) => a.start > 0))
})

test('who disputes that something was so is not taken for one who says it', () => {
  assert.deepEqual(answersIn('They also dispute that he carried a knife.')['held'], ['nothing'])
  assert.deepEqual(
    answersIn("The mayor rejected the union's claim that officers gave a warning.")['warning'],
    ['none'],
  )
  assert.deepEqual(answersIn('She rejected an offer of water, and officers gave a warning.')['warning'], [
    'given',
  ])
})

test('a camera that stood in a yard has no posture, and a recording that broke off is no injury', () => {
  const link = between('The camera stood in the yard.', 'The man was sitting in the yard.')
  assert.notEqual(link?.relation, 'conflict')
  assert.deepEqual(answersIn('Nobody was hurt.')['injury'], ['light:none'])
  assert.equal(answersIn('The recording was broken off after a minute.')['injury'], undefined)
})
