import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

const speakers = (text: string) => readAccount(text).quotes.map(({ speaker }) => speaker?.name ?? null)

test('an office or a trade means the one who was named with it', () => {
  const text = [
    'Ferry hits pier',
    'Sgt. Odile Marsh boarded the boat at noon. The captain of the Marigold, Rory Voss, was on the bridge.',
    '“I smelled drink,” the sergeant said.',
    '“I’d had nothing,” the captain told reporters.',
    'Tess Aldridge, a retired nurse, saw it from her window. “It didn’t slow,” the nurse said.',
  ]
  assert.deepEqual(speakers(text.join('\n\n')), ['Odile Marsh', 'Rory Voss', 'Tess Aldridge'])
})

test('another of the trade who comes in without a name stands against it', () => {
  const text =
    'Tess Aldridge, a deckhand, saw it from the pier.\n\nAnother deckhand was on the stairs. “I heard it,” the deckhand said.'
  assert.notEqual(speakers(text)[0], 'Tess Aldridge')
})

test('who is given one name by an account is called so by pronouns too', () => {
  const text =
    'Fire in the wing\n\nMarek Dolny was 26.\n\nOne man, whom we are calling Teo, had the cell opposite. “You could see it glow,” he says.'
  assert.deepEqual(speakers(text), ['Teo'])
})

test('a question is answered by somebody else', () => {
  const text = [
    'Jury hears of the roof',
    'Bea Sallis said that she had talked to him. “He was coming in,” she said.',
    '“And who came through the door?” asked the coroner, Philippa Hughes.',
    '“Two guards.”',
  ]
  assert.deepEqual(speakers(text.join('\n\n')), ['Bea Sallis', 'Philippa Hughes', 'Bea Sallis'])
})

test('no pronoun within words means whoever says them', () => {
  const text =
    'A call from the van\n\nThe guard would not listen. “He told me, ‘Stay down,’ and I stayed,” said Ned Cole, who was held.'
  const quotes = readAccount(text).quotes
  assert.notEqual(quotes.find(({ depth }) => depth === 1)?.speaker?.name, 'Ned Cole')
})
