import assert from 'node:assert/strict'
import test from 'node:test'
import { mediaMicros } from '../time/index.ts'
import { speechSpans } from './speech-spans.ts'

const windows = (...parts: readonly (readonly [count: number, sure: number])[]) =>
  Float32Array.from(parts.flatMap(([count, sure]) => new Array<number>(count).fill(sure)))
const spans = (probabilities: Float32Array, originMicros = 0) =>
  speechSpans(
    probabilities,
    mediaMicros(originMicros),
    mediaMicros(originMicros + probabilities.length * 32_000),
  )

test('speech goes on over a short pause, and ends at a longer one', () => {
  const found = spans(windows([20, 0.01], [30, 0.9], [4, 0.1], [30, 0.9], [20, 0.1], [10, 0.8]), 1_000_000)
  assert.deepEqual(
    found.map(({ from, to }) => [from, to]),
    [
      [1_600_000, 3_688_000],
      [4_288_000, 4_648_000],
    ],
  )
  assert.equal(found[1]?.score, 0.8)
})

test('what the network is half sure of carries speech on and does not begin it', () => {
  assert.equal(spans(windows([20, 0.4], [5, 0.45])).length, 0)
  assert.equal(spans(windows([5, 0.6], [20, 0.4], [20, 0.1])).length, 1)
})

test('a burst too short for a word is no speech, and spans stay within the sound', () => {
  assert.deepEqual(spans(windows([10, 0], [3, 0.99], [20, 0])), [])
  const [span] = spans(windows([10, 0.9]))
  assert.deepEqual([span?.from, span?.to], [0, 320_000])
})
