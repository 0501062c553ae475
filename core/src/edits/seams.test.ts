import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Levels } from './pictures.ts'
import { seamsOf, sharesOf } from './seams.ts'

const [width, height, count] = [64, 36, 24]

/** Waves without a straight edge, other ones for each place. */
const place = (seed: number) => (x: number, y: number) =>
  125 + 40 * Math.sin(x / (4 + seed) + y / 7 + seed) + 30 * Math.cos(y / (5 + seed) - x / 9)

function filmOf(at: (x: number, y: number, frame: number) => number): Levels {
  return new Levels({
    ...{ width, height, fullWidth: width, fullHeight: height, count },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: frame =>
      Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width), frame)),
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  })
}

const [one, two] = [place(1), place(4)]

describe('a seam', () => {
  it('is found where two pictures are set side by side, and where one is set above the other', () => {
    const beside = filmOf((x, y, n) => (x < 30 ? one(x + n, y) : two(x, y + n)))
    const above = filmOf((x, y, n) => (y < 16 ? one(x + n, y) : two(x, y + n)))
    const told = (film: Levels) => seamsOf(film).map(({ from, to, isTall, at }) => [from, to, isTall, at])
    assert.deepEqual(told(beside), [[0, count, true, 30]])
    assert.deepEqual(told(above), [[0, count, false, 16]])
  })

  it('is none in a picture without a straight edge', () => {
    assert.deepEqual(seamsOf(filmOf((x, y, n) => one(x + n, y))), [])
  })

  it('goes as far as each frame by itself shows it, as all of them together do', () => {
    // The second picture fades out, and the edge with it: nobody sees it where it is as dark as the other.
    const film = filmOf((x, y, n) => (x < 30 ? 16 : 16 + Math.max(0, 1 - n / 18) * (one(x, y) - 16)))
    const [seam] = seamsOf(film)
    const isSeen = (frame: number) => (sharesOf(film, [frame], true)[29] as number) > 0.25
    const seen = Array.from({ length: count }, (_, n) => n).filter(isSeen)
    assert.deepEqual([seam?.at, seam?.from, seam?.to], [30, 0, (seen.at(-1) as number) + 1])
  })
})
