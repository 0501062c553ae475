import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differingWords } from './differing-words.ts'

const marked = (text: string, other: string) =>
  differingWords(text, other)
    .map(({ text: word, isShared }) => (isShared ? word : `[${word}]`))
    .join(' ')

test('words that only one wording has are marked in it', () => {
  assert.equal(marked('What did I do wrong?', 'What am I doing wrong?'), 'What [did] I [do] wrong?')
  assert.equal(marked('What am I doing wrong?', 'What did I do wrong?'), 'What [am] I [doing] wrong?')
})

test('capitals and punctuation are no difference, an order is', () => {
  assert.equal(marked('“Drop it!”', 'drop it'), '“Drop it!”')
  assert.equal(marked('one two three', 'two three one'), '[one] two three')
})

test('as many words are shared from either side, and no more than the shorter has', () => {
  const sentence = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 })
    .map(words => words.join(' '))
  fc.assert(
    fc.property(sentence, sentence, (one, two) => {
      const shared = (text: string, other: string) =>
        differingWords(text, other).filter(({ isShared }) => isShared).length
      assert.equal(shared(one, two), shared(two, one))
      assert.equal(shared(one, one), one === '' ? 0 : one.split(' ').length)
    }),
  )
})
