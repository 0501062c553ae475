import assert from 'node:assert/strict'
import test from 'node:test'
import { chicago, newDesk } from '../../../test/cases/case-file/desk.ts'
import { datedOf } from './calendar.ts'
import { duesOf } from './due.ts'
import { starterRules } from './starter-rules.ts'

const [chicagoRule] = starterRules
const start = (from: string, local: string) => ({ from, at: chicago(local), source: 'call log' })

test('a rule that nobody applied is not counted, and one without a start says so', () => {
  const desk = newDesk()
  const rule = desk.card('rule', chicagoRule ?? {})
  assert.deepEqual(duesOf(desk.state), [])
  desk.change(rule, { applies: 'yes' })
  assert.equal(duesOf(desk.state)[0]?.kind, 'no-start')
})

test('sixty days from the incident, then an extension: each step of the arithmetic is there', () => {
  const desk = newDesk()
  const rule = desk.card('rule', { ...chicagoRule, applies: 'yes' })
  desk.card('clock-start', start('incident', '2020-09-25T02:10:00'))
  const due = () => {
    const [first] = duesOf(desk.state)
    assert.equal(first?.kind, 'due')
    return first?.kind === 'due' ? first : assert.fail()
  }
  assert.equal(due().day, '2020-11-24')
  assert.deepEqual(
    due().steps.map(step => [step.kind, step.day]),
    [
      ['start', '2020-09-25'],
      ['counted', '2020-11-24'],
    ],
  )
  const extension = {
    rule,
    requester: 'county prosecutor',
    decider: 'law department',
    reason: 'witnesses are still to be heard',
    until: '2020-12-24',
    on: '2020-11-18',
    published: 'yes',
  }
  const id = desk.card('extension', extension)
  const last = due().steps.at(-1)
  assert.equal(due().day, '2020-12-24')
  assert.deepEqual(last?.kind === 'extended' && [last.from, last.byDays, last.upTo], [
    '2020-11-24',
    30,
    '2020-12-24',
  ])
  desk.done({
    do: 'withdraw-card',
    card: id,
    rev: desk.state.cards.get(id)?.rev,
    reason: 'entered in the wrong case',
  })
  assert.equal(due().day, '2020-11-24')
})

test('the day of the incident is that of the clock on the wall, whatever the day is in UTC', () => {
  const desk = newDesk()
  desk.card('rule', { ...chicagoRule, applies: 'yes' })
  // 23:50 in Chicago is the next day in UTC.
  desk.card('clock-start', start('incident', '2031-01-31T23:50:00'))
  const [due] = duesOf(desk.state)
  assert.equal(due?.kind === 'due' && due.day, '2031-04-01')
})

test('working days leave out weekends and the holidays that were entered, and say how many', () => {
  const desk = newDesk()
  desk.card('rule', { ...chicagoRule, days: 5, countedIn: 'working-days', applies: 'yes' })
  desk.card('clock-start', start('incident', '2031-07-02T12:00:00'))
  desk.card('holiday', { on: '2031-07-04', what: 'Independence Day' })
  const [due] = duesOf(desk.state)
  const step = due?.kind === 'due' ? due.steps[1] : undefined
  assert.deepEqual(step?.kind === 'counted' && [step.day, step.leftOut], ['2031-07-10', 3])
})

test('the start that was stated last counts, and several rules stand soonest first', () => {
  const desk = newDesk()
  for (const rule of starterRules) desk.card('rule', { ...rule, applies: 'yes' })
  desk.card('clock-start', start('incident', '2031-05-01T12:00:00'))
  desk.card('clock-start', start('incident', '2031-05-02T12:00:00'))
  desk.card('clock-start', start('knowledge', '2031-05-03T12:00:00'))
  const dues = duesOf(desk.state)
  assert.deepEqual(
    dues.map(due => (due.kind === 'due' ? due.day : due.kind)),
    ['2031-05-22', '2031-06-01', '2031-06-17', '2031-07-01', 'no-start'],
  )
})

test('every starter rule cites its source, and none applies or counts as checked', () => {
  assert.deepEqual(
    starterRules.map(({ days, extensionDays }) => [days, extensionDays]),
    [
      [60, 30],
      [45, null],
      [30, null],
      [21, 24],
      [20, null],
    ],
  )
  for (const rule of starterRules) {
    assert.ok(rule.citation.length > 20)
    assert.deepEqual([rule.applies, rule.checkedBy, rule.checkedOn], ['no', null, null])
  }
})

test('the calendar holds every day of the case file in order, the due day among them', () => {
  const desk = newDesk()
  desk.card('rule', { ...chicagoRule, days: 3, applies: 'yes' })
  desk.card('clock-start', start('incident', '2031-05-01T12:30:00'))
  desk.card('notice', { party: 'family', who: 'the mother', state: 'given', on: '2031-05-02' })
  assert.deepEqual(
    datedOf(desk.state).map(each => [each.day, each.kind]),
    [
      ['2031-05-01', 'card'],
      ['2031-05-02', 'card'],
      ['2031-05-04', 'due'],
    ],
  )
})
