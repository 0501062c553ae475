import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockLevels, blockSamplesAt } from './block-levels.ts'
import { CourseMeter } from './level-course.ts'
import { Surroundings, surroundingNames } from './surroundings.ts'

const rate = 16_000
const blockSamples = blockSamplesAt(rate)

/** Quiet noise with clicks at these seconds, each with its height. */
function clicks(seconds: number, at: readonly (readonly [number, number])[]): Int16Array {
  const out = new Int16Array(seconds * rate)
  for (let n = 0; n < out.length; n++) out[n] = ((n * 7919) % 21) - 10
  for (const [second, height] of at)
    for (let n = 0; n < 80; n++) out[second * rate + n] = n % 2 === 0 ? height : -height
  return out
}

test('the course of levels does not depend on how the recording was cut', () => {
  const samples = clicks(3, [
    [0.5, 8000],
    [1.7, 3000],
    [2.999, 9000],
  ])
  const levels = blockLevels(samples, rate, 0)
  const whole = new CourseMeter()
  whole.add(levels, 0, levels.count)
  const parts = new CourseMeter()
  for (let from = 0; from < levels.count; from += 37)
    parts.add(levels, from, Math.min(levels.count, from + 37))
  assert.deepEqual(parts.finish(), whole.finish())
  const { sharp, plain } = whole.finish()
  assert.equal(plain.length, 60)
  assert.ok((sharp[10] as number) > 100 * (sharp[12] as number))
  // 5 ms of ±8000 are all of a loudest mean.
  assert.ok(Math.abs((plain[10] as number) - (8000 / 32_768) ** 2) < 1e-3)
})

test('an onset is set against levels, speech and onsets seconds around it', () => {
  const at = [1, 3, 3.5, 3.55, 9]
  const samples = clicks(
    10,
    at.map((second, n) => [second, [8000, 8000, 1000, 900, 8000][n] as number]),
  )
  const levels = blockLevels(samples, rate, 0)
  const meter = new CourseMeter()
  meter.add(levels, 0, levels.count)
  const onsets = at.map((second, n) => ({ at: second * rate, power: [1, 1, 0.01, 1, 1][n] as number }))
  const speech = new Float32Array(400)
  // From 3.2 s on somebody speaks.
  speech.fill(1, 100, 140)
  const around = new Surroundings(onsets, speech, meter.finish(), { rate, blockSamples })
  const of = (index: number) => {
    const out = new Float64Array(surroundingNames.length)
    around.lay(index, out, 0)
    return Object.fromEntries(surroundingNames.map((name, n) => [name, out[n] as number]))
  }
  const [alone, second, weak, , last] = at.map((_, n) => of(n))
  assert.equal(alone?.['others'], 0)
  assert.equal(alone?.['louder'], -30)
  assert.equal(second?.['others'], Math.log2(3))
  assert.equal(second?.['as loud'], 1)
  // Of the two others within 2 s one lies within 0.1 s: that belongs to the onset itself.
  assert.equal(weak?.['others'], 1)
  assert.equal(Math.round(weak?.['louder'] as number), 20)
  assert.ok((weak?.['sharp past'] as number) > 15 && (second?.['sharp past'] as number) < -30)
  assert.equal(second?.['speech past'], 0)
  assert.ok((second?.['speech soon'] as number) > 0.2 && last?.['speech soon'] === 0)
  assert.ok((last?.['sharp usual'] as number) < -30)
})
