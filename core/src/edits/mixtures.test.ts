import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shareInOtherLight } from './mixtures.ts'

const size = 2000
/** Two pictures of which neither tells the other, in grey levels. */
const one = Float32Array.from(
  { length: size },
  (_, n) => 60 + 50 * Math.sin(n * 0.31) + 20 * Math.sin(n * 0.047),
)
const two = Float32Array.from({ length: size }, (_, n) => 120 + 60 * Math.sin(n * 0.11 + 1))
const seen = (at: (a: number, b: number) => number) =>
  Uint8Array.from(one, (a, n) => Math.round(Math.max(0, Math.min(255, at(a, two[n] as number)))))

test('the share of the second picture is told in a mixture', () => {
  for (const share of [0, 0.1, 0.4, 0.6, 0.9, 1]) {
    const told = shareInOtherLight(
      one,
      two,
      seen((a, b) => (1 - share) * a + share * b),
    )
    assert.ok(told !== null && Math.abs(told - share) < 0.02, `${told} for ${share}`)
  }
})

test('a brighter second picture moves the share little', () => {
  const told = shareInOtherLight(
    one,
    two,
    seen((a, b) => 0.5 * a + 0.5 * (1.3 * b - 20)),
  )
  assert.ok(told !== null && Math.abs(told - 0.5) < 0.1, `${told}`)
})

test('neither of two like pictures is told, nor is a frame that is dark', () => {
  assert.equal(
    shareInOtherLight(
      one,
      one.map(a => 1.1 * a - 5),
      seen(a => a),
    ),
    null,
  )
  assert.equal(
    shareInOtherLight(
      one,
      two,
      seen(a => 16 + 0.3 * (a - 16)),
    ),
    null,
  )
})

test('what is from elsewhere is no mixture', () => {
  const other = Uint8Array.from({ length: size }, (_, n) => 128 + Math.round(90 * Math.sin(n * 1.7)))
  assert.equal(shareInOtherLight(one, two, other), null)
})
