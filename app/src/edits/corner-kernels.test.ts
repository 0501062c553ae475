import assert from 'node:assert/strict'
import test from 'node:test'
import { type CornerKernels, cornerEdge, patternWords, plainCorners } from '@sightline/core/edits'
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

for (const [width, height] of [
  [96, 54],
  [61, 40],
  [30, 29],
  [300, 230],
] as const)
  test(`patterns in ${width} by ${height} pixels are told by vectors as by plain loops`, () => {
    const soft = Uint8Array.from(
      { length: width * height },
      (_, n) => 128 + 90 * Math.sin(n / 5) + 30 * random(),
    )
    const hard = Uint8Array.from({ length: width * height }, () => (random() < 0.5 ? 0 : 255))
    const near = (side: number) => cornerEdge + Math.floor(random() * (side - 2 * cornerEdge))
    const places = Array.from({ length: 40 }, () => near(height) * width + near(width))
    const first = cornerEdge * width + cornerEdge
    const last = (height - cornerEdge - 1) * width + width - cornerEdge - 1
    const told = (loops: CornerKernels, picture: Uint8Array) => {
      const bits = new Uint32Array(3 + 42 * patternWords)
      loops.putPatterns(picture, width, height, [first, last, ...places], bits, 3)
      return bits
    }
    for (const picture of [soft, hard, soft]) {
      const plain = told(plainCorners, picture)
      assert.deepEqual(told(corners, picture), plain)
      assert.ok(plain.subarray(3).every(word => word !== 0))
    }
  })
