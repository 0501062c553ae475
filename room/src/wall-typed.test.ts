import assert from 'node:assert/strict'
import test from 'node:test'
import type { WallClock } from '@sightline/core/case'
import { caseMicros, span, wallMicros, writtenTime } from '@sightline/core/time'
import { microsFromTyped } from './time-text.ts'
import { wallTyped } from './wall-typed.ts'

/** A clock of so many seconds, whose zero was at a time of day two hours east of UTC. */
function goTo(text: string, zero: string, seconds: number) {
  const atZero = wallMicros((writtenTime(`2031-05-02 ${zero}+02:00`) ?? assert.fail()).local - 7200e6)
  const wallClock = { atZero, offsetMinutes: 120 } as WallClock
  const whole = span(caseMicros(0), caseMicros(seconds * 1e6))
  const found = wallTyped(text, wallClock, whole, microsFromTyped(text))
  return found.kind === 'found' ? found.time / 1e6 : found.kind
}

test('a time of day is found on the clock, with or without its date', () => {
  assert.equal(goTo('14:03:22.5', '14:00:00', 600), 202.5)
  assert.equal(goTo('w 14:03', '14:00:00', 600), 180)
  assert.equal(goTo('2031-05-02 14:03:22,5', '14:00:00', 600), 202.5)
  assert.equal(goTo('2031-05-02T12:03:22.5Z', '14:00:00', 600), 202.5)
  assert.equal(goTo('14:10:00', '14:00:00', 600), 600)
})

test('a time of the clock stays one', () => {
  assert.equal(goTo('3:22.5', '14:00:00', 600), 'not-wall')
  assert.equal(goTo('202.5', '14:00:00', 600), 'not-wall')
  assert.equal(goTo('0:03:22', '14:00:00', 600), 'not-wall')
})

test('a clock over midnight has both days, and one over several days wants the date', () => {
  assert.equal(goTo('23:59:59', '23:55:00', 600), 299)
  assert.equal(goTo('00:01:00', '23:55:00', 600), 'either')
  assert.equal(goTo('w 00:01:00', '23:55:00', 600), 360)
  assert.equal(goTo('w 14:03:22', '14:00:00', 90_000), 'several-days')
  assert.equal(goTo('2031-05-03 14:03:22', '14:00:00', 90_000), 86_602)
})

test('what lies off the clock, or means two instants, is said so', () => {
  assert.equal(goTo('w 9:00', '14:00:00', 600), 'outside')
  assert.equal(goTo('2031-05-03 14:03:22', '14:00:00', 600), 'outside')
  assert.equal(goTo('1:30:00', '01:00:00', 7200), 'either')
  assert.equal(goTo('w 1:30:00', '01:00:00', 7200), 1800)
})

test('without an anchor only what can be nothing else is a time of day', () => {
  const whole = span(caseMicros(0), caseMicros(600e6))
  const kind = (text: string) => wallTyped(text, null, whole, microsFromTyped(text)).kind
  assert.deepEqual(['14:03:22', 'w 14:03:22', '2031-05-02 14:03:22', '3:22'].map(kind), [
    'not-wall',
    'not-anchored',
    'not-anchored',
    'not-wall',
  ])
})
