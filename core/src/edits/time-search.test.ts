import assert from 'node:assert/strict'
import { it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import { Pairing } from './pairing.ts'
import { timesOf } from './time-search.ts'

const whole = [0, 0, width, height] as const
const middle = [width / 2, height / 2] as const

/** A camera that stands still, before which something bright goes from side to side. */
const seen = (x: number, y: number, frame: number) =>
  Math.hypot(x - 20 - 2 * frame, y - middle[1]) < 12 ? 250 : place(x + 300, y + 200)
/** At 0.6 to 0.84 of its size: below 0.71 the recording is looked at in half of its size. */
const scaleAt = (frame: number) => 0.6 + frame / 160
const raw = pictures(100, seen)
const film = pictures(40, (x, y, frame) =>
  seen(
    middle[0] + (x - middle[0]) / scaleAt(frame),
    middle[1] + (y - middle[1]) / scaleAt(frame),
    30 + frame,
  ),
)

it('a zoom over what a standing camera shows is placed in time through all sizes at which it is looked at', () => {
  const pairingAt = (frame: number) => {
    const scale = scaleAt(frame)
    const moved = [scale, 0, middle[0] * (1 - scale), 0, scale, middle[1] * (1 - scale)] as const
    return new Pairing(film, raw, moved, whole)
  }
  assert.notEqual(pairingAt(0).rawLevel, pairingAt(39).rawLevel)
  const [first] = timesOf(pairingAt, 0, 40)
  assert.ok(first)
  assert.equal(first.rate, 1)
  assert.ok(Math.abs(first.start - 30 * raw.frameSeconds) <= 1.01 * raw.frameSeconds, `from ${first.start} s`)
  // The picture is also found afterwards: nothing that was summed up at one size is taken for sums at another.
  const late = pairingAt(39)
  assert.ok(late.fit(late.view(39), 69).explained > 0.9)
})
