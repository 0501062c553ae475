import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Box } from './affine.ts'
import { heldRecording, Levels, type PictureKernels, plainKernels, referencesOf } from './index.ts'
import type { Region } from './regions.ts'
import { secondLayerIn } from './second-layer.ts'
import type { Segment } from './segments.ts'

const [width, height, count] = [256, 144, 24]
/** Of an inset, in the film. */
const inset: Box = [176, 8, 64, 36]

function levels(at: (n: number, x: number, y: number) => number): Levels {
  return new Levels({
    ...{ width, height, count, fullWidth: 2 * width, fullHeight: 2 * height },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: n =>
      Uint8Array.from({ length: width * height }, (_, p) =>
        Math.max(16, Math.min(235, at(n, p % width, Math.floor(p / width)))),
      ),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
    kernels: plainKernels as PictureKernels,
  })
}

/** Blocks of many tones, which a camera passes over; its edges are of one tone. */
function street(seed: number): (n: number, x: number, y: number) => number {
  return (n, x, y) => {
    if (x < 14 || y < 14 || x >= width - 14 || y >= height - 14) return 120
    const [column, row] = [Math.floor((x + 3 * n) / 17), Math.floor((y + n) / 13)]
    const mixed = Math.imul(column * 374761393 + row * 668265263 + seed * 144269, 1274126177)
    return 60 + (((mixed ^ (mixed >>> 15)) >>> 8) / 2 ** 24) * 120
  }
}

test('an inset whose sides are like what is beside it is looked up by the box in which film and recording differ', () => {
  const [one, two] = [street(1), street(2)]
  const [x0, y0, w, h] = inset
  const film = levels((n, x, y) => {
    if (x < x0 - 6 || y < y0 - 6 || x >= x0 + w + 6 || y >= y0 + h + 6) return one(n, x, y)
    if (x < x0 || y < y0 || x >= x0 + w || y >= y0 + h) return 120
    let sum = 0
    for (let k = 0; k < 16; k++) sum += two(n, 4 * (x - x0) + (k & 3), 4 * (y - y0) + (k >> 2)) / 16
    return sum
  })
  const references = referencesOf([one, two].map(each => heldRecording(levels(each), null)))
  const main = {
    from: 0,
    to: count,
    raw: 0,
    maps: [[1, 0, 0, 0, 1, 0]],
    track: { pairing: { raw: references[0]?.levels, map: [1, 0, 0, 0, 1, 0] } },
  } as unknown as Segment
  const region = {
    ...{
      from: 0,
      to: count,
      kind: 'overlay',
      share: 0.06,
      fill: 0.7,
      pixels: 0.5,
      score: 0.9,
      follows: null,
    },
    ...{ box: [182, 12, 50, 28], edges: inset, isAsRecorded: false, traits: { spread: 20, recorded: 20 } },
  } as unknown as Region
  const found = secondLayerIn(main, region, film, references, false)
  assert.deepEqual([found?.edit.kind, found?.segments[0]?.raw], ['pip', 1])
  assert.deepEqual(
    secondLayerIn(main, { ...region, edges: [180, 10, 52, 36] }, film, references, false),
    null,
  )
})
