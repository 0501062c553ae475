import assert from 'node:assert/strict'
import test from 'node:test'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { plainTiles } from './tile-kernels.ts'
import { blockAt, inTiles, tileArea, tileOrderOf } from './tile-order.ts'
import { TileBasis } from './tiles.ts'

const [width, height] = [70, 40]
const order = tileOrderOf(width, height)
const random = randomFrom(5)
const picture = () =>
  inTiles(
    order,
    Float32Array.from({ length: width * height }, () => 40 * random()),
  )

test('pixels lie block by block, tile by tile', () => {
  const own = Float32Array.from({ length: width * height }, (_, n) => n)
  const placed = inTiles(order, own)
  for (const [x, y] of [
    [0, 0],
    [32, 0],
    [48, 24],
    [56, 32],
  ] as const) {
    const at = y * width + x
    const block = blockAt(order, at)
    assert.equal(Math.floor((64 * block) / tileArea), (y >> 5) * 3 + (x >> 5))
    assert.deepEqual(
      [...placed.subarray(64 * block, 64 * block + 64)],
      Array.from({ length: 64 }, (_, n) => at + (n >> 3) * width + (n % 8)),
    )
  }
  assert.equal(order.places.filter(place => place >= 0).length, width * height)
})

const takenOut = (of: Float32Array, basis: TileBasis, tiles: readonly number[]) => {
  const left = of.slice()
  plainTiles.takeOut(left, basis, tiles)
  return left
}

test('what is taken out of some tiles, and of the others later, is what is taken out of all at once', () => {
  const basis = new TileBasis(order, [picture(), picture()])
  const of = picture()
  const whole = takenOut(of, basis, [0, 1, 2, 3, 4, 5])
  const some = takenOut(of, basis, [4, 1])
  assert.deepEqual(
    some,
    whole.map((value, n) => ([1, 4].includes(Math.floor(n / tileArea)) ? value : (of[n] as number))),
  )
  assert.notDeepEqual(some, of)
  assert.deepEqual(takenOut(some, basis, [0, 2, 3, 5]), whole)
})

test('nothing is left of a mixture of parts, and all of what they do not tell', () => {
  const [one, two] = [picture(), picture()]
  const basis = new TileBasis(order, [one]).with([two])
  const mixed = one.map((value, n) => 0.4 * value - 0.7 * (two[n] as number))
  const left = takenOut(mixed, basis, [0, 1, 2, 3, 4, 5])
  assert.ok(left.every(value => Math.abs(value) < 0.01))
  const own = takenOut(picture(), basis, [0, 1, 2, 3, 4, 5])
  const again = takenOut(own, basis, [0, 1, 2, 3, 4, 5])
  assert.ok(again.every((value, n) => Math.abs(value - (own[n] as number)) < 0.01))
})
