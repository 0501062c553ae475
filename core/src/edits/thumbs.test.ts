import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { Levels } from './pictures.ts'
import { thumbGrid, thumbOf } from './thumbs.ts'

const random = randomFrom(19)
const [width, height] = [256, 144]
const luma = Uint8Array.from({ length: width * height }, () => 256 * random())
const levels = new Levels({
  ...{ width, height, fullWidth: width, fullHeight: height, count: 1 },
  times: Float64Array.of(0, 1),
  luma: () => luma,
  colour: () => new Uint8Array(0),
})

/** Cell by cell, each less the mean of up to five by five around it, clipped, and of length 1. */
function beyondThoseAround(means: readonly number[], columns: number, rows: number): readonly number[] {
  const beyond = means.map((mean, n) => {
    const [x, y] = [n % columns, Math.floor(n / columns)]
    const near = means.filter(
      (_, at) => Math.abs((at % columns) - x) <= 2 && Math.abs(Math.floor(at / columns) - y) <= 2,
    )
    return Math.max(-24, Math.min(24, mean - near.reduce((sum, each) => sum + each, 0) / near.length))
  })
  const scale = 1 / Math.sqrt(beyond.reduce((sum, each) => sum + each * each, 0))
  assert.equal(means.length, columns * rows)
  return beyond.map(each => Math.fround(Math.fround(each) * scale))
}

/** Means of the four pixels at the quarters of each cell of a part of the picture as it is. */
function meansIn(left: number, top: number, columns: number, rows: number, side: number): readonly number[] {
  return Array.from({ length: columns * rows }, (_, n) => {
    const [x, y] = [left + (n % columns) * side, top + Math.floor(n / columns) * side]
    const [near, far] = [Math.round(side / 4 - 0.5), Math.round((3 * side) / 4 - 0.5)]
    const sum = [near, far].reduce(
      (rowSum, dy) =>
        rowSum + (luma[(y + dy) * width + x + near] as number) + (luma[(y + dy) * width + x + far] as number),
      0,
    )
    return sum / 4
  })
}

test('a thumb is what its cells have beyond the mean of those around them, at the edges of as many as there are', () => {
  for (const [columns, rows] of [
    [32, 18],
    [7, 2],
    [1, 6],
    [2, 1],
    [4, 3],
  ] as const) {
    const side = 2
    const told = thumbGrid(levels, 0, [10, 6, columns * side, rows * side], columns, rows)
    assert.deepEqual([...(told ?? [])], beyondThoseAround(meansIn(10, 6, columns, rows, side), columns, rows))
  }
})

test('thumbs of other boxes in between change nothing', () => {
  const whole = thumbOf(levels, 0, [0, 0, width, height])
  for (let n = 0; n < 6; n++) thumbOf(levels, 0, [n, 2 * n, width - 3 * n, height - 4 * n])
  assert.deepEqual(thumbOf(levels, 0, [0, 0, width, height]), whole)
})
