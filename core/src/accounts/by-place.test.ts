import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByPlace } from './by-place.ts'

/** Spans of a text of fifty pages, some of them longer than several pages, some empty, in no order. */
const spans = Array.from({ length: 400 }, (_, index) => {
  const start = (index * 7_919) % 100_000
  return { start, end: start + (index % 40 === 0 ? 9_000 : index % 23) }
})
const asked = Array.from({ length: 200 }, (_, index) => {
  const start = ((index * 104_729) % 103_000) - 1_000
  return { start, end: start + (index % 30 === 0 ? 5_000 : index % 90) }
})

test('What stands at a stretch is found as by going through everything, in the order given', () => {
  const places = new ByPlace(spans)
  assert.ok(asked.some(stretch => places.at(stretch).length > 1))
  for (const stretch of asked) {
    const { start, end } = stretch
    assert.deepEqual(
      places.at(stretch),
      spans.filter(each => each.start <= end && each.end >= start),
    )
    assert.deepEqual(
      places.inside(stretch),
      spans.filter(each => each.start >= start && each.end <= end),
    )
    assert.equal(
      places.around(stretch),
      spans.find(each => each.start <= start && each.end >= end),
    )
  }
})
