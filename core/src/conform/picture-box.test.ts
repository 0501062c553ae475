import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { seconds } from './lines-for-tests.ts'
import {
  type Box,
  boxAt,
  boxCorners,
  boxOf,
  moved,
  overlapOf,
  type PictureLine,
  withBoxAt,
  withCorner,
  withMoving,
} from './picture-box.ts'

const size = { width: 640, height: 360 }
const line: PictureLine = {
  ...{ part: 'picture', from: seconds(1), to: seconds(3), kind: 'redaction', factor: null },
  ...{ crop: null, region: [100, 80, 60, 40] },
}
const pixel = fc.integer({ min: -900, max: 900 })
const box = fc
  .tuple(fc.nat(500), fc.nat(300), fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 59 }))
  .map(([x, y, width, height]): Box => [x, y, width, height])

test('a corner moves, the opposite one stays, and a box is on the picture whatever is dragged where', () => {
  const from: Box = [100, 80, 60, 40]
  assert.deepEqual(withCorner(from, 'left-top', { x: 90, y: 85 }, size), [90, 85, 70, 35])
  assert.deepEqual(withCorner(from, 'right-bottom', { x: 170, y: 100 }, size), [100, 80, 70, 20])
  // Past the opposite corner the two change places.
  assert.deepEqual(withCorner(from, 'left-bottom', { x: 200, y: 60 }, size), [160, 60, 40, 20])
  fc.assert(
    fc.property(box, fc.constantFrom(...boxCorners), pixel, pixel, (start, corner, x, y) => {
      for (const [left, top, width, height] of [
        withCorner(start, corner, { x, y }, size),
        moved(start, { x, y }, size),
      ])
        assert.ok(
          left >= 0 && top >= 0 && width >= 1 && height >= 1 && left + width <= 640 && top + height <= 360,
        )
    }),
  )
})

test('a moved box keeps its size up to the edge of the picture', () => {
  assert.deepEqual(moved([100, 80, 60, 40], { x: 9999, y: -7 }, size), [580, 73, 60, 40])
})

test('a box that holds still is put elsewhere all along, one that moves at one instant', () => {
  const still = withBoxAt(line, 'region', seconds(2), [10, 10, 20, 20])
  assert.deepEqual(
    [boxAt(still, seconds(1)), boxAt(still, seconds(3))],
    [
      [10, 10, 20, 20],
      [10, 10, 20, 20],
    ],
  )
  const begun = withMoving(line, 'region', seconds(1), true)
  const moving = withBoxAt(begun, 'region', seconds(2), [200, 120, 60, 40])
  assert.deepEqual(boxAt(moving, seconds(1)), [100, 80, 60, 40])
  assert.deepEqual(boxAt(moving, seconds(1.5)), [150, 100, 60, 40])
  assert.deepEqual(boxAt(moving, seconds(2.9)), [200, 120, 60, 40])
  // What is told of the whole stretch is around all of it.
  assert.deepEqual(boxOf(moving)?.box, [100, 80, 160, 80])
  const again = withBoxAt(moving, 'region', seconds(2), [210, 120, 60, 40])
  assert.equal(again.follows?.length, 2)
  const stopped = withMoving(moving, 'region', seconds(1.5), false)
  assert.deepEqual([stopped.region, stopped.follows], [[150, 100, 60, 40], undefined])
})

test('what is shown larger is told in the recording’s pixels, the rest in the film’s', () => {
  const crop = withBoxAt({ ...line, kind: 'crop', region: null }, 'crop', seconds(1), [1, 2, 30, 40])
  assert.deepEqual(boxOf(crop), { side: 'crop', box: [1, 2, 30, 40] })
  assert.deepEqual(boxOf(line), { side: 'region', box: [100, 80, 60, 40] })
  assert.equal(boxOf({ ...line, region: null }), null)
})

test('boxes share all, a third or nothing', () => {
  assert.equal(overlapOf([0, 0, 10, 10], [0, 0, 10, 10]), 1)
  assert.equal(overlapOf([0, 0, 10, 10], [5, 0, 10, 10]), 1 / 3)
  assert.equal(overlapOf([0, 0, 10, 10], [10, 0, 10, 10]), 0)
})
