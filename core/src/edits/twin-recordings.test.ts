import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Pairing } from './pairing.ts'
import { Levels, type Pictures } from './pictures.ts'
import type { Segment } from './segments.ts'
import { trackFrom } from './track.ts'
import { ofLikeliestRecording } from './twin-recordings.ts'

const [width, height, count] = [64, 48, 40]

/** Numbers from 0 to 1, the same for the same seed. */
function noise(seed: number): (n: number) => number {
  return n => {
    const mixed = Math.imul(n * 374761393 + seed * 1442695041, 1274126177)
    return (Math.imul(mixed ^ (mixed >>> 15), 2246822519) >>> 8) / 2 ** 24
  }
}

const cell = noise(7)
const ground = Float32Array.from({ length: width * height }, (_, n) => {
  const [x, y] = [n % width, Math.floor(n / width)]
  return 60 + 90 * cell((x >> 4) + 57 * (y >> 4)) + 50 * cell(999 + (x >> 2) + 91 * (y >> 2))
})

/** The same place each time, with other noise. */
function recorded(seed: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, frame) => {
    const grain = noise(seed + frame)
    return Uint8Array.from(ground, (value, n) => value + 4 * grain(n))
  })
}

function levels(frames: readonly Uint8Array[]): Levels {
  const pictures: Pictures = {
    ...{ width, height, fullWidth: width, fullHeight: height, count: frames.length },
    times: Float64Array.from({ length: frames.length + 1 }, (_, n) => n / 30),
    luma: frame => frames[frame] as Uint8Array,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  }
  return new Levels(pictures)
}

const [first, second] = [recorded(100), recorded(900)]
const raws = [levels(first), levels(second)]

/** A shot of the second recording from its frame 9 on, found in the first one at frame 4. */
function toldOf(frames: readonly Uint8Array[], against: readonly Levels[]) {
  const film = levels(frames)
  const pairing = new Pairing(film, raws[0] as Levels, [1, 0, 0, 0, 1, 0], [0, 0, width, height])
  const track = trackFrom(pairing, 0, 0, 4, 1, { from: 0, to: film.count })
  assert.ok(track)
  const found: Segment = {
    ...{ from: 0, to: film.count, raw: 0, track, maps: [pairing.map], isBlended: false, slack: [-4, 9] },
    line: { track: 0, raw: 0, start: 4.5 / 30, rate: 1, from: 0, to: film.count, moves: 0 },
    frames: Int32Array.from({ length: film.count }, (_, n) => 4 + n),
  }
  const { raw, frames: shown } = ofLikeliestRecording(found, () => pairing, against, [], [])
  return [raw, shown[0]]
}

it('tells which of two recordings of one camera a still scene is of', () => {
  const shot = second.slice(9, 29)
  assert.deepEqual(toldOf(shot, raws), [1, 9])
  assert.deepEqual(toldOf(first.slice(9, 29), raws), [0, 4])
  // What is not held is not told, nor what was recorded at another place.
  const elsewhere = second.map(frame => frame.toReversed())
  assert.deepEqual(toldOf(shot, [raws[0] as Levels, levels(elsewhere)]), [0, 4])
})

it('tells it of a shot that is slowed, too', () => {
  const slowed = Array.from({ length: 36 }, (_, n) => second[9 + (n >> 1)] as Uint8Array)
  assert.deepEqual(toldOf(slowed, raws), [1, 9])
  const backwards = second.slice(9, 29).toReversed()
  assert.deepEqual(toldOf(backwards, raws), [1, 28])
})
