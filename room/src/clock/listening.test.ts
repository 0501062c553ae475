import assert from 'node:assert/strict'
import test from 'node:test'
import { channelsOf } from './listening.ts'

const run = (from: number, ...values: number[]) => ({ from, values: Int16Array.from(values) })
const rounded = (channel: Float32Array | undefined) =>
  [...(channel ?? [])].map(value => Number(value.toFixed(3)))

test('apart: the upper in the left ear and the lower in the right, each brought to the same loudness', () => {
  const a = run(10, 0, 1000, -2000, 0)
  const b = run(4, 0, 50, 100, 0)
  const [left, right] = channelsOf(a, b, { lag: 6, slope: 0 }, { from: 10, to: 14 }, 'apart')
  assert.deepEqual(rounded(left), [0, 0.4, -0.8, 0])
  // Forty times louder at most: what is nearly silent is not made a roar.
  assert.deepEqual(rounded(right), [0, 0.061, 0.122, 0])
})

test('the lower one is moved by its line to the fraction of a sample', () => {
  const a = run(0, 8000, 0, 0, 0)
  const b = run(0, 0, 8000, 0, 0)
  const [, right] = channelsOf(a, b, { lag: 0.5, slope: 0 }, { from: 0, to: 4 }, 'apart')
  assert.deepEqual(rounded(right), [0, 0.4, 0.4, 0])
})

test('together: one channel with both, and silence where one has ended', () => {
  const a = run(0, 8000, 8000)
  const b = run(0, 8000)
  const channels = channelsOf(a, b, { lag: 0, slope: 0 }, { from: 0, to: 3 }, 'together')
  assert.deepEqual(channels.map(rounded), [[0.8, 0.4, 0]])
})
