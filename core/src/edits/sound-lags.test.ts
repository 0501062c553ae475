import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { lagsBetween, lagsOfPieces, type Sound } from './sound-lags.ts'

const fft = await loadFft()

function noise(seed: number, length: number): Int16Array {
  let state = seed
  return Int16Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 18) - 8192
  })
}

const soundOf = (samples: Int16Array): Sound => ({
  length: samples.length,
  origin: 0,
  slice: (from, to) => Int16Array.from({ length: to - from }, (_, n) => samples[from + n] ?? 0),
})

test('half a second of a recording under louder noise is found by itself, where a whole film drowns it', () => {
  const recording = noise(1, 160_000)
  const [at, from, length] = [200_000, 60_000, 4000]
  const film = noise(2, 400_000)
  for (let n = 0; n < length; n++)
    film[at + n] = 0.5 * (recording[from + n] as number) + 0.7 * (film[at + n] as number)
  const [one, two] = [soundOf(film), soundOf(recording)]
  assert.deepEqual(lagsBetween(one, [two], fft), [])
  const [found] = lagsOfPieces(one, [null, two], [{ from: at, to: at + length }], fft)
  assert.deepEqual(found, { raw: 1, lag: from - at, from: at, to: at + length })
})
