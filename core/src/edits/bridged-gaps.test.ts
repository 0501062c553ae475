import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import type { Affine } from './affine.ts'
import { bridgedGaps, reachingCuts } from './bridged-gaps.ts'
import { Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

/** A camera that is moved about. */
const seen = (x: number, y: number, frame: number) =>
  place(x + 300 + 14 * Math.sin(frame / 5), y + 200 + 9 * Math.cos(frame / 4))
const raw = pictures(60, seen)
const whole = [0, 0, width, height] as const

/** Zoomed into from a quarter of the way on. */
const mapAt = (frame: number): Affine => {
  const scale = 1 + 0.02 * Math.max(0, frame - 8)
  return [scale, 0, (width / 2) * (1 - scale), 0, scale, (height / 2) * (1 - scale)]
}
/** The film shows the recording's frames from 10 on; an inserted picture over some of it where it is asked for. */
const filmOf = (inserted: readonly [number, number] | null = null, dimmed = 0) =>
  pictures(40, (x, y, frame) => {
    const [a, , c, , e, f] = mapAt(frame)
    if (inserted && frame >= inserted[0] && frame < inserted[1]) return place(x + 900, y + 700)
    const light = seen((x - c) / a, (y - f) / e, 10 + frame)
    return frame < dimmed ? 0.4 * light + 9 : light
  })

function run(film: Levels, from: number, to: number, isZoom: boolean): Segment {
  const maps = isZoom ? Array.from({ length: to - from }, (_, n) => mapAt(from + n)) : [mapAt(from)]
  const pairing = new Pairing(film, raw, maps[0] as Affine, whole)
  return {
    ...{ from, to, raw: 0, slack: [0, 0], maps, isBlended: false },
    line: { track: 0, raw: 0, start: 10.5 * raw.frameSeconds, rate: 1, from, to, moves: 0 },
    track: { raw: 0, pairing, from, to, maps } as unknown as Segment['track'],
    frames: Int32Array.from({ length: to - from }, (_, n) => 10 + from + n),
  }
}

const spans = (segments: readonly Segment[]) => segments.map(({ from, to }) => [from, to])

describe('frames beside runs', () => {
  it('are of the line of the runs on both sides where the film zooms and they show it', () => {
    const film = filmOf()
    const found = bridgedGaps([run(film, 0, 8, false), run(film, 26, 40, true)], film, [raw])
    assert.deepEqual(spans(found), [[0, 40]])
    assert.deepEqual(
      found[0]?.frames,
      Int32Array.from({ length: 40 }, (_, n) => 10 + n),
    )
    for (const frame of [10, 16, 22])
      assert.ok(Math.abs((found[0]?.maps[frame]?.[0] ?? 0) - (mapAt(frame)[0] as number)) < 0.02)
  })

  it('are none of it where they show something else', () => {
    const film = filmOf([9, 25])
    const found = bridgedGaps([run(film, 0, 8, false), run(film, 26, 40, true)], film, [raw])
    assert.deepEqual(spans(found), [
      [0, 8],
      [26, 40],
    ])
  })

  it('are of a run that begins a little after a cut where they fit as well, and else not', () => {
    const film = filmOf(null, 6)
    assert.deepEqual(spans(reachingCuts([run(film, 4, 8, false)], film, [raw], [0, 40])), [[0, 8]])
    assert.deepEqual(spans(reachingCuts([run(film, 4, 8, false)], film, [raw], [1, 40])), [[4, 8]])
    const other = filmOf([0, 4])
    assert.deepEqual(spans(reachingCuts([run(other, 4, 8, false)], other, [raw], [0, 40])), [[4, 8]])
  })
})
