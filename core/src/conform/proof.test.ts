import assert from 'node:assert/strict'
import test from 'node:test'
import { laidOver } from './laid-over.ts'
import { candidate, film, listOf, one, review, seconds, shown } from './lines-for-tests.ts'
import { linesText, type ProofFrame, proofSum, worstFrames } from './proof.ts'

const frame = (n: number, mean: number | null): ProofFrame => ({
  ...{ frame: n, at: seconds(n / 25), raw: mean === null ? null : one, rawFrame: mean === null ? null : n },
  ...{ mean, share: mean === null ? null : 0, covered: 1, gain: 1, lift: 0 },
})

test('the frames with most left come first, a second apart, and frames from nowhere are not among them', () => {
  const frames = [frame(0, 1), frame(1, 9), frame(2, 8), frame(30, 5), frame(60, null), frame(90, 2)]
  assert.deepEqual(
    worstFrames(frames, 3).map(each => each.frame),
    [1, 30, 90],
  )
  const sum = proofSum(frames)
  assert.deepEqual([sum?.made, sum?.mean, sum?.worst.frame], [5, 5, 1])
  assert.equal(proofSum([frame(0, null)]), null)
})

test('a proof is of the lines in force: another decision makes another text, a dismissed line is none', () => {
  const list = listOf(candidate(shown([0, 5], one, 10)))
  const before = linesText(laidOver(list, [], film))
  assert.equal(linesText(laidOver(list, [review(shown([0, 5], one, 10), {})], film)), before)
  const said = shown([0, 4], one, 10)
  const corrected = review(shown([0, 5], one, 10), { verdict: 'corrected', said })
  assert.notEqual(linesText(laidOver(list, [corrected], film)), before)
  const dismissed = review(shown([0, 5], one, 10), { verdict: 'dismissed' })
  assert.equal(linesText(laidOver(list, [dismissed], film)), '[]')
})
