import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { localText, offsetText, wallMicros, wallOf, writtenTime } from './wall-time.ts'

test('a written time is read with its zone, or with none', () => {
  const local = Date.UTC(2031, 4, 2, 14, 6, 31) * 1000
  const read = (text: string) => writtenTime(text)
  assert.deepEqual(read('2031-05-02T14:06:31Z'), { local, offsetMinutes: 0 })
  assert.deepEqual(read('2031-05-02T14:06:31.25+0200'), { local: local + 250_000, offsetMinutes: 120 })
  assert.deepEqual(read('2031-05-02 14:06:31 −03:30'), { local, offsetMinutes: -210 })
  assert.deepEqual(read('2031:05:02 14:06'), { local: local - 31e6, offsetMinutes: null })
  assert.deepEqual(read('2031/05/02 14:06:31,123456'), { local: local + 123_456, offsetMinutes: null })
})

test('what is no time of any day is refused', () => {
  for (const text of [
    '2031-02-30T10:00:00Z',
    '2031-05-02T24:00:00Z',
    '2031-05-02T10:60:00',
    '2031-05-02',
    '14:06:31',
    '2031-05-02T10:00:00+19:00',
    '',
  ])
    assert.equal(writtenTime(text), null, text)
})

test('a wall time written and read again is the same, in any zone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e15 }),
      fc.integer({ min: -12 * 60, max: 14 * 60 }),
      (micros, offset) => {
        const text = `${localText(wallMicros(micros), offset, 6)}${offsetText(offset)}`
        const back = writtenTime(text)
        assert.ok(back, text)
        assert.equal(back.offsetMinutes, offset)
        assert.equal(wallOf(back, offset), micros)
      },
    ),
  )
})
