import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { likeliestRuns, ofInnovations, Places, rangeOf } from './likeliest-runs.ts'
import { Levels } from './pictures.ts'

const picture = new Uint8Array(16 * 16)

function levels(count: number): Levels {
  return new Levels({
    ...{ width: 16, height: 16, fullWidth: 16, fullHeight: 16, count },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: () => picture,
    colour: () => picture,
  })
}

const [film, raw] = [levels(60), levels(200)]
const whole = { from: 0, to: 60 }
const times = Int32Array.from({ length: 200 }, (_, n) => n)
const grid = new Places([], film, raw, times, whole)

/** Each frame goes with one frame of the recording by so much, and by nothing with the others. */
function renewals(shown: (frame: number) => number, sure: (frame: number) => number) {
  return Array.from({ length: 60 }, (_, frame) => ({
    frame,
    likelihoods: Float32Array.from(times, time => (time === shown(frame) ? sure(frame) : 0)),
  }))
}

describe('the likeliest way through a still scene', () => {
  const cut = (frame: number) => (frame < 30 ? 20 : 120) + frame
  /** Heard from within frame 30 on: most of a frame late. */
  const heard = [{ raw: 0, from: 30.7 / 30, to: 2, start: (120 + 0.3) / 30 }]
  const joinsOf = (atCut: number) =>
    likeliestRuns(
      grid,
      renewals(cut, frame => (frame === 30 ? atCut : 3)),
      film,
      whole,
      [0, 60],
      new Set(),
      heard,
      [],
    ).map(({ from }) => from)

  it('joins a frame before sound is heard where that frame tells so', () => {
    assert.deepEqual(joinsOf(8), [0, 30])
  })

  it('and where the sound begins where that frame tells nothing', () => {
    assert.deepEqual(joinsOf(0), [0, 31])
  })
})

describe('what a run leaves open', () => {
  const run = { ...whole, rate: 1, start: (20 + 0.3) / 30 }

  it('is other places that are less likely by no more than ten, another speed by no more than four', () => {
    const over = (first: number, later: number) =>
      rangeOf(
        grid,
        renewals(
          frame => 20 + frame,
          frame => (frame === 0 ? first : frame === 59 ? later : 0),
        ),
        run,
      )
    assert.deepEqual(over(11, 5), [-1, 1])
    const [slower, faster] = over(11, 3)
    assert.ok(slower <= -40 && slower > -60 && faster >= 100)
    const [earlier, later] = over(5, 4)
    assert.ok(earlier <= -20 && later >= 110)
  })

  it('is more where what moves tells', () => {
    const told = renewals(
      frame => 20 + frame,
      frame => (frame === 0 || frame === 59 ? 7 : 0),
    )
    assert.deepEqual(rangeOf(grid, told, run), [-1, 1])
    const [earlier, later] = rangeOf(grid, told, run, ofInnovations)
    assert.ok(earlier < -20 && later > 20)
  })
})
