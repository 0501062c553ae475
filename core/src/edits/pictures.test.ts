import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Levels } from './pictures.ts'

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
