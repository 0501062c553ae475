import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { talk } from '../../../test/cases/sound/sources.ts'
import { type MediaMicros, mediaMicros, span } from '../time/index.ts'
import { soundExtractor } from './extractor.ts'
import { readFeatures, writeFeatures } from './features.ts'
import { readWaveform, writeWaveform } from './waveform.ts'

const fft = await loadFft()
const speech = Int16Array.from(talk(7, 4), value =>
  Math.max(-32768, Math.min(32767, Math.round(value * 9000))),
)

function measured(samples: Int16Array, chunk = samples.length, origin = mediaMicros(0)) {
  const extractor = soundExtractor(fft, origin)
  for (let at = 0; at < samples.length; at += chunk) extractor.push(samples.subarray(at, at + chunk))
  return extractor.finish()
}

test('a transform and its inverse give the signal times its size', () => {
  const transform = fft.ofSize(96)
  const signal = Float32Array.from({ length: 96 }, (_, n) => Math.sin(n * 1.7) + (n % 5))
  const spectrum = new Float32Array(96)
  const back = new Float32Array(96)
  transform.forward(signal, spectrum)
  transform.inverse(spectrum, back)
  for (let n = 0; n < 96; n++) assert.ok(Math.abs((back[n] as number) / 96 - (signal[n] as number)) < 1e-5)
})

test('a spectrum is packed as zero, half rate, then pairs of cosine and negative sine', () => {
  const transform = fft.ofSize(32)
  const spectrum = new Float32Array(32)
  transform.forward(
    Float32Array.from({ length: 32 }, (_, n) => Math.sin((2 * Math.PI * 3 * n) / 32)),
    spectrum,
  )
  assert.equal(Math.round(spectrum[7] as number), -16)
  transform.forward(
    Float32Array.from({ length: 32 }, (_, n) => (n % 2 ? -1 : 1)),
    spectrum,
  )
  assert.equal(Math.round(spectrum[1] as number), 32)
})

test('features, waveform and spans do not depend on how the samples were cut into chunks', () => {
  const whole = measured(speech)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20000 }), chunk => {
      assert.deepEqual(measured(speech, chunk), whole)
    }),
    { numRuns: 25, seed: 4 },
  )
})

test('the finest waveform holds the lowest and highest sample of each 10 ms, the next of each 40 ms', () => {
  const { waveform } = measured(speech)
  const [finest, next] = waveform.levels
  assert.ok(finest && next)
  assert.deepEqual([finest.binMicros, next.binMicros], [10_000, 40_000])
  assert.equal(finest.extremes.length / 2, speech.length / 80)
  for (const bin of [0, 17, 100, 399]) {
    const part = speech.subarray(bin * 80, bin * 80 + 80)
    assert.deepEqual(
      [...finest.extremes.subarray(2 * bin, 2 * bin + 2)],
      [Math.min(...part), Math.max(...part)],
    )
  }
  const part = speech.subarray(320 * 30, 320 * 31)
  assert.deepEqual([...next.extremes.subarray(60, 62)], [Math.min(...part), Math.max(...part)])
})

test('digital silence of a tenth of a second or more is told to the sample, shorter is not', () => {
  const samples = Int16Array.from({ length: 24000 }, () => 5)
  samples.fill(0, 8000, 10001)
  samples.fill(0, 16000, 16799)
  const { spans } = measured(samples, 777, mediaMicros(3_200_000))
  assert.deepEqual(
    spans.map(({ from, to, state }) => [from, to, state]),
    [
      [3_200_000, 4_200_000, 'present'],
      [4_200_000, 4_450_125, 'digital-silence'],
      [4_450_125, 6_200_000, 'present'],
    ],
  )
})

test('a stretch without samples is absent, not silent', () => {
  const samples = Int16Array.from({ length: 16000 }, (_, n) => (n < 8000 ? 0 : 9))
  const extractor = soundExtractor(fft, mediaMicros(0))
  extractor.push(samples)
  const { spans } = extractor.finish([span(0 as MediaMicros, 600_000 as MediaMicros)])
  assert.deepEqual(
    spans.map(({ from, to, state }) => [from, to, state]),
    [
      [0, 600_000, 'absent'],
      [600_000, 1_000_000, 'digital-silence'],
      [1_000_000, 2_000_000, 'present'],
    ],
  )
})

test('a feature is 0 exactly where its 32 ms hold no sound', () => {
  const samples = speech.slice()
  samples.fill(0, 4000, 12000)
  const { features } = measured(samples)
  const frames = features.values.length / features.bands
  for (let frame = 0; frame < frames; frame++) {
    const isSilent = samples.subarray(frame * 80, frame * 80 + 256).every(sample => sample === 0)
    assert.equal(features.values[frame * features.bands] === 0, isSilent)
  }
})

test('a tone ten times louder stands 20 dB higher in its band', () => {
  const tone = (level: number) =>
    Int16Array.from({ length: 8000 }, (_, n) => Math.round(level * Math.sin((2 * Math.PI * 1000 * n) / 8000)))
  const loudest = (samples: Int16Array) => Math.max(...measured(samples).features.values)
  assert.equal(loudest(tone(10000)) - loudest(tone(1000)), 40)
})

test('stored features and waveforms read back as they were', () => {
  const { features, waveform } = measured(speech, 4096, mediaMicros(-21_333))
  assert.deepEqual(readFeatures(writeFeatures(features)), features)
  assert.deepEqual(readWaveform(writeWaveform(waveform)), waveform)
  assert.throws(() => readFeatures(writeFeatures(features).subarray(0, 900)), /complete/)
  assert.throws(() => readWaveform(writeWaveform(waveform).subarray(0, 900)), /complete/)
})

test('a recording without a single sample has no features and no spans', () => {
  const { features, spans, samples, waveform } = measured(new Int16Array(0))
  assert.equal(features.values.length, 0)
  assert.deepEqual([...spans], [])
  assert.equal(samples, 0)
  assert.deepEqual(readWaveform(writeWaveform(waveform)), waveform)
})
