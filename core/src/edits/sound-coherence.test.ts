import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { mixOf, talk, traffic } from '../../../test/cases/sound/sources.ts'
import { FilmSpectra } from './sound-coherence.ts'
import type { Sound } from './sound-lags.ts'

const soundOf = (samples: Float32Array): Sound => {
  const whole = Int16Array.from(samples, value => Math.max(-1, Math.min(1, value)) * 32767)
  return {
    ...{ length: whole.length, origin: 0 },
    slice: (from, to) => Int16Array.from({ length: to - from }, (_, n) => whole[from + n] ?? 0),
  }
}

const transforms = await loadFft()
const street = mixOf([0.25, talk(1, 4)], [0.1, traffic(2, 4)])
const sumOf = (scores: Float32Array) => scores.reduce((sum, each) => sum + each, 0)

test('a recording far below a voice is in phase with it at its own lag, and not beside it or under a voice alone', () => {
  const under = new FilmSpectra(soundOf(mixOf([0.05, street], [0.6, talk(77, 4)])), transforms)
  const alone = new FilmSpectra(soundOf(mixOf([0.6, talk(77, 4)])), transforms)
  const raw = soundOf(street)
  assert.ok(sumOf(under.inPhase(raw, { raw: 0, lag: 0 }, 20, 380)) > 60)
  assert.ok(sumOf(under.inPhase(raw, { raw: 0, lag: 150 }, 20, 380)) < 0)
  assert.ok(sumOf(alone.inPhase(raw, { raw: 0, lag: 0 }, 20, 380)) < 0)
})
