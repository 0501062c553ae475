import assert from 'node:assert/strict'
import test from 'node:test'
import type { Moment } from '@sightline/core/case'
import type { CaseMicros } from '@sightline/core/time'
import { everyMoment, filtered, type ListedMoment, neighbour } from './moment-list.ts'

function listed(id: string, at: number | null, fields: Partial<Moment> = {}): ListedMoment {
  const moment: Moment = {
    id,
    when: { on: 'case', from: 0 as CaseMicros, to: null, seen: null },
    region: null,
    name: 'Gate opens',
    description: null,
    tags: [],
    agent: { kind: 'person', person: 'p1' },
    at: '2031-05-03T09:00:00.000Z',
    withdrawn: null,
    rev: 1,
    ...fields,
  }
  const time = at as CaseMicros
  return { moment, on: at === null ? null : { from: time, to: time }, recording: null }
}

const all = [
  listed('m1', 10, { tags: ['Gate'] }),
  listed('m2', 20, { agent: { kind: 'person', person: 'p2' } }),
  listed('m3', 30, { withdrawn: 'mistaken' }),
  listed('m4', null, { name: 'A cough', description: 'behind the GATE' }),
]
const ids = (moments: readonly ListedMoment[]) => moments.map(each => each.moment.id)

test('withdrawn moments are listed only when they are asked for', () => {
  assert.deepEqual(ids(filtered(all, everyMoment)), ['m1', 'm2', 'm4'])
  assert.deepEqual(ids(filtered(all, { ...everyMoment, withWithdrawn: true })), ['m1', 'm2', 'm3', 'm4'])
})

test('moments are found by tag, by person, by words anywhere in them, and by what they are of', () => {
  const found = (fields: Partial<typeof everyMoment>) => ids(filtered(all, { ...everyMoment, ...fields }))
  assert.deepEqual(found({ tag: 'Gate' }), ['m1'])
  assert.deepEqual(found({ person: 'p2' }), ['m2'])
  assert.deepEqual(found({ text: ' gate' }), ['m1', 'm2', 'm4'])
  assert.deepEqual(found({ of: 'case', text: 'cough' }), ['m4'])
  assert.deepEqual(found({ of: 'f'.repeat(64) }), [])
})

test('going from moment to moment never stays where it is, and ends at the ends', () => {
  const at = (time: number, by: 1 | -1) => neighbour(all, time, by)?.moment.id ?? null
  assert.deepEqual([at(0, 1), at(10, 1), at(30, 1)], ['m1', 'm2', null])
  assert.deepEqual([at(30, -1), at(10, -1)], ['m2', null])
})
