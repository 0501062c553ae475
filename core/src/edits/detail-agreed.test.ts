import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isFittedByChance, sharesDetail } from './detail-agreed.ts'
import { Pairing } from './pairing.ts'
import { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

const [width, height, count] = [160, 90, 4]

/** Waves across each other, other ones for another number. */
function levels(seed: number, isMirrored = false): Levels {
  const luma = Uint8Array.from({ length: width * height }, (_, n) => {
    const [x, y] = [isMirrored ? width - 1 - (n % width) : n % width, Math.floor(n / width)]
    return 125 + 40 * Math.sin(x / (3 + seed) + y / 9) + 40 * Math.sin(y / (5 - seed) - x / 11)
  })
  return new Levels({
    width,
    height,
    count,
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: () => luma,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
    fullWidth: width,
    fullHeight: height,
  })
}

/** A mirrored run of which half is explained. */
function run(film: Levels, raw: Levels): Segment {
  const pairing = new Pairing(film, raw, [-1, 0, width - 1, 0, 1, 0], [0, 0, width, height])
  const track = { pairing, from: 0, to: count, isRigid: true, explained: new Float32Array(count).fill(0.5) }
  return {
    from: 0,
    to: count,
    frames: new Int32Array(count),
    maps: [pairing.map],
    track,
  } as unknown as Segment
}

it('takes a mirrored run for chance if the recording has none of its detail', () => {
  assert.equal(isFittedByChance(run(levels(1, true), levels(1))), false)
  assert.equal(isFittedByChance(run(levels(2), levels(1))), true)
})

it('finds the detail of a recording in a run of it, and none in a run of something else', () => {
  assert.equal(sharesDetail(run(levels(1, true), levels(1))), true)
  assert.equal(sharesDetail(run(levels(2), levels(1))), false)
})
