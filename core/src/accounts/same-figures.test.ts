import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

const figuresOf = (one: string, two: string) =>
  compareAccounts([one, two]).links.flatMap(({ a, b, relation, why }) =>
    why
      .filter(each => each.startsWith('one figure'))
      .map(each => [relation, one.slice(a.start, a.end), two.slice(b.start, b.end), each]),
  )

test('one rare sum or hour sets two statements side by side that share no word', () => {
  assert.deepEqual(figuresOf('She went into the jail over $212.', 'Court records put her debt at $212.'), [
    ['detail', 'She went into the jail over $212.', 'Court records put her debt at $212.', 'one figure: 212'],
  ])
  assert.equal(figuresOf('At the 0540 round she slept.', 'A deputy last looked in at 5:40 a.m.').length, 1)
})

test('ages, years, small numbers and a count beside a sum bring nothing together', () => {
  assert.deepEqual(figuresOf('The cook was 27.', 'A 27-year-old guard was suspended.'), [])
  assert.deepEqual(figuresOf('The bridge dates from 1931.', 'The law was passed in 1931.'), [])
  assert.deepEqual(figuresOf('Three guards ran.', 'The dog is three.'), [])
  assert.deepEqual(figuresOf('She owed $212.', 'The jail holds 212 people.'), [])
})
