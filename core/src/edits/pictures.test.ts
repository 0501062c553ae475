import assert from 'node:assert/strict'
import { test } from 'node:test'
import { halved, Levels } from './pictures.ts'

test('two frames are mixed pixel by pixel, wherever their pixels lie in memory', () => {
  const [width, height] = [22, 6]
  const size = width * height
  // One byte off, as a picture of a larger buffer may lie; and pixels that are no whole number of words.
  const pixels = Uint8Array.from({ length: 3 * size + 1 }, (_, n) => (n * 97 + (n >> 3) * 31) % 256)
  for (const offset of [0, 1]) {
    const luma = (frame: number) => pixels.subarray(offset + frame * size, offset + (frame + 1) * size)
    const colour = () => new Uint8Array(size >> 1).fill(128)
    const times = Float64Array.from({ length: 4 }, (_, n) => n / 25)
    const raw = new Levels({
      width,
      height,
      count: 3,
      times,
      luma,
      colour,
      fullWidth: width,
      fullHeight: height,
    })
    for (const level of [0, 1])
      for (const part of [0.1, 0.25, 1 / 3, 0.998]) {
        const [one, two] = [raw.at(1, level), raw.at(2, level)]
        const weight = Math.round(256 * part)
        const mixed = Array.from(one, (own, n) =>
          Math.floor(((256 - weight) * own + weight * (two[n] as number) + 128) / 256),
        )
        assert.deepEqual([...raw.mixed(1, level, part)], mixed)
      }
  }
})

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
    assert.deepEqual([...halved(from, width, height)], means)
  }
})
