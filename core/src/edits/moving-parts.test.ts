import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Field, staysIn } from './connected.ts'
import { cellPath, moveTogether, placeAt } from './moving-parts.ts'

const [columns, rows] = [40, 24]

/** Cells that differ in a box, sample by sample, and a little where it has been before. */
function field(boxAt: (k: number) => readonly [number, number, number, number], samples: number): Field {
  const scores = Array.from({ length: samples }, (_, k) =>
    Uint8Array.from({ length: columns * rows }, (_, at) => {
      const [x, y] = [at % columns, Math.floor(at / columns)]
      const isIn = (n: number) => {
        const [left, top, w, h] = boxAt(n)
        return x >= left && x < left + w && y >= top && y < top + h
      }
      if (isIn(k)) return 120
      return Array.from({ length: k }, (_, n) => n).some(isIn) ? 14 : 0
    }),
  )
  return { scores, columns, rows }
}

const staysOf = (of: Field) =>
  staysIn(
    of,
    of.scores.map(() => 10),
    of.scores.map(() => 40),
  )

it('follows what moves at its own size, though coding leaves traces where it has been', () => {
  const moving = field(k => [2 + 2 * k, 5 + (k >> 2), 6, 5], 14)
  const [stay, ...others] = staysOf(moving)
  assert.deepEqual(others, [])
  const path = stay && cellPath(stay, moving)
  assert.ok(path)
  for (const k of [2, 6, 10]) {
    const [x, y, w, h] = placeAt(path.places, k)
    assert.ok(Math.abs(x - 2 - 2 * k) <= 1 && Math.abs(y - 5 - (k >> 2)) <= 1, `${k}: ${x}, ${y}`)
    assert.deepEqual([w, h], [6, 5])
  }
  assert.ok(path.fill > 0.9)
})

it('takes nothing that stands still for something that moves', () => {
  const still = field(() => [10, 5, 6, 5], 14)
  const [stay] = staysOf(still)
  assert.equal(stay && cellPath(stay, still), null)
})

it('tells parts that go the same way beside each other from those that part', () => {
  const two = (secondAt: (k: number) => number) => {
    const [one, other] = [field(k => [4 + k, 3, 6, 2], 14), field(k => [4 + secondAt(k), 8, 5, 2], 14)]
    const [upper] = staysOf(one)
    const [lower] = staysOf(other)
    assert.ok(upper && lower)
    return moveTogether(upper, lower)
  }
  assert.equal(
    two(k => k),
    true,
  )
  assert.equal(
    two(k => 13 - k),
    false,
  )
  assert.equal(
    two(() => 5),
    false,
  )
})
