import assert from 'node:assert/strict'
import test from 'node:test'
import { renewalsOf } from './deviations.ts'
import { Pairing } from './pairing.ts'
import { Levels, type Pictures } from './pictures.ts'

const [width, height] = [32, 16]

/** The same numbers from 0 to 1 for the same seed. */
function noise(seed: number): (n: number) => number {
  return n => {
    const mixed = Math.imul(n * 374761393 + seed * 1442695041, 1274126177)
    return (Math.imul(mixed ^ (mixed >>> 15), 2246822519) >>> 8) / 2 ** 24
  }
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

/** A camera that stands still: only its noise tells its frames apart. */
const scene = Array.from({ length: 60 }, (_, frame) => {
  const [ground, grain] = [noise(3), noise(50 + frame)]
  return Uint8Array.from({ length: width * height }, (_, n) => 60 + 90 * ground(n >> 3) + 5 * grain(n))
})

test('what a frame of a film shows as the one before it did says but a little more of when', () => {
  const film = scene.slice(0, 8).map((_, n) => {
    const error = noise(500 + n)
    return (scene[20] as Uint8Array).map((value, at) => value + Math.round(6 * error(at) - 3))
  })
  const pairing = new Pairing(levels(film), levels(scene), [1, 0, 0, 0, 1, 0], [0, 0, width, height])
  const times = Int32Array.from(scene, (_, n) => n)
  const told = renewalsOf(() => pairing, 0, film.length, times).map(({ likelihoods }) => likelihoods)
  const [first, ...more] = told.map(each => each[20] as number)
  assert.ok(first && more.length === 7)
  assert.equal(told[0]?.indexOf(Math.max(...(told[0] as Float32Array))), 20)
  assert.ok(
    more.every(each => Math.abs(each) < 0.6 * first),
    `${first}, then ${more}`,
  )
})
