import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Levels } from './pictures.ts'
import { cameAt } from './repeats.ts'

const [width, height] = [64, 48]

/** A film that shows these pictures of a camera that moves, one after another. */
function film(shown: readonly number[], tone: (picture: number, x: number, y: number) => number): Levels {
  return new Levels({
    ...{ width, height, count: shown.length, fullWidth: width, fullHeight: height },
    times: Float64Array.from({ length: shown.length + 1 }, (_, n) => n / 25),
    // Coding changes what is shown again by a grey level.
    luma: frame =>
      Uint8Array.from(
        { length: width * height },
        (_, at) => tone(shown[frame] as number, at % width, Math.floor(at / width)) + (frame & 1),
      ),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })
}

const moving = (picture: number, x: number, y: number) =>
  40 + 160 * ((((x + 9 * picture) >> 3) + (y >> 3)) & 1)
/** Somebody small walks before a camera that stands still. */
const standing = (picture: number, x: number, y: number) =>
  y > 40 && x >= picture && x < picture + 4 ? 200 : 40 + 10 * ((x >> 3) & 1)

const framesOf = (levels: Levels) => Array.from(cameAt(levels), time => Math.round(25 * time))

describe('when the picture of a frame came', () => {
  it('is with an earlier frame where every picture is shown twice', () => {
    const shown = Array.from({ length: 24 }, (_, n) => n >> 1)
    assert.deepEqual(
      framesOf(film(shown, moving)),
      shown.map((_, n) => 2 * (n >> 1)),
    )
  })

  it('is with its own frame where pictures differ, one is shown again by chance, one is held, or hardly anything moves', () => {
    const own = Array.from({ length: 30 }, (_, n) => n)
    const chance = own.map(n => (n > 12 ? n - 1 : n))
    const held = own.map(n => (n > 12 ? Math.max(12, n - 12) : n))
    const twice = own.map(n => n >> 1)
    for (const [shown, tone] of [
      [own, moving],
      [chance, moving],
      [held, moving],
      [twice, standing],
    ] as const)
      assert.deepEqual(framesOf(film(shown, tone)), own)
  })
})
