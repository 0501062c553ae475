import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { findable, findPassage, isSamePassage, longestPassage, type Passage, passageAt } from './passage.ts'

const account = 'a'.repeat(64)

function taken(text: string, words: string): Passage {
  const start = text.indexOf(words)
  const passage = passageAt(account, text, { start, end: start + words.length })
  assert.ok(passage, `"${words}" is in the text`)
  return passage
}

const wordsAt = (text: string, passage: Passage) => {
  const found = findPassage(findable(text), passage)
  return found === null ? null : text.slice(found.start, found.end)
}

const story =
  'Two guards ran.\n\nThe gate was locked. “Stay there,” one of them said.\n\nLater the gate was locked again.\n'

test('a passage is found in its own text at its own place', () => {
  const passage = taken(story, 'The gate was locked.')
  assert.deepEqual(findPassage(findable(story), passage), { start: passage.start, end: passage.end })
  assert.equal(passage.prefix, 'Two guards ran.\n\n')
})

test('a text that was read anew, with other line ends and more before it, still holds the passage', () => {
  const passage = taken(story, '“Stay there,” one of them said.')
  const anew = `Home › News\r\n${story.replaceAll('\n', '\r\n').replace('one of them', 'one\r\nof them')}`
  assert.equal(wordsAt(anew, passage), '“Stay there,” one\r\nof them said.')
})

test('where the words stand more than once, what stands around them decides', () => {
  const passage = taken(story, 'gate was locked')
  const anew = `x ${story}`
  assert.deepEqual(findPassage(findable(anew), passage), { start: passage.start + 2, end: passage.end + 2 })
})

test('two places that fit equally well are no place, and words that are gone are nowhere', () => {
  const passage = { ...taken(story, 'gate was locked'), prefix: '', suffix: '' }
  assert.equal(findPassage(findable('Gate A: gate was locked. Gate B: gate was locked.'), passage), null)
  assert.equal(findPassage(findable('The door was open.'), passage), null)
})

test('a stretch that is empty, too long or outside the text is no passage', () => {
  assert.equal(passageAt(account, story, { start: 3, end: 3 }), null)
  assert.equal(passageAt(account, story, { start: 0, end: story.length + 1 }), null)
  const long = 'x'.repeat(longestPassage + 1)
  assert.equal(passageAt(account, long, { start: 0, end: long.length }), null)
})

const anyWord = fc.constantFrom('the', 'gate', 'was', 'locked', 'guard', 'ran', '“no”', 'then', 'Ann', 'five')

test('law: whatever is put before or after a text, each of its passages is found with its own words or not at all', () => {
  fc.assert(
    fc.property(
      fc.array(anyWord, { minLength: 3, maxLength: 40 }),
      fc.array(anyWord, { maxLength: 12 }),
      fc.array(anyWord, { maxLength: 12 }),
      fc.nat(),
      fc.nat(),
      (words, before, after, one, two) => {
        const text = words.join(' ')
        const [from, to] = [one % words.length, two % words.length].sort((a, b) => a - b) as [number, number]
        const passage = taken(text, words.slice(from, to + 1).join(' '))
        assert.deepEqual(findPassage(findable(text), passage), { start: passage.start, end: passage.end })
        const anew = [...before, ...words, ...after].join('\n')
        const found = wordsAt(anew, passage)
        if (found !== null) assert.equal(found.replace(/\s+/g, ' '), passage.exact)
        const squeezed = anew.replace(/\s+/g, ' ')
        const isUnique = squeezed.indexOf(passage.exact) === squeezed.lastIndexOf(passage.exact)
        if (isUnique) assert.notEqual(found, null)
      },
    ),
  )
})

test('passages are the same by account, place and words, whatever stands around them', () => {
  const passage = taken(story, 'Two guards ran.')
  assert.ok(isSamePassage(passage, { ...passage, suffix: '' }))
  assert.ok(!isSamePassage(passage, { ...passage, account: 'b'.repeat(64) }))
})
