import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type Deviation,
  plainTiles,
  type RenewedBlocks,
  type ShownBlocks,
  TileBasis,
  type TileOrder,
  tileArea,
  tileOrderOf,
} from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadTiles } from './tile-kernels.ts'

const tiles = await loadTiles()
const random = randomFrom(3)

function pictureIn({ places }: TileOrder): Float32Array {
  return Float32Array.from(places, place => (place < 0 ? 0 : 40 * (random() - 0.5)))
}

/** Of `count` blocks, whose values are the largest there are where `isHard`. */
function shownOf(count: number, order: TileOrder, isHard: boolean): ShownBlocks & RenewedBlocks {
  const all = [...new Array(order.size / 64).keys()]
  const blocks = Int32Array.from(all.filter(n => n < count || n === all.length - 1))
  const values = (most: number) =>
    Int16Array.from({ length: 64 * blocks.length }, () =>
      isHard ? most : Math.round(most * (2 * random() - 1)),
    )
  const tilesOf = Array.from(blocks, n => Math.floor((64 * n) / tileArea))
  return {
    blocks,
    perTile: [...new Set(tilesOf)].map(tile => tilesOf.filter(each => each === tile).length),
    levels: values(12 * 480),
    news: values(12 * 480),
    before: [values(32_000 / 8), values(100)],
    squares: Float32Array.from(blocks, () => (isHard ? 9216 : 900 * random())),
    weights: Float32Array.from(blocks, () => 4 * random()),
  }
}

for (const [width, height, count] of [
  [64, 32, 6],
  [46, 21, 1],
  [35, 40, 8],
  [40, 64, 0],
] as const)
  test(`of ${width} by ${height} pixels ${count} parts are taken out by vectors as by plain loops, to the last bit, and what is left is held against others`, () => {
    const order = tileOrderOf(width, height)
    const basis = new TileBasis(
      order,
      Array.from({ length: count }, () => pictureIn(order)),
    )
    const mean = pictureIn(order).map(value => (value === 0 ? 0 : 100 + value))
    const framed = () => Uint8Array.from({ length: width * height }, () => 256 * random())
    const times: Deviation[] = []
    for (const frame of [framed(), framed(), new Uint8Array(width * height).fill(255)]) {
      const own = tiles.deviation(frame, mean, basis)
      assert.deepEqual(own, plainTiles.deviation(frame, mean, basis))
      times.push(own)
    }
    const of = pictureIn(order)
    const which = [order.size / tileArea - 1, 0]
    const takenOut = (kernels: typeof tiles, basis: TileBasis) => {
      const left = of.slice()
      kernels.takeOut(left, basis, which)
      return left
    }
    assert.deepEqual(takenOut(tiles, basis), takenOut(plainTiles, basis))
    // A part more: those before it are known already.
    const more = basis.with([pictureIn(order)])
    assert.deepEqual(takenOut(tiles, more), takenOut(plainTiles, more))
    const values = times.map(each => each.values)
    assert.deepEqual(tiles.products(values), plainTiles.products(values))
    const shown = [1, 5, 18].flatMap(blocks => [shownOf(blocks, order, false), shownOf(blocks, order, true)])
    assert.deepEqual(tiles.shown(shown, times), plainTiles.shown(shown, times))
    assert.deepEqual(tiles.renewed(shown, times), plainTiles.renewed(shown, times))
  })

test('products of the largest deviations fit into 32 bits', () => {
  const order = tileOrderOf(32, 32)
  const most = 12 * 480
  const time: Deviation = {
    values: new Int16Array(order.size).fill(most),
    squares: new Float32Array(16).fill(9216),
  }
  const shown = shownOf(16, order, true)
  const renewed = tiles.renewed([shown], [time])
  assert.equal(renewed[0], order.size * most * most)
  assert.deepEqual(renewed, plainTiles.renewed([shown], [time]))
  assert.deepEqual(tiles.shown([shown], [time]), plainTiles.shown([shown], [time]))
})
