import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Box } from './affine.ts'
import { isMovingPaint } from './paint.ts'
import { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const [width, height, count] = [96, 64, 60]
type Colour = readonly [number, number]

/** `colourAt` in pixels of the colour planes, half the size of the pictures. */
function levels(colourAt: (x: number, y: number, n: number) => Colour): Levels {
  const [w, h] = [width >> 1, height >> 1]
  return new Levels({
    ...{ width, height, count, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 15),
    luma: () => new Uint8Array(width * height).fill(120),
    colour: n => {
      const plane = (side: 0 | 1) =>
        Array.from({ length: w * h }, (_, p) => 128 + colourAt(p % w, Math.floor(p / w), n)[side])
      return Uint8Array.from([...plane(0), ...plane(1)])
    },
  })
}

/** In `looks` frames of a run, four apart, beginning at its tenth; the box moves by three pixels from look to look. */
function isPaint(film: Levels, raw: Levels): boolean {
  const segment = {
    ...{ from: 0, to: count, raw: 0, line: { start: 0, rate: 1 }, isBlended: false },
    frames: Int32Array.from({ length: count }, (_, n) => n),
    maps: [[1, 0, 0, 0, 1, 0]],
  } as unknown as Segment
  const looks = [10, 14, 18, 22, 26, 30, 34]
  const lits = looks.map(n => ({
    ...{ n, asked: {}, light: { gain: 1, lift: 0 } },
    film: film.at(n, 0),
    raw: Float32Array.from(raw.at(n, 0)),
  }))
  const boxes = looks.map((_, k): Box => [10 + 3 * k, 16, 28, 28])
  return isMovingPaint(lits, boxes, { segment, film, raw })
}

const skin: Colour = [-12, 18]
const green: Colour = [-50, -55]
/** Of a ring in its box, in pixels of colour; the box as at frame n. */
const isRing = (x: number, y: number, n: number) => {
  const away = Math.hypot(x - (5 + (1.5 * (n - 10)) / 4) - 7, y - 8 - 7)
  return away > 5 && away < 7.2
}

test('a coloured ring that moves is paint, also thin and mixed with what it covers', () => {
  const raw = levels(() => skin)
  assert.equal(
    isPaint(
      levels((x, y, n) => (isRing(x, y, n) ? green : skin)),
      raw,
    ),
    true,
  )
  const mixed: Colour = [-28, -24]
  assert.equal(
    isPaint(
      levels((x, y, n) => (isRing(x, y, n) ? mixed : skin)),
      raw,
    ),
    true,
  )
  // As pale as coding makes it.
  assert.equal(
    isPaint(
      levels((x, y, n) => (isRing(x, y, n) ? [-15, 0] : skin)),
      raw,
    ),
    false,
  )
})

test('what the recording has there a little earlier is not', () => {
  const ring = (x: number, y: number, n: number) => (isRing(x, y, n) ? green : skin)
  const earlier = levels((x, y, n) => ring(x, y, n - 8))
  const film = levels(ring)
  assert.equal(isPaint(film, earlier), false)
})
