import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../../../test/cases/sound/random.ts'
import type { Affine } from './affine.ts'
import { type FilmView, judged, viewOf } from './compare.ts'
import { plainKernels } from './picture-kernels.ts'

const grid = { width: 52, height: 35 }
const film = new Uint8Array(grid.width * grid.height)

/** Every block of eight by eight whose corners lie within the film, to 0.6 of a pixel at its first and 0.4 beyond its last ones. */
function expected([a, b, c, d, e, f]: Affine, [left, top, right, low]: readonly number[]): number[] {
  const out: number[] = []
  for (let y = 0; y + 8 <= grid.height; y += 8)
    for (let x = 0; x + 8 <= grid.width; x += 8) {
      const isIn = [0, 7].every(dy =>
        [0, 7].every(dx => {
          const sx = a * (x + dx) + b * (y + dy) + c
          const sy = d * (x + dx) + e * (y + dy) + f
          return (
            sx >= Number(left) - 0.6 &&
            sy >= Number(top) - 0.6 &&
            sx <= Number(right) - 0.4 &&
            sy <= Number(low) - 0.4
          )
        }),
      )
      if (isIn) out.push(y * grid.width + x)
    }
  return out
}

test('a view has the blocks that lie within the film, whole, moved, turned or in a box', () => {
  const all = [0, 0, grid.width, grid.height] as const
  for (const [map, inside] of [
    [[1, 0, 0, 0, 1, 0], all],
    [[0.5, 0, 4, 0, 0.5, 3], all],
    [[1, 0, 9.2, 0, 1, -3.1], all],
    [[0.9, 0.3, 2, -0.3, 0.9, 5], all],
    [
      [1, 0, 0, 0, 1, 0],
      [8, 0, 40, 26],
    ],
    [[-1, 0, 51, 0, 1, 0], all],
    [[3, 0, -200, 0, 3, 0], all],
  ] as const satisfies readonly (readonly [Affine, readonly [number, number, number, number]])[]) {
    const view = () => viewOf(plainKernels, { film, filmGrid: grid, rawGrid: grid, map, inside })
    assert.deepEqual([...view().blocks], expected(map, inside))
    // Asked for again, and after another.
    assert.deepEqual([...view().blocks], expected(map, inside))
  }
})

test('a block costs what is left of it as a logarithm, and no more than a little more than from nowhere', () => {
  const shown = film.map((_, n) => (n * n * 31 + (n % 7) * 40) % (n % 200 < 90 ? 20 : 251))
  const view: FilmView = viewOf(plainKernels, {
    ...{ film: shown, filmGrid: grid, rawGrid: grid },
    ...{ map: [1, 0, 0, 0, 1, 0], inside: [0, 0, grid.width, grid.height] },
  })
  const count = view.blocks.length
  assert.equal(count, 24)
  for (const floor of [0, 3])
    for (let power = -2; power < 6; power += 0.01) {
      const rests: Float32Array = Float32Array.from({ length: count }, (_, n) => (1 + n / 50) * 10 ** power)
      let [cost, explained] = [0, 0]
      for (let n = 0; n < count; n++) {
        const own = Math.log(1 + Math.max(0, (rests[n] as number) - floor) / 5)
        cost += Math.min(own, (view.none[n] as number) + 0.4)
        if (own < (view.none[n] as number) + 0.05) explained++
      }
      assert.deepEqual(judged(view, rests, floor), { cost, explained: explained / count })
    }
})

test('a view has the blocks that lie within a box of the film, however they lie from row to row', () => {
  const random = randomFrom(53)
  const about = (middle: number, off: number) => middle + off * (2 * random() - 1)
  let [some, none] = [0, 0]
  for (let n = 0; n < 600; n++) {
    const map: Affine = [
      ...[about(0, 0.8), about(0, 0.8), about(26, 40)],
      ...[about(0, 0.8), about(0, 0.8), about(17, 30)],
    ] as unknown as Affine
    const [left, top] = [about(8, 8), about(6, 6)]
    const inside = [left, top, left + about(25, 24), top + about(18, 17)] as const
    const { blocks } = viewOf(plainKernels, { film, filmGrid: grid, rawGrid: grid, map, inside })
    assert.deepEqual([...blocks], expected(map, inside))
    if (blocks.length > 0) some++
    else none++
  }
  assert.ok(some > 100 && none > 50, `${some} with blocks, ${none} without`)
})
