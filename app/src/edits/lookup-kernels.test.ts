import assert from 'node:assert/strict'
import test from 'node:test'
import { plainLookups, thumbCells } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadLookups } from './lookup-kernels.ts'

const lookups = await loadLookups()
const random = randomFrom(11)
const whole = (below: number) => Math.floor(random() * below)

/** Patterns of 256 bits. */
const patterns = (count: number) => Uint32Array.from({ length: 8 * count }, () => whole(2 ** 32))

/** The same with a share of their bits turned. */
const noisy = (of: Uint32Array, share: number) =>
  of.map(word => {
    let turned = word
    for (let bit = 0; bit < 32; bit++) if (random() < share) turned ^= 1 << bit
    return turned
  })

test('the pattern that differs least is found by vectors as by plain loops, the first of those that are alike', () => {
  const raw = patterns(90)
  raw.copyWithin(8 * 60, 8 * 10, 8 * 20)
  for (const share of [0, 0.1, 0.2, 0.23, 0.5]) {
    const film = noisy(raw.slice(8 * 5), share)
    const plain = plainLookups.likestPatterns(film, raw)
    assert.deepEqual(lookups.likestPatterns(film, raw).slice(0, plain.length), plain)
  }
  const [at] = lookups.likestPatterns(raw.slice(8 * 60, 8 * 61), raw)
  assert.equal(at, 10)
})

test('the likest part of a thumb is found by vectors as by plain loops, to the last bit', () => {
  const count = 260
  const unlike = Int8Array.from({ length: count * thumbCells }, () => whole(255) - 127)
  // A frame without detail is like nothing.
  unlike.fill(0, 7 * thumbCells, 8 * thumbCells)
  for (const [columns, rows] of [
    [32, 18],
    [26, 14],
    [20, 12],
    [8, 6],
    [5, 9],
  ] as const) {
    const asked = Float32Array.from({ length: columns * rows }, () => random() - 0.5)
    const thumb = asked.map(each => each / Math.hypot(...asked))
    const cells = unlike.slice()
    const block = { count, cells, scales: new Float32Array(count).fill(1) }
    // One is just what some part shows, and some are near to it.
    for (const [n, noise] of [
      [40, 0],
      [41, 30],
      [259, 60],
    ] as const)
      for (let at = 0; at < columns * rows; at++)
        cells[n * thumbCells + Math.floor(at / columns) * 32 + (at % columns)] = Math.round(
          Math.max(-127, Math.min(127, 200 * (asked[at] as number) + noise * (random() - 0.5))),
        )
    for (const least of [0.4, 0.05]) {
      const plain = plainLookups.likestParts(thumb, { columns, rows }, block, least)
      const found = lookups.likestParts(thumb, { columns, rows }, block, least)
      assert.deepEqual(found.likes.slice(0, count), plain.likes)
      assert.deepEqual(found.at.slice(0, count), plain.at)
      assert.equal(found.likes[7], 0)
      assert.equal((found.likes[40] as number) > 0.99, true)
      assert.equal(
        found.likes.slice(0, count).every(like => like === 0 || like > least - 1e-6),
        true,
      )
    }
  }
})

test('thumbs of recordings in turn, and of one that is too long to lie there, are held against as by plain loops', () => {
  const whole32 = { columns: 32, rows: 18 }
  const blocks = [900, 700, 600, 2100].map(count => ({
    ...{ count, scales: new Float32Array(count).fill(1) },
    cells: Int8Array.from({ length: count * thumbCells }, () => whole(255) - 127),
  }))
  for (const block of [...blocks, ...blocks.slice(0, 2)]) {
    const at = (block.count - 1) * thumbCells
    const last = Float32Array.from(block.cells.subarray(at, at + thumbCells))
    const thumb = last.map(each => each / Math.hypot(...last))
    const plain = plainLookups.likestParts(thumb, whole32, block, 0.2)
    assert.deepEqual(lookups.likestParts(thumb, whole32, block, 0.2).likes.slice(0, block.count), plain.likes)
    assert.equal((plain.likes[block.count - 1] as number) > 0.99, true)
  }
})
