import assert from 'node:assert/strict'
import { it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import { type Affine, inverse } from './affine.ts'
import { heldRecording, referencesOf } from './index.ts'
import { Pairing } from './pairing.ts'
import type { Knot } from './rigid.ts'
import type { UnrangedSegment } from './segments.ts'
import { isLaid, uprightTracks } from './upright-search.ts'

/** A camera that shakes and turns while it looks over one place again and again. */
const seen = (x: number, y: number, frame: number) => {
  const turn = 0.12 * Math.sin(frame / 21)
  const [c, s] = [Math.cos(turn), Math.sin(turn)]
  const [u, v] = [x - width / 2, y - height / 2]
  return place(
    500 + c * u - s * v + 30 * Math.sin(frame / 15) + Math.sin(frame * 2.1),
    400 + s * u + c * v + 15 * Math.cos(frame / 11) + Math.sin(frame * 1.7),
  )
}
const raw = pictures(90, seen)
const count = 32
const backAt = (frame: number): Affine => {
  const part = 1 - (0.3 * frame) / (count - 1)
  return [part, 0, 0.3 * width * (1 - part), 0, part, 0.6 * height * (1 - part)]
}
const film = pictures(count, (x, y, frame) => {
  const [a, , c, , e, f] = backAt(frame)
  return seen(a * x + c, e * y + f, 70 - frame)
})

it('a shot of which nothing was found is found as one along one line, upright, where its camera saw the place at many times', () => {
  const references = referencesOf([heldRecording(raw)])
  const tracks = uprightTracks(film, references, [], [0, count], new Set())
  assert.equal(tracks.length, 1)
  const [track] = tracks
  assert.equal(track?.line?.rate, -1)
  assert.deepEqual(
    [...(track?.best ?? [])],
    Array.from({ length: count }, (_, n) => 70 - n),
  )
  const last = track?.maps[count - 1]?.[0] ?? 0
  assert.ok(Math.abs(last - inverse(backAt(count - 1))[0]) < 0.02, `enlarged ${last} times at last`)
})

it('a shot that is taken for several too brief to be looked for is found as one', () => {
  const tracks = uprightTracks(film, referencesOf([heldRecording(raw)]), [], [0, 9, 16, 25, count], new Set())
  assert.deepEqual(
    tracks.map(({ line }) => [line?.rate, line?.from, line?.to]),
    [[-1, 0, count]],
  )
})

it('what is told elsewhere is not looked for', () => {
  const isClosed = new Uint8Array(count).fill(1)
  const references = referencesOf([heldRecording(raw)])
  assert.deepEqual(uprightTracks(film, references, [], [0, count], new Set(), isClosed), [])
})

it('of a film of another place nothing is found', () => {
  const elsewhere = pictures(20, (x, y, frame) => seen(x + 2000, y + 900, frame))
  assert.deepEqual(uprightTracks(elsewhere, referencesOf([heldRecording(raw)]), [], [0, 20], new Set()), [])
})

it('what one map explains over a shot is not looked for elsewhere where an edit turned it or all times are as upright', () => {
  const piece = (turn: number, explained: number) => {
    const map: Affine = [1.2, -1.2 * turn, -20, 1.2 * turn, 1.2, -10]
    const track = {
      ...{ from: 0, to: count, explained: new Float32Array(count).fill(explained) },
      pairing: new Pairing(film, raw, map, [0, 0, width, height]),
    }
    const line = { rate: 1.4 }
    return { from: 0, to: count, maps: [map], track, line } as unknown as UnrangedSegment
  }
  const references = referencesOf([heldRecording(raw)])
  const found = (turn: number, explained: number) =>
    uprightTracks(film, references, [piece(turn, explained)], [0, count], new Set()).length
  assert.deepEqual([found(0.1, 0.9), found(0, 0.9), found(0.1, 0.4)], [0, 0, 1])
})

it('a way that misses what was measured is taken only where it fits by more than half of that, at most of the stretch', () => {
  const laid = (miss: number, cost: number, margin: number, count = 12) =>
    isLaid(
      { miss, cost, knots: Array.from({ length: count }, (_, n) => ({ frame: 3 * n, margin }) as Knot) },
      { from: 0, to: 40 },
    )
  assert.deepEqual([laid(0.3, -0.2, -1), laid(0.3, -0.1, -1)], [true, false])
  assert.deepEqual(
    [laid(1.3, -0.9, -1.4), laid(1.3, -0.5, -1.5), laid(1.3, -0.9, -1.4, 5)],
    [true, false, false],
  )
})
