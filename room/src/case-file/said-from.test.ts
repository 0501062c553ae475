import assert from 'node:assert/strict'
import test from 'node:test'
import { fieldsOf } from '@sightline/core/case/cards'
import { saidFrom } from './said-from.ts'

function form(values: Readonly<Record<string, string | readonly string[]>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values))
    for (const each of [value].flat()) data.append(name, each as string)
  return data
}
const at = (date: string, time: string, zone: string) =>
  form({ from: 'incident', source: 'call log', 'at.date': date, 'at.time': time, 'at.zone': zone })
const start = (data: FormData) => saidFrom(data, fieldsOf('clock-start', false))

test('what is left empty is null, lists are read line by line, and hashes are written small', () => {
  const viewing = fieldsOf('family-viewing', false)
  const { said } = saidFrom(
    form({ outcome: 'held', hashes: ' AB \n\ncd\r\n', attended: '  ', by: ' desk ' }),
    viewing,
  )
  assert.deepEqual(
    [said['hashes'], said['attended'], said['by'], said['place']],
    [['ab', 'cd'], null, 'desk', null],
  )
})

test('a date and a time are kept with the offset that their zone had then, in winter and in summer', () => {
  const offsetOf = (date: string) =>
    (start(at(date, '10:00', 'America/Chicago')).said['at'] as { readonly offsetMinutes: number })
      .offsetMinutes
  assert.deepEqual(['2031-01-15', '2031-07-15'].map(offsetOf), [-360, -300])
})

test('a time that the clock skipped or showed twice there is told, and one in no known zone likewise', () => {
  assert.deepEqual(start(at('2026-03-08', '02:30', 'America/Chicago')).wrong, { at: 'wallSkipped' })
  assert.deepEqual(start(at('2026-11-01', '01:30', 'America/Chicago')).wrong, { at: 'wallTwice' })
  assert.deepEqual(start(at('2026-11-01', '01:30', 'Nowhere/Town')).wrong, { at: 'wallWrong' })
  assert.deepEqual(start(at('2026-11-01', '01:30', '-05:00')).wrong, {})
  assert.equal(start(at('', '', 'America/Chicago')).said['at'], null)
})

test('chosen moments are a list, numbers are numbers, and what is computed is not asked', () => {
  const { said } = saidFrom(form({ moments: ['m1', 'm2'], reason: 'a\r\nb' }), fieldsOf('finding', false))
  assert.deepEqual([said['moments'], said['reason'], 'coverage' in said], [['m1', 'm2'], 'a\nb', false])
  assert.equal(saidFrom(form({ days: '60' }), fieldsOf('rule', false)).said['days'], 60)
})
