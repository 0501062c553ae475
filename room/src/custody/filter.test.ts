import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LogLine } from '../source/case-source.ts'
import { everything, fits } from './filter.ts'

const line = (entry: object): LogLine => ({ seq: 1, hash: 'a'.repeat(64), entry: entry as LogLine['entry'] })
const told = () => ({ what: 'Moment marked', detail: 'The door opens', by: 'R. Desk' })
const marked = line({
  type: 'moment-marked',
  agent: { kind: 'person', person: 'p1' },
  detail: { v: 1, moment: 'm7', when: { on: 'recording', recording: 'r'.repeat(64) } },
})

test('entries are found by words, by who made them, and by what they name at any depth', () => {
  assert.equal(fits(everything, marked, told), true)
  assert.equal(fits({ ...everything, words: ' DOOR ' }, marked, told), true)
  assert.equal(fits({ ...everything, words: 'desk' }, marked, told), true)
  assert.equal(fits({ ...everything, words: 'window' }, marked, told), false)
  assert.equal(fits({ ...everything, who: 'p1', item: 'r'.repeat(64) }, marked, told), true)
  assert.equal(fits({ ...everything, who: 'machine' }, marked, told), false)
  assert.equal(fits({ ...everything, item: 'm8' }, marked, told), false)
})

test('an entry whose body is absent is about nothing and nobody', () => {
  const withheld = line({ type: 'withheld' })
  assert.equal(fits(everything, withheld, told), true)
  assert.equal(fits({ ...everything, who: 'p1' }, withheld, told), false)
  assert.equal(fits({ ...everything, item: 'm7' }, withheld, told), false)
})
