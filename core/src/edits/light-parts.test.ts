import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RunLight, toned } from './light.ts'
import { lightIn, runLights } from './light-parts.ts'
import { Levels } from './pictures.ts'
import { regionsOf } from './regions.ts'
import type { Segment } from './segments.ts'

const [width, height, count] = [160, 96, 90]
/** Dark at the left and bright at the right, so that tones are cut off at either end. */
const scene = (p: number) => 130 + (80 * ((p % width) - 80)) / 80 + 30 * Math.sin(Math.floor(p / width) / 5)

function levels(toneAt: (n: number, value: number) => number): Levels {
  return new Levels({
    ...{ width, height, count, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: n =>
      Uint8Array.from({ length: width * height }, (_, p) => Math.max(16, Math.min(235, toneAt(n, scene(p))))),
    colour: () => new Uint8Array((width * height) >> 1).fill(128),
  })
}

const segment = {
  ...{ from: 0, to: count, raw: 0, line: { start: 0, rate: 1 }, isBlended: false, slack: [0, 0] },
  frames: Int32Array.from({ length: count }, (_, n) => n),
  maps: [[1, 0, 0, 0, 1, 0]],
} as unknown as Segment
const raw = levels((_, value) => value)
const every = Array.from({ length: count / 3 }, (_, n) => 3 * n)
const partsOf = (toneAt: (n: number, value: number) => number) =>
  runLights(segment, levels(toneAt), raw, every)

test('the light of a run is fitted to each part of it, to the frame from which on it is another', () => {
  const brighter = (n: number, value: number) => (n >= 31 && n < 68 ? value + 40 : value)
  const parts = partsOf(brighter)
  assert.deepEqual(
    parts.map(({ from }) => from),
    [0, 31, 68],
  )
  assert.ok(Math.abs(toned(lightIn(parts, 30), 120) - 120) < 2)
  assert.ok(Math.abs(toned(lightIn(parts, 31), 120) - 160) < 2)
  // Cut off at the top, where before it nothing was.
  assert.ok(lightIn(parts, 67).ceiling <= 236 && toned(lightIn(parts, 67), 220) <= 236)
  assert.deepEqual(
    partsOf((n, value) => (n >= 40 ? 1.5 * (value - 125) + 125 : value)).map(({ from }) => from),
    [0, 40],
  )
})

test('tones that a brighter part cuts off are no drawing in the rest', () => {
  const film = levels((n, value) => (n < 48 ? value : 1.8 * (value - 125) + 150))
  assert.equal(regionsOf(segment, film, raw).regions.length, 0)
})

test('light that is the same, grows evenly or is off in a few frames has no parts', () => {
  assert.equal(partsOf((_, value) => value + 30).length, 1)
  assert.equal(partsOf((n, value) => value + n / 2).length, 1)
  assert.equal(partsOf((n, value) => value * Math.min(1, (n + 1) / 20)).length, 1)
  assert.equal(partsOf((n, value) => value + (n > 40 && n < 46 ? 50 : 0)).length, 1)
})

test('a tone of which most is under an inset is not bent by it', () => {
  // A dark band, four fifths of it under something lighter of one tone.
  const isBand = (p: number) => Math.floor(p / width) < 20
  const banded = (n: number, p: number) => (isBand(p) ? 50 + ((p + n) % 3) : Math.max(90, scene(p)))
  const pictures = (at: (n: number, p: number) => number) =>
    new Levels({
      ...{ width, height, count, fullWidth: width, fullHeight: height },
      times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
      luma: n => Uint8Array.from({ length: width * height }, (_, p) => at(n, p)),
      colour: () => new Uint8Array((width * height) >> 1).fill(128),
    })
  const film = pictures((n, p) => (isBand(p) && p % width < 128 ? 80 : banded(n, p)))
  const [part] = runLights(segment, film, pictures(banded), every)
  assert.ok(Math.abs(toned(part?.light as RunLight, 52) - 52) < 4, String(toned(part?.light as RunLight, 52)))
})
