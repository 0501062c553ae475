import assert from 'node:assert/strict'
import test from 'node:test'
import { placesInArea } from './text-selection.ts'

test('a place in a text area is found in the text, whatever its line ends', () => {
  const text = 'a\r\nbc\rd\n'
  const { area, placeOf } = placesInArea(text)
  assert.equal(area, 'a\nbc\nd\n')
  const cut = (start: number, end: number) => text.slice(placeOf[start], placeOf[end])
  assert.equal(cut(2, 4), 'bc')
  assert.equal(cut(0, 2), 'a\r\n')
  assert.equal(cut(5, 7), 'd\n')
})
