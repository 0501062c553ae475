import assert from 'node:assert/strict'
import test from 'node:test'
import { Command } from '@sightline/core/commands'
import { mediaMicros } from '@sightline/core/time'
import { numberTyped, readingTyped } from './reading-typed.ts'

test('a reading is kept as it was shown, with the offset that its zone had then', () => {
  const reading = readingTyped('2031-05-02 14:03:22.50', 'europe/zurich')
  assert.deepEqual(reading, { local: '2031-05-02T14:03:22.5', zone: 'Europe/Zurich', offsetMinutes: 120 })
  const command = {
    ...{ do: 'read-clock', recording: 'a'.repeat(64), media: mediaMicros(0), reading },
    ...{ errorMs: null, reason: 'why' },
  }
  assert.ok(Command.safeParse(command).success, 'the case takes it')
})

test('a zone written behind the time counts, and every spelling of it is one that the case takes', () => {
  assert.deepEqual(readingTyped('2031-05-02 14:03 −0430', 'Europe/Zurich'), {
    local: '2031-05-02T14:03:00',
    zone: '-04:30',
    offsetMinutes: -270,
  })
  for (const zone of ['UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires', 'UTC−5', '+1']) {
    const reading = readingTyped('2031-05-02 14:03:22', zone)
    const command = { do: 'read-clock', recording: 'a'.repeat(64), media: 0, errorMs: null, reason: 'why' }
    assert.ok(Command.safeParse({ ...command, reading }).success, zone)
  }
})

test('what cannot be a reading says why', () => {
  assert.equal(readingTyped('14:03:22', 'UTC'), 'notATime')
  assert.equal(readingTyped('2031-05-02 14:03:22', 'nowhere'), 'notAZone')
  assert.equal(readingTyped('2024-11-03 01:30:00', 'America/New_York'), 'twice')
  assert.equal(readingTyped('2024-03-10 02:30:00', 'America/New_York'), 'skipped')
})

test('a number may be left empty, and must be one otherwise', () => {
  assert.deepEqual(
    [numberTyped(' '), numberTyped('1,5'), numberTyped('-1'), numberTyped('ten'), numberTyped('7', 5)],
    [null, 1.5, 'wrong', 'wrong', 'wrong'],
  )
})
