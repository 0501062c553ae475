import assert from 'node:assert/strict'
import test from 'node:test'
import type { CaseMicros } from '@sightline/core/time'
import { mixed, samplesNeeded } from './mixing.ts'
import { processed, suggested, untouched } from './processing.ts'

const rate = 48_000
const seconds = 2
const tone = (hz: number, size: number) =>
  Float32Array.from({ length: rate * seconds }, (_, n) => size * Math.sin((2 * Math.PI * hz * n) / rate))
/** Level of the second half, in dB: filters have swung in by then. */
function level(samples: Float32Array): number {
  const half = samples.subarray(samples.length / 2, samples.length - 4096)
  return 10 * Math.log10(half.reduce((sum, value) => sum + value * value, 0) / half.length)
}
const change = (hz: number, how: Partial<typeof untouched>, size = 0.1) => {
  const before = tone(hz, size)
  return level(processed(before, rate, { ...untouched, ...how })) - level(before)
}
const near = (found: number, expected: number, within: number) =>
  assert.ok(Math.abs(found - expected) <= within, `expected ${expected} ± ${within}, found ${found}`)

test('without processing every sample is as it came', () => {
  const before = tone(440, 0.3)
  assert.deepEqual(processed(before, rate, untouched), before)
})

test('the high-pass leaves voices alone and takes off what rumbles below', () => {
  near(change(400, { highPassHz: 120 }), 0, 0.2)
  assert.ok(change(30, { highPassHz: 120 }) < -40)
})

test('the hum notch takes off the mains and its multiples, and nothing a few hertz beside', () => {
  assert.ok(change(50, { humHz: 50 }) < -30)
  assert.ok(change(150, { humHz: 50 }) < -30)
  near(change(170, { humHz: 50 }), 0, 0.3)
})

test('noise reduction makes what is always there quieter by what was asked at most, and leaves what comes and goes', () => {
  let seed = 7
  const noise = Float32Array.from({ length: rate * seconds }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return 0.02 * (seed / 1073741824 - 1)
  })
  const quieter = level(processed(noise, rate, { ...untouched, noiseDb: 9 })) - level(noise)
  assert.ok(quieter < -5 && quieter > -9.5, `noise became ${quieter} dB quieter`)
  const word = Float32Array.from(noise, (value, n) =>
    n > rate && n < 1.4 * rate ? 0.3 * Math.sin((2 * Math.PI * 700 * n) / rate) + value : value,
  )
  const part = (samples: Float32Array) => samples.subarray(1.1 * rate, 1.3 * rate)
  const power = (samples: Float32Array) => part(samples).reduce((sum, value) => sum + value * value, 0)
  near(10 * Math.log10(power(processed(word, rate, { ...untouched, noiseDb: 9 })) / power(word)), 0, 0.5)
})

test('gain is gain, and what would leave the scale is bent and never clipped', () => {
  near(change(440, { gainDb: 6 }), 6, 0.01)
  const loud = processed(tone(440, 0.9), rate, { ...suggested, gainDb: 20 })
  assert.ok(loud.every(value => Math.abs(value) <= 1))
})

test('microphones are laid on each other to the fraction of a sample, drift and all', () => {
  const source = (time: number) => 9000 * Math.sin(2 * Math.PI * 900 * time)
  const recorded = (start: number, driftPpm: number) => {
    const piece = { start: start as CaseMicros, driftPpm }
    const microphone = { recording: String(start), piece, share: 1 }
    const { first, count } = samplesNeeded(microphone, 20e6, rate)
    const values = Int16Array.from({ length: count }, (_, n) => {
      const media = ((first + n) / rate) * 1e6
      return Math.round(source((start + media * (1 + driftPpm * 1e-6)) / 1e6))
    })
    return { ...microphone, heard: { first, values } }
  }
  const together = mixed([recorded(1_234_567, 0), recorded(-7_654_321.4, 145)], 20e6, rate)
  let worst = 0
  for (const [n, value] of together.entries())
    worst = Math.max(worst, Math.abs(value - source(20 + n / rate) / 32_768))
  // Two microphones half a sample apart would be 0.016 apart at this pitch.
  assert.ok(worst < 0.002, `samples differ by up to ${worst}`)
})
