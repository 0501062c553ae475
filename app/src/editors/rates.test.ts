import assert from 'node:assert/strict'
import test from 'node:test'
import type { RecordingFacts } from '@sightline/core/case'
import { type Rational, rationalFrom } from '@sightline/core/time'
import { rateText } from './frames.ts'
import { countingText, nominalRate, sequenceRate } from './rates.ts'

type VideoFacts = NonNullable<RecordingFacts['video']>

const rational = (text: string): Rational => rationalFrom(text) as Rational

function video(average: string, declared: string, kind: 'constant' | 'variable' | 'unknown'): VideoFacts {
  const timing = {
    kind,
    minMicros: 0,
    medianMicros: 0,
    maxMicros: 0,
    longIntervals: { spans: [], leftOut: 0 },
  }
  return {
    averageRate: rationalFrom(average),
    declaredRate: rationalFrom(declared),
    timing,
  } as unknown as VideoFacts
}

test('a constant rate is the standard rate it keeps, or itself', () => {
  const nominal = (average: string) => nominalRate(video(average, average, 'constant'))
  assert.deepEqual(nominal('30000/1001'), rational('30000/1001'))
  assert.deepEqual(nominal('2997/100'), rational('30000/1001'))
  assert.deepEqual(nominal('29999/1000'), rational('30/1'))
  assert.deepEqual(nominal('15/1'), rational('15/1'))
  assert.deepEqual(nominal('25/2'), rational('25/2'))
  assert.equal(nominal('90000/1'), null)
})

test('a rate that varies is the declared one where that is near, else the nearest standard one, else unknown', () => {
  const nominal = (average: string, declared: string) => nominalRate(video(average, declared, 'variable'))
  assert.deepEqual(nominal('2871/100', '30000/1001'), rational('30000/1001'))
  assert.deepEqual(nominal('2961/100', '90000/1'), rational('30000/1001'))
  assert.equal(nominal('13/1', '90000/1'), null)
  assert.equal(nominal('0/0', '0/0'), null)
})

test('the time line has the most common rate, of equally common ones the faster', () => {
  const line = (...rates: readonly string[]) => rateText(sequenceRate(rates.map(rationalFrom)).rate)
  assert.equal(line('25/1', '30/1', '25/1'), '25')
  assert.equal(line('25/1', '30000/1001'), '29.97')
  assert.equal(line('none', '25/1', 'none'), '25')
})

test('rates that editors have no time line for count for a multiple or a part of theirs', () => {
  const line = (rate: string) => rateText(sequenceRate([rational(rate)]).rate)
  assert.deepEqual(
    ['15/1', '10/1', '25/2', '20/1', '8/1', '120/1', '100/1', '120000/1001', '15000/1001'].map(line),
    ['30', '30', '25', '60', '24', '60', '50', '59.94', '29.97'],
  )
})

test('without pictures time code is time', () => {
  assert.deepEqual(sequenceRate([]), {
    rate: { num: 30, den: 1 },
    isDropFrame: false,
    why: 'no picture gives a rate',
  })
})

test('a rate is told with its exact ratio and whether numbers are dropped', () => {
  assert.equal(countingText(sequenceRate([rational('30000/1001')])), '29.97 fps (30000/1001), drop frame')
  assert.equal(countingText(sequenceRate([rational('24000/1001')])), '23.98 fps (24000/1001)')
  assert.equal(countingText(sequenceRate([rational('25/1')])), '25 fps')
})
