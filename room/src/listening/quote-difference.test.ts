import assert from 'node:assert/strict'
import test from 'node:test'
import { quoteAgainst } from './quote-difference.ts'
import { BlockHeights, blockRows } from './rows-in-view.ts'

test('a quote stands beside the settled words, with what is only in either', () => {
  const { runs, isSame } = quoteAgainst('What did I do wrong?', 'what am I doing wrong')
  assert.equal(isSame, false)
  assert.deepEqual(runs, [
    { in: 'both', text: 'What' },
    { in: 'quote', text: 'did' },
    { in: 'sound', text: 'am' },
    { in: 'both', text: 'I' },
    { in: 'quote', text: 'do' },
    { in: 'sound', text: 'doing' },
    { in: 'both', text: 'wrong?' },
  ])
})

test('capitals, punctuation and kinds of apostrophes are no difference; doubt is', () => {
  assert.equal(quoteAgainst('“Don’t move!”', "don't move").isSame, true)
  assert.equal(quoteAgainst('Drop the gun', 'drop the [gun / phone]').isSame, false)
})

test('of a long list the blocks near the window are in the page, by measured heights where there are any', () => {
  const heights = new BlockHeights(Array.from({ length: blockRows * 100 }, () => 10))
  assert.equal(heights.count, 100)
  assert.equal(heights.top(100), blockRows * 1000)
  assert.deepEqual(heights.within(0, 600), { first: 0, end: 5 })
  assert.deepEqual(heights.within(50 * blockRows * 10, 600), { first: 49, end: 55 })
  assert.equal(heights.measure(0, 1000), true)
  assert.equal(heights.measure(0, 1000), false)
  assert.equal(heights.top(1), 1000)
})
