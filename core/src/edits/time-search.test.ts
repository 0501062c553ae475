import assert from 'node:assert/strict'
import { it } from 'node:test'
import { height, pictures, place, width } from '../../../test/cases/edits/soft-place.ts'
import { Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { timesOf, timesWithin } from './time-search.ts'

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

it('parts of what a standing camera shows are placed in time by themselves where they are of other times', () => {
  const walking = (x: number, y: number, frame: number) =>
    Math.hypot(x - 8 - 1.2 * frame, y - middle[1]) < 6 ? 250 : place(x + 300, y + 200)
  const recorded = pictures(100, walking)
  const begins = [10, 52, 28, 59]
  const film = pictures(160, (x, y, frame) =>
    walking(x, y, (begins[Math.floor(frame / 40)] as number) + (frame % 40)),
  )
  const onto = (of: Levels) => () => new Pairing(of, recorded, [1, 0, 0, 0, 1, 0], whole)
  const { whole: over, parts } = timesWithin(onto(film), 0, 160)
  for (const [n, first] of begins.entries()) {
    const at = 40 * n + 20
    const found = [...over, ...parts.filter(({ from, to }) => from <= at && to > at)]
    const isRight = found.some(({ start, rate }) => {
      const told = (start + rate * (film.times[at] as number)) / recorded.frameSeconds
      return rate === 1 && Math.abs(told - first - 20) < 1.01
    })
    assert.ok(isRight, `part ${n}: ${JSON.stringify(found)}`)
  }
  const played = pictures(160, (x, y, frame) => walking(x, y, frame / 2))
  assert.deepEqual(timesWithin(onto(played), 0, 160).parts, [])
})
