import assert from 'node:assert/strict'
import test from 'node:test'
import type { Column, ShownStatement } from '@sightline/core/side-by-side'
import { textPieces } from './text-pieces.ts'

const said = (kind: 'statement' | 'quote', start: number, end: number) =>
  ({ key: `${kind} ${start}-${end}`, kind, start, end }) as ShownStatement

function column(
  text: string,
  folds: readonly (readonly [number, number])[],
  shown: readonly ShownStatement[],
): Column {
  return {
    text,
    folds: folds.map(([start, end]) => ({ start, end, kind: 'link', rule: 'r' })),
    statements: shown.filter(({ kind }) => kind === 'statement'),
    quotes: shown.filter(({ kind }) => kind === 'quote'),
    days: [],
  } as unknown as Column
}

test('the pieces joined are the text, and each says what covers it, the narrowest first', () => {
  const text = 'Home\nA “b c” d.\nEnd'
  const pieces = textPieces(column(text, [[0, 4]], [said('statement', 5, 15), said('quote', 8, 11)]))
  assert.equal(pieces.map(({ start, end }) => text.slice(start, end)).join(''), text)
  assert.deepEqual(
    pieces.map(({ kind, start, end, statements }) => [
      kind,
      text.slice(start, end),
      statements.map(each => each.kind),
    ]),
    [
      ['fold', 'Home', []],
      ['plain', '\n', []],
      ['statement', 'A “', ['statement']],
      ['statement', 'b c', ['quote', 'statement']],
      ['statement', '” d.', ['statement']],
      ['plain', '\nEnd', []],
    ],
  )
})

test('a text without anything in it is one piece, and an empty one none', () => {
  assert.equal(textPieces(column('abc', [], [])).length, 1)
  assert.deepEqual(textPieces(column('', [], [])), [])
})

test('a stretch that reaches past the end of the text is cut there', () => {
  const pieces = textPieces(column('abc', [], [said('statement', 1, 9)]))
  assert.equal(pieces.at(-1)?.end, 3)
})
