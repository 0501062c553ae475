import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Levels } from './pictures.ts'
import { ranged, type UnrangedSegment } from './segments.ts'
import type { Evidence } from './track.ts'

const count = 40
const frames = 24
const blank = new Uint8Array(8 * 8)
const levels = new Levels({
  ...{ width: 8, height: 8, fullWidth: 8, fullHeight: 8, count },
  times: Float64Array.from({ length: count + 1 }, (_, n) => n / 10),
  luma: () => blank,
  colour: () => blank,
})

/** Frames of a film told at a speed from the frame `first` on, where it costs so much to show the frame `move` frames beside that. */
function told(first: number, rate: number, costOf: (move: number) => number) {
  const shown = Int32Array.from({ length: frames }, (_, n) => first + Math.round(rate * n))
  const segment = {
    from: 0,
    to: frames,
    raw: 0,
    line: { track: 0, raw: 0, rate, start: first / 10 + 0.05, from: 0, to: frames, moves: 0 },
    track: { pairing: { film: levels } },
    frames: shown,
    maps: [],
    isBlended: false,
  } as unknown as UnrangedSegment
  const evidence = { at: (frame: number, at: number) => costOf(at - (first + Math.round(rate * frame))) }
  return ranged(segment, [evidence as unknown as Evidence], [levels])
}

describe('a run of which a few frames are left open', () => {
  const costOf = (move: number) => (move < -3 || move > 0 ? 50 : 0.3 * Math.abs(move + 2))

  it('is told as the one that fits best of them, with the same range', () => {
    const { frames: shown, slack, line } = told(12, 0, costOf)
    assert.deepEqual([[...new Set(shown)], slack], [[10], [-1, 2]])
    assert.equal(Math.round(line.start * 100), 105)
  })

  it('is moved as a whole where it plays', () => {
    const { frames: shown, slack } = told(9, 1, costOf)
    assert.deepEqual(
      [...shown],
      [...new Array(frames).keys()].map(n => n + 7),
    )
    assert.deepEqual(slack, [-1, 2])
  })

  it('is moved no farther than one frame off the end of the range where all fit alike', () => {
    const { frames: shown, slack } = told(12, 0, move => (move < -3 || move > 0 ? 50 : 0))
    assert.deepEqual([shown[0], slack], [11, [-2, 1]])
  })

  it('stays where so many are open that the middle would say nothing', () => {
    const { frames: shown, slack } = told(20, 0, move => (move < -9 || move > 1 ? 50 : 0))
    assert.deepEqual([shown[0], slack], [20, [-9, 1]])
  })
})
