import assert from 'node:assert/strict'
import { it } from 'node:test'
import { boxesByEdges, shapedBoxes } from './box-edges.ts'
import { Levels } from './pictures.ts'

const [width, height] = [160, 90]

function film(hasBorder: boolean): Levels {
  const frame = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    const ground = 90 + 40 * Math.sin(x / 9 + y / 14)
    const isWithin = (by: number) => x >= 40 + by && x < 90 - by && y >= 20 + by && y < 48 - by
    if (isWithin(hasBorder ? 3 : 0)) return 150 + 50 * Math.cos(x / 5 - y / 7)
    return hasBorder && isWithin(0) ? 235 : ground
  })
  return new Levels({
    ...{ width, height, count: 10, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: 11 }, (_, n) => n / 30),
    luma: () => frame,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })
}

it('finds the sides of an inset to the pixel from a box that is some pixels off', () => {
  assert.deepEqual(boxesByEdges(film(false), [36, 18, 57, 33], 0, 10)[0], [40, 20, 50, 28])
})

it('finds the picture within a border too', () => {
  const boxes = boxesByEdges(film(true), [40, 20, 50, 28], 0, 10)
  assert.deepEqual(boxes.at(-1), [43, 23, 44, 22])
})

it('finds a box of a shape from a part of what it shows, and none of another shape', () => {
  const part = [66.3, 24.4, 20.2, 22.4] as const
  assert.deepEqual(shapedBoxes(film(false), part, 0, 10, [16 / 9]), [[40, 20, 50, 28]])
  assert.deepEqual(shapedBoxes(film(false), part, 0, 10, [4 / 3]), [])
})
