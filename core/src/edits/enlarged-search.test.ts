import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pictures } from '../../../test/cases/edits/soft-place.ts'
import { enlargedParts, enlargedTrack } from './enlarged-search.ts'
import { heldRecording, referencesOf } from './index.ts'

/** Grey levels that repeat nowhere, as those of a small part must not. */
function spot(n: number, m: number): number {
  const mixed = Math.imul(n, 374761393) ^ Math.imul(m, 668265263)
  const again = Math.imul(mixed ^ (mixed >>> 13), 1274126177)
  const last = Math.imul(again ^ (again >>> 16), 2246822519)
  return ((last ^ (last >>> 15)) >>> 24) * 0.8
}

function place(x: number, y: number): number {
  const [u, v] = [x / 7, y / 7]
  const [n, m] = [Math.floor(u), Math.floor(v)]
  const [fx, fy] = [u - n, v - m]
  const row = (at: number) => (1 - fx) * spot(n, at) + fx * spot(n + 1, at)
  return (1 - fy) * row(m) + fy * row(m + 1)
}

/** A camera that moves on and bends what it sees, each time in another way. */
const seen = (x: number, y: number, frame: number) =>
  place(
    500 + x + 1.2 * frame + 3 * Math.sin(frame * 2.1) + 3 * Math.sin(y / 6 + frame / 5),
    400 + y + 20 * Math.sin(frame / 9) + 3 * Math.sin(x / 7 + frame / 4),
  )
const references = referencesOf([heldRecording(pictures(300, seen))])
const [count, first, scale] = [14, 97, 2.6]
const filmFrom = (far: number) =>
  pictures(count, (x, y, frame) => seen(far + 30 + x / scale, far + 20 + y / scale, first + frame))

it('a small part that is shown much enlarged is found a third of a second and more from a frame whose corners are known', () => {
  const [found] = enlargedParts(filmFrom(0), 3, references)
  assert.equal(found?.frame, first + 3)
  assert.ok(found.margin < -2 && Math.abs(found.pairing.map[0] - scale) < 0.05)
})

it('nothing is found of another place', () => {
  assert.equal(enlargedTrack(filmFrom(4000), references, { from: 0, to: count }), null)
})
