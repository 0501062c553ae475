import assert from 'node:assert/strict'
import test from 'node:test'
import { residualOf } from './residual.ts'

const size = 64 * 36
const ground = Uint8Array.from({ length: size }, (_, n) => 30 + ((n * 7919) % 181))

test('a picture that is only brighter and flatter leaves nothing, and the light is told', () => {
  const film = ground.map(value => Math.round(0.8 * value + 20))
  const apart = new Uint8Array(size)
  const { mean, share, covered, gain, lift } = residualOf(film, ground, null, apart)
  assert.ok(mean < 0.5)
  assert.deepEqual([share, covered], [0, 1])
  assert.ok(Math.abs(gain - 0.8) < 0.01 && Math.abs(lift - 20) < 1)
})

test('a box drawn over the picture is what remains, and the rest is left at nothing', () => {
  const film = ground.slice()
  for (let y = 10; y < 20; y++) film.fill(255, y * 64 + 10, y * 64 + 30)
  const apart = new Uint8Array(size)
  const { share } = residualOf(film, ground, null, apart)
  const inside = apart.filter((_, n) => isInBox(n))
  const outside = apart.filter((_, n) => !isInBox(n))
  assert.ok(Math.abs(share - 200 / size) < 0.02)
  assert.ok(inside.every(value => value > 24))
  assert.ok(outside.every(value => value <= 2))
})

test('what the recording does not cover is not compared and not counted', () => {
  const mask = Uint8Array.from({ length: size }, (_, n) => (n % 64 < 32 ? 1 : 0))
  const film = ground.map((value, n) => (n % 64 < 32 ? value : 0))
  const apart = new Uint8Array(size)
  const { mean, covered } = residualOf(film, ground, mask, apart)
  assert.deepEqual([mean, covered], [0, 0.5])
  assert.equal(residualOf(film, ground, new Uint8Array(size), apart).covered, 0)
})

test('a flat picture is held against by its brightness alone', () => {
  const flat = new Uint8Array(size).fill(40)
  const { mean, gain, lift } = residualOf(new Uint8Array(size).fill(50), flat, null, new Uint8Array(size))
  assert.deepEqual([mean, gain, lift], [0, 1, 10])
})

function isInBox(n: number): boolean {
  const [x, y] = [n % 64, Math.floor(n / 64)]
  return x >= 10 && x < 30 && y >= 10 && y < 20
}
