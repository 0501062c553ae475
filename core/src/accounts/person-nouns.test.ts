import assert from 'node:assert/strict'
import test from 'node:test'
import { isPersonNoun } from './person-nouns.ts'

test('a word is for somebody by its ending, unless it is known to be for a thing', () => {
  for (const word of ['busker', 'florist', 'deckhand', 'officer']) assert.ok(isPersonNoun(word), word)
  for (const word of ['revolver', 'screwdriver', 'extinguisher', 'stretcher', 'hammer', 'knife'])
    assert.ok(!isPersonNoun(word), word)
})
