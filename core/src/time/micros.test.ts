import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { decimalFromMicros, microsFromDecimal } from './micros.ts'
import { microsOfTicks, rationalFrom } from './rational.ts'
import { complement, isInside, overlap, type Span, span, union } from './span.ts'

test('decimal seconds and whole microseconds are the same thing written twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e14, max: 1e14 }), micros => {
      assert.equal(microsFromDecimal(decimalFromMicros(micros)), micros)
    }),
  )
})

test('decimal seconds are read without a binary fraction in between', () => {
  assert.equal(microsFromDecimal('4.350003'), 4_350_003)
  assert.equal(microsFromDecimal('-0.5'), -500_000)
  assert.equal(microsFromDecimal('1.0000005'), 1_000_001)
  assert.equal(microsFromDecimal('12'), 12_000_000)
})

test('what is not a decimal number of seconds is refused', () => {
  for (const text of ['', 'x', '1e3', '1.2.3', 'NaN', '1:20', '99999999999999999'])
    assert.equal(microsFromDecimal(text), null)
})

test('ticks become microseconds rounded once, however large', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.maxSafeInteger(), fc.integer()),
      fc.constantFrom('1/90000', '1001/30000', '1/12800', '1/1000000000'),
      (ticks, text) => {
        const base = rationalFrom(text)
        assert.ok(base)
        const exact =
          (BigInt(Math.abs(ticks)) * BigInt(base.num) * 2_000_000n + BigInt(base.den)) /
          (2n * BigInt(base.den))
        fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER))
        assert.equal(BigInt(microsOfTicks(ticks, base)), ticks < 0 ? -exact : exact)
      },
    ),
  )
})

test('a ratio without a value is not a ratio', () => {
  for (const text of ['0/0', '30/0', '0/1', 'N/A', '']) assert.equal(rationalFrom(text), null)
})

const anySpans = fc.array(
  fc
    .tuple(fc.integer({ min: -50, max: 50 }), fc.nat(20))
    .map(([from, length]): Span => span(from, from + length)),
)

test('union covers the same instants once, in order, and a second union changes nothing', () => {
  fc.assert(
    fc.property(anySpans, fc.integer({ min: -60, max: 80 }), (spans, instant) => {
      const joined = union(spans)
      assert.equal(
        joined.filter(each => isInside(each, instant)).length,
        spans.some(each => isInside(each, instant)) ? 1 : 0,
      )
      assert.deepEqual(union(joined), joined)
    }),
  )
})

test('complement and union share the whole out between them', () => {
  fc.assert(
    fc.property(anySpans, fc.integer({ min: -60, max: 80 }), (spans, instant) => {
      const whole = span(-40, 60)
      const isLeft = complement(whole, spans).some(each => isInside(each, instant))
      const isCovered = spans.some(each => isInside(each, instant))
      assert.equal(isLeft, isInside(whole, instant) && !isCovered)
    }),
  )
})

test('spans that only touch share nothing', () => {
  assert.equal(overlap(span(0, 2), span(2, 4)), null)
  assert.throws(() => span(2, 1), /ends at or after its start/)
})
