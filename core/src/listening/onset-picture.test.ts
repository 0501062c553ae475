import assert from 'node:assert/strict'
import test from 'node:test'
import { loadFft } from '../../../app/src/sound/fft.ts'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { plainFramePowers } from './frame-powers.ts'
import { PictureMaker, pictureSize } from './onset-picture.ts'

const powers = plainFramePowers(await loadFft())

/** Noise that jumps by 20 dB at its onset and falls by 30 dB in 100 ms. */
function pictureAt(rate: number): Float32Array {
  const normal = normalFrom(randomFrom(8))
  const at = Math.round(0.31 * rate)
  const levelAt = (n: number) => (n < at ? 0.01 : 0.01 + 0.1 * 10 ** (-1.5 * ((n - at) / rate / 0.1)))
  const samples = Int16Array.from({ length: at + 0.23 * rate }, (_, n) => 32_768 * levelAt(n) * normal())
  return new PictureMaker(powers, rate).draw(samples, at)
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

test('beyond the ends of what is held a picture sees silence', () => {
  const loud = Int16Array.from({ length: 4000 }, (_, n) => (n % 7) * 1000 - 3000)
  const alone = new PictureMaker(powers, 8000).draw(loud, 0)
  const padded = new Int16Array(12_000)
  padded.set(loud, 4000)
  assert.deepEqual(alone, new PictureMaker(powers, 8000).draw(padded, 4000))
})

test('of silence a picture is as low as pictures go, and no number is missing', () => {
  const silent = new PictureMaker(powers, 8000).draw(new Int16Array(8000), 4000)
  assert.ok(silent.every(value => value <= 0 && value >= -60))
})
