import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bendOf } from './bent-tones.ts'

const tones = Array.from({ length: 32 }, (_, n) => n)
const alike = new Uint32Array(32).fill(100)
/** Off the line from black to white, in grey levels. */
const gamma = (by: number) => tones.map(n => 255 * ((n / 31) ** by - n / 31))

test('tones that a strong gamma bends lie on one curve', () => {
  for (const by of [0.7, 1.8]) {
    const off = gamma(by)
    const bend = bendOf(off, alike)
    assert.ok(bend)
    for (const n of tones.slice(2)) assert.ok(Math.abs(bend(n) - (off[n] as number)) < 12, `${by} at ${n}`)
  }
})

test('tones over which something is drawn, and few tones, do not', () => {
  assert.equal(
    bendOf(
      tones.map(n => (n > 24 ? -35 : 0)),
      alike,
    ),
    null,
  )
  assert.equal(
    bendOf(
      gamma(1.8).map((each, n) => (n < 9 ? each : null)),
      alike,
    ),
    null,
  )
})
