import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Affine, Box } from './affine.ts'
import { type Edit, geometryEdits, isEmpty, scaled, speedEdits, unmatchedEdits } from './kinds.ts'
import { besideBars, maskedBars } from './masked-bars.ts'
import { Levels } from './pictures.ts'
import type { Region } from './regions.ts'
import type { Segment } from './segments.ts'
import { wholeOnto } from './thumbs.ts'

const [width, height] = [128, 72]

function film(count: number, at: (x: number, y: number, frame: number) => number): Levels {
  return new Levels({
    width,
    height,
    count,
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: frame =>
      Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width), frame)),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
    fullWidth: 2 * width,
    fullHeight: 2 * height,
  })
}

it('a box ends with the picture, though what it is around moves out of it', () => {
  const levels = film(1, () => 0)
  assert.deepEqual(scaled([10, 20, 30, 5], levels), [20, 40, 60, 10])
  assert.deepEqual(scaled([-10, 60, 30, 20], levels), [0, 120, 40, 24])
  assert.deepEqual(scaled([200, -40, 30, 20], levels), [255, 0, 1, 1])
})

describe('what is matched to none', () => {
  const kindOf = (levels: Levels) => unmatchedEdits(levels, 0, levels.count).edits.map(({ kind }) => kind)
  const letters = (x: number, y: number) => y > 30 && y < 40 && x > 20 && x < 100 && (x >> 2) % 2 === 0

  it('is a card where it stays, also where its letters come one by one', () => {
    assert.deepEqual(kindOf(film(60, (x, y) => (letters(x, y) ? 230 : 40))), ['title'])
    assert.deepEqual(kindOf(film(60, (x, y, n) => (letters(x, y) && x < 60 + n ? 120 : 40))), ['title'])
  })

  it('is a card where its ground goes from one tone to another, and not where its tones lie about', () => {
    assert.deepEqual(kindOf(film(60, (x, y) => (letters(x, y) ? 230 : 30 + y))), ['title'])
    assert.deepEqual(kindOf(film(60, (x, y) => (letters(x, y) ? 230 : 30 + x))), ['title'])
    const street = (x: number, y: number) => 40 + 30 * ((x >> 4) % 4) + 20 * ((y >> 4) % 3)
    assert.deepEqual(kindOf(film(60, street)), ['insert'])
  })

  it('is empty where it is black or white all over, and not where it is a grey or shows letters', () => {
    const all = (tone: number) =>
      isEmpty(
        film(2, () => tone),
        0,
        2,
      )
    assert.deepEqual([16, 235, 120].map(all), [true, true, false])
    assert.equal(
      isEmpty(
        film(2, (x, y) => (letters(x, y) ? 16 : 235)),
        0,
        2,
      ),
      false,
    )
  })

  it('is another picture where it is slowly moved over, though most of it is of one tone', () => {
    const patch = (x: number, y: number) =>
      (1 / (1 + Math.exp((80 - x) / 2))) * (1 + Math.sin(x / 8) * Math.cos(y / 7))
    const pan = film(60, (x, y, n) => 60 + 60 * patch(x + n * 0.25, y + n * 0.15))
    assert.deepEqual(kindOf(pan), ['insert'])
  })
})

describe('two regions of one tone', () => {
  const levels = film(1, (x, y) => (7 * x + 13 * y) % 200)
  const region = (box: Box, from = 0, to = 50): Region => ({
    ...{
      from,
      to,
      box,
      edges: box,
      follows: null,
      kind: 'redaction',
      share: 0.1,
      fill: 1,
      pixels: 1,
      score: 0.9,
      isAsRecorded: false,
    },
    traits: { spread: 1, recorded: 9, like: 0, detail: 0, change: 0, motion: 0, unrest: 0 },
  })

  it('are bars where they take opposite sides, as wide, for the same time', () => {
    const bars = [region([0, 0, 16, 71]), region([112, 0, 16, 72], 2)]
    assert.deepEqual(maskedBars(bars, levels)?.edit, {
      ...{ kind: 'letterbox', start: 0, end: 50, score: 0.9 },
      region: [32, 0, 192, 144],
    })
    assert.deepEqual(
      maskedBars([region([0, 64, 128, 8]), region([0, 0, 128, 9])], levels)?.edit.region,
      [0, 18, 256, 110],
    )
  })

  it('are two boxes where they are anywhere else, of other widths, or there at other times', () => {
    const left = region([0, 0, 16, 72])
    assert.equal(maskedBars([left, region([100, 0, 28, 72])], levels), null)
    assert.equal(maskedBars([left, region([112, 0, 16, 72], 20)], levels), null)
    assert.equal(maskedBars([left, region([112, 20, 16, 30])], levels), null)
    assert.equal(maskedBars([left], levels), null)
  })

  it('are bars where they fall short of the other sides, if the film has one tone all along', () => {
    const parts = [region([0, 10, 16, 40]), region([112, 20, 16, 30])]
    const barred = film(60, x => (x < 16 || x >= 112 ? 16 : 100))
    assert.deepEqual(maskedBars(parts, barred)?.edit.region, [32, 0, 192, 144])
    // One that reaches into the picture is as wide as the other one.
    const wider = [region([0, 10, 18, 40]), region([112, 0, 16, 72])]
    assert.deepEqual(maskedBars(wider, barred)?.edit.region, [32, 0, 192, 144])
    assert.equal(
      maskedBars(
        parts,
        film(60, (_, y) => 16 + y),
      ),
      null,
    )
  })

  it('are of the bars beside a picture where they lie outside of it', () => {
    const barred: Edit = { kind: 'letterbox', start: 0, end: 50, region: [32, 0, 192, 144], score: 1 }
    assert.equal(besideBars(region([0, 10, 18, 40]), barred, levels), true)
    assert.equal(besideBars(region([10, 10, 18, 40]), barred, levels), false)
    assert.equal(besideBars(region([0, 10, 16, 40]), undefined, levels), false)
  })
})

describe('a speed near the true one', () => {
  const levels = film(90, () => 0)
  const kindsOf = (rate: number, to: number) => {
    const frames = Int32Array.from({ length: to }, (_, n) => Math.floor(rate * n))
    const segment = { from: 0, to, frames, slack: [0, 0], line: { rate } } as unknown as Segment
    return speedEdits(segment, levels, levels).map(({ kind }) => kind)
  }

  it('is told where it comes to another frame than true speed does', () => {
    assert.deepEqual(kindsOf(1.042, 90), ['fast'])
    assert.deepEqual(kindsOf(0.9, 60), ['slow'])
    assert.deepEqual(kindsOf(1.5, 10), ['fast'])
  })

  it('is not told over a few frames, at which both show the same', () => {
    assert.deepEqual(kindsOf(1.042, 21), [])
    assert.deepEqual(kindsOf(0.889, 18), [])
  })
})

describe('how a picture lies', () => {
  const levels = film(20, (x, y) => (7 * x + 13 * y) % 200)
  const whole: Box = [0, 0, width, height]
  const toldOf = (map: Affine) => {
    const track = { from: 0, explained: new Float32Array(20).fill(0.9), pairing: { box: whole } }
    const run = { ...{ from: 0, to: 20, maps: [map] }, track } as unknown as Segment
    return geometryEdits(run, levels, levels).map(({ kind, crop }) => (crop ? [kind, crop] : kind))
  }

  it('is turned upside down, on its side between bars, mirrored where it is flipped either way', () => {
    const quarters = (n: 0 | 1 | 2 | 3, isMirrored = false) => ({ isMirrored, quarters: n })
    assert.deepEqual(toldOf(wholeOnto(width, height, whole)), [])
    assert.deepEqual(toldOf(wholeOnto(width, height, whole, quarters(2))), ['rotate'])
    assert.deepEqual(toldOf(wholeOnto(width, height, [44, 0, 40, height], quarters(1))), [
      'rotate',
      'letterbox',
    ])
    assert.deepEqual(toldOf(wholeOnto(width, height, whole, quarters(0, true))), ['mirror'])
    assert.deepEqual(toldOf(wholeOnto(width, height, whole, quarters(2, true))), ['mirror'])
  })

  it('is a part of it where it is upside down too, but not where it is aslant', () => {
    const twice = wholeOnto(width, height, [0, 0, 2 * width, 2 * height], { isMirrored: false, quarters: 2 })
    assert.deepEqual(toldOf(twice), ['rotate', ['crop', [width, height, width, height]]])
    assert.deepEqual(toldOf([1.2, 0.1, -10, -0.1, 1.2, 0]), ['rotate'])
  })
})
