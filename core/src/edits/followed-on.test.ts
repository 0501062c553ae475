import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import type { Affine } from './affine.ts'
import { followedOn } from './followed-on.ts'
import { Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { trackFrom } from './track.ts'

/** A camera that is moved about. */
const seen = (x: number, y: number, frame: number) =>
  place(x + 300 + 40 * Math.sin(frame / 5), y + 200 + 30 * Math.cos(frame / 4))
const raw = pictures(60, seen)
const whole = [0, 0, width, height] as const
const same: Affine = [1, 0, 0, 0, 1, 0]
const count = 48

/** A third of the speed, mixed from two frames of the recording, after `dark` frames in which the light comes, with something else from `inserted` on. */
const slowly = (dark: number, inserted = count) =>
  pictures(count, (x, y, frame) => {
    if (frame >= inserted) return place(x + 900, y + 700)
    const [at, part] = [10 + Math.floor(frame / 3), (frame % 3) / 3]
    const light = (1 - part) * seen(x, y, at) + part * seen(x, y, at + 1)
    return Math.min(1, (frame + 1) / (dark + 1)) * light
  })

/** Zoomed into at the raw's own speed. */
const mapAt = (frame: number): Affine => {
  const scale = 1 + 0.02 * frame
  return [scale, 0, (width / 2) * (1 - scale), 0, scale, (height / 2) * (1 - scale)]
}
const zoomed = pictures(24, (x, y, frame) => {
  const [a, , c, , e, f] = mapAt(frame)
  return seen((x - c) / a, (y - f) / e, 10 + frame)
})

function run(film: Levels, from: number, to: number, rate: number, maps: readonly Affine[]): Segment {
  const pairing = new Pairing(film, raw, maps[0] as Affine, whole)
  const frames = Int32Array.from({ length: to - from }, (_, n) => 10 + Math.floor(rate * (from + n) + 0.1))
  const track = trackFrom(
    pairing,
    0,
    from,
    frames[0] as number,
    rate,
    { from, to },
    frame => maps[frame - from] ?? same,
  )
  return {
    ...{ from, to, raw: 0, slack: [0, 0], maps, isBlended: rate < 1, frames },
    line: { track: 0, raw: 0, start: 10.05 * raw.frameSeconds, rate, from, to, moves: 0 },
    track: track as NonNullable<typeof track>,
  }
}

describe('frames beside a run of which nothing was found', () => {
  it('are the run’s where they are mixed from what its line passes over, out of the dark and to its end', () => {
    const film = slowly(12)
    const [found] = followedOn([run(film, 30, 42, 1 / 3, [same])], film, [raw])
    assert.ok(found && found.from <= 6, `from ${found?.from}`)
    assert.equal(found.to, count)
    assert.deepEqual(
      [...found.frames],
      Array.from({ length: count - found.from }, (_, n) => 10 + Math.floor((found.from + n) / 3 + 0.1)),
    )
    assert.ok(found.track.from <= found.from && found.track.to >= found.to)
    const [dim, light] = [10, 40].map(frame => found.track.gains[frame - found.track.from] as number)
    assert.ok((dim as number) < 0.9 * (light as number), `light ${dim} and ${light}`)
  })

  it('are not where something else is shown, nor where another run is', () => {
    const film = slowly(0, 36)
    const [one, two] = followedOn([run(film, 0, 10, 1 / 3, [same]), run(film, 20, 30, 1 / 3, [same])], film, [
      raw,
    ])
    assert.deepEqual([one?.from, one?.to, two?.from, two?.to], [0, 20, 20, 36])
  })

  it('are followed as a zoom goes on', () => {
    const maps = Array.from({ length: 10 }, (_, n) => mapAt(8 + n))
    const [found] = followedOn([run(zoomed, 8, 18, 1, maps)], zoomed, [raw])
    assert.deepEqual([found?.from, found?.to, found?.maps.length], [0, 24, 24])
    for (const [frame, map] of (found?.maps ?? []).entries())
      assert.ok(Math.abs(map[0] - mapAt(frame)[0]) < 0.02, `${map[0]} at ${frame}`)
  })
})
