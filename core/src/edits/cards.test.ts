import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isCard } from './cards.ts'
import { Levels } from './pictures.ts'

const [width, height] = [160, 90]
const all = { from: 0, to: 12 }

const filmOf = (at: (x: number, y: number, frame: number) => number) =>
  new Levels({
    ...{ width, height, fullWidth: width, fullHeight: height, count: all.to },
    times: Float64Array.from({ length: all.to + 1 }, (_, n) => n / 30),
    luma: frame =>
      Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width), frame)),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })

/** Strokes of three rows of letters, and between them a ground that coding leaves uneven by a grey level. */
const letters = (x: number, y: number) =>
  x > 20 && x < 140 && y % 20 > 8 && y < 70 && ((x >> 1) * 7 + (y >> 2)) % 5 < 2 ? 235 : 40 + ((x + y) & 1)

describe('a still card', () => {
  it('is told by letters on one tone that stay', () => {
    assert.equal(isCard(filmOf(letters), all), true)
  })

  it('is none whose letters move', () => {
    assert.equal(
      isCard(
        filmOf((x, y, n) => letters(x + 2 * n, y)),
        all,
      ),
      false,
    )
  })

  it('is none with a picture on it, be it held', () => {
    const picture = (x: number, y: number) => 120 + 60 * Math.sin(x / 5) * Math.cos(y / 7)
    const film = filmOf((x, y) => (x > 90 && y > 40 && x < 140 && y < 80 ? picture(x, y) : letters(x, y)))
    assert.equal(isCard(film, all), false)
  })

  it('is no frame of a dark place that is held', () => {
    const lamp = (x: number, y: number) => Math.max(18, 200 - 4 * Math.hypot(x - 60, y - 40))
    assert.equal(isCard(filmOf(lamp), all), false)
  })
})
