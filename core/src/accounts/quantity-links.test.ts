import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

const conflict = (a: string, b: string) =>
  compareAccounts([a, b]).links.find(({ relation }) => relation === 'conflict')?.differing ?? null

test('how long one thing lasted is compared, whichever verb each account takes for it', () => {
  assert.deepEqual(
    conflict(
      'Officers held him down for four minutes and 10 seconds.',
      'Two guards knelt on the man for about seven minutes, a rider said.',
    ),
    ['four minutes and 10', 'seven'],
  )
  assert.deepEqual(
    conflict('The lockdown was lifted after 40 minutes.', 'Pupils were locked in for an hour and a half.'),
    ['40', 'an'],
  )
})

test('a sentence that only goes on takes what it is of from the one before', () => {
  assert.deepEqual(
    conflict(
      'Footage shows them kneeling on his back. It lasts more than nine minutes.',
      'He was restrained for two minutes.',
    ),
    ['nine', 'two'],
  )
})

test('numbers of two things are not compared, nor those that agree within what is said of them', () => {
  assert.equal(
    conflict('He was handcuffed for 31 minutes.', 'The ambulance took 12 minutes to arrive.'),
    null,
  )
  assert.equal(
    conflict('He was held down for about six minutes.', 'He was pinned for six and a half minutes.'),
    null,
  )
  assert.equal(
    conflict('Deputies checked the cell every 30 minutes.', 'She had been dead for nine hours.'),
    null,
  )
})

test('hours of one moment are compared, military ones too', () => {
  assert.deepEqual(
    conflict(
      'At 0540 a deputy found her unresponsive.',
      'She was discovered on the floor at 6:12 a.m., her family said.',
    ),
    ['0540', '6:12 a.m.'],
  )
})

test('an age of whom it happened to is compared with that of somebody nameless', () => {
  assert.deepEqual(
    conflict(
      'Lucian Abara, 41, was on his way home. Abara had two sons.',
      'A 44-year-old man died after guards restrained him.',
    ),
    ['41', '44'],
  )
  assert.equal(conflict('A 58-year-old woman was hurt.', 'An officer, 52, was treated for a cut.'), null)
})
