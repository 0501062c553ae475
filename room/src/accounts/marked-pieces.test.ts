import assert from 'node:assert/strict'
import test from 'node:test'
import type { ShownDay } from '@sightline/core/side-by-side'
import fc from 'fast-check'
import { markedPieces } from './marked-pieces.ts'

const day = (start: number, end: number): ShownDay => ({
  ...{ key: `${start}`, group: 'a'.repeat(64), start, end, words: '', counted: null, isQuoted: false },
  means: { kind: 'open', lacks: 'written' },
})

test('law: the pieces joined are the statement, each mark is whole, and each day is told once, where its words end', () => {
  const stretch = fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
  fc.assert(
    fc.property(
      stretch,
      fc.array(stretch, { maxLength: 4 }),
      fc.array(stretch, { maxLength: 4 }),
      (whole, marks, spans) => {
        const days = spans.map(({ start, end }) => day(start, end))
        const pieces = markedPieces(whole, marks, days)
        assert.equal(pieces[0]?.start, whole.start)
        assert.equal(pieces.at(-1)?.end, whole.end)
        for (const [at, piece] of pieces.entries()) {
          assert.ok(piece.end > piece.start)
          assert.equal(pieces[at + 1]?.start ?? whole.end, piece.end)
          for (const each of piece.days) assert.equal(each.end, piece.end)
        }
        const marked = (at: number) => marks.some(({ start, end }) => start <= at && at < end)
        for (const { start, end, isDiffering } of pieces)
          for (let at = start; at < end; at++) assert.equal(isDiffering, marked(at))
        const inside = days.filter(({ start, end }) => start >= whole.start && end <= whole.end)
        assert.equal(pieces.flatMap(piece => piece.days).length, inside.length)
      },
    ),
  )
})
