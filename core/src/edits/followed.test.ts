import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Affine } from './affine.ts'
import { followedFrom, laidAsMeasured } from './followed.ts'
import { heldRecording, Levels, referencesOf } from './index.ts'
import { Pairing } from './pairing.ts'
import { ranged } from './segments.ts'

const [width, height, count] = [200, 112, 40]
const world = (x: number, y: number) =>
  125 + 40 * Math.sin(x / 19 + 1) + 35 * Math.cos(y / 15 + x / 40) + 20 * Math.sin((x + 2 * y) / 9)
const swayed = (x: number, y: number, n: number) =>
  world(x + 26 * Math.sin(n / 11) + 1.5 * n, y + 12 * Math.cos(n / 8))
const levels = (at: (x: number, y: number, n: number) => number) =>
  new Levels({
    ...{ width, height, count, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: n => Uint8Array.from({ length: width * height }, (_, p) => at(p % width, Math.floor(p / width), n)),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })

test('a picture at half its speed, laid beside its place by parts of a pixel, is laid as its frames measure it', () => {
  const raw = levels(swayed)
  const scale = 0.487
  const [left, top] = [60.4, 35.7]
  const film = levels((x, y, n) => {
    const [u, v] = [(x - left) / scale, (y - top) / scale]
    return u < 0 || v < 0 || u >= width || v >= height ? 16 : swayed(u, v, 8 + (n >> 1))
  })
  const references = referencesOf([heldRecording(raw)])
  const stretch = { from: 0, to: count }
  const off: Affine = [scale + 0.005, 0, left - 0.5, 0, scale + 0.004, top - 0.3]
  const pairing = new Pairing(film, raw, off, [60, 35, 98, 55])
  const run = followedFrom({ pairing, raw: 0, frame: 18, rate: 0.5 }, 20, stretch, film, references)
  assert.ok(run)
  const measured = laidAsMeasured(ranged(run.longest, run.evidence, [raw]), stretch, film, references)
  assert.ok(measured)
  const [a, , c, , e, f] = measured.track.pairing.map
  for (const [told, is] of [
    [a, scale],
    [e, scale],
  ] as const)
    assert.ok(Math.abs(told - is) < 0.002, `${told} for ${is}`)
  for (const [told, is] of [
    [c, left],
    [f, top],
  ] as const)
    assert.ok(Math.abs(told - is) < 0.15, `${told} for ${is}`)
  const { from, to, line, frames } = measured
  assert.deepEqual([from, to, line.rate], [0, count, 0.5])
  assert.deepEqual([frames[0], frames.at(-1)], [8, 27])
})
