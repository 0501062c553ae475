import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type MarkPlace, markAt, rowsOf } from './moment-rows.ts'

const instant = (x: number, nameWidth = 50): MarkPlace => ({ x, width: 0, nameWidth })

test('two moments near each other stand in two rows, each with its name', () => {
  const placed = rowsOf([instant(100), instant(110)], 2, 1000)
  assert.deepEqual(
    placed.map(({ row, name }) => [row, name]),
    [
      [0, { x: 109, width: 50 }],
      [1, { x: 119, width: 50 }],
    ],
  )
})

test('a name gives way to the next mark of its row, and is left out where nothing of it could be read', () => {
  const [first, , third] = rowsOf([instant(100, 200), instant(110), instant(180), instant(190)], 2, 1000)
  assert.deepEqual(first?.name, { x: 109, width: 62 })
  assert.deepEqual(third?.name, { x: 189, width: 50 })
  const crowded = rowsOf([instant(100), instant(102), instant(104), instant(106)], 2, 1000)
  assert.deepEqual(
    crowded.map(each => each.name !== null),
    [false, false, true, true],
  )
})

test('a long span carries its name inside, where it can be seen', () => {
  const [mark] = rowsOf([{ x: -300, width: 600, nameWidth: 80 }], 2, 1000)
  assert.deepEqual(mark?.name, { x: 4, width: 80 })
})

test('names never lie over another mark or name of their row, however crowded', () => {
  const marks = fc.array(
    fc.record({
      x: fc.integer({ min: -50, max: 1000 }),
      width: fc.constantFrom(0, 0, 3, 40, 300),
      nameWidth: fc.integer({ min: 10, max: 200 }),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(marks, unsorted => {
      const sorted = [...unsorted].sort((a, b) => a.x - b.x)
      const placed = rowsOf(sorted, 2, 1000)
      assert.equal(placed.length, sorted.length)
      for (const row of [0, 1]) {
        const inRow = placed.filter(each => each.row === row)
        for (const [n, { name }] of inRow.entries()) {
          const next = inRow[n + 1]
          if (name && next) assert.ok(name.x + name.width <= next.from + 1e-9)
        }
      }
    }),
  )
})

test('what is pressed is the mark or its name', () => {
  const placed = rowsOf([instant(100), instant(110)], 2, 1000)
  assert.equal(markAt(placed, 140, 0, 2), 0)
  assert.equal(markAt(placed, 112, 1, 2), 1)
  assert.equal(markAt(placed, 300, 0, 2), null)
})
