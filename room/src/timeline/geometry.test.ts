import assert from 'node:assert/strict'
import test from 'node:test'
import { span } from '@sightline/core/time'
import fc from 'fast-check'
import {
  extremesBetween,
  fitView,
  following,
  held,
  labelStep,
  levelFor,
  panBy,
  ticksOf,
  timeAt,
  xOf,
  zoomAt,
} from './geometry.ts'
import { thumbAt } from './paint-strip.ts'

const wholes = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1000, max: 9e10 }))
  .map(([from, length]) => span(from, from + length))
const widths = fc.integer({ min: 300, max: 3000 })

test('a pixel and its time are each other’s, to half a pixel', () => {
  fc.assert(
    fc.property(wholes, widths, fc.double({ min: 0, max: 1, noNaN: true }), (whole, width, at) => {
      const view = fitView(whole, width)
      assert.ok(Math.abs(xOf(view, timeAt(view, at * width)) - at * width) <= 0.5 / Math.min(1, view.perPx))
    }),
  )
})

test('the fitted view shows the whole clock', () => {
  fc.assert(
    fc.property(wholes, widths, (whole, width) => {
      const view = fitView(whole, width)
      assert.ok(xOf(view, whole.from) >= 0)
      assert.ok(xOf(view, whole.to) <= width)
    }),
  )
})

test('zooming in keeps the time under the pointer, and out again never shows more than the whole', () => {
  const whole = span(0, 76e6)
  const view = fitView(whole, 1000)
  const closer = zoomAt(view, 400, 8, whole)
  assert.ok(Math.abs(xOf(closer, timeAt(view, 400)) - 400) < 0.01)
  assert.deepEqual(zoomAt(closer, 0, 0.001, whole), view)
  assert.equal(zoomAt(view, 0, 1e12, whole).perPx, 50)
})

test('no zoom and no pan leaves the whole', () => {
  fc.assert(
    fc.property(
      wholes,
      widths,
      fc.array(fc.tuple(fc.double({ min: 0.2, max: 6, noNaN: true }), fc.integer({ min: -5000, max: 5000 }))),
      (whole, width, moves) => {
        const widest = fitView(whole, width)
        const end = widest.from + widest.perPx * width
        let view = widest
        for (const [factor, px] of moves) view = panBy(zoomAt(view, width / 3, factor, whole), px, whole)
        const slack = widest.perPx * 1e-6 + 1e-3
        assert.ok(view.from >= widest.from - slack && view.from + view.perPx * width <= end + slack)
      },
    ),
  )
})

test('the view turns its page when the playhead leaves it, and not before', () => {
  const whole = span(0, 100e6)
  const view = held({ from: 10e6, perPx: 1e4, width: 1000 }, whole)
  assert.equal(following(view, 19e6, whole), view)
  const next = following(view, 20.5e6, whole)
  assert.ok(xOf(next, 20.5e6) > 0 && xOf(next, 20.5e6) < 200)
})

test('labels stand at round times with room between them', () => {
  fc.assert(
    fc.property(wholes, widths, (whole, width) => {
      const view = fitView(whole, width)
      const step = labelStep(view)
      const majors = ticksOf(view).filter(tick => tick.isMajor)
      assert.ok(step / view.perPx >= 96 || step === 86400e6)
      for (const { at } of majors) assert.ok(Math.abs(at / step - Math.round(at / step)) < 1e-6)
    }),
  )
})

test('a waveform is drawn from the coarsest level that still has a bin for every pixel', () => {
  assert.equal(levelFor([500, 2000, 8000], 100), 0)
  assert.equal(levelFor([500, 2000, 8000], 2000), 1)
  assert.equal(levelFor([500, 2000, 8000], 1e6), 2)
})

test('a pixel shows the extremes of all its bins, and nothing outside the sound', () => {
  const samples = Int16Array.from([-1, 1, -5, 2, -3, 9])
  assert.deepEqual(extremesBetween(samples, 0, 3), { low: -5, high: 9 })
  assert.deepEqual(extremesBetween(samples, 1.2, 1.4), { low: -5, high: 2 })
  assert.equal(extremesBetween(samples, 3, 4), null)
  assert.equal(extremesBetween(samples, -4, -2), null)
})

test('a thumbnail stands for the time from which it was taken on', () => {
  const at = (media: number) => thumbAt([1e6, 3e6, 5e6], media)
  assert.deepEqual([at(0), at(1e6), at(2.9e6), at(3e6), at(9e6)], [0, 0, 0, 1, 2])
})
