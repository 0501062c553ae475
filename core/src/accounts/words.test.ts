import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from './words.ts'

const textsOf = (text: string) => wordsOf(text).map(word => word.text)

test('words are runs of letters or digits, with apostrophes and the points of an abbreviation', () => {
  assert.deepEqual(textsOf('He ran 30 yards, then fell.'), ['He', 'ran', '30', 'yards', 'then', 'fell'])
  assert.deepEqual(textsOf("“He’s” at 5 p.m. in D.C., didn't"), [
    'He’s',
    'at',
    '5',
    'p.m',
    'in',
    'D.C',
    "didn't",
  ])
  assert.deepEqual(textsOf('Ana oyó «¡Alto!» José’s car'), ['Ana', 'oyó', 'Alto', 'José’s', 'car'])
  assert.deepEqual(textsOf('off-duty\n“x” 𝒜b 3.5 end.No'), ['off', 'duty', 'x', '𝒜b', '3', '5', 'end', 'No'])
  assert.deepEqual(textsOf(' —… '), [])
})

test('a word has its place in the whole text, and is in lower case with a straight apostrophe', () => {
  const text = 'She said. MÁS’s é Don’t go'
  assert.deepEqual(wordsOf(text, 10, 22), [
    { start: 10, end: 15, text: 'MÁS’s', lower: "más's" },
    { start: 16, end: 17, text: 'é', lower: 'é' },
    { start: 18, end: 21, text: 'Don', lower: 'don' },
  ])
})
