import assert from 'node:assert/strict'
import test from 'node:test'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { type Corners, mapBetween, strongest } from './features.ts'
import { plainLookups } from './lookup-kernels.ts'

/** A film's corners at `scale` and a shift of a recording's, but for those that are `astray`; each is like its own. */
function found(count: number, astray: (n: number) => boolean) {
  const random = randomFrom(9)
  const bits = Uint32Array.from({ length: count * 8 }, () => random() * 2 ** 32)
  const numbers = (of: () => number) => Float32Array.from({ length: count }, of)
  const [x, y] = [numbers(() => 200 * random()), numbers(() => 120 * random())]
  const scale = 1.5
  const moved = (of: Float32Array, by: number) =>
    of.map((value, n) => (astray(n) ? 400 * random() : scale * value + by))
  const raw: Corners = { ...{ count, x, y, bits }, size: numbers(() => 1) }
  const film: Corners = {
    ...{ count, bits, x: moved(x, 12), y: moved(y, -7) },
    size: numbers(() => scale),
  }
  return mapBetween(plainLookups, raw, film)
}

test('the map that most pairs agree on is found among as many that do not', () => {
  const match = found(40, n => n % 2 === 0)
  assert.ok(match)
  for (const [n, value] of [1.5, 0, 12, 0, 1.5, -7].entries())
    assert.ok(Math.abs((match.map[n] as number) - value) < 0.05, `${n}: ${match.map[n]}`)
  assert.equal(match.matches, 40)
  assert.ok(match.inliers >= 20 && match.inliers <= 23, String(match.inliers))
})

test('a map that seven pairs agree on is one, and that of six is none', () => {
  assert.equal(found(30, n => n >= 7)?.matches, 30)
  assert.equal(
    found(30, n => n >= 6),
    null,
  )
  assert.equal(
    found(6, () => false),
    null,
  )
})

test('of corners the three that score most of each cell are taken, the second of a cell behind the first of all; of those alike, the first', () => {
  const random = randomFrom(4)
  for (const [width, height, kinds] of [
    [96, 54, 1e6],
    [61, 70, 5],
    [30, 29, 2],
  ] as const) {
    const places = Array.from({ length: width * height }, (_, n) => n).filter(n => {
      const [x, y] = [n % width, Math.floor(n / width)]
      return x >= 14 && x < width - 14 && y >= 14 && y < height - 14 && random() < 0.2
    })
    const scores = Float32Array.from(places, () => 500 + 100 * Math.floor(kinds * random()))
    const all = places.map((at, n) => {
      const cell = [at % width, Math.floor(at / width)].map(each => Math.floor((each - 14) / 20))
      return { at, cell: (cell[1] as number) * 100 + (cell[0] as number), score: scores[n] as number }
    })
    const isBefore = (one: (typeof all)[0], two: (typeof all)[0]) =>
      one.score > two.score || (one.score === two.score && one.at < two.at)
    const expected = all
      .map(each => ({
        ...each,
        rank: all.filter(other => other.cell === each.cell && isBefore(other, each)).length,
      }))
      .filter(({ rank }) => rank < 3)
      .map(each => ({ ...each, score: each.score / 8 ** each.rank }))
      .sort((one, two) => two.score - one.score || one.cell - two.cell || one.rank - two.rank)
    const found = strongest({ at: Int32Array.from(places), scores }, width, 9)
    assert.deepEqual(
      found,
      expected.slice(0, 9).map(({ at }) => at),
    )
  }
  assert.deepEqual(strongest({ at: new Int32Array(0), scores: new Float32Array(0) }, 40, 9), [])
})
