import assert from 'node:assert/strict'
import { it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import { type Affine, inverse } from './affine.ts'
import { evenTracks } from './even-moves.ts'
import { Pairing } from './pairing.ts'
import type { Segment } from './segments.ts'
import { trackFrom } from './track.ts'

/** What a camera that looks around and shakes sees; and every other frame of it, enlarged more and more towards a point beside its middle. */
const seen = (x: number, y: number, frame: number) =>
  place(
    x + 300 + 60 * Math.sin(frame / 19) + 2 * Math.sin(frame * 2.1),
    y + 200 + 30 * Math.cos(frame / 17) + 2 * Math.sin(frame * 1.7),
  )
const raw = pictures(120, seen)
const count = 48
const backAt = (frame: number): Affine => {
  const part = 1 - (0.4 * frame) / (count - 1)
  return [part, 0, 0.3 * width * (1 - part), 0, part, 0.6 * height * (1 - part)]
}
const film = pictures(count, (x, y, frame) => {
  const [a, , c, , e, f] = backAt(frame)
  return seen(a * x + c, e * y + f, 10 + 2 * frame)
})

/** A part of the shot as it is found where its map is taken to stand still: a frame off to one side and the other. */
function piece(from: number, to: number): Segment {
  const middle = (from + to) >> 1
  const map = inverse(backAt(middle))
  const pairing = new Pairing(film, raw, map, [0, 0, width, height])
  const track = trackFrom(pairing, 0, middle, 10 + 2 * middle, 2, { from: 0, to: count })
  assert.ok(track)
  const frames = Int32Array.from({ length: to - from }, (_, n) => 10 + 2 * (from + n) + (n > 8 ? 1 : -1))
  const line = { track: 0, raw: 0, start: 0, rate: 2.2, from, to, moves: 0 }
  return { from, to, raw: 0, line, track, frames, maps: [map], isBlended: false, slack: [0, 0] }
}

it('a zoom into what a moving camera shows, found in pieces, is one shot along one line', () => {
  const tracks = evenTracks([piece(0, 14), piece(14, 30), piece(33, count)], film)
  assert.equal(tracks.length, 1)
  const [{ track, isLoose } = { track: null, isLoose: true }] = tracks
  assert.equal(isLoose, false)
  assert.ok(track?.line)
  assert.equal(track.line.rate, 2)
  assert.deepEqual(
    [...track.best],
    Array.from({ length: count }, (_, n) => 10 + 2 * n),
  )
  const [first, last] = [track.maps[0]?.[0] ?? 0, track.maps[count - 1]?.[0] ?? 0]
  assert.ok(
    Math.abs(first - 1) < 0.01 && Math.abs(last - 1 / 0.6) < 0.02,
    `enlarged ${first} to ${last} times`,
  )
})

it('what is found as one run, or on two lines, is left as it is', () => {
  assert.deepEqual(evenTracks([piece(0, count)], film), [])
  const [one, two] = [piece(0, 20), piece(20, 40)]
  const moved = { ...two, frames: two.frames.map(frame => frame + 9) }
  assert.deepEqual(evenTracks([one, { ...moved, to: 46 }], film), [])
})

/** The same camera at half its speed, in three parts: the first is right, over each of the others one frame was taken to be held while the film moves over it. */
function slowedParts(): readonly Segment[] {
  const parts = [
    [0, 8, 0.5, (n: number) => 10 + ((n + 1) >> 1)],
    [8, 28, 0, () => 15],
    [28, count, 0, () => 19],
  ] as const
  return parts.map(([from, to, rate, shown]) => {
    const middle = (from + to) >> 1
    const map = inverse(backAt(middle))
    const pairing = new Pairing(slowed, raw, map, [0, 0, width, height])
    const track = trackFrom(pairing, 0, middle, 10 + ((middle + 1) >> 1), 0.5, { from: 0, to: count })
    assert.ok(track)
    const frames = Int32Array.from({ length: to - from }, (_, n) => shown(from + n))
    const line = { track: 0, raw: 0, start: 0, rate, from, to, moves: 0 }
    return { from, to, raw: 0, line, track, frames, maps: [map], isBlended: false, slack: [0, 0] }
  })
}
const slowed = pictures(count, (x, y, frame) => {
  const [a, , c, , e, f] = backAt(frame)
  return seen(a * x + c, e * y + f, 10 + ((frame + 1) >> 1))
})

it('a shot of which most was taken to be held is found along the line of what was not', () => {
  const tracks = evenTracks(slowedParts(), slowed)
  assert.equal(tracks.length, 1)
  const [{ track, isLoose } = { track: null, isLoose: true }] = tracks
  assert.equal(isLoose, false)
  assert.equal(track?.line?.rate, 0.5)
  for (const [n, frame] of (track?.best ?? []).entries())
    assert.ok(Math.abs(frame - 10 - n / 2) <= 1, `${n} ${frame}`)
})
