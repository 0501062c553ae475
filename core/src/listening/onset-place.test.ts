import assert from 'node:assert/strict'
import test from 'node:test'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { plainOnsetLoops } from './onset-loops.ts'
import { beginning, mainStroke, pastOnsetMs } from './onset-place.ts'

const ms = 48

/** Where a sound is placed that begins with a push of 100 Hz, `push` high, and 6 ms later is struck, in ms from the push. */
function placedMs(push: number): number {
  const normal = normalFrom(randomFrom(3))
  const plain = Float32Array.from({ length: (pastOnsetMs + 9) * ms }, (_, n) => {
    const t = (n - (pastOnsetMs - 6) * ms) / (1000 * ms)
    const struck = t - 0.006
    const low = t < 0 ? 0 : push * Math.sin(2 * Math.PI * 100 * t) * Math.exp(-t / 0.02)
    return 0.001 * normal() + low + (struck < 0 ? 0 : 0.5 * normal() * Math.exp(-struck / 0.004))
  })
  const sharp = plain.map((value, n) => value - (plain[n - 1] ?? 0))
  const loops = plainOnsetLoops()
  return beginning(loops, sharp, plain, mainStroke(loops, sharp, ms), ms).at / ms - (pastOnsetMs - 6)
}

test('a sound that begins so deep that its edges show later is placed where it begins, and not at what is far fainter than it', () => {
  assert.ok(Math.abs(placedMs(0.5)) < 0.5, `${placedMs(0.5)}`)
  assert.ok(Math.abs(placedMs(0.004) - 6) < 0.1, `${placedMs(0.004)}`)
})
