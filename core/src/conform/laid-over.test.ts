import assert from 'node:assert/strict'
import test from 'node:test'
import type { EditLine } from '../case/index.ts'
import { isSameClaim, laidOver } from './laid-over.ts'
import { leftOut, shownMicros } from './left-out.ts'
import { candidate, film, listOf, one, review, seconds, shown, times, two } from './lines-for-tests.ts'
import { publishable } from './publishable.ts'
import { filmTimeOf, frameShown, isShown, rawTimeAt, type Shown, shownAt } from './shown-frame.ts'

const arrow: EditLine = {
  part: 'picture',
  from: seconds(2),
  to: seconds(4),
  kind: 'overlay',
  factor: null,
  crop: null,
  region: [10, 10, 50, 50],
}

test('without decisions every line is a candidate, in the order of the film, and none may be published', () => {
  const lines = laidOver(listOf(candidate(arrow), candidate(shown([0, 5], one, 10))), [], film)
  assert.deepEqual(
    lines.map(({ status, line }) => [status, line.part]),
    [
      ['candidate', 'shown'],
      ['candidate', 'picture'],
    ],
  )
  assert.deepEqual(publishable(lines), [])
})

test('a correction outlives a new comparison that moves the line a little, and is told when it suggests something else', () => {
  const seen = shown([0, 5], one, 10)
  const said = shown([0, 5], two, 3)
  const held = review(seen, { verdict: 'corrected', said })
  const [same] = laidOver(listOf(candidate(shown([0, 4.96], one, 10))), [held], film)
  assert.equal(same?.status, 'corrected')
  assert.deepEqual(same?.line, said)
  assert.equal(same?.isSuggestedOtherwise, false)
  const [other] = laidOver(listOf(candidate(shown([0, 5], one, 12))), [held], film)
  assert.deepEqual(other?.line, said)
  assert.equal(other?.isSuggestedOtherwise, true)
  const [gone] = laidOver(listOf(), [held], film)
  assert.deepEqual([gone?.line, gone?.candidate, gone?.isSuggestedOtherwise], [said, null, true])
})

test('what was accepted stays what was seen, though the new comparison shows another frame', () => {
  const seen = shown([0, 5], one, 10)
  const [line] = laidOver(listOf(candidate(shown([0, 5], one, 20))), [review(seen, {})], film)
  assert.deepEqual(line?.line, seen)
  assert.equal(line?.isSuggestedOtherwise, true)
})

test('of two drawings at one time each decision finds its own, and says so when a new comparison draws it elsewhere', () => {
  const other: EditLine = { ...arrow, region: [300, 200, 50, 50] }
  const [first, second] = [review(arrow, { id: 'er1' }), review(other, { id: 'er2', verdict: 'dismissed' })]
  const found = (...lines: readonly EditLine[]) =>
    laidOver(listOf(...lines.map(line => candidate(line))), [second, first], film).map(
      ({ key, candidate, isSuggestedOtherwise }) => [key, candidate?.line ?? null, isSuggestedOtherwise],
    )
  assert.deepEqual(found(other, arrow), [
    ['er2', other, false],
    ['er1', arrow, false],
  ])
  const near: EditLine = { ...arrow, region: [12, 8, 50, 52] }
  const far: EditLine = { ...arrow, region: [60, 10, 50, 50] }
  assert.deepEqual(found(near), [
    ['er2', null, true],
    ['er1', near, false],
  ])
  assert.deepEqual(found(other, far), [
    ['er2', other, false],
    ['er1', far, true],
  ])
})

test('only what was accepted, corrected or added is published; a withdrawn decision leaves a candidate', () => {
  const list = listOf(candidate(shown([0, 5], one, 10)), candidate(arrow))
  const dismissed = review(arrow, { id: 'er2', verdict: 'dismissed' })
  const withdrawn = review(shown([0, 5], one, 10), { withdrawn: 'undone' })
  const added = review(null, { id: 'er3', verdict: 'added', said: { ...arrow, kind: 'redaction' } })
  const lines = laidOver(list, [withdrawn, dismissed, added], film)
  assert.deepEqual(
    publishable(lines).map(({ key }) => key),
    ['er3'],
  )
  assert.equal(lines.find(({ line }) => line.part === 'shown')?.status, 'candidate')
})

test('decisions on another film say nothing of this one', () => {
  const list = listOf(candidate(arrow))
  assert.equal(laidOver(list, [review(arrow, { of: one })], film)[0]?.status, 'candidate')
})

test('lines claim the same to a frame, and not beyond', () => {
  assert.equal(isSameClaim(shown([0, 5], one, 10), shown([0.04, 5], one, 10.04)), true)
  assert.equal(isSameClaim(shown([0, 5], one, 10), shown([0, 5], one, 10.08)), false)
  assert.equal(isSameClaim(shown([0, 5], one, 10), shown([0, 5], two, 10)), false)
  assert.equal(isSameClaim(arrow, { ...arrow, kind: 'redaction' }), false)
})

test('what is left out is all that no line in force shows, and a dismissed line shows nothing', () => {
  const list = listOf(candidate(shown([0, 5], one, 10)), candidate(shown([5, 10], two, 0)))
  const lines = laidOver(list, [], film)
  assert.deepEqual(leftOut(list, lines), [
    { raw: one, from: seconds(0), to: seconds(10) },
    { raw: one, from: seconds(15), to: seconds(40) },
    { raw: two, from: seconds(5), to: seconds(20) },
  ])
  assert.equal(shownMicros(list, lines, two), seconds(5))
  const without = laidOver(list, [review(shown([5, 10], two, 0), { verdict: 'dismissed' })], film)
  assert.equal(shownMicros(list, without, two), 0)
})

test('a candidate tells the frame it shows one by one, a line in a person’s words by its stretch and speed', () => {
  const slow = shown([0, 4], one, 10, { rate: 0.25 })
  const told = candidate(slow, {
    rawFrames: Array.from({ length: 100 }, (_, n) => 250 + (n >> 2)),
    range: [249, 251],
  })
  const [line] = laidOver(listOf(told), [], film).filter(isShown)
  assert.ok(line)
  assert.deepEqual(frameShown(line, { index: 9, pts: seconds(0.36) }, times), {
    ...{ of: line, raw: one, index: 252 },
    range: [251, 253],
  })
  const [own] = laidOver(listOf(told), [review(slow, { verdict: 'corrected', said: slow })], film).filter(
    isShown,
  )
  assert.ok(own)
  assert.equal(frameShown(own, { index: 9, pts: seconds(0.36) }, times)?.index, 252)
  assert.equal(frameShown(own, { index: 9, pts: seconds(0.36) }, times)?.range, null)
})

test('backwards and held stretches show the frames they say, and lead back to the film', () => {
  const backwards = { ...shown([0, 4], one, 10), rate: -1 } as Shown
  assert.equal(Math.floor(rawTimeAt(backwards, seconds(0)) / 40_000), 349)
  assert.equal(Math.floor(rawTimeAt(backwards, seconds(3.99)) / 40_000), 250)
  const held = shown([0, 4], one, 10, { rate: 0 }) as Shown
  assert.equal(rawTimeAt(held, seconds(3)), seconds(10))
  const [line] = laidOver(listOf(candidate(shown([2, 6], one, 10))), [], film).filter(isShown)
  assert.ok(line)
  for (const index of [250, 300, 349]) {
    const at = filmTimeOf(line, times, index)
    assert.ok(at !== null)
    assert.equal(frameShown(line, { index: Math.floor(at / 40_000), pts: at }, times)?.index, index)
  }
  assert.equal(filmTimeOf(line, times, 350), null)
})

test('of several layers the one that fills the picture comes first', () => {
  const lines = laidOver(
    listOf(candidate(shown([0, 5], two, 3, { layer: 1 })), candidate(shown([0, 5], one, 10))),
    [],
    film,
  )
  assert.deepEqual(
    shownAt(lines, seconds(1)).map(({ line }) => line.raw),
    [one, two],
  )
  assert.deepEqual(shownAt(lines, seconds(5)), [])
})
