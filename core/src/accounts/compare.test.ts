import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts, type Link } from './compare.ts'

/** What two one-sentence accounts are to each other. */
function between(a: string, b: string): Pick<Link, 'relation' | 'kind' | 'differing'> | null {
  const { links } = compareAccounts([a, b])
  const link = links[0]
  return link ? { relation: link.relation, kind: link.kind, differing: link.differing } : null
}

test('a number that differs on one matter is a candidate conflict, with both words', () => {
  assert.deepEqual(
    between('The deputy fired five shots at the car.', 'The deputy fired four shots at the car.'),
    {
      relation: 'conflict',
      kind: 'fact',
      differing: ['five', 'four'],
    },
  )
})

test('a bound that the other number meets is a detail', () => {
  assert.equal(
    between('At least three people died in the fire.', 'Five people died in the fire.')?.relation,
    'detail',
  )
})

test('one quote in other words is a variant, the same words are the same', () => {
  const a = '“Why’d you push me?” Cole asked the guard.'
  assert.equal(between(a, '"Why are you pushing me?" Cole asked.')?.relation, 'variant')
  assert.equal(between(a, '"Why’d you push me?" he asked.')?.relation, 'same')
})

test('one text put down to two speakers differs in attribution', () => {
  const words = 'We ask everyone to stay calm and to respect the wishes of the family'
  const link = between(`“${words},” Ada Finch said.`, `“${words},” Peter Doyle said.`)
  assert.deepEqual([link?.kind, link?.differing], ['attribution', ['Ada Finch', 'Peter Doyle']])
})

test('saying and denying are a candidate conflict, unless the denial is bound to a recording', () => {
  assert.equal(
    between(
      'Police said the man pointed a gun at officers.',
      'A neighbor said the man did not point a gun at officers.',
    )?.relation,
    'conflict',
  )
  assert.equal(
    between(
      'Police said the man pointed a gun at officers.',
      'The video does not show the man pointing a gun at officers.',
    )?.relation,
    'detail',
  )
})

test('what only one account says is linked to nothing', () => {
  assert.equal(
    between('The deputy fired five shots at the car.', 'The council meets on Monday about the library.'),
    null,
  )
})

test('two incidents in one story are kept apart', () => {
  const a = 'Liam Ford, 13, raised his hands before the officer fired three shots.'
  const b = 'Dario Velez, 22, raised his hands before the officer fired five shots.'
  const { links } = compareAccounts([a, b])
  assert.ok(links.every(({ relation }) => relation !== 'conflict'))
})

test('the same accounts give the same answer twice', () => {
  const texts = [
    'Police said five shots were fired. A man ran.',
    'Four shots were fired, police said. A man walked away.',
  ]
  assert.deepEqual(compareAccounts(texts).links, compareAccounts(texts).links)
})
