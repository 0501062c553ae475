import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CaseMicros, span } from '@sightline/core/time'
import { PlayClock, playableSpeed } from './play-clock.ts'

const at = (micros: number) => micros as CaseMicros
const within = span(at(0), at(10_000_000))

test('short ticks at a slow speed lose nothing', () => {
  const clock = new PlayClock(at(0))
  clock.resume(0)
  for (let tick = 1; tick <= 1000; tick++)
    clock.commit(clock.propose(tick * 0.0033, 0.1, within), tick * 0.0033)
  assert.equal(clock.time, 330)
})

test('a held proposal stays the same, and the time spent waiting does not pass', () => {
  const clock = new PlayClock(at(0))
  clock.resume(100)
  const first = clock.propose(116, 1, within)
  assert.equal(first.time, 16_000)
  assert.equal(clock.hold(first, 116), 0)
  assert.equal(clock.propose(300, 1, within), first)
  assert.equal(clock.hold(first, 300), 184)
  clock.commit(first, 300)
  assert.equal(clock.time, 16_000)
  assert.equal(clock.propose(310, 1, within).time, 26_000)
})

test('where frames are fetched one by one, what was due during a wait is left out and the pace is kept', () => {
  const clock = new PlayClock(at(0))
  clock.resume(100)
  const first = clock.propose(116, 2, within)
  clock.hold(first, 116)
  clock.commit(first, 300, true)
  assert.equal(clock.time, 32_000)
  // 200 ms since the first tick, at twice the speed.
  assert.equal(clock.propose(316, 2, within).time, 432_000)
})

test('the last whole micro inside the span is proposed as the last, in both directions', () => {
  const clock = new PlayClock(at(9_990_000))
  clock.resume(0)
  assert.deepEqual(clock.propose(50, 1, within), { time: 9_999_999, exact: 9_999_999, isLast: true })
  clock.jump(at(20_000), 0)
  assert.deepEqual(clock.propose(50, -1, within), { time: 0, exact: 0, isLast: true })
})

test('a page that slept goes on where it was', () => {
  const clock = new PlayClock(at(500))
  clock.resume(0)
  assert.equal(clock.propose(60_000, 1, within).time, 500)
})

test('speeds are kept between 0.05 and 8 in either direction', () => {
  const wished = [1, 0.01, -0.01, 100, -100, 0, Number.NaN]
  assert.deepEqual(wished.map(playableSpeed), [1, 0.05, -0.05, 8, -8, 1, 1])
})
