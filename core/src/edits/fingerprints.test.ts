import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { FingerprintMaker, fingerprintsOf } from './fingerprints.ts'
import { plainLookups } from './lookup-kernels.ts'
import { Levels, type Pictures } from './pictures.ts'
import { heldRecording, referencesOf } from './search.ts'
import { ThumbCollector } from './thumb-block.ts'
import { likeness, thumbCells } from './thumbs.ts'

const [width, height] = [128, 72]
/** A moving camera over ground that is nowhere the same. */
function pictures(seed: number, count: number): Pictures {
  const ground = new Uint8Array(4096)
  let state = seed
  for (let n = 0; n < ground.length; n++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    ground[n] = 40 + ((state >>> 16) % 170)
  }
  const luma = (frame: number) =>
    Uint8Array.from({ length: width * height }, (_, n) => {
      const [x, y] = [((n % width) + 3 * frame) >> 3, Math.floor(n / width) >> 3]
      return ground[(x * 31 + y * 977) % ground.length] as number
    })
  const all = Array.from({ length: count }, (_, n) => luma(n))
  return {
    ...{ width, height, fullWidth: width, fullHeight: height, count },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: frame => all[frame] as Uint8Array,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  }
}

describe('fingerprints', () => {
  it('are as like as the thumbs that they were made of, to a hundredth', () => {
    const cell = fc.double({ min: -1, max: 1, noNaN: true })
    const thumb = fc.array(cell, { minLength: thumbCells, maxLength: thumbCells }).map(cells => {
      const length = Math.hypot(...cells) || 1
      return Float32Array.from(cells, each => each / length)
    })
    fc.assert(
      fc.property(thumb, thumb, (one, two) => {
        const block = new ThumbCollector()
        for (const each of [two, null, one]) block.add(each)
        const [like = 9, none, own = 0] = plainLookups.likestParts(
          one,
          { columns: 32, rows: 18 },
          block.finish(),
          0.001,
        ).likes
        assert.ok(Math.abs(like - Math.max(0, likeness(one, two))) < 0.01)
        assert.equal(none, 0)
        assert.ok(own > 0.99 || likeness(one, one) === 0)
      }),
      { numRuns: 20 },
    )
  })

  it('are of six frames a second, the last one among them, however the pictures are handed over', () => {
    const own = pictures(1, 31)
    const { thumbFrames, cornerFrames } = fingerprintsOf(new Levels(own))
    assert.deepEqual([...thumbFrames], [2, 7, 12, 17, 22, 27, 30])
    const maker = new FingerprintMaker(own, 1 / 30, true)
    // One array filled anew for each picture, as a decoder does.
    const shared = new Uint8Array(width * height)
    for (let n = 0; n < own.count; n++) {
      shared.set(own.luma(n))
      maker.add(shared)
    }
    const made = maker.finish()
    assert.deepEqual(made.thumbFrames, thumbFrames)
    assert.deepEqual(made.cornerFrames, cornerFrames)
    assert.ok(cornerFrames.length === 2 && (made.corners?.(1).count ?? 0) > 20)
  })

  it('find a frame among many of several recordings by its corners, kept or made when they are asked for', () => {
    const held = [3, 4].map(seed => new Levels(pictures(seed, 150)))
    const kept = held.map(levels => {
      const maker = new FingerprintMaker(levels.pictures, 1 / 30, true)
      for (let n = 0; n < levels.count; n++) maker.add(levels.pictures.luma(n))
      return { levels, fingerprints: maker.finish() }
    })
    for (const recordings of [kept, held.map(levels => heldRecording(levels))]) {
      const index = referencesOf([null, ...recordings])[1]?.corners ?? assert.fail('there is an index')
      const own = { raw: 1, at: 2 }
      const [first] = index.likest(index.corners(own), 1)
      assert.deepEqual([first, index.frame(own)], [own, 7 * 5 + 2])
    }
  })
})
