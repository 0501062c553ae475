import assert from 'node:assert/strict'
import test from 'node:test'
import { bands, halfWindow, keptNumbers, lookSamples, plainSpectraLoops } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadSpectraLoops } from './spectra-kernels.ts'

const make = await loadSpectraLoops()
const random = randomFrom(23)
const most = 40

test('sounds are compared to the same bits as by plain loops', () => {
  const samples = Int16Array.from({ length: 80 * most + lookSamples }, () =>
    Math.round(65535 * random() - 32768),
  )
  const window = Float32Array.from({ length: lookSamples }, () => random())
  const told = [make(most), plainSpectraLoops(most)].map(loops => {
    const spectra = [loops.film, loops.raw].map((looks, sound) => {
      for (let n = 0; n < most; n++) {
        loops.windowed(samples, 80 * n + 37 * sound, window)
        // What a transform would write there is any numbers too.
        loops.keep(looks, n)
      }
      const { values, power } = looks
      return [values.slice(0, most * keptNumbers), power.slice(0, most * bands)]
    })
    const compared = [
      [0, most - 2 * halfWindow],
      [5, 1],
      [7, 20],
    ].map(([skipped, count]) => {
      const { cross, film, raw } = loops.compared(skipped as number, count as number)
      return [cross.slice(), film.slice(), raw.slice()]
    })
    return { signal: loops.signal.slice(), spectra, compared }
  })
  assert.deepEqual(told[0], told[1])
  assert.ok((told[1]?.compared[2]?.[0] ?? []).every(value => value !== 0))
})

test('of more looks than there is room for plain loops take care', () => {
  assert.equal(make(5000).film.power.length, 5000 * bands)
})
