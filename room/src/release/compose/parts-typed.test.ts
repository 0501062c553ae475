import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Part } from '@sightline/core/release'
import { partsFrom, partsText } from './parts-typed.ts'

test('parts are read one a line, with any dash, and come back as they were typed', () => {
  const typed = '00:12.5 – 00:31\n1:00:02 - 1:00:03\n\n1:00:04 to 1:00:05.000001'
  const read = partsFrom(typed)
  assert.deepEqual(read, {
    parts: [
      { from: 12_500_000, to: 31_000_000 },
      { from: 3_602_000_000, to: 3_603_000_000 },
      { from: 3_604_000_000, to: 3_605_000_001 },
    ],
  })
  assert.ok('parts' in read)
  const again = partsFrom(partsText(read.parts as readonly Part[]))
  assert.deepEqual(again, read)
  assert.deepEqual(partsFrom(' \n'), { parts: [] })
})

test('a line that is not two times in order, apart from the one before, is named', () => {
  for (const wrong of ['0:10', '0:10 – 0:05', 'x – 0:05', '0:01 – 0:02 – 0:03', '0:05 – 0:05'])
    assert.deepEqual(partsFrom(`0:00 – 0:01\n${wrong}`), { wrong })
  assert.deepEqual(partsFrom('0:00 – 0:05\n0:05 – 0:06'), { wrong: '0:05 – 0:06' })
})
