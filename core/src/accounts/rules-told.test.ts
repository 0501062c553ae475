import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'
import { leavesOpen, tellsARule, tellsOfItself } from './rules-told.ts'

test('what a standard requires is a rule, what was done as it requires is not', () => {
  assert.ok(tellsARule('Standard 7.3 requires a check every 15 minutes.'))
  assert.ok(tellsARule('Officers are required to give a warning.'))
  assert.ok(tellsARule('El protocolo exige una revisión cada quince minutos.'))
  assert.ok(!tellsARule('Deputies checked every 15 minutes, as policy requires.'))
  assert.ok(!tellsARule('The manual lay on the desk.'))
})

test('a correction tells of the story, and a sentence on whether leaves it open', () => {
  assert.ok(tellsOfItself('This story has been corrected to show that the aunt was handcuffed.'))
  assert.ok(!tellsOfItself('The officer corrected the driver.'))
  assert.ok(leavesOpen('The two sides differ on whether officers knocked.'))
  assert.ok(!leavesOpen('Officers knocked.'))
})

test('what ought to be done is not held against what was', () => {
  const conflicts = (one: string, two: string) =>
    compareAccounts([one, two]).links.filter(({ relation }) => relation === 'conflict').length
  const was = 'Guards checked the cell every 40 minutes that night.'
  assert.equal(conflicts('Policy requires guards to check the cell every 15 minutes.', was), 0)
  assert.equal(conflicts('Guards checked the cell every 15 minutes that night.', was), 1)
})
