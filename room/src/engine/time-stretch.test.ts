import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Channels, TimeStretch } from './time-stretch.ts'

const rates = [0.05, 0.1, 0.25, 0.5, 0.75, 1.5, 2, 4, 8] as const
const sampleRate = 48_000

/** Pushes a signal in pieces as a decoder gives them, and joins what comes out. */
function stretched(signal: Channels, rate: number, hz = sampleRate): Channels {
  const stretch = new TimeStretch(hz, signal.length, rate)
  const length = signal[0]?.length ?? 0
  const parts: Channels[] = []
  for (let at = 0; at < length; at += 1024)
    parts.push(stretch.push(signal.map(channel => channel.subarray(at, at + 1024))))
  parts.push(stretch.end())
  return signal.map((_, at) => Float32Array.from(parts.flatMap(part => [...(part[at] ?? [])])))
}

const tone = (hertz: number, seconds: number, hz = sampleRate) =>
  Float32Array.from(
    { length: Math.round(seconds * hz) },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / hz),
  )

/** Frequency by the phase that a tone gains over the signal, in blocks of a tenth of a second. */
function measuredHertz(signal: Float32Array, near: number, hz = sampleRate): number {
  const block = Math.round(hz / 10)
  const hop = Math.round(hz / 50)
  const phases: number[] = []
  for (let from = hop; from + block < signal.length - hop; from += hop) {
    let [re, im] = [0, 0]
    for (let at = 0; at < block; at++) {
      const window = Math.sin((Math.PI * (at + 0.5)) / block) ** 2
      const turn = (2 * Math.PI * near * (from + at)) / hz
      re += (signal[from + at] as number) * window * Math.cos(turn)
      im -= (signal[from + at] as number) * window * Math.sin(turn)
    }
    phases.push(Math.atan2(im, re))
  }
  let gained = 0
  for (let at = 1; at < phases.length; at++) {
    const step = (phases[at] as number) - (phases[at - 1] as number)
    gained += step - 2 * Math.PI * Math.round(step / (2 * Math.PI))
  }
  return near + (gained * hz) / (2 * Math.PI * hop * (phases.length - 1))
}

const cents = (found: number, wanted: number) => Math.abs(1200 * Math.log2(found / wanted))

for (const rate of rates)
  test(`at ${rate} times the speed tones keep their pitch within 3 cents and their level, and last exactly as long`, () => {
    // Enough input for a second of output, and a second of input at least.
    const seconds = Math.max(1, rate)
    for (const hertz of rate < 0.2 ? [110, 1234] : [110, 440.3, 1234, 3000]) {
      const [out] = stretched([tone(hertz, seconds)], rate)
      assert.equal(out?.length, Math.round((seconds * sampleRate) / rate))
      const found = measuredHertz(out as Float32Array, hertz)
      assert.ok(cents(found, hertz) < 3, `${hertz} Hz came out as ${found} Hz`)
      const inner = (out as Float32Array).subarray(4800, -4800)
      const rms = Math.sqrt(inner.reduce((sum, sample) => sum + sample * sample, 0) / inner.length)
      assert.ok(Math.abs(rms / (0.5 / Math.SQRT2) - 1) < 0.05, `${hertz} Hz came out with a level of ${rms}`)
    }
  })

test('other sample rates and two channels are stretched alike, and the channels stay together', () => {
  for (const hz of [8000, 22_050, 44_100]) {
    const left = tone(440, 1, hz)
    const right = left.map(sample => -0.5 * sample)
    const [a, b] = stretched([left, right], 0.5, hz)
    assert.equal(a?.length, 2 * hz)
    assert.ok(cents(measuredHertz(a as Float32Array, 440, hz), 440) < 3)
    for (const [at, sample] of (a ?? []).entries()) assert.ok(Math.abs((b?.[at] ?? 0) + 0.5 * sample) < 1e-6)
  }
})

test('the first sample of the input is the first of the output', () => {
  for (const rate of rates) {
    const signal = tone(200, 1).map((sample, at) => sample + 0.2 * Math.cos(at / 3))
    const [out] = stretched([signal], rate)
    assert.deepEqual(out?.subarray(0, 240), signal.subarray(0, 240), `at ${rate}`)
  }
})

/** Clicks of 2 ms over a quiet hum. */
function clicks(atSeconds: readonly number[], seconds: number): Float32Array<ArrayBuffer> {
  const signal = tone(90, seconds).map(sample => sample * 0.02)
  for (const from of atSeconds)
    for (let at = 0; at < 96; at++) {
      const place = Math.round(from * sampleRate) + at
      signal[place] = (signal[place] as number) + 0.8 * Math.cos(at * 0.9) * Math.exp(-at / 30)
    }
  return signal
}

/** Places in seconds at which the level rises above a third of a click's, at least 10 ms apart. */
function heard(signal: Float32Array): readonly number[] {
  const found: number[] = []
  for (const [at, sample] of signal.entries())
    if (Math.abs(sample) > 0.27 && at / sampleRate - (found.at(-1) ?? -1) > 0.01) found.push(at / sampleRate)
  return found
}

test('each impulse is heard once and at its place on the clock, slowed or hastened', () => {
  const at = [0.31, 0.47, 0.6712, 1.01, 1.3, 1.351, 1.777]
  for (const rate of [0.05, 0.1, 0.25, 0.5, 0.75, 1.5, 2]) {
    const [out] = stretched([clicks(at, 2)], rate)
    const found = heard(out as Float32Array)
    assert.equal(
      found.length,
      at.length,
      `at ${rate} heard at ${found.map(each => (each * rate).toFixed(3))}`,
    )
    for (const [which, place] of found.entries())
      assert.ok(
        Math.abs(place - (at[which] as number) / rate) < 0.0005,
        `at ${rate}: impulse ${which} at ${place} s`,
      )
  }
})

test('silence stays silence, and nothing at all gives nothing', () => {
  const [silent] = stretched([new Float32Array(48_000)], 0.5)
  assert.equal(silent?.length, 96_000)
  assert.ok(silent?.every(sample => sample === 0))
  assert.equal(stretched([new Float32Array(0)], 2)[0]?.length, 0)
  assert.equal(stretched([tone(440, 0.005)], 0.25)[0]?.length, 960)
})
