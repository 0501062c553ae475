import assert from 'node:assert/strict'
import test from 'node:test'
import type { Region } from '@sightline/core/case'
import fc from 'fast-check'
import { nudged, regionBetween } from './regions.ts'

const size = { width: 1280, height: 720 }
const point = fc.record({ x: fc.integer({ min: -500, max: 2000 }), y: fc.integer({ min: -500, max: 2000 }) })
const kinds = fc.constantFrom<Region['kind']>('rectangle', 'ellipse', 'arrow')

function isInside(region: Region): boolean {
  if (region.kind === 'arrow')
    return (
      [region.fromX, region.toX].every(x => x >= 0 && x <= size.width) &&
      [region.fromY, region.toY].every(y => y >= 0 && y <= size.height)
    )
  const { x, y, width, height } = region
  return x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= size.width && y + height <= size.height
}

test('a region stays on the picture however it is drawn, moved and sized', () => {
  fc.assert(
    fc.property(
      kinds,
      point,
      point,
      fc.array(fc.tuple(point, fc.boolean()), { maxLength: 8 }),
      (kind, a, b, moves) => {
        let region = regionBetween(kind, a, b, size)
        for (const [by, isSizing] of moves) region = nudged(region, by, isSizing, size)
        assert.ok(isInside(region), JSON.stringify(region))
      },
    ),
  )
})

test('moving keeps the size, sizing keeps the upper left corner or the tail', () => {
  const box = regionBetween('rectangle', { x: 300, y: 200 }, { x: 100, y: 100 }, size)
  assert.deepEqual(box, { kind: 'rectangle', x: 100, y: 100, width: 200, height: 100 })
  assert.deepEqual(nudged(box, { x: 9999, y: -10 }, false, size), { ...box, x: 1080, y: 90 })
  assert.deepEqual(nudged(box, { x: 5, y: -500 }, true, size), { ...box, width: 205, height: 1 })
  const arrow = regionBetween('arrow', { x: 10, y: 10 }, { x: 50, y: 20 }, size)
  assert.deepEqual(nudged(arrow, { x: -20, y: 0 }, false, size), { ...arrow, fromX: 0, toX: 40 })
  assert.deepEqual(nudged(arrow, { x: 1, y: 1 }, true, size), { ...arrow, toX: 51, toY: 21 })
})
