import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beyond, beyondInRow, coloursInRow, type Spared } from './beyond-around.ts'

const [width, height] = [13, 9]

/** As it is defined: less than the least around, or more than the most, by more than a part of what lies between. */
function byAll(value: number, plane: Float32Array, x: number, y: number, { reach, peaks }: Spared): number {
  const around: number[] = []
  for (let v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++)
    for (let u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
      const near = plane[v * width + u] as number
      if (near >= 0) around.push(near)
    }
  const [low, high] = [Math.min(...around), Math.max(...around)]
  const spare = peaks * (high - low)
  return Math.max(0, value > high ? value - high - spare : low - value - spare)
}

test('looking no further once a value lies among its neighbours gives what looking at all of them gives', () => {
  const plane = Float32Array.from(
    { length: width * height },
    (_, n) => ((n * 7919) % 97) - (n % 11 === 0 ? 97 : 0),
  )
  let [told, within] = [0, 0]
  for (const spared of [
    { reach: 1, peaks: 0.3 },
    { reach: 2, peaks: 0.45 },
  ])
    for (let at = 0; at < plane.length; at++) {
      const own = plane[at] as number
      if (own < 0) continue
      for (const off of [-140, -60, -20, -5, 5, 20, 60, 140]) {
        const [x, y] = [at % width, Math.floor(at / width)]
        const expected = byAll(own + off, plane, x, y, spared)
        assert.equal(beyond(own + off, plane, x, y, at, width, height, spared), expected)
        if (expected > 0) told++
        else within++
      }
    }
  assert.ok(told > 100 && within > 100)
})

test('a row of colours differs by what both differ by beyond what coding makes, and is unknown where the recording is', () => {
  const [u, v] = [7919, 6151].map(step =>
    Float32Array.from(
      { length: width * height },
      (_, n) => 100 + ((n * step) % 23) - (n % 7 === 0 ? 200 : 0),
    ),
  ) as [Float32Array, Float32Array]
  const seen = Uint8Array.from({ length: 2 * width * height }, (_, n) => 90 + ((n * 4099) % 61))
  const spared = { reach: 1, peaks: 0.3 }
  const out = new Float64Array(width)
  let told = 0
  for (let y = 0; y < height; y++) {
    coloursInRow(seen, u, v, y, 2, width - 1, width, height, out)
    for (let x = 2; x < width - 1; x++) {
      const at = y * width + x
      const [p, q] = [seen[at] as number, seen[width * height + at] as number]
      const of = (value: number, plane: Float32Array) =>
        Math.abs(value - (plane[at] as number)) > 3 ? Math.max(0, byAll(value, plane, x, y, spared) - 3) : 0
      assert.equal(out[x - 2], (u[at] as number) < 0 ? -1 : of(p, u) + of(q, v))
      if ((out[x - 2] as number) > 0) told++
    }
    beyondInRow(seen, u, u, y, 2, width - 1, width, height, 50, spared, out)
    for (let x = 2; x < width - 1; x++) {
      const [value, own] = [seen[y * width + x] as number, u[y * width + x] as number]
      const isTold = own >= 0 && Math.abs(value - own) > 50
      assert.equal(out[x - 2], isTold ? byAll(value, u, x, y, spared) : 0)
    }
  }
  assert.ok(told > 20)
})
