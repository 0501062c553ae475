import assert from 'node:assert/strict'
import test from 'node:test'
import type { Work } from '@sightline/core/api'
import { Progress, type WorkItem } from './progress.ts'

const item = (recording: string, recipe: WorkItem['recipe'], seconds: number): WorkItem => ({
  recording,
  recipe,
  seconds,
})

/** A progress on a clock that only moves when told to, and what it told. */
function watched() {
  let ms = 0
  const told: Work[] = []
  const progress = new Progress(() => ms)
  progress.listen(work => told.push(work))
  const wait = (more: number) => {
    ms += more
  }
  return { progress, told, wait }
}

test('the fraction counts long recordings for more than short ones', () => {
  const { progress } = watched()
  const short = item('a', 'review', 100)
  const long = item('b', 'review', 300)
  progress.left([short, long])
  assert.equal(progress.work().fraction, 0)
  progress.making(short, 0.5)
  assert.equal(progress.work().fraction, 0.125)
  progress.finished('a')
  progress.left([long])
  assert.equal(progress.work().fraction, 0.25)
})

test('an estimate comes only when enough was done to tell, and then from the speed so far', () => {
  const { progress, wait } = watched()
  const only = item('a', 'review', 100)
  progress.left([only])
  assert.equal(progress.work().secondsLeft, null)
  wait(1000)
  progress.making(only, 0.1)
  assert.equal(progress.work().secondsLeft, null)
  wait(9000)
  progress.making(only, 0.25)
  assert.equal(progress.work().secondsLeft, 30)
})

test('work that is found later makes the whole larger', () => {
  const { progress } = watched()
  const first = item('a', 'review', 100)
  const second = item('b', 'review', 100)
  progress.left([first])
  progress.making(first, 0.5)
  progress.left([first, second])
  assert.equal(progress.work().fraction, 0.25)
})

test('with nothing left there is no fraction and no estimate', () => {
  const { progress, wait } = watched()
  progress.left([item('a', 'sound', 10)])
  wait(5000)
  progress.left([])
  const { fraction, secondsLeft, waiting } = progress.work()
  assert.deepEqual([fraction, secondsLeft, waiting], [null, null, 0])
})

test('listeners are told at once of what begins and ends, and seldom of what is in between', () => {
  const { progress, told, wait } = watched()
  const only = item('a', 'review', 100)
  progress.left([only])
  progress.making(only, 0)
  const before = told.length
  for (let step = 1; step <= 100; step++) {
    wait(10)
    progress.making(only, step / 100)
  }
  assert.equal(told.length - before, 5)
  progress.finished('a')
  progress.left([])
  assert.equal(told.at(-1)?.making.length, 0)
})
