import assert from 'node:assert/strict'
import test from 'node:test'
import { spectrumOf } from './spectrum.ts'

const rate = 8000
const silence = (count: number) => new Float32Array(count).fill(Number.NEGATIVE_INFINITY)
const sine = (hertz: number, level: number, count: number) =>
  Int16Array.from({ length: count }, (_, n) =>
    Math.round(32_767 * 10 ** (level / 20) * Math.sin((2 * Math.PI * hertz * n) / rate)),
  )

test('a sine stands at its pitch and at its level', () => {
  for (const [length, hertz] of [
    [128, 1000],
    [512, 3125],
  ] as const) {
    const levels = silence(length / 2)
    spectrumOf(length).loudest(sine(hertz, -12, length), 0, levels)
    const loudest = levels.indexOf(Math.max(...levels))
    assert.equal((loudest * rate) / length, hertz)
    assert.ok(Math.abs((levels[loudest] ?? 0) + 12) < 0.01)
  }
})

test('the transform is the sum it stands for', () => {
  const length = 64
  const samples = Int16Array.from({ length }, (_, n) =>
    Math.round(9000 * Math.sin(n * n * 0.37) - 3000 * Math.cos(n)),
  )
  const levels = silence(length / 2)
  spectrumOf(length).loudest(samples, 0, levels)
  for (let bin = 0; bin < length / 2; bin++) {
    let [re, im] = [0, 0]
    for (let n = 0; n < length; n++) {
      const windowed = (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length)) * (samples[n] ?? 0)
      re += windowed * Math.cos((2 * Math.PI * bin * n) / length)
      im -= windowed * Math.sin((2 * Math.PI * bin * n) / length)
    }
    const level = 20 * Math.log10(Math.hypot(re, im) / ((32_768 * length) / 4))
    assert.ok(Math.abs(level - (levels[bin] ?? 0)) < 1e-3, `bin ${bin}`)
  }
})

test('of several windows the loudest counts, and no samples are no sound', () => {
  const spectrum = spectrumOf(128)
  const levels = silence(64)
  spectrum.loudest(new Int16Array(128), 0, levels)
  assert.ok(levels.every(each => each === Number.NEGATIVE_INFINITY))
  spectrum.loudest(sine(1000, -20, 128), 0, levels)
  spectrum.loudest(sine(1000, -40, 128), 0, levels)
  assert.ok(Math.abs((levels[16] ?? 0) + 20) < 0.05)
  const outside = silence(64)
  spectrum.loudest(sine(1000, 0, 128), 500, outside)
  assert.ok(outside.every(each => each === Number.NEGATIVE_INFINITY))
})
