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
  const cells = Int8Array.from({ length: count * thumbCells }, () => whole(255) - 127)
  // A frame without detail is like nothing.
  cells.fill(0, 7 * thumbCells, 8 * thumbCells)
  const block = { count, cells, scales: new Float32Array(count).fill(1) }
  for (const [columns, rows] of [
    [32, 18],
    [26, 14],
    [20, 12],
    [8, 6],
    [5, 9],
  ] as const) {
    const thumb = Float32Array.from({ length: columns * rows }, () => random() - 0.5)
    const plain = plainLookups.likestParts(thumb, { columns, rows }, block)
    const found = lookups.likestParts(thumb, { columns, rows }, block)
    assert.deepEqual(found.likes.slice(0, count), plain.likes)
    assert.deepEqual(found.at.slice(0, count), plain.at)
    assert.equal(found.likes[7], 0)
  }
})
