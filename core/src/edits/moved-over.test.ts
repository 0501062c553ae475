import assert from 'node:assert/strict'
import { it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import { movedOver } from './moved-over.ts'
import { Pairing } from './pairing.ts'
import { wholeOnto } from './thumbs.ts'
import { trackFrom } from './track.ts'

/** What a camera that looks around sees, and the same enlarged more and more towards a point beside its middle. */
const seen = (x: number, y: number, frame: number) =>
  place(x + 300 + 60 * Math.sin(frame / 9), y + 200 + 40 * Math.cos(frame / 7))
const raw = pictures(100, seen)
const count = 45
const film = pictures(count, (x, y, frame) => {
  const part = 1 / (1 + frame / 180)
  return seen(x * part + 0.3 * width * (1 - part), y * part + 0.6 * height * (1 - part), 20 + frame)
})

it('a zoom into what a moving camera shows is followed along one line, where a picture that stands still loses it', () => {
  const whole = [0, 0, width, height] as const
  const start = new Pairing(film, raw, wholeOnto(width, height, whole), whole)
  const lost = trackFrom(start, 0, 0, 20, 1, { from: 0, to: count }, () => start.map)
  assert.ok(lost)
  assert.ok(lost.to < count)
  const track = movedOver(lost, film)
  assert.ok(track)
  assert.deepEqual(
    [...track.best],
    Array.from({ length: count }, (_, n) => 20 + n),
  )
  const last = track.maps[count - 1]?.[0] ?? 0
  assert.ok(Math.abs(last - (1 + (count - 1) / 180)) < 0.02, `enlarged ${last} times at last`)
})
