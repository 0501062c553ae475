import assert from 'node:assert/strict'
import test from 'node:test'
import type { PairResult } from '@sightline/core/sync'
import { type ClockMap, caseMicros, caseTimeOn, type MediaMicros, straightMap } from '@sightline/core/time'
import fc from 'fast-check'
import { turned } from './pair-model.ts'
import { laterBy, type MediaLine, nearestWay, placedLines, waysOf } from './ways.ts'

const drift = fc.double({ min: -300, max: 300, noNaN: true })
const seconds = fc.double({ min: -40_000, max: 40_000, noNaN: true })
const onA = ({ lagSeconds, slopePpm }: MediaLine, b: number) => b * (1 + slopePpm * 1e-6) + lagSeconds

test('two placements make the lower lie where both say one case time', () => {
  fc.assert(
    fc.property(drift, drift, fc.integer({ min: -4e9, max: 4e9 }), seconds, (driftA, driftB, start, at) => {
      const a = straightMap(caseMicros(1_500_000), driftA)
      const b = straightMap(caseMicros(start), driftB)
      const [line] = placedLines(a, b)
      assert.ok(line)
      const time = (map: typeof a, media: number) => caseTimeOn(map[0], (media * 1e6) as MediaMicros)
      assert.ok(Math.abs(time(a, onA(line, at)) - time(b, at)) < 0.1)
    }),
  )
})

test('a recording with a cut lies in two pieces, each on what it meets', () => {
  const whole = straightMap(caseMicros(0), 0)
  const piece = (from: number, start: number) => ({
    from: (from * 1e6) as MediaMicros,
    start: caseMicros(start * 1e6),
    driftPpm: 0,
  })
  // Ten seconds were left out at 30 s of the file.
  const cut: ClockMap = [piece(0, 5), piece(30, 15)]
  const within = (a: ClockMap, b: ClockMap) => placedLines(a, b).map(({ from, to }) => [from, to])
  const lags = (a: ClockMap, b: ClockMap) => placedLines(a, b).map(({ lagSeconds }) => lagSeconds)
  assert.deepEqual(lags(whole, cut), [5, 15])
  assert.deepEqual(within(whole, cut), [
    [0, 30],
    [30, undefined],
  ])
  // On the clock nothing of it lies from 35 to 45 s.
  assert.deepEqual(within(cut, whole), [
    [5, 35],
    [45, undefined],
  ])
  assert.deepEqual(turned({ lagSeconds: 5, slopePpm: 0, to: 30 }), { lagSeconds: -5, slopePpm: 0, to: 35 })
  assert.deepEqual(lags(cut, whole), [-5, -15])
  assert.deepEqual(lags(cut, cut), [0, 0])
})

test('a lying told in the other order and back is the same lying', () => {
  fc.assert(
    fc.property(seconds, drift, seconds, (lagSeconds, slopePpm, at) => {
      const line = { lagSeconds, slopePpm }
      assert.ok(Math.abs(onA(turned(line), onA(line, at)) - at) < 1e-6)
      assert.ok(Math.abs(turned(turned(line)).lagSeconds - lagSeconds) < 1e-6)
    }),
  )
})

test('how much later one lying puts the lower one changes with drift along the recording', () => {
  const [one, two] = [
    { lagSeconds: 6.001, slopePpm: 50 },
    { lagSeconds: 6, slopePpm: 0 },
  ]
  assert.equal(laterBy(one, two, 0).toFixed(9), '0.001000000')
  assert.equal(laterBy(one, two, 100).toFixed(9), '0.006000000')
})

test('the ways are the placement in force, the sound piece by piece, and rivals at the rate of the same clocks', () => {
  const line = {
    pivotSeconds: 0,
    errorAtPivotMs: 1,
    slopeErrorPpm: 1,
    errorMs: 1,

    from: 0,
    to: 1,
  }
  const result: PairResult = {
    v: 1,
    method: 'm',
    version: '2',
    a: 'a',
    b: 'b',
    verdict: 'match',
    score: 20,
    why: 'w',
    lines: [
      { ...line, lagSeconds: 6, slopePpm: 12 },
      { ...line, lagSeconds: 4, slopePpm: 12 },
    ],
    cuts: [],
    isSameTake: false,
    candidates: [{ lagSeconds: 30, score: 7, why: 'beaten' }],
  }
  const told = waysOf(null, result, [{ lagSeconds: 6.1, slopePpm: 11 }])
  assert.deepEqual(
    told.map(({ key, n, lagSeconds, slopePpm }) => [key, n, lagSeconds, slopePpm]),
    [
      ['placement 0', 1, 6.1, 11],
      ['sound 0', 1, 6, 12],
      ['sound 1', 2, 4, 12],
      ['rival 0', 1, 30, 12],
    ],
  )
  assert.equal(nearestWay(told, 'sound', { lagSeconds: 4.2, slopePpm: 12 }, 50)?.key, 'sound 1')
  assert.equal(nearestWay([], 'sound', { lagSeconds: 4, slopePpm: 0 }, 0), undefined)
  assert.deepEqual(waysOf(null, null, []), [])
})
