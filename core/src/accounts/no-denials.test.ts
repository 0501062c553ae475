import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

const isConflict = (one: string, two: string) =>
  compareAccounts([one, two]).links.some(({ relation }) => relation === 'conflict')

test('a bound, what nobody can make out, and what is lacking in other words deny nothing', () => {
  for (const [one, two] of [
    ['The boy was no more than five metres out in the water.', 'A ring hung four metres from the water.'],
    ['A pellet rifle was recovered at the scene.', 'Nobody can tell a pellet rifle from a cane.'],
    ['The cruiser had its lights on.', 'I couldn’t see the light from my window.'],
    ['He did not comply with the orders.', 'Police say he refused several orders.'],
    ['No clinician went to the door.', 'It should have been a clinician at that door.'],
    ['No siren can be heard.', 'The deputy activated emergency lights and siren.'],
  ] as const)
    assert.ok(!isConflict(one, two), `${one} / ${two}`)
})

test('injuries of one side deny none of the other', () => {
  assert.ok(!isConflict('Neither was injured.', 'The man was bleeding and badly injured.'))
  assert.ok(
    !isConflict('The woman was taken away with a broken hip.', 'Three officers sustained minor injuries.'),
  )
  assert.ok(isConflict('The woman was not injured.', 'The woman was badly injured in the crush.'))
})

test('what was years ago is not set against what is told of now', () => {
  const now = 'Two officers shot a man with a rifle on his porch. Neither was injured.'
  assert.ok(!isConflict(now, 'In 2029, three officers shot a man with a rifle in his garden.'))
  assert.ok(
    isConflict('Two officers shot a man on his porch.', 'Three officers shot a man on his porch.'),
    'at one time they are',
  )
})

test('a year is no time of day', () => {
  assert.ok(!isConflict('The wing burned in 2028.', 'The wing burned at 9:50 p.m.'))
})
