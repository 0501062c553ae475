import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beyond, type Spared } from './beyond-around.ts'

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
