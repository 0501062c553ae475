import assert from 'node:assert/strict'
import test from 'node:test'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { type Corners, mapBetween } from './features.ts'
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
