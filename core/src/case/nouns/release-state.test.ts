import assert from 'node:assert/strict'
import test from 'node:test'
import { chicago, newDesk } from '../../../../test/cases/case-file/desk.ts'

const sealed = 'f'.repeat(64)
const asOf = '2031-06-01T12:00:00.000Z'
const rule = {
  name: 'rule',
  days: 60,
  countedIn: 'calendar-days',
  from: 'incident',
  familyFirst: 'required',
  citation: 'somewhere',
  applies: 'yes',
}

function deskWithClock() {
  const desk = newDesk()
  desk.card('rule', rule)
  desk.card('clock-start', { from: 'incident', at: chicago('2031-05-01T10:00:00'), source: 'call log' })
  const move = (to: string, more: object = {}) => ({
    do: 'move-release',
    rev: desk.state.release.rev,
    to,
    sealed: to === 'sealed' ? sealed : null,
    reason: 'as planned',
    override: null,
    asOf,
    ...more,
  })
  return { desk, move }
}

test('a release goes its way step by step, and skips nothing', () => {
  const { desk, move } = deskWithClock()
  assert.match(desk.refused(move('published')), /collecting cannot become published/)
  desk.done(move('reviewing'))
  desk.done(move('sealed'))
  assert.equal(desk.state.release.sealed, sealed)
  assert.match(desk.refused(move('published')), /what is missing for published: no-viewing$/)
})

test('a viewing counts only when the very set that is sealed was shown', () => {
  const { desk, move } = deskWithClock()
  for (const to of ['reviewing', 'sealed']) desk.done(move(to))
  const viewing = {
    outcome: 'held',
    at: chicago('2031-05-20T18:00:00'),
    place: 'the office',
    attended: ['the mother', 'attorney of the family'],
    interpreter: 'staff interpreter',
    by: 'family liaison',
  }
  desk.card('family-viewing', { ...viewing, hashes: ['e'.repeat(64)] })
  assert.match(desk.refused(move('previewed')), /no-viewing/)
  desk.card('family-viewing', { ...viewing, hashes: [sealed] })
  desk.done(move('previewed'))
  desk.done(move('published'))
  assert.equal(desk.state.release.stage, 'published')
  assert.match(desk.refused(move('reviewing')), /cannot become/)
  desk.done(move('corrected', { reason: 'a name was wrong' }))
  desk.done(move('recalled', { reason: 'a court order' }))
})

test('what is missing is named by card, and a person may go on by name and reason, which stays', () => {
  const { desk, move } = deskWithClock()
  for (const to of ['reviewing', 'sealed']) desk.done(move(to))
  const notice = desk.card('notice', { party: 'officer', who: 'Officer A', state: 'owed' })
  const hold = desk.card('hold', { what: 'all', orderedBy: 'a court', reason: 'order', on: '2031-05-20' })
  const embargo = desk.card('embargo', { until: chicago('2031-06-01T08:00:00'), withWhom: 'the press' })
  const asked = move('published', { asOf: '2031-06-01T12:59:59.000Z' })
  assert.match(
    desk.refused(asked),
    new RegExp(`hold-stands ${hold}, no-viewing, notice-owed ${notice}, embargo-stands ${embargo}`),
  )
  // An hour later the embargo is over: 08:00 in Chicago is 13:00 in UTC.
  assert.doesNotMatch(desk.refused(move('published', { asOf: '2031-06-01T13:00:00.000Z' })), /embargo/)
  desk.done({ ...asked, override: 'the mayor’s written order' }, 'p2')
  const step = desk.state.release.steps.at(-1)
  assert.deepEqual(
    [step?.override, step?.lacked.length, step?.agent],
    ['the mayor’s written order', 4, { kind: 'person', person: 'p2' }],
  )
})

test('two people who move the release at once are told of each other', () => {
  const { desk, move } = deskWithClock()
  const asked = move('reviewing')
  desk.done(asked)
  assert.equal(desk.refused(asked), 'stale release')
})

test('sealing names a hash, and going back to reviewing forgets it', () => {
  const { desk, move } = deskWithClock()
  desk.done(move('reviewing'))
  assert.match(desk.refused(move('sealed', { sealed: null })), /names the hash/)
  desk.done(move('sealed'))
  desk.done(move('reviewing', { reason: 'a face was missed' }))
  assert.equal(desk.state.release.sealed, null)
})
