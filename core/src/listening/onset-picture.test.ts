import assert from 'node:assert/strict'
import test from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { PictureMaker, pictureMs, pictureSize } from './onset-picture.ts'

const fft = await loadFft()

/** Noise that jumps by 20 dB at its onset and falls by 30 dB in 100 ms. */
function pictureAt(rate: number): Float32Array {
  const normal = normalFrom(randomFrom(8))
  const at = Math.round((pictureMs.before * rate) / 1000)
  const samples = Float32Array.from({ length: at + (pictureMs.after * rate) / 1000 }, (_, n) =>
    n < at ? 0.01 * normal() : (0.01 + 0.1 * 10 ** (-1.5 * ((n - at) / rate / 0.1))) * normal(),
  )
  return new PictureMaker(fft, rate).draw(samples, at)
}
const meanOf = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length
/** Rows: three of what came before, nine from 26 ms on, three of the last 17 ms, seven from the onset on. */
const row = (picture: Float32Array, n: number) => meanOf(picture.subarray(9 * n, 9 * (n + 1)))

test('a picture of an onset shows how loud it was before, at and after it, at any rate', () => {
  for (const rate of [48_000, 44_100, 16_000]) {
    const picture = pictureAt(rate)
    assert.equal(picture.length, pictureSize)
    const [past, justBefore, at, late] = [0, 13, 15, 11].map(n => row(picture, n)) as [
      number,
      number,
      number,
      number,
    ]
    assert.ok(Math.abs(at - past - 20) < 4, `${rate}: ${at} and ${past}`)
    assert.ok(Math.abs(justBefore - past) < 4, `${rate}: ${justBefore} and ${past}`)
    assert.ok(Math.abs(late - past) < 4, `${rate}: ${late} and ${past}`)
    assert.ok(Math.max(...picture) <= 20, `${Math.max(...picture)}`)
  }
})

test('of silence a picture is as low as pictures go, and no number is missing', () => {
  const silent = new PictureMaker(fft, 8000).draw(new Float32Array(8000), 4000)
  assert.ok(silent.every(value => value <= 0 && value >= -60))
})
