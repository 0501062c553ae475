import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Box } from './affine.ts'
import { byColour, mayHideInDark } from './by-colour.ts'
import { heldRecording, Levels, referencesOf } from './index.ts'
import { pictureByColour } from './second-layer.ts'
import { withShotsByColour } from './shots-by-colour.ts'

const [width, height] = [128, 72]
const inset: Box = [60, 32, 64, 36]

/** Waves in some directions about 0, the same for the same number. */
function place(seed: number): (x: number, y: number) => number {
  const value = (n: number) => {
    const mixed = Math.imul(n * 374761393 + seed * 1442695041, 1274126177)
    return ((mixed ^ (mixed >>> 15)) >>> 8) / 2 ** 24
  }
  const waves = Array.from({ length: 7 }, (_, n) => {
    const [angle, step] = [6.28 * value(3 * n), 6.28 / (10 + 24 * value(3 * n + 1))]
    return [step * Math.cos(angle), step * Math.sin(angle), 6.28 * value(3 * n + 2)] as const
  })
  return (x, y) => waves.reduce((sum, [dx, dy, phase]) => sum + Math.sin(dx * x + dy * y + phase), 0)
}

/** What a pixel of the detail picture is: luma, and how far it goes from grey to orange. */
type Tone = (x: number, y: number) => readonly [luma: number, orange: number]

function levels(frames: readonly Tone[]): Levels {
  const [across, size] = [width >> 1, (width >> 1) * (height >> 1)]
  const planes = frames.map(tone => {
    const luma = new Uint8Array(width * height)
    const colour = new Uint8Array(2 * size)
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at++) {
        const [bright, orange] = tone(x, y)
        const half = (y >> 1) * across + (x >> 1)
        luma[at] = bright
        colour[half] = 128 - orange
        colour[size + half] = 128 + orange
      }
    return { luma, colour }
  })
  return new Levels({
    ...{ width, height, count: frames.length, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: frames.length + 1 }, (_, n) => n / 30),
    luma: n => (planes[n] as (typeof planes)[number]).luma,
    colour: n => (planes[n] as (typeof planes)[number]).colour,
  })
}

/** A camera that looks around in a dark place, of `luma` times as much brightness as colour. */
function dark(seed: number, luma: number): readonly Tone[] {
  const world = place(seed)
  return Array.from({ length: 40 }, (_, n): Tone => {
    const [left, top] = [400 + 30 * Math.sin(n / 9) + n, 300 + 20 * Math.cos(n / 7)]
    return (x, y) => [40 + 4 * luma * world(x + left, y + top), 4 * world(x + left, y + top)]
  })
}

const referenceOf = (frames: readonly Tone[]) => referencesOf([heldRecording(levels(frames))])

describe('pictures by their colours', () => {
  const night = dark(1, 0)
  const ground = place(3)
  const film = levels(
    Array.from({ length: 20 }, (_, n): Tone => {
      const shown = night[9 + n] as Tone
      const [x, y, w, h] = inset
      return (px, py) =>
        px >= x && px < x + w && py >= y && py < y + h
          ? shown(((px - x + 0.5) * width) / w - 0.5, ((py - y + 0.5) * height) / h - 0.5)
          : [140 + 12 * ground(px + 2 * n, py), 0]
    }),
  )

  it('are asked for only where brightness hardly differs and colours do', () => {
    const grey = night.map((): Tone => () => [40, 0])
    const areAsked = [night, dark(1, 2), grey].map(each =>
      referenceOf(each.slice(0, 9)).map(reference => byColour(film, reference) !== null),
    )
    assert.deepEqual(areAsked, [[true], [false], [false]])
  })

  it('are looked for where a film is dark, with what is drawn over a part of it, and nowhere else', () => {
    const all = { from: 0, to: 8 }
    const box: Box = [10, 10, 80, 40]
    const dim = dark(1, 0.5).slice(0, 8)
    const drawnOver = dim.map(
      (tone): Tone =>
        (x, y) =>
          x < 25 ? [230, 0] : tone(x, y),
    )
    const bright = dark(1, 8).slice(0, 8)
    assert.deepEqual(
      [dim, drawnOver, bright].map(frames => mayHideInDark(levels(frames), box, all)),
      [true, true, false],
    )
  })

  it('tell which recording is set into a film, and its frames', () => {
    const found = pictureByColour(film, [inset], { from: 0, to: 20 }, referenceOf(night))
    assert.deepEqual([found?.from, found?.to, found?.frames[0], found?.frames[19]], [0, 20, 9, 28])
  })

  it('tell a shot that brightness tells nothing of, where it is in doubt', () => {
    const shot = levels(night.slice(7, 27))
    const none = { segments: [], rivals: [] }
    const found = withShotsByColour(none, shot, referenceOf(night), () => false)
    assert.deepEqual(
      found.segments.map(({ from, to, frames }) => [from, to, frames[0], frames[19]]),
      [[0, 20, 7, 26]],
    )
    assert.equal(
      withShotsByColour(found, shot, referenceOf(night), () => false),
      found,
    )
  })

  it('tell such a shot with a bright drawing on it, which differs more in brightness than all the rest', () => {
    const drawnOn = night.slice(7, 27).map(
      (tone): Tone =>
        (x, y) =>
          x > 90 && x < 106 && y > 20 && y < 44 ? [210, 0] : tone(x, y),
    )
    const { segments } = withShotsByColour(
      { segments: [], rivals: [] },
      levels(drawnOn),
      referenceOf(night),
      () => false,
    )
    assert.deepEqual(
      segments.map(({ from, to, frames }) => [from, to, frames[0], frames[19]]),
      [[0, 20, 7, 26]],
    )
  })

  it('tell none where it is another place', () => {
    assert.equal(pictureByColour(film, [inset], { from: 0, to: 20 }, referenceOf(dark(2, 0))), null)
  })
})
