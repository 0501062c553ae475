import assert from 'node:assert/strict'
import test from 'node:test'
import { plainTiles } from '@sightline/core/edits'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import { loadTiles } from './tile-kernels.ts'

const tiles = await loadTiles()
const random = randomFrom(3)

for (const [width, height, count] of [
  [64, 32, 6],
  [46, 21, 1],
  [35, 40, 8],
] as const)
  test(`what ${count} parts tell is taken out of ${width} by ${height} pixels by vectors as by plain loops, to the last bit`, () => {
    const picture = () => Float32Array.from({ length: width * height }, () => 40 * (random() - 0.5))
    const parts = Array.from({ length: count }, picture)
    const basis = {
      ...{ width, parts },
      tiles: [0, 32].flatMap(top =>
        [0, 32].flatMap(from =>
          top < height && from < width
            ? [{ from, to: Math.min(width, from + 32), top, low: Math.min(height, top + 32) }]
            : [],
        ),
      ),
      inverses: Array.from({ length: 4 }, () =>
        Float64Array.from({ length: count ** 2 }, () => random() / 1e4),
      ),
    }
    for (const own of [picture(), picture()])
      assert.deepEqual(tiles.tileRest(own, basis), plainTiles.tileRest(own, basis))
    // A part more: those before it are known already.
    const more = {
      ...basis,
      parts: [...parts, picture()],
      inverses: Array.from({ length: 4 }, () =>
        Float64Array.from({ length: (count + 1) ** 2 }, () => random() / 1e4),
      ),
    }
    const of = picture()
    assert.deepEqual(tiles.tileRest(of, more), plainTiles.tileRest(of, more))
  })
