import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHalves } from './halves.ts'

test('a picture is halved to the means of two by two pixels, four at once or one by one', () => {
  const pixels = Uint8Array.from(
    { length: 24 * 7 + 1 },
    (_, n) => (n * 89 + (n >> 2) * 57 + (n % 5 === 0 ? 255 : 0)) % 256,
  )
  for (const [width, height, offset] of [
    [24, 7, 0],
    [24, 7, 1],
    [22, 6, 0],
  ] as const) {
    const from = pixels.subarray(offset, offset + width * height)
    const [w, h] = [width >> 1, height >> 1]
    const means = Array.from({ length: w * h }, (_, n) => {
      const at = 2 * Math.floor(n / w) * width + 2 * (n % w)
      const sum = [at, at + 1, at + width, at + width + 1].reduce(
        (total, each) => total + (from[each] as number),
        0,
      )
      return Math.floor((sum + 2) / 4)
    })
    assert.deepEqual([...plainHalves.halved(from, width, height)], means)
  }
})
