import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Affine, between, inverse } from './affine.ts'
import { Levels } from './pictures.ts'
import type { Knot } from './rigid.ts'
import { smoothWay } from './smooth-way.ts'

const [width, height] = [256, 144]
const raw = new Levels({
  ...{ width, height, fullWidth: width, fullHeight: height, count: 2 },
  times: Float64Array.of(0, 1, 2),
  luma: () => new Uint8Array(width * height),
  colour: () => new Uint8Array((width * height) / 2),
})

/** From the whole picture to a part of it, told from the film to the recording. */
const part: Affine = [0.5, 0, 90, 0, 0.5, 20]
const backAt = (share: number) => between([1, 0, 0, 0, 1, 0], part, share)
const frames = Array.from({ length: 30 }, (_, n) => 3 * n)

function knotsOf(share: (frame: number) => number, off: (n: number) => number = () => 0): readonly Knot[] {
  return frames.map((frame, n) => {
    const [a, b, c, d, e, f] = backAt(share(frame))
    const back: Affine = [a, b, c + off(n), d, e, f - off(n)]
    return { frame, back, map: inverse(back), margin: -1 }
  })
}

/** Pixels of the recording by which a way misses what it was made from, at most. */
function missOf(share: (frame: number) => number, off?: (n: number) => number): number {
  const way = smoothWay(knotsOf(share, off), raw)
  assert.ok(way)
  return Math.max(
    ...frames.flatMap(frame => {
      const [one, two] = [inverse(way.mapAt(frame)), backAt(share(frame))]
      return [0, width].map(x => Math.abs((one[0] - two[0]) * x + one[2] - two[2]))
    }),
  )
}

const last = frames.at(-1) as number
const soft = (x: number) => x * x * (3 - 2 * x)

describe('the smooth way through maps that were measured', () => {
  it('is even where the move is, whatever some looks say', () => {
    const even = (frame: number) => frame / last
    assert.ok(missOf(even) < 0.01)
    assert.ok(missOf(even, n => (n % 4 === 1 ? 9 : 0)) < 0.5)
  })

  it('begins and ends softly, or earlier than the shot, where the move does', () => {
    assert.ok(missOf(frame => soft(frame / last)) < 0.5)
    assert.ok(missOf(frame => soft(Math.min(1, frame / (0.6 * last)))) < 0.7)
    assert.ok(missOf(frame => Math.min(1, frame / (0.6 * last))) < 0.7)
    assert.ok(missOf(frame => (1 - 0.5 ** (frame / last)) / 0.5) < 0.5)
  })

  it('stands still where nothing moves, and is none where too little was measured', () => {
    const way = smoothWay(
      knotsOf(
        () => 1,
        n => (n % 2 === 0 ? 0.1 : -0.1),
      ),
      raw,
    )
    assert.deepEqual(way?.mapAt(0), way?.mapAt(last))
    assert.equal(smoothWay(knotsOf(() => 1).slice(0, 3), raw), null)
  })
})
