import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

const relationOf = (one: string, two: string) => {
  const { links } = compareAccounts([one, two])
  return links.find(({ a, b }) => a.start === 0 && b.start === 0)?.relation
}

const unseen = 'There appears to be no gun visible in the video. The street was wet.'

test('what a recording does not show is less than a denial against what somebody says', () => {
  for (const said of [
    'Police have said Velde was armed with a gun at the time. The park was closed.',
    '“You had a gun,” the officer said. The park was closed.',
    '“The gun is right there,” an officer is heard on the video. The park was closed.',
    'Video released after officers chase man they say had a gun in his hand. The park was closed.',
  ])
    assert.equal(relationOf(unseen, said), 'detail', said)
})

test('what one recording shows and another does not is a candidate conflict', () => {
  const shown = 'The footage shows a gun in his right hand. The park was closed.'
  assert.equal(relationOf(unseen, shown), 'conflict')
})

test('what one camera shows and another, told apart by name, does not is less than a conflict', () => {
  const shown = 'The doorbell video shows a gun in his right hand. The park was closed.'
  assert.equal(
    relationOf('There is no gun visible in the dashcam video. The street was wet.', shown),
    'detail',
  )
  assert.equal(
    relationOf('The others do not show a gun in his right hand. The street was wet.', shown),
    'detail',
  )
  assert.equal(
    relationOf('There is no gun visible in the doorbell footage. The street was wet.', shown),
    'conflict',
  )
})

test('a denial that names no recording stands against what somebody says', () => {
  const denied = 'Velde had no gun, his sister said. The street was wet.'
  assert.equal(
    relationOf(denied, 'Police have said Velde was armed with a gun at the time. The park was closed.'),
    'conflict',
  )
})

test('two that both say what a recording does not show do not disagree', () => {
  const pointing = 'The video doesn’t show Velde pointing a gun at the officers. The park was closed.'
  assert.notEqual(relationOf(unseen, pointing), 'conflict')
})
