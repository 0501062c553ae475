import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laidPlane, smear } from './laid.ts'

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
