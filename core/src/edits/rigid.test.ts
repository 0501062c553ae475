import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  pictures,
  place,
  height as placeHeight,
  width as placeWidth,
} from '../../../test/cases/edits/soft-place.ts'
import { type Affine, inverse } from './affine.ts'
import { Pairing } from './pairing.ts'
import { Levels } from './pictures.ts'
import { rigidFrom } from './rigid.ts'

const [width, height] = [96, 54]

/** A place that a camera pans over by a pixel a frame, from some frame of it on; or another, but for some columns of one frame. */
function panned(seed: number, first: number, alikeAt = -1, columns = 0): Levels {
  const count = 24
  const detail = (seed: number, x: number, y: number) =>
    60 * Math.sin(seed + x / 3 + 2 * Math.sin(y / 4 + seed * x))
  const luma = (frame: number) =>
    Uint8Array.from({ length: width * height }, (_, n) =>
      Math.round(
        128 +
          detail(
            frame === alikeAt && n % width < columns ? 1 : seed,
            (n % width) + first + frame,
            Math.floor(n / width),
          ),
      ),
    )
  const colour = () => new Uint8Array((width * height) >> 1).fill(128)
  const times = Float64Array.from({ length: count + 1 }, (_, n) => n / 25)
  return new Levels({ width, height, count, times, luma, colour, fullWidth: width, fullHeight: height })
}

const film = panned(1, 4)
const candidateIn = (raw: Levels) => ({
  ...{ raw: 0, frame: 12, margin: -1, explained: 1, rate: 1 },
  pairing: new Pairing(film, raw, [1, 0, 0, 0, 1, 0], [0, 0, width, height]),
})

test('a place is followed at its speed over a shot', () => {
  const found = rigidFrom(candidateIn(panned(1, 0)), 8, { from: 0, to: 16 })
  assert.equal(found?.rate, 1)
  assert.equal(found?.pairing.raw.frameAt(found.start + 8 / 25 + 0.01), 12)
})

test('what fits in one frame and along no line from it is not followed any further', () => {
  assert.equal(rigidFrom(candidateIn(panned(2, 0, 12, 64)), 8, { from: 0, to: 16 }), null)
})

test('a pan with soft ends over a moving camera is laid along its way, and turns nothing', () => {
  const seen = (x: number, y: number, frame: number) =>
    place(x + 200 + 40 * Math.sin(frame / 15), y + 150 + 20 * Math.cos(frame / 13))
  const count = 48
  const backAt = (frame: number): Affine => {
    const part = frame / (count - 1)
    const share = part * part * (3 - 2 * part)
    return [0.6, 0, 4 + 0.36 * placeWidth * share, 0, 0.6, 10 + 8 * share]
  }
  const raw = pictures(count + 10, seen)
  const film = pictures(count, (x, y, frame) => {
    const [a, , c, , e, f] = backAt(frame)
    return seen(a * x + c, e * y + f, frame + 5)
  })
  const pairing = new Pairing(film, raw, inverse(backAt(20)), [0, 0, placeWidth, placeHeight])
  const candidate = { raw: 0, frame: 25, pairing, margin: -1, explained: 1, rate: 1 }
  const found = rigidFrom(candidate, 20, { from: 0, to: count })
  assert.equal(found?.rate, 1)
  for (const frame of [0, 8, 24, 40, count - 1]) {
    const [a, b, c, d] = found.mapAt(frame)
    const truth = inverse(backAt(frame))
    assert.equal(Math.abs(b) + Math.abs(d), 0)
    assert.ok(Math.abs(a - truth[0]) < 0.02 && Math.abs(c - truth[2]) < 1.5, `${frame}: ${a} ${c}, ${truth}`)
  }
})
