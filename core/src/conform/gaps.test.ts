import assert from 'node:assert/strict'
import test from 'node:test'
import type { EditLine } from '../case/index.ts'
import { filmSummary } from './film-summary.ts'
import { gapsOf, whyNotShown } from './gaps.ts'
import { laidOver } from './laid-over.ts'
import { candidate, film, listOf, one, review, seconds, shown } from './lines-for-tests.ts'

const whole = { from: 0, to: 10e6 }
const card: EditLine = {
  ...{ part: 'picture', from: seconds(0), to: seconds(2), kind: 'title' },
  ...{ factor: null, crop: null, region: null },
}

test('what was not compared is never told to come from none', () => {
  assert.deepEqual(gapsOf(null, [], whole), [{ ...whole, why: 'not-compared' }])
})

test('what a comparison matched to none, and what a person dismissed, are two things', () => {
  const first = shown([2, 5], one, 10)
  const list = listOf(candidate(card), candidate(first), candidate(shown([7, 10], one, 30)))
  const dismissed = review(first, { verdict: 'dismissed' })
  const lines = laidOver(list, [dismissed], film)
  assert.deepEqual(gapsOf(list, lines, whole), [
    { from: 0, to: 2e6, why: 'none' },
    { from: 2e6, to: 5e6, why: 'dismissed' },
    { from: 5e6, to: 7e6, why: 'none' },
  ])
  const { none, unsaid, shown: told } = filmSummary(list, lines)
  assert.deepEqual([none, unsaid, told], [4e6, 3e6, 3e6])
})

test('of lines that were handed over in part only those that say so tell that something comes from none', () => {
  const list = { ...listOf(candidate(card), candidate(shown([2, 5], one, 10))), part: 'published' as const }
  const lines = laidOver(list, [], film)
  assert.deepEqual(gapsOf(list, lines, whole), [
    { from: 0, to: 2e6, why: 'none' },
    { from: 5e6, to: 10e6, why: 'not-told' },
  ])
  assert.equal(whyNotShown(list, lines, 6e6), 'not-told')
})
