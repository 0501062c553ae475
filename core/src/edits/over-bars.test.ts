import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Levels } from './pictures.ts'
import { regionsOf } from './regions.ts'
import type { Segment } from './segments.ts'

const [width, height, count] = [160, 96, 40]
/** The picture lies this far from the left and the right, at its own height. */
const bar = 32
const times = Float64Array.from({ length: count + 1 }, (_, n) => n / 30)

function levels(at: (x: number, y: number, n: number) => number): Levels {
  return new Levels({
    ...{ width, height, count, times, fullWidth: width, fullHeight: height },
    luma: n => Uint8Array.from({ length: width * height }, (_, p) => at(p % width, Math.floor(p / width), n)),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })
}

const ground = (x: number, y: number) => 120 + 50 * Math.sin(x / 4) * Math.cos(y / 5)

function toldOf(over: (x: number, y: number, n: number) => number | null) {
  const shown = (x: number, y: number) => {
    const own = ((x + 0.5 - bar) * width) / (width - 2 * bar) - 0.5
    return own < -0.5 || own > width - 0.5 ? 16 : ground(own, y)
  }
  const film = levels((x, y, n) => over(x, y, n) ?? shown(x, y))
  const part = (width - 2 * bar) / width
  const segment = {
    ...{ from: 0, to: count, raw: 0, line: { start: 0, rate: 1 }, isBlended: false, slack: [0, 0] },
    frames: Int32Array.from({ length: count }, (_, n) => n),
    maps: [[part, 0, bar + part / 2 - 0.5, 0, 1, 0]],
  } as unknown as Segment
  // What may be a picture is told only if it is found.
  return regionsOf(segment, film, levels(ground)).regions.filter(({ kind }) => kind !== 'picture')
}

test('letters on a black bar are drawn; a bar of another tone is no drawing', () => {
  const isLetter = (x: number, y: number) => x >= 4 && x < 28 && y >= 40 && y < 50 && x % 6 < 3
  const letters = toldOf((x, y, n) => (isLetter(x, y) && n >= 8 ? 230 : null))
  assert.deepEqual(
    letters.map(({ kind, from, to }) => [kind, from, to]),
    [['overlay', 8, count]],
  )
  const [x, y, w, h] = letters[0]?.edges ?? [0, 0, 0, 0]
  const off = [x - 6, y - 40, x + w - 27, y + h - 50].map(Math.abs)
  assert.ok(Math.max(...off) < 1.5, off.join(' '))
  // A badge of one tone hides nothing there.
  const badge = toldOf((u, v) => (u >= 6 && u < 24 && v >= 30 && v < 44 ? 180 : null))
  assert.deepEqual(
    badge.map(({ kind }) => kind),
    ['overlay'],
  )
  assert.deepEqual(
    toldOf(u => (u < bar || u >= width - bar ? 200 : null)),
    [],
  )
})
