import assert from 'node:assert/strict'
import test from 'node:test'
import { plainCorners } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadCorners } from './corner-kernels.ts'

const corners = await loadCorners()
const random = randomFrom(11)

for (const [width, height] of [
  [96, 54],
  [61, 40],
  [33, 29],
  [30, 60],
] as const)
  test(`corners of ${width} by ${height} pixels are found by vectors as by plain loops, to the last bit`, () => {
    const soft = (n: number) => 128 + 90 * Math.sin((n % width) / 3) * Math.cos(Math.floor(n / width) / 4)
    const pixels = [
      (n: number) => soft(n) + 20 * random(),
      () => (random() < 0.5 ? 0 : 255),
      // Alike in cells of 4 by 4: many are as much of a corner as what is beside them.
      (n: number) => 60 * ((((n % width) >> 2) + (Math.floor(n / width) >> 2)) % 4),
      () => 90,
    ]
    let count = 0
    for (const of of pixels) {
      const picture = Uint8Array.from({ length: width * height }, (_, n) => of(n))
      const plain = plainCorners.peaks(picture, width, height)
      assert.deepEqual(corners.peaks(picture, width, height), plain)
      count += plain.at.length
    }
    assert.ok(width < 60 || count > 20)
  })
