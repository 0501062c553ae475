import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { height, pictures, width } from '../../../test/cases/edits/soft-place.ts'
import { type HeardPlace, pausesIn, placedBySound, statedSlack } from './heard-places.ts'
import { Pairing } from './pairing.ts'
import type { Segment } from './segments.ts'
import { trackFrom } from './track.ts'

const raw = pictures(200, (x, y) => 40 + ((7 * x + 11 * y) % 160))
const film = pictures(90, (x, y) => 40 + ((7 * x + 11 * y) % 160))
const map = [1, 0, 0, 0, 1, 0] as const
const track = trackFrom(
  new Pairing(film, raw, map, [0, 0, width, height]),
  ...([0, 0, 0, 1, { from: 0, to: 90 }] as const),
)
assert.ok(track)

const frame = 1 / 30

/** 60 frames told as the recording's from frame 20 on, or as frame 20 alone. */
function run(slack: readonly [number, number], rate = 1): Segment {
  assert.ok(track)
  const line = { track: 0, raw: 0, start: 10.5 * frame, rate, from: 0, to: 90, moves: 0 }
  const frames = Int32Array.from({ length: 60 }, (_, n) => 20 + rate * n)
  return { from: 10, to: 70, raw: 0, line, track, frames, maps: [map], isBlended: false, slack }
}

const heard = (from: number, to: number, start: number): HeardPlace => ({
  raw: 0,
  from: from * frame,
  to: to * frame,
  start: (start + 0.2) * frame,
})

function told(segment: Segment, places: readonly HeardPlace[]) {
  const [one] = placedBySound([segment], film, [raw], places)
  assert.ok(one)
  const { frames, slack, seenSlack } = one
  return { first: frames[0], slack, seen: seenSlack }
}

describe('a run whose pictures leave several frames open', () => {
  it('is placed by the sound that is heard with it, and says what the pictures alone leave open', () => {
    assert.deepEqual(told(run([-12, 30]), [heard(10, 60, 25)]), {
      first: 35,
      slack: [-1, 1],
      seen: [-27, 15],
    })
  })

  it('is stated with half a second on either side, for sound may have been moved, as far as the pictures leave it open', () => {
    const [one] = placedBySound([run([-12, 30])], film, [raw], [heard(10, 60, 25)])
    assert.ok(one)
    assert.deepEqual(statedSlack(one), [-15, 15])
    assert.deepEqual(statedSlack({ ...one, seenSlack: [-4, 9] }), [-4, 9])
    assert.deepEqual(statedSlack({ ...one, line: { ...one.line, rate: 0 } }), [-1, 1])
    assert.deepEqual(statedSlack(run([-12, 30])), [-12, 30])
  })

  it('is placed by the sound, with all that the pictures leave open, where that is not heard to its ends', () => {
    const open = { first: 35, slack: [-27, 15], seen: undefined }
    assert.deepEqual(told(run([-12, 30]), [heard(10, 40, 25)]), open)
    assert.deepEqual(told(run([-12, 30]), [heard(40, 70, 25)]), open)
  })

  it('stays as it is where the pictures leave no room for the place that is heard', () => {
    assert.deepEqual(told(run([-12, 10]), [heard(10, 40, 25)]), {
      first: 20,
      slack: [-12, 10],
      seen: undefined,
    })
  })

  it('stays as it is where the sound is from two places, is brief, or is beside a picture at another speed', () => {
    const open = { first: 20, slack: [-12, 30], seen: undefined }
    assert.deepEqual(told(run([-12, 30]), [heard(10, 40, 25), heard(40, 70, 28)]), open)
    assert.deepEqual(told(run([-12, 30]), [heard(10, 16, 25)]), open)
    assert.deepEqual(told(run([-12, 30], 2), [heard(10, 70, 25)]), open)
  })

  it('is one frame held where the sound pauses over all of it and goes on from where it stopped', () => {
    const places = [heard(0, 10, 15), heard(70, 90, -45)]
    assert.deepEqual(
      pausesIn(places, film, frame).map(({ from, to, at }) => [from, to, Math.floor(at / frame)]),
      [[10, 70, 25]],
    )
    const { first, slack } = told(run([-12, 30], 0), places)
    assert.deepEqual([first, slack], [25, [-1, 1]])
  })

  it('is held by no pause after which the sound goes on from elsewhere', () => {
    assert.deepEqual(pausesIn([heard(0, 10, 15), heard(70, 90, -40)], film, frame), [])
  })
})
