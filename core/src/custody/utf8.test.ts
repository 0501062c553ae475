import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { utf8Decode, utf8Encode } from './utf8.ts'

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme' }))
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

test('text becomes the bytes that the host makes of it, lone surrogates included', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map(codes => String.fromCharCode(...codes))
  fc.assert(
    fc.property(fc.oneof(text, units), value => {
      assert.deepEqual(utf8Encode(value), new TextEncoder().encode(value))
    }),
  )
})

test('bytes are read as the host reads them, and refused where the host refuses them', () => {
  const near = fc
    .tuple(text, fc.nat(), fc.integer({ min: 0, max: 255 }))
    .map(([value, at, byte]) =>
      new TextEncoder().encode(value).map((old, i, all) => (i === at % all.length ? byte : old)),
    )
  fc.assert(
    fc.property(fc.oneof(near, fc.uint8Array({ maxLength: 12 })), bytes => {
      assert.equal(utf8Decode(bytes), hostDecode(bytes))
    }),
    { numRuns: 2000 },
  )
})

test('a text longer than one chunk, with a pair across the border, is read whole', () => {
  for (const length of [4094, 4095, 4096, 4097, 9000]) {
    const value = `${'a'.repeat(length)}😀é${'b'.repeat(length)}`
    assert.equal(utf8Decode(utf8Encode(value)), value)
  }
})

test('overlong forms, surrogates and cut characters are no UTF-8', () => {
  for (const bytes of [
    [0xc0, 0xaf],
    [0xe0, 0x80, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
    [0x80],
  ])
    assert.equal(utf8Decode(new Uint8Array(bytes)), null)
})

function hostDecode(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}
