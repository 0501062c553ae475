import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { SightlineError } from '../errors.ts'
import { type EntryBody, maxBodyBytes, parseBody, writeBody } from './body.ts'
import { utf8Encode } from './utf8.ts'

const sample = {
  salt: '00112233445566778899aabbccddeeff',
  at: '2021-04-15T09:30:00.000Z',
  type: 'case-opened',
  agent: { kind: 'machine', name: 'sightline', version: '0.1.0' },
  detail: { v: 1, title: 'Café, 2 recordings' },
} as const

const written =
  '{"v":1,"salt":"00112233445566778899aabbccddeeff","at":"2021-04-15T09:30:00.000Z","type":"case-opened",' +
  '"agent":{"kind":"machine","name":"sightline","version":"0.1.0"},"detail":{"v":1,"title":"Café, 2 recordings"}}'

test('a body is written in one key order, whatever the order it was made in', () => {
  const { salt, at, type, agent, detail } = sample
  assert.deepEqual(writeBody({ detail, agent, type, at, salt }), utf8Encode(written))
})

test('a body that is read is what was written', () => {
  const hex = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(bytes => Buffer.from(bytes).toString('hex'))
  const at = fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })
  const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).map(noMinusZero)
  fc.assert(
    fc.property(
      hex,
      at,
      fc.string({ minLength: 1, unit: 'binary' }),
      json,
      json,
      (salt, when, type, agent, detail) => {
        const body = { salt, at: when.toISOString(), type, agent, detail }
        const bytes = writeBody(body)
        const read = parseBody(bytes)
        assert.deepEqual(read, { v: 1, ...body })
        assert.deepEqual(writeBody(read), bytes)
      },
    ),
  )
})

test('a body that says the same in other bytes is refused', () => {
  const others = [
    written.replace('{"v":1,"salt"', '{"v": 1,"salt"'),
    `${written}\n`,
    `\uFEFF${written}`,
    written.replace('"title"', '"title":"A","title"'),
    written.replace('Café', 'Caf\\u00e9'),
    written.replace('"v":1,"title"', '"v":1.0,"title"'),
    written.replace('"type":"case-opened","agent"', '"agent"').replace(/\}$/, ',"type":"case-opened"}'),
  ]
  for (const text of others) assert.throws(() => parseBody(utf8Encode(text)), code('case.damaged'))
})

test('a body with a part that is missing, added or malformed is refused', () => {
  const others = [
    '',
    '[]',
    'null',
    'not JSON',
    written.replace('"type":"case-opened",', ''),
    written.replace(/\}$/, ',"more":1}'),
    written.replace('00112233', '0011223'),
    written.replace('09:30:00.000Z', '09:30:00Z'),
    written.replace('2021-04-15', '2021-02-30'),
    written.replace('"v":1,"salt"', '"v":0,"salt"'),
  ]
  for (const text of others) assert.throws(() => parseBody(utf8Encode(text)), code('case.damaged'))
  assert.throws(() => parseBody(new Uint8Array([0x22, 0xff, 0x22])), code('case.damaged'))
})

test('a body of a newer version is said to be newer, not damaged', () => {
  assert.throws(() => parseBody(utf8Encode('{"v":2,"what":"ever"}')), code('case.version'))
})

test('a body of exactly the limit is written, and one byte more is refused with the number found', () => {
  const room = maxBodyBytes - writeBody({ ...sample, detail: '' }).length
  assert.equal(writeBody({ ...sample, detail: 'x'.repeat(room) }).length, maxBodyBytes)
  assert.throws(
    () => writeBody({ ...sample, detail: 'x'.repeat(room + 1) }),
    (error: unknown) =>
      code('usage.wrong')(error) && error instanceof Error && error.message.includes('65537'),
  )
})

test('what JSON would change in silence is never written', () => {
  const values = [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1n,
    () => 1,
    Symbol('s'),
    new Date(0),
    new Map(),
    new Array(2),
  ]
  for (const value of values) {
    assert.throws(() => writeBody({ ...sample, detail: value }), /assertion failed/)
    assert.throws(() => writeBody({ ...sample, detail: { deep: [value] } }), /assertion failed/)
  }
  assert.throws(() => writeBody({ ...sample, detail: { key: { toJSON: () => 1 } } }), /assertion failed/)
})

test('a body without a proper salt or time is never written', () => {
  const wrong: Partial<EntryBody>[] = [
    { salt: '' },
    { salt: 'A'.repeat(32) },
    { at: '2021-04-15' },
    { type: '' },
  ]
  for (const part of wrong) assert.throws(() => writeBody({ ...sample, ...part }), /assertion failed/)
})

function code(expected: string) {
  return (error: unknown) => error instanceof SightlineError && error.code === expected
}

/** JSON has one zero. */
function noMinusZero<T>(value: T): T {
  return JSON.parse(JSON.stringify(value))
}
