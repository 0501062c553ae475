import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Box } from './affine.ts'
import { drawnBox, usualOf, withEdges } from './drawn-box.ts'

const [width, height] = [80, 60]

/** Of each pixel as much as is covered, in 64 places. */
function plane(isCovered: (x: number, y: number) => boolean, level = 100): Float32Array {
  return Float32Array.from({ length: width * height }, (_, at) => {
    let covered = 0
    for (let n = 0; n < 64; n++)
      if (isCovered((at % width) + ((n % 8) + 0.5) / 8, Math.floor(at / width) + ((n >> 3) + 0.5) / 8))
        covered++
    return (level * covered) / 64
  })
}

const isIn =
  ([x0, y0, w, h]: Box) =>
  (x: number, y: number) =>
    x >= x0 && x < x0 + w && y >= y0 && y < y0 + h
const isOnRing = (x: number, y: number) => {
  const off = Math.hypot(x - 40.3, y - 30.6)
  return off < 14.2 && off > 12.4
}

function near(told: Box | null, wanted: Box, by: number): void {
  const off = wanted.map((value, side) => Math.abs(value - ((told?.[side] ?? Number.NaN) as number)))
  assert.ok(
    off.every(each => each < by),
    `${told} is not within ${by} of ${wanted}`,
  )
}

test('a ring and a bar are told to parts of a pixel', () => {
  const ring = plane(isOnRing)
  const box = drawnBox(ring, width)?.box as Box
  near(withEdges(box, ring, width, false), [26.1, 16.4, 28.4, 28.4], 0.35)
  const bar = plane(isIn([12.4, 30.7, 50.2, 9.5]))
  near(withEdges([12, 30, 51, 11], bar, width, true), [12.4, 30.7, 50.2, 9.5], 0.15)
})

test('the point of an arrow ends where its last pixel does', () => {
  const isInTip = (x: number, y: number) => x >= 20 && Math.abs(y - 30) < (50 - x) / 3
  const tip = plane(isInTip)
  const box = drawnBox(tip, width)?.box as Box
  const [left, , w] = withEdges(box, tip, width, false) as Box
  assert.ok(Math.abs(left + w - 50) < 1.3, String(left + w))
})

test('what differs farther away is no part of a drawing; words of one line and arcs of one ring are', () => {
  const words = [isIn([10, 20, 22, 6]), isIn([39, 20, 20, 6]), isIn([66, 20, 4, 6])]
  const isWord = (x: number, y: number) => words.some(each => each(x, y))
  const lamp = isIn([30, 40, 3, 3])
  const told = drawnBox(
    plane((x, y) => isWord(x, y) || lamp(x, y)),
    width,
  )
  assert.deepEqual(told?.box, [10, 20, 60, 6])
  // Somebody who passes right beside a ring differs by less.
  const ring = plane(isOnRing)
  const passing = plane(isIn([57, 20, 6, 14]), 20)
  near(
    drawnBox(
      ring.map((value, at) => value + (passing[at] as number)),
      width,
    )?.box ?? null,
    [26, 16, 29, 29],
    1.1,
  )
  const arcs = plane((x, y) => isOnRing(x, y) && Math.abs(x - 46) > 1.4)
  near(drawnBox(arcs, width)?.box ?? null, [26, 16, 29, 29], 1.1)
})

test('how full a box is tells a bar from an arrow', () => {
  assert.ok((drawnBox(plane(isIn([10, 10, 40, 20])), width)?.fill ?? 0) > 0.95)
  assert.ok((drawnBox(plane(isOnRing), width)?.fill ?? 1) < 0.4)
})

test('what passes is not what is usual', () => {
  const at = (values: readonly number[]) => usualOf(values.map(each => Float32Array.of(each)))[0]
  assert.equal(at([0, 0, 0, 90, 90]), 0)
  assert.equal(at([80, 0, 90, 90, 90]), 90)
})
