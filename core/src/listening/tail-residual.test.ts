import assert from 'node:assert/strict'
import test from 'node:test'
import { normalFrom, randomFrom } from '../../../test/cases/sound/random.ts'
import { plainTailLoops } from './tail-loops.ts'
import { TailResidual } from './tail-residual.ts'

const ms = 48
const blocks = 200
const crackAt = 120

/** A tail that rings at two low pitches, and in block 120 a crack of 6 ms that is far weaker. */
function samples(crack: number): Int16Array {
  const normal = normalFrom(randomFrom(3))
  const out = new Float64Array(blocks * ms)
  for (const [hz, width] of [
    [180, 40],
    [900, 120],
  ] as const) {
    const r = Math.exp((-Math.PI * width) / 48_000)
    const turn = 2 * r * Math.cos((2 * Math.PI * hz) / 48_000)
    let [y1, y2] = [0, 0]
    for (let n = 0; n < out.length; n++) {
      const y = 5 * normal() + turn * y1 - r * r * y2
      y2 = y1
      y1 = y
      out[n] = (out[n] as number) + y
    }
  }
  for (let n = crackAt * ms; n < (crackAt + 6) * ms; n++) out[n] = (out[n] as number) + crack * normal()
  return Int16Array.from(out, Math.round)
}

function jumpDb(crack: number): { readonly left: number; readonly plain: number } {
  const held = samples(crack)
  const levels = new Float32Array(blocks - 2)
  const loops = plainTailLoops()
  loops.hold(held, 2 * ms, levels.length, ms)
  new TailResidual(ms, loops).lay(28 * ms, levels)
  const plain = Float32Array.from(levels, (_, block) =>
    held.subarray((block + 2) * ms, (block + 3) * ms).reduce((sum, value) => sum + value * value, 0),
  )
  const mean = (of: Float32Array, from: number, to: number) =>
    of.subarray(from - 2, to - 2).reduce((sum, value) => sum + value, 0) / (to - from)
  const jump = (of: Float32Array) =>
    Math.round(10 * Math.log10(mean(of, crackAt, crackAt + 6) / mean(of, crackAt - 30, crackAt)))
  return { left: jump(levels), plain: jump(plain) }
}

test('what a tail does not foretell stands out of it, and the tail alone is steady', () => {
  assert.equal(jumpDb(0).left, 0)
  // In dB; the deep rings swing by as much as the 5 that the sound as it is rises by, with the crack and without.
  assert.deepEqual(jumpDb(30), { left: 13, plain: 5 })
  assert.equal(jumpDb(0).plain, 5)
})
