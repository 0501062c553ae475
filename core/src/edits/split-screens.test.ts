import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ShownRun } from './account-of-pictures.ts'
import {
  heldRecording,
  Levels,
  type PictureKernels,
  type Pictures,
  plainKernels,
  referencesOf,
} from './index.ts'
import { accountOfScreens, bestOf } from './split-screens.ts'

const [width, height] = [160, 90]

/** Waves in fourteen directions, the same for the same number: nothing in it has a straight edge. */
function place(seed: number): (x: number, y: number) => number {
  const value = (n: number) => {
    const mixed = Math.imul(n * 374761393 + seed * 1442695041, 1274126177)
    return ((mixed ^ (mixed >>> 15)) >>> 8) / 2 ** 24
  }
  const waves = Array.from({ length: 14 }, (_, n) => {
    const [angle, length] = [6.28 * value(3 * n), 8 + 24 * value(3 * n + 1)]
    const step = 6.28 / length
    return [step * Math.cos(angle), step * Math.sin(angle), 6.28 * value(3 * n + 2), 5 + length / 2] as const
  })
  return (x, y) =>
    waves.reduce((sum, [dx, dy, phase, size]) => sum + size * Math.sin(dx * x + dy * y + phase), 125)
}

function drawn(at: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width)))
}

/** A camera that looks around; a post stands in the middle of its picture where it is asked for. */
function recording(seed: number, hasPost = false): readonly Uint8Array[] {
  const world = place(seed)
  return Array.from({ length: 60 }, (_, n) => {
    const [left, top] = [Math.round(400 + 12 * Math.sin(n / 9) + n), Math.round(300 + 9 * Math.cos(n / 7))]
    return drawn((x, y) => (hasPost && x >= 80 ? 255 - world(x + left, y + top) : world(x + left, y + top)))
  })
}

function levels(frames: readonly Uint8Array[]): Levels {
  const pictures: Pictures = {
    width,
    height,
    count: frames.length,
    times: Float64Array.from({ length: frames.length + 1 }, (_, n) => n / 30),
    luma: frame => frames[frame] as Uint8Array,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
    fullWidth: width,
    fullHeight: height,
  }
  return new Levels(pictures)
}

const accountOf = (film: readonly Uint8Array[], raws: readonly (readonly Uint8Array[])[]) =>
  accountOfScreens(levels(film), referencesOf(raws.map(each => heldRecording(levels(each)))), [], () => false)

describe('split screens', () => {
  it('are told by their parts, each with its own recording and frames, and nothing of the line between them', () => {
    const [one, two] = [recording(1), recording(2)]
    const film = Array.from({ length: 50 }, (_, n) => {
      const [left, right] = [one[8 + n] as Uint8Array, two[4 + n] as Uint8Array]
      if (n < 15) return left
      const of = (x: number, at: number) => (x < 80 ? (left[at + 40] as number) : (right[at - 40] as number))
      return drawn((x, y) => (x >= 77 && x < 80 ? 235 : of(x, y * width + x)))
    })
    const { shown, edits, cuts } = accountOf(film, [one, two])
    assert.deepEqual(
      edits.map(({ kind, start, end, region }) => [kind, start, end, region]),
      [['split', 15, 50, [78, 0, 82, 90]]],
    )
    assert.deepEqual(cuts, [15])
    assert.deepEqual(
      shown.map(({ segment: { raw, from, to, frames }, layer }) => [layer, raw, from, to, frames[0]]),
      [
        [0, 0, 0, 15, 8],
        [0, 0, 15, 50, 23],
        [1, 1, 15, 50, 19],
      ],
    )
  })

  it('are not looked for as parts of one picture, where the edge between them is clear', () => {
    const [one, two] = [recording(1), recording(2)]
    const film = Array.from({ length: 20 }, (_, n) => {
      const [left, right] = [one[8 + n] as Uint8Array, two[4 + n] as Uint8Array]
      return drawn((x, y) => (x < 80 ? left[y * width + x + 40] : right[y * width + x - 40]) as number)
    })
    let asked = 0
    const kernels: PictureKernels = {
      ...plainKernels,
      likestPatterns: (...of) => {
        asked++
        return plainKernels.likestPatterns(...of)
      },
    }
    const references = referencesOf([one, two].map(each => heldRecording(levels(each))))
    const { edits } = accountOfScreens(
      new Levels({ ...levels(film).pictures, kernels }),
      references,
      [],
      () => false,
    )
    assert.deepEqual([edits.map(({ kind }) => kind), asked], [['split'], 0])
  })

  it('are told where both are whole pictures with bars above and below, and no longer than that', () => {
    const [one, two, three] = [recording(1), recording(2), recording(3, true)]
    const film = Array.from({ length: 60 }, (_, n) => {
      const [left, right] = [one[8 + n] as Uint8Array, two[4 + n] as Uint8Array]
      // The post of the recording that follows stands where the seam was.
      if (n >= 40) return three[n - 35] as Uint8Array
      return drawn((x, y) => {
        if (x === 79 || x === 80) return 235
        const at = width * (2 * (y - 22)) + 2 * (x % 80)
        return y < 22 || y >= 67 ? 16 : ((x < 80 ? left[at] : right[at]) as number)
      })
    })
    const { shown, edits } = accountOf(film, [one, two, three])
    assert.deepEqual(
      edits.map(({ kind, start, end, region }) => [kind, start, end, region]),
      [['split', 0, 40, [80, 0, 80, 90]]],
    )
    assert.deepEqual(
      shown.map(({ segment: { raw, from, to, frames }, layer }) => [layer, raw, from, to, frames[0]]),
      [
        [0, 2, 40, 60, 5],
        [0, 0, 0, 40, 8],
        [1, 1, 0, 40, 4],
      ],
    )
  })

  it('are not told of what is there for less than anybody could see both', () => {
    const [one, two] = [recording(1), recording(2)]
    const film = Array.from({ length: 28 }, (_, n) => {
      const [left, right] = [one[8 + n] as Uint8Array, two[4 + n] as Uint8Array]
      if (n < 14) return left
      return drawn((x, y) => (x < 80 ? left[y * width + x + 40] : right[y * width + x - 40]) as number)
    })
    const { edits } = accountOf(film, [one, two])
    assert.ok(edits.every(({ kind }) => kind !== 'split'))
  })

  it('are not told of a recording whose own picture has an edge from top to bottom', () => {
    const one = recording(1, true)
    const { edits, cuts } = accountOf(one.slice(10, 45), [one, recording(2)])
    assert.deepEqual([edits, cuts], [[], []])
  })

  it('are not told where a large inset lies over a picture that goes on above and below it', () => {
    const [one, two] = [recording(1), recording(2)]
    const film = Array.from({ length: 50 }, (_, n) => {
      const [around, inset] = [one[8 + n] as Uint8Array, two[4 + n] as Uint8Array]
      // At the right side, and 72 rows of 90 high.
      return drawn((x, y) => {
        const [left, top] = [Math.floor((x - 32) / 0.8), Math.floor((y - 9) / 0.8)]
        const isInside = left >= 0 && top >= 0 && top < height
        return (isInside ? inset[top * width + left] : around[y * width + x]) as number
      })
    })
    const { edits } = accountOf(film, [one, two])
    assert.ok(edits.every(({ kind }) => kind !== 'split'))
  })
})

it('tells of several seams at one time the one whose pictures explain most, and each at its own time', () => {
  const split = (
    from: number,
    to: number,
    ...scores: readonly (readonly [score: number, share: number])[]
  ) => ({
    from,
    to,
    shown: scores.map(([score, share]) => ({
      ...{ score, layer: 0, rivals: [] },
      segment: { from, to, track: { pairing: { box: [0, 0, 160, 90 * share] } } },
    })) as unknown as readonly ShownRun[],
  })
  const kerb = split(10, 60, [0.95, 0.33], [0.5, 0.67])
  const seam = split(10, 60, [0.97, 0.5], [0.96, 0.5])
  const later = split(60, 90, [0.7, 0.5], [0.7, 0.5])
  assert.deepEqual(bestOf([kerb, seam, later]), [seam, later])
})
