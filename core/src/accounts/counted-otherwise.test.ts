import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

const conflicts = (a: string, b: string) =>
  compareAccounts([a, b]).links.filter(({ relation }) => relation === 'conflict')

const differing = (a: string, b: string) => conflicts(a, b)[0]?.differing ?? null

test('"once" in the middle of a sentence counts one time, and "at once" counts nothing', () => {
  assert.deepEqual(
    differing(
      'Barrow asked for water three times and was refused each time.',
      'Barrow asked once for water and got half a cup.',
    ),
    ['three', 'once'],
  )
  assert.deepEqual(
    differing(
      'The deputy deployed his Taser one time at the man in the yard.',
      'The deputy deployed his Taser three times.',
    ),
    ['one', 'three'],
  )
  assert.equal(
    differing('The officer fired three rounds.', 'Officers who had fired began to help him at once.'),
    null,
  )
})

test('"no more than three" is an upper bound, which five does not meet', () => {
  assert.deepEqual(
    differing(
      'The stun gun was used no more than three times.',
      'He was shocked with the stun gun five times.',
    ),
    ['three', 'five'],
  )
  assert.equal(
    differing('The stun gun was used no more than three times.', 'He was shocked with the stun gun twice.'),
    null,
  )
})

test('a length with a half is read whole', () => {
  assert.deepEqual(
    differing(
      'Negotiators spoke with him by telephone for more than four hours.',
      'The talks with him lasted two and a half hours.',
    ),
    ['four', 'two'],
  )
  assert.deepEqual(
    differing('He was held down for a quarter of an hour.', 'He was held down for four minutes.'),
    ['an', 'four'],
  )
})

test('an hour in words is an hour of the day', () => {
  assert.deepEqual(
    differing(
      'The fence on the north side failed at 6:55 p.m. that evening.',
      'The fence on the north side failed at twenty to seven.',
    ),
    ['6:55 p.m.', 'twenty to seven'],
  )
  assert.equal(
    differing(
      'The fence on the north side failed at 6:40 p.m.',
      'The fence on the north side failed at twenty to seven.',
    ),
    null,
  )
})

test('something told of all of them is set against what is told of one of them', () => {
  const [found] = conflicts(
    'All deputies involved had completed crisis training.',
    'Only one of the four deputies who answered the call had completed crisis training.',
  )
  assert.deepEqual(found?.differing, ['All deputies', 'one of the four deputies'])
  assert.deepEqual(found?.why[0], 'of how many: officer')
  assert.equal(
    differing(
      'Both officers had completed crisis training.',
      'All officers who answered had completed crisis training.',
    ),
    null,
  )
})

test('a number that one says it was not is set against the other that says it', () => {
  const [found] = conflicts(
    'On Wednesday two officers stood on the platform.',
    'She says there were three officers on the platform, not two.',
  )
  assert.deepEqual(found?.differing, ['two', 'not two'])
  assert.equal(found?.why[0], 'number said and denied: officer')
})

test('officers are one count, whichever word an account has for them', () => {
  assert.deepEqual(differing('Six officers took part.', 'There were like twelve of them.'), ['Six', 'twelve'])
})

test('at what intervals something was done is compared, half hours too', () => {
  assert.deepEqual(
    differing(
      'The company said the van was checked every fifteen minutes.',
      'The log lists a check of the prisoners every half hour.',
    ),
    ['fifteen', 'half'],
  )
})

test('how long somebody has served is compared, as are ages after a name', () => {
  assert.deepEqual(
    differing(
      'The operator, a twelve-year veteran, stayed at the scene.',
      'The operator has four years of service.',
    ),
    ['twelve', 'four'],
  )
  assert.deepEqual(differing('Marek Dolny was 26.', 'A 31-year-old man died in the fire.'), ['26', '31'])
})

test('who reported injuries was hurt and is counted', () => {
  assert.deepEqual(
    differing('Six officers were injured in the crowd.', 'Two officers reported minor injuries.'),
    ['Six', 'Two'],
  )
})
