import assert from 'node:assert/strict'
import test from 'node:test'
import { writtenTime } from '@sightline/core/time'
import { wallText, zoneText } from './zone-text.ts'
import { offsetIn, zoneName } from './zones.ts'

const local = (text: string) => {
  const read = writtenTime(text)
  assert.ok(read)
  return read.local
}
const minutesIn = (zone: string, text: string) => {
  const offset = offsetIn(zone, local(text))
  return offset.kind === 'offset' ? offset.minutes : offset.kind
}

test('a named zone has the offset of that day', () => {
  assert.equal(minutesIn('America/New_York', '2024-01-15 12:00:00'), -300)
  assert.equal(minutesIn('America/New_York', '2024-07-15 12:00:00'), -240)
  assert.equal(minutesIn('Asia/Kolkata', '2024-07-15 12:00:00'), 330)
  assert.equal(minutesIn('europe/zurich', '2024-07-15 23:59:59.9'), 120)
})

test('a time that a zone skipped or had twice is not guessed at', () => {
  assert.equal(minutesIn('America/New_York', '2024-03-10 02:30:00'), 'skipped')
  assert.equal(minutesIn('America/New_York', '2024-11-03 01:30:00'), 'twice')
  assert.equal(minutesIn('America/New_York', '2024-11-03 03:30:00'), -300)
  assert.equal(minutesIn('−05:00', '2024-11-03 01:30:00'), -300)
})

test('offsets are read as people write them, and what is no zone is said to be none', () => {
  for (const [zone, minutes] of [
    ['+02:00', 120],
    ['−5', -300],
    ['UTC+5:30', 330],
    ['-0330', -210],
    ['Z', 0],
    ['utc', 0],
  ] as const)
    assert.equal(minutesIn(zone, '2024-07-15 12:00:00'), minutes, zone)
  for (const zone of ['Atlantis', '+25:00', '', '+02:75'])
    assert.equal(minutesIn(zone, '2024-07-15 12:00:00'), 'unknown-zone', zone)
})

test('a zone is kept under one spelling, and an offset is told briefly', () => {
  assert.deepEqual(['utc+5:30', '−5', 'america/new_york'].map(zoneName), [
    '+05:30',
    '-05:00',
    'America/New_York',
  ])
  assert.deepEqual([0, 120, -210].map(zoneText), ['UTC', 'UTC+2', 'UTC−3:30'])
  const wall = (writtenTime('2024-07-15T12:00:00.25Z') ?? assert.fail()).local
  assert.equal(wallText(wall, 120), '2024-07-15 14:00:00.250')
})
