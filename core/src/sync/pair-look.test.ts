import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { mediaMicros } from '../time/index.ts'
import type { SampleSource } from './input.ts'
import { lookChance, lookReach, PairLook, pairLook } from './pair-look.ts'

const fft = await loadFft()
const rate = 8000

function noise(seed: number, seconds: number): Float64Array {
  const next = normalFrom(randomFrom(seed))
  return Float64Array.from({ length: Math.round(seconds * rate) }, next)
}

function source(samples: ArrayLike<number>, originSeconds = 0): SampleSource {
  const values = Int16Array.from(samples, value => Math.round(3000 * value))
  return {
    originMicros: mediaMicros(originSeconds * 1e6),
    count: values.length,
    read: (from, count) => values.subarray(from, from + count),
  }
}

/** A stretch of a common sound with noise of its own, and again `echoSamples` later at `echo` times the level. */
function heard(common: Float64Array, from: number, seconds: number, seed: number, echoSamples = 0, echo = 0) {
  const own = noise(seed, seconds)
  const first = Math.round(from * rate)
  return own.map(
    (value, n) =>
      (common[first + n] ?? 0) + echo * (common[first + n - echoSamples] ?? 0) + 0.7 * (value as number),
  )
}

test('the curve stands at the lag itself, counted from media times that need not begin at 0', () => {
  const common = noise(1, 60)
  const a = source(heard(common, 0, 50, 2), 1.25)
  const b = source(heard(common, 12.5, 40, 3), -0.5)
  // Sample 0 of b is heard 12.5 s after sample 0 of a: 1.25 + 12.5 = −0.5 + lag.
  const look = PairLook.parse(pairLook(fft, a, b, { lagSeconds: 14.25, slopePpm: 0 }))
  assert.deepEqual([look.peaks[0]?.offset, look.peaks.length], [0, 1])
  assert.equal(look.curve.indexOf(Math.max(...look.curve)), lookReach)
  assert.ok((look.peaks[0]?.z ?? 0) > 40)
  assert.deepEqual([look.from, look.to], [-0.5, 37])
  assert.ok(look.along.every(({ z }) => z > lookChance))
})

test('a lag that is off by 37 samples is told by where the peak lies', () => {
  const common = noise(4, 60)
  const a = source(heard(common, 0, 50, 5))
  const b = source(heard(common, 10, 40, 6))
  const look = pairLook(fft, a, b, { lagSeconds: 10 - 37 / rate, slopePpm: 0 })
  assert.equal(look.peaks[0]?.offset, 37)
})

test('an echo is a second peak, lower and beside the first', () => {
  const common = noise(7, 60)
  const a = source(heard(common, 0, 50, 8, 240, 0.6))
  const b = source(heard(common, 10, 40, 9))
  const { peaks } = pairLook(fft, a, b, { lagSeconds: 10, slopePpm: 0 })
  // Below these two the comb that an echo makes of any sound shows itself.
  assert.deepEqual(
    peaks.slice(0, 2).map(({ offset }) => offset),
    [0, 240],
  )
})

test('a clock that runs fast is followed along its line, and is blurred along a level one', () => {
  const common = noise(10, 320)
  const drift = 60e-6
  const own = noise(11, 300)
  const a = source(heard(common, 0, 310, 12))
  const b = source(
    own.map((value, n) => (common[Math.round(n * (1 + drift))] ?? 0) + 0.7 * (value as number)),
  )
  const top = (slopePpm: number) => pairLook(fft, a, b, { lagSeconds: 0, slopePpm }).peaks[0]
  assert.equal(top(60)?.offset, 0)
  assert.ok((top(60)?.z ?? 0) > 2 * (top(0)?.z ?? 0))
})

test('a look at one piece of a recording with a cut reads that piece alone', () => {
  const common = noise(60, 90)
  const a = source(heard(common, 0, 80, 61))
  // 20 s were left out after 30 s.
  const pieces = [heard(common, 0, 30, 62), heard(common, 50, 30, 63)]
  const b = source(
    pieces.flatMap(piece => [...piece]),
    2,
  )
  const look = (along: Parameters<typeof pairLook>[3]) => pairLook(fft, a, b, along)
  const first = look({ lagSeconds: -2, slopePpm: 0, from: 2, to: 32 })
  const second = look({ lagSeconds: 18, slopePpm: 0, from: 32, to: 62 })
  const whole = look({ lagSeconds: 18, slopePpm: 0 })
  assert.deepEqual([first.from, first.to, second.from, second.to], [2, 32, 32, 62])
  for (const { peaks, along } of [first, second]) {
    assert.equal(peaks[0]?.offset, 0)
    assert.ok(along.every(({ z }) => z > lookChance))
  }
  assert.ok(whole.along.some(({ z }) => z < lookChance))
  const nowhere = look({ lagSeconds: 18, slopePpm: 0, from: 100, to: 90 })
  assert.deepEqual([nowhere.windows, nowhere.curve], [0, []])
})

test('unrelated sound stays below what the look calls chance', () => {
  for (let seed = 20; seed < 140; seed += 10) {
    const look = pairLook(fft, source(noise(seed, 40)), source(noise(seed + 1, 40)), {
      lagSeconds: 0,
      slopePpm: 0,
    })
    assert.deepEqual(look.peaks, [])
  }
})

test('recordings that do not meet, or have no sound where they meet, give an empty look', () => {
  const a = source(noise(50, 20))
  const apart = pairLook(fft, a, source(noise(51, 20)), { lagSeconds: 100, slopePpm: 0 })
  assert.deepEqual([apart.windows, apart.curve, apart.peaks, apart.along], [0, [], [], []])
  assert.equal(apart.to, apart.from)
  const mute = pairLook(fft, a, source(new Float64Array(20 * rate)), { lagSeconds: 0, slopePpm: 0 })
  assert.deepEqual([mute.windows, mute.curve], [0, []])
})

test('a look at hours reads no more than sixty windows', () => {
  let read = 0
  const long: SampleSource = {
    originMicros: mediaMicros(0),
    count: 8 * 3600 * rate,
    read: (from, count) => {
      read += 1
      return Int16Array.from({ length: count }, (_, n) => ((from + n) * 7919) % 251)
    },
  }
  const look = pairLook(fft, long, long, { lagSeconds: 0, slopePpm: 0 })
  // The last one would need a sample beyond the end.
  assert.deepEqual([look.windows, read], [59, 118])
})
