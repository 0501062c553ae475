import assert from 'node:assert/strict'
import test from 'node:test'
import { actionOf, capsOf, shortcuts } from './shortcuts.ts'
import { helpWordsIn } from './strings/help-words.ts'

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more })

test('no key has two meanings', () => {
  const keys = shortcuts.flatMap(each => each.keys as readonly string[])
  assert.equal(new Set(keys).size, keys.length)
})

test('the keys that others rely on do what they say', () => {
  const promised = { ' ': 'toggle-play', '.': 'next-frame', ',': 'previous-frame', '?': 'help' }
  for (const [key, action] of Object.entries(promised)) assert.equal(actionOf(press(key)), action)
  assert.deepEqual(
    ['j', 'k', 'l'].map(key => actionOf(press(key))),
    ['shuttle-back', 'shuttle-stop', 'shuttle-on'],
  )
})

test('letters act with Shift or Caps Lock too, and never with Ctrl, Alt or Meta', () => {
  assert.equal(actionOf(press('S')), 'next-layout')
  for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
    assert.equal(actionOf(press('s', { [modifier]: true })), null)
  assert.equal(actionOf(press('ñ')), null)
})

test('the help names every action, in every language, and how its keys are written', () => {
  for (const catalogue of [helpWordsIn('en'), helpWordsIn('es')]) {
    assert.deepEqual(Object.keys(catalogue.help.actions).sort(), shortcuts.map(each => each.action).sort())
  }
  assert.deepEqual(capsOf('select-angle', 'Space'), ['1 – 9'])
  assert.deepEqual(capsOf('toggle-play', 'Space'), ['Space'])
})
