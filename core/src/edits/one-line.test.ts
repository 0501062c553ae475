import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { HeardPlace } from './heard-places.ts'
import { Levels, type Pictures } from './index.ts'
import { asOneLine, carriedOn } from './one-line.ts'
import { Pairing } from './pairing.ts'
import type { Segment } from './segments.ts'

const picture = new Uint8Array(64 * 36)

function levels(count: number, frameSeconds: number): Levels {
  const made: Pictures = {
    ...{ width: 64, height: 36, fullWidth: 64, fullHeight: 36, count },
    // As files hold them: microseconds.
    times: Float64Array.from({ length: count + 1 }, (_, n) => Math.round(n * frameSeconds * 1e6) / 1e6),
    luma: () => picture,
    colour: () => picture,
  }
  return new Levels(made)
}

const raw = levels(300, 1 / 30)

/** A run at true speed over film frames [from, to) that shows the recording's frames from `first` on, one for one. */
function run(
  film: Levels,
  [from, to]: readonly [number, number],
  first: number,
  slack: readonly [number, number] = [0, 0],
): Segment {
  const map = [1, 0, 0, 0, 1, 0] as const
  const pairing = new Pairing(film, raw, map, [0, 0, 64, 36])
  const start = (first + 0.5) / 30 - (film.pictures.times[from] as number)
  return {
    ...{ from, to, raw: 0, slack, maps: [map], isBlended: false },
    line: { track: 0, raw: 0, start, rate: 1, from, to, moves: 0 },
    track: { raw: 0, pairing, from, to, maps: [map] } as unknown as Segment['track'],
    frames: Int32Array.from({ length: to - from }, (_, n) => first + n),
  }
}

const joins = (film: Levels, ...runs: readonly Segment[]) =>
  asOneLine(runs, film, [raw])
    .slice(1)
    .map(({ from }) => from)

describe('two runs of one recording at one speed', () => {
  it('are one where a frame is left out because the film has fewer of them in a second', () => {
    const film = levels(200, 1.001 / 30)
    assert.deepEqual(joins(film, run(film, [0, 30], 50), run(film, [30, 70], 81)), [])
    assert.deepEqual(joins(film, run(film, [0, 30], 50), run(film, [30, 70], 82)), [30])
  })

  it('are two where a frame is left out of as many as the film has', () => {
    const film = levels(200, 1 / 30)
    assert.deepEqual(joins(film, run(film, [0, 30], 50), run(film, [30, 70], 81)), [30])
  })

  it('are one where the first is short and could as well be what comes before the second', () => {
    const film = levels(200, 1 / 30)
    assert.deepEqual(joins(film, run(film, [0, 5], 50, [-2, 4]), run(film, [5, 70], 58)), [])
    assert.deepEqual(joins(film, run(film, [0, 5], 50, [-2, 2]), run(film, [5, 70], 58)), [5])
  })

  it('are one with a run between them that is a little off their line', () => {
    const film = levels(200, 1 / 30)
    const [one, two] = [run(film, [0, 30], 50), run(film, [50, 80], 100)]
    assert.deepEqual(joins(film, one, run(film, [30, 50], 82), two), [])
    assert.deepEqual(joins(film, one, run(film, [30, 50], 84), two), [30, 50])
    assert.deepEqual(joins(film, one, run(film, [30, 50], 82), run(film, [50, 80], 102)), [30])
  })

  it('are two where the second is short, and what follows goes on as it does under another map', () => {
    const film = levels(200, 1 / 30)
    const [long, short] = [run(film, [0, 40], 50), run(film, [40, 45], 150, [-80, 4])]
    const zoomed = (first: number): Segment => {
      const plain = run(film, [45, 70], first)
      return { ...plain, maps: Array.from(plain.frames, () => plain.maps[0] as Segment['maps'][number]) }
    }
    assert.deepEqual(joins(film, long, short, zoomed(155)), [40, 45])
    assert.deepEqual(joins(film, long, short, zoomed(180)), [45])
  })
})

describe('a run before a camera that stands still, beside one of which it was seen when', () => {
  const film = levels(200, 1 / 30)
  const told = run(film, [57, 74], 68)
  const firstFrames = (open: Segment, shots: readonly number[] = [0, 200]) =>
    carriedOn([open, told], film, [raw], shots, []).map(({ from, frames }) => [from, frames[0]])

  it('is carried on from that where nothing tells when, and the picture does not change suddenly', () => {
    assert.deepEqual(firstFrames(run(film, [0, 57], 91, [-95, 112])), [[0, 11]])
    assert.deepEqual(firstFrames(run(film, [0, 57], 91, [-95, 112]), [0, 57, 200]), [
      [0, 91],
      [57, 68],
    ])
  })

  it('stays another where its own range tells that it is of another time, or hardly leaves a range', () => {
    assert.deepEqual(firstFrames(run(film, [0, 57], 91, [-40, 40])), [
      [0, 91],
      [57, 68],
    ])
    assert.deepEqual(firstFrames(run(film, [0, 57], 20, [-12, 12])), [
      [0, 20],
      [57, 68],
    ])
  })

  it('stays another beside one frame that is held, of which nobody knows since when', () => {
    const held = { ...told, line: { ...told.line, rate: 0 }, frames: told.frames.map(() => 68) }
    const runs = carriedOn([run(film, [0, 57], 91, [-95, 112]), held], film, [raw], [0, 200], [])
    assert.deepEqual(
      runs.map(({ from }) => from),
      [0, 57],
    )
  })

  it('stays another beside one that the sound alone tells, and where the sound is cut', () => {
    const open = run(film, [0, 57], 91, [-95, 112])
    const [began] = told.frames
    const start = (began as number) / 30 - 57 / 30
    const startsOf = (next: Segment, heard: readonly HeardPlace[]) =>
      carriedOn([open, next], film, [raw], [0, 200], heard).map(({ from }) => from)
    assert.deepEqual(startsOf({ ...told, seenSlack: [-60, 70] }, []), [0, 57])
    assert.deepEqual(startsOf(told, [{ raw: 0, from: 57 / 30, to: 74 / 30, start }]), [0, 57])
    assert.deepEqual(startsOf(told, [{ raw: 0, from: 1, to: 74 / 30, start }]), [0])
  })
})
