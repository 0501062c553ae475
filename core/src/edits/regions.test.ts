import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Levels } from './pictures.ts'
import { regionsOf } from './regions.ts'
import type { Segment } from './segments.ts'

const [width, height, count, changes] = [160, 96, 90, 36]
/** Numbers from 0 to 1. */
const grain = (n: number) => {
  const mixed = Math.imul(n * 374761393 + 1442695041, 1274126177)
  return (Math.imul(mixed ^ (mixed >>> 15), 2246822519) >>> 8) / 2 ** 24
}
const rowOf = (p: number) => Math.floor(p / width)
const scene = (p: number) =>
  130 + (60 * ((p % width) - 80)) / 80 + 30 * Math.sin(rowOf(p) / 5) + 12 * grain(p)

function levels(toneAt: (n: number, p: number) => number): Levels {
  return new Levels({
    ...{ width, height, count, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: n =>
      Uint8Array.from({ length: width * height }, (_, p) => Math.max(16, Math.min(235, toneAt(n, p)))),
    colour: () => new Uint8Array((width * height) >> 1).fill(128),
  })
}

const segment = {
  ...{ from: 0, to: count, raw: 0, line: { start: 0, rate: 1 }, isBlended: false, slack: [0, 0] },
  frames: Int32Array.from({ length: count }, (_, n) => n),
  maps: [[1, 0, 0, 0, 1, 0]],
} as unknown as Segment

/** What is told of a part that is off by squares of so many levels, and from a frame on by so many others. */
function toldOf(before: number, after: number) {
  const isInside = (p: number) => p % width >= 40 && p % width < 90 && rowOf(p) >= 20 && rowOf(p) < 70
  const sign = (p: number) => (((p >> 2) + (rowOf(p) >> 2)) & 1 ? 1 : -1)
  const film = levels((n, p) => scene(p) + (isInside(p) ? sign(p) * (n < changes ? before : after) : 0))
  return regionsOf(
    segment,
    film,
    levels((_, p) => scene(p)),
  ).regions
}

test('what differs hardly more than it did before neither begins nor ends; what differs clearly more is told from when on', () => {
  assert.deepEqual(toldOf(13, 14), [])
  const told = toldOf(13, 16)
  assert.equal(told.length, 1)
  assert.ok(Math.abs((told[0]?.from ?? 0) - changes) <= 4 && told[0]?.to === count)
})
