import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Levels, type Pictures } from './index.ts'
import { movedOver } from './moved-over.ts'
import { Pairing } from './pairing.ts'
import { wholeOnto } from './thumbs.ts'
import { trackFrom } from './track.ts'

const [width, height] = [128, 72]

/** A place of soft spots, at any point. */
function place(x: number, y: number): number {
  const spot = (n: number, m: number) => {
    const mixed = Math.imul(n * 374761393 + m * 668265263, 1274126177)
    return ((mixed ^ (mixed >>> 15)) >>> 24) * 0.8
  }
  const [u, v] = [x / 7, y / 7]
  const [n, m] = [Math.floor(u), Math.floor(v)]
  const [fx, fy] = [u - n, v - m]
  const row = (at: number) => (1 - fx) * spot(n, at) + fx * spot(n + 1, at)
  return (1 - fy) * row(m) + fy * row(m + 1)
}

function pictures(count: number, at: (x: number, y: number, frame: number) => number): Levels {
  const frames = Array.from({ length: count }, (_, frame) =>
    Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width), frame)),
  )
  const made: Pictures = {
    ...{ width, height, fullWidth: width, fullHeight: height, count },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: frame => frames[frame] as Uint8Array,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  }
  return new Levels(made)
}

/** What a camera that looks around sees, and the same enlarged more and more towards a point beside its middle. */
const seen = (x: number, y: number, frame: number) =>
  place(x + 300 + 60 * Math.sin(frame / 9), y + 200 + 40 * Math.cos(frame / 7))
const raw = pictures(100, seen)
const count = 45
const film = pictures(count, (x, y, frame) => {
  const part = 1 / (1 + frame / 180)
  return seen(x * part + 0.3 * width * (1 - part), y * part + 0.6 * height * (1 - part), 20 + frame)
})

it('a zoom into what a moving camera shows is followed along one line, where a picture that stands still loses it', () => {
  const whole = [0, 0, width, height] as const
  const start = new Pairing(film, raw, wholeOnto(width, height, whole, false), whole)
  const lost = trackFrom(start, 0, 0, 20, 1, { from: 0, to: count }, () => start.map)
  assert.ok(lost)
  assert.ok(lost.to < count)
  const track = movedOver(lost, film)
  assert.ok(track)
  assert.deepEqual(
    [...track.best],
    Array.from({ length: count }, (_, n) => 20 + n),
  )
  const last = track.maps[count - 1]?.[0] ?? 0
  assert.ok(Math.abs(last - (1 + (count - 1) / 180)) < 0.02, `enlarged ${last} times at last`)
})
