import assert from 'node:assert/strict'
import { it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import { type Affine, inverse } from './affine.ts'
import { heldMoves } from './held-moves.ts'
import { Pairing } from './pairing.ts'
import type { Segment } from './segments.ts'
import { trackFrom } from './track.ts'

/** What a camera that looks around and shakes sees: what lies low is nearer and goes by faster. */
const seen = (x: number, y: number, frame: number) => {
  const near = y > 0.6 * height ? 1.5 : 1
  return place(
    x + 300 + near * (60 * Math.sin(frame / 19) + 2 * Math.sin(frame * 2.1)),
    y + 200 + 30 * Math.cos(frame / 17) + 2 * Math.sin(frame * 1.7),
  )
}
const raw = pictures(80, seen)
const [running, count, stopped] = [14, 54, 33]

/** A shot that runs, stops and is then pushed in on or moved over with soft ends. */
function filmOf(backAt: (share: number) => Affine) {
  const back = (frame: number) => {
    const part = Math.max(0, (frame - running) / (count - 1 - running))
    return backAt(part * part * (3 - 2 * part))
  }
  const film = pictures(count, (x, y, frame) => {
    const [a, , c, , e, f] = back(frame)
    return seen(a * x + c, e * y + f, Math.min(stopped, stopped - running + 1 + frame))
  })
  const piece = (from: number, to: number, frames: readonly number[], rate: number): Segment => {
    const map = inverse(back((from + to) >> 1))
    const pairing = new Pairing(film, raw, map, [0, 0, width, height])
    const track = trackFrom(pairing, 0, (from + to) >> 1, stopped, rate, { from: 0, to: count })
    assert.ok(track)
    const line = { track: 0, raw: 0, start: 0, rate, from, to, moves: 0 }
    const shown = Int32Array.from(frames)
    return { from, to, raw: 0, line, track, frames: shown, maps: [map], isBlended: false, slack: [0, 0] }
  }
  /** Frames near the one held, as they make up for a map that stands still. */
  const astray = (from: number, to: number, slope: number) =>
    piece(
      from,
      to,
      Array.from({ length: to - from }, (_, n) => Math.round(stopped + 2 + slope * n)),
      slope,
    )
  const before = Array.from({ length: running }, (_, n) => stopped - running + 1 + n)
  return {
    film,
    segments: [
      piece(0, running, before, 1),
      astray(running, 28, -0.4),
      astray(28, 40, 0.3),
      astray(40, count, -0.1),
    ],
  }
}

for (const [name, backAt] of [
  ['pushed in on', s => [1 - 0.4 * s, 0, 0.3 * width * 0.4 * s, 0, 1 - 0.4 * s, 0.6 * height * 0.4 * s]],
  ['panned over', s => [0.7, 0, 0.05 * width + 0.2 * width * s, 0, 0.7, 0.2 * height]],
] as const satisfies readonly (readonly [string, (share: number) => Affine])[])
  it(`a frame held and ${name}, found as slow and reversed pieces, is one track at speed 0`, () => {
    const { film, segments } = filmOf(backAt)
    const [track] = heldMoves(segments, [0, count], film)
    assert.ok(track)
    assert.equal(track.line?.rate, 0)
    assert.ok(track.from <= running + 1 && track.to === count, `${track.from} to ${track.to}`)
    assert.ok(track.best.subarray(running - track.from).every(frame => frame === stopped))
    const [a, , c, , , f] = inverse(track.maps.at(-1) as Affine)
    const [right, , across, , , down] = backAt(1)
    assert.ok(Math.abs(a - right) < 0.01 && Math.hypot(c - across, f - down) < 1, `${a} ${c} ${f}`)
  })

it('a shot that plays under one map is left as it is', () => {
  const { film, segments } = filmOf(() => [1, 0, 0, 0, 1, 0])
  assert.deepEqual(heldMoves(segments.slice(0, 1), [0, count], film), [])
})

it('one move over a still scene that plays is left as it is: one of its frames fits as well', () => {
  const still = pictures(count, (x, y) => place(x + 300, y + 200))
  const back = (frame: number): Affine => {
    const share = frame / (count - 1)
    return [1 - 0.4 * share, 0, 0.1 * width * share, 0, 1 - 0.4 * share, 0.2 * height * share]
  }
  const film = pictures(count, (x, y, frame) => {
    const [a, , c, , e, f] = back(frame)
    return place(a * x + c + 300, e * y + f + 200)
  })
  const maps = Array.from({ length: count }, (_, n) => inverse(back(n)))
  const pairing = new Pairing(film, still, maps[27] as Affine, [0, 0, width, height])
  const track = trackFrom(pairing, 0, 27, 27, 1, { from: 0, to: count }, frame => maps[frame] as Affine)
  assert.ok(track)
  const line = { track: 0, raw: 0, start: 0, rate: 1, from: 0, to: count, moves: 0 }
  const frames = Int32Array.from({ length: count }, (_, n) => n)
  const piece: Segment = {
    ...{ from: 0, to: count, raw: 0, line, track, frames, maps },
    ...{ isBlended: false, slack: [0, 0] },
  }
  assert.deepEqual(heldMoves([piece], [0, count], film), [])
})
