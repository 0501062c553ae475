import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { talk } from '../../../test/cases/sound/sources.ts'
import { ToMono } from './to-mono.ts'

const heard = Int16Array.from(talk(3, 5), value => Math.round(Math.max(-3, Math.min(3, value)) * 6000))

function stereo(left: (n: number) => number, right: (n: number) => number): Int16Array {
  return Int16Array.from({ length: 2 * heard.length }, (_, n) => (n % 2 === 0 ? left(n >> 1) : right(n >> 1)))
}

function mono(interleaved: Int16Array, chunk = interleaved.length): Int16Array {
  const mixer = new ToMono()
  const out: number[] = []
  for (let at = 0; at < interleaved.length; at += chunk)
    out.push(...mixer.push(interleaved.subarray(at, at + chunk)))
  out.push(...mixer.finish())
  return Int16Array.from(out)
}

const sample = (n: number) => heard[n] as number

test('two equal channels give the same samples', () => {
  assert.deepEqual(mono(stereo(sample, sample)), heard)
})

test('a dead channel takes nothing from the other', () => {
  assert.deepEqual(mono(stereo(sample, () => 0)), heard)
  assert.deepEqual(mono(stereo(n => n % 3, sample)), heard)
})

test('an inverted channel does not erase the sound', () => {
  assert.deepEqual(mono(stereo(sample, n => -sample(n))), heard)
})

test('what comes out does not depend on the chunks', () => {
  const made = stereo(sample, n => (n < 20_000 ? sample(n) : n % 5))
  const whole = mono(made)
  assert.equal(whole.length, heard.length)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30_000 }), chunk => {
      // A chunk holds whole pairs: the reader of the pipe sees to that.
      assert.deepEqual(mono(made, 2 * chunk), whole)
    }),
    { numRuns: 10, seed: 4 },
  )
})
