import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laidPlane, laidQuarter, smear } from './laid.ts'
import { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

test('a plane that is not moved is copied in a window pixel for pixel, but for the two outermost lines of the picture', () => {
  for (const [width, height] of [
    [11, 8],
    [3, 9],
    [5, 2],
  ] as const) {
    const grid = { width, height }
    const from = Uint8Array.from({ length: width * height }, (_, n) => (n * 7919) % 251)
    for (const [left, top, right, bottom] of [
      [0, 0, width, height],
      [1, 0, width - 1, height],
      [width - 1, 1, width, height],
      [2, 1, 2, height],
    ] as const) {
      const into = new Float32Array(width * height).fill(-7)
      laidPlane(from, grid, [1, 0, 0, 0, 1, 0], grid, [left, top, right, bottom], into)
      const expected = Array.from(from, (value, n) => {
        const [x, y] = [n % width, Math.floor(n / width)]
        if (x < left || x >= right || y < top || y >= bottom) return -7
        return x < 2 || y < 2 || x >= width - 2 || y >= height - 2 ? smear : value
      })
      assert.deepEqual([...into], expected)
    }
  }
})

test('a quarter of a part that is shown three times as large is as sharp as the film', () => {
  const [width, height] = [192, 108]
  const levelsOf = (at: (x: number, y: number) => number) =>
    new Levels({
      ...{ width, height, count: 1, times: Float64Array.of(0, 1 / 30), fullWidth: width, fullHeight: height },
      luma: () => Uint8Array.from({ length: width * height }, (_, p) => at(p % width, Math.floor(p / width))),
      colour: () => new Uint8Array((width * height) / 2),
    })
  const scene = (x: number, y: number) => 128 + 50 * Math.sin(x / 1.6) * Math.cos(y / 1.9)
  const raw = levelsOf(scene)
  const film = levelsOf((x, y) => scene(60 + (x - 1) / 3, 40 + (y - 1) / 3))
  const segment = {
    ...{ from: 0, to: 1, raw: 0, line: { start: 0, rate: 1 }, isBlended: false },
    ...{ frames: Int32Array.of(0), maps: [[3, 0, 1 - 180, 0, 3, 1 - 120]] },
  } as unknown as Segment
  const own = laidQuarter(segment, film, raw, 0)
  const seen = film.at(0, 2)
  const spread = (values: ArrayLike<number>) => {
    const all = Array.from(values)
    const mean = all.reduce((sum, each) => sum + each, 0) / all.length
    return Math.sqrt(all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / all.length)
  }
  // From a quarter of the recording's size it has a fifth of the contrast.
  assert.ok(Math.abs(spread(own) / spread(seen) - 1) < 0.15, `${spread(own)} ${spread(seen)}`)
})
