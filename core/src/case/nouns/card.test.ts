import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { chicago, newDesk } from '../../../../test/cases/case-file/desk.ts'
import {
  cardKindNames,
  cardKinds,
  cardsNaming,
  cardsOf,
  fieldsOf,
  knownCard,
  readHidden,
} from '../cards/index.ts'

const claim = { matter: 'Was the prop in the hand?', speaksOf: 'no-recording-named', perRecording: 'yes' }
const participant = { role: 'Trainee A', minor: 'no' }

test('what nobody stated is null, and a card is known by the number of its entry', () => {
  const desk = newDesk()
  const id = desk.card('participant', participant)
  assert.equal(id, 'k1')
  assert.deepEqual(knownCard(desk.state, id)?.said, {
    ...participant,
    sort: null,
    about: null,
    saidBy: null,
  })
})

test('what must be stated is asked for, and what is not known to a kind is refused', () => {
  const desk = newDesk()
  assert.match(
    desk.refused({ do: 'enter-card', of: 'claim', said: {}, hidden: null }),
    /matter.*must be stated/,
  )
  const odd = { do: 'enter-card', of: 'claim', said: { ...claim, verdict: 'x' }, hidden: null }
  assert.equal(desk.refused(odd), 'claim: "verdict" is not among its fields')
  const wrongChoice = { ...claim, speaksOf: 'everything' }
  assert.match(
    desk.refused({ do: 'enter-card', of: 'claim', said: wrongChoice, hidden: null }),
    /"speaksOf": expected one of .*found "everything"/,
  )
})

test('a card that names what is not in the case, or a card of another kind, is refused', () => {
  const desk = newDesk()
  const said = { claim: 'k9', statement: 's1' }
  assert.equal(desk.refused({ do: 'enter-card', of: 'speaking', said, hidden: null }), 'unknown k9')
  const person = desk.card('participant', participant)
  const wrong = { ...said, claim: person }
  assert.equal(
    desk.refused({ do: 'enter-card', of: 'speaking', said: wrong, hidden: null }),
    `unknown ${person}`,
  )
})

test('two people who change different fields of one claim both keep every word', () => {
  const desk = newDesk()
  const id = desk.card('claim', claim)
  const rev = desk.state.cards.get(id)?.rev
  desk.done(
    { do: 'change-card', card: id, rev, said: { matter: 'Was the prop in his right hand?' }, hidden: null },
    'p1',
  )
  desk.done(
    { do: 'change-card', card: id, rev, said: { detail: 'When the first blank is heard.' }, hidden: null },
    'p2',
  )
  const { said } = desk.state.cards.get(id) ?? {}
  assert.deepEqual(
    [said?.['matter'], said?.['detail']],
    ['Was the prop in his right hand?', 'When the first blank is heard.'],
  )
})

test('of two people who change the same field the second is told, and nothing is written over', () => {
  const desk = newDesk()
  const id = desk.card('claim', claim)
  const rev = desk.state.cards.get(id)?.rev
  desk.done({ do: 'change-card', card: id, rev, said: { matter: 'one' }, hidden: null })
  const second = { do: 'change-card', card: id, rev, said: { matter: 'two', detail: 'x' }, hidden: null }
  assert.equal(desk.refused(second), `stale ${id}`)
  assert.equal(desk.state.cards.get(id)?.said['matter'], 'one')
})

test('whatever two people type into whichever fields in whichever order, what was accepted stands', () => {
  const field = fc.constantFrom('matter', 'detail')
  const edits = fc.array(fc.record({ field, words: fc.stringMatching(/^[a-z]{1,9}$/), back: fc.nat(3) }), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(edits, all => {
      const desk = newDesk()
      const id = desk.card('claim', claim)
      const revs = [desk.state.seq]
      const stands: Record<string, string> = {}
      const since: Record<string, number> = {}
      for (const { field: name, words, back } of all) {
        const rev = revs[Math.max(0, revs.length - 1 - back)] ?? 0
        const asked = { do: 'change-card', card: id, rev, said: { [name]: words }, hidden: null }
        const isStale = (since[name] ?? 0) > rev
        if (isStale) assert.equal(desk.refused(asked), `stale ${id}`)
        else {
          desk.done(asked)
          stands[name] = words
          since[name] = desk.state.seq
          revs.push(desk.state.seq)
        }
      }
      for (const [name, words] of Object.entries(stands))
        assert.equal(desk.state.cards.get(id)?.said[name], words)
    }),
  )
})

test('private fields stand in entries and in a collection of their own', () => {
  const desk = newDesk()
  const id = desk.card('participant', participant, { contact: 'canary' })
  assert.ok(!JSON.stringify([...desk.state.cards]).includes('canary'))
  const [card] = cardsOf(desk.state, 'participant')
  assert.equal(card && readHidden(desk.state, card)?.['contact'], 'canary')
  desk.undo()
  assert.equal(desk.state.cards.get(id)?.withdrawn, 'undone')
})

test('entering, changing and withdrawing are taken back by further entries', () => {
  const desk = newDesk()
  const id = desk.card('claim', { ...claim, detail: 'before' })
  desk.change(id, { detail: 'after' })
  desk.undo()
  assert.equal(desk.state.cards.get(id)?.said['detail'], 'before')
  desk.done({ do: 'withdraw-card', card: id, rev: desk.state.cards.get(id)?.rev, reason: 'twice' })
  assert.equal(cardsOf(desk.state, 'claim').length, 0)
  assert.match(
    desk.refused({ do: 'change-card', card: id, rev: desk.state.seq, said: { detail: 'x' }, hidden: null }),
    /withdrawn/,
  )
  desk.undo()
  assert.equal(cardsOf(desk.state, 'claim').length, 1)
})

test('findings of several people all stand, and none is changed: a change of mind is a new one', () => {
  const desk = newDesk()
  const id = desk.card('claim', claim)
  const finding = {
    claim: id,
    result: 'cannot-be-resolved',
    reason: 'the barrier hides it',
    on: '2031-05-04',
  }
  const first = desk.card('finding', finding)
  desk.card('finding', { ...finding, result: 'shown' })
  assert.equal(cardsNaming(desk.state, id, 'finding').length, 2)
  const asked = {
    do: 'change-card',
    card: first,
    rev: desk.state.seq,
    said: { result: 'shown' },
    hidden: null,
  }
  assert.match(desk.refused(asked), /stands as it was made/)
})

test('“not shown” without what the cameras could see is refused', () => {
  const desk = newDesk()
  const id = desk.card('claim', claim)
  const said = { claim: id, result: 'not-shown', reason: 'nothing to be seen', on: '2031-05-04' }
  assert.match(
    desk.refused({ do: 'enter-card', of: 'finding', said, hidden: null }),
    /could and could not see/,
  )
})

test('a notice, a viewing and a relation say what they rest on', () => {
  const desk = newDesk()
  const refused = (of: string, said: object) => desk.refused({ do: 'enter-card', of, said, hidden: null })
  assert.match(refused('notice', { party: 'family', who: 'the mother', state: 'given' }), /has a day/)
  assert.match(refused('notice', { party: 'officer', who: 'Officer A', state: 'waived' }), /has a reason/)
  assert.match(refused('family-viewing', { outcome: 'held', by: 'liaison' }), /by its hash/)
  const someone = desk.card('participant', participant)
  const relation = { participant: someone, relation: 'represents', assertedBy: 'the office' }
  assert.match(refused('relation', relation), /names what it is to/)
  assert.match(
    refused('identity', { what: 'same', participant: someone, other: someone, reason: 'x' }),
    /from itself/,
  )
})

test('a wall reading that there is not is refused', () => {
  const desk = newDesk()
  const said = { from: 'incident', at: chicago('2031-02-30T10:00:00'), source: 'call log' }
  assert.match(
    desk.refused({ do: 'enter-card', of: 'clock-start', said, hidden: null }),
    /a date and a time of day in a zone/,
  )
})

test('every kind has a field that must be stated, and no field is both open and private', () => {
  for (const name of cardKindNames) {
    const open = fieldsOf(name, false)
    assert.ok(
      Object.values(open).some(({ isRequired }) => isRequired),
      name,
    )
    for (const hidden of Object.keys(fieldsOf(name, true))) assert.ok(!(hidden in open), `${name}.${hidden}`)
    for (const { of } of Object.values(open)) for (const each of of) assert.ok(each in cardKinds, each)
  }
})

test('a card of a kind or with fields that this version cannot read stops nothing', () => {
  const desk = newDesk()
  const enter = (card: string, of: string, said: Record<string, unknown>) =>
    desk.tell({ type: 'card-entered', detail: { v: 1, card, of, said } })
  enter('k1', 'of-a-later-version', { anything: [1, { a: 2 }] })
  enter('k2', 'claim', { matter: 7, speaksOf: 'no-recording-named', perRecording: 'no' })
  enter('k3', 'claim', { ...claim, detail: { not: 'text' }, newField: 'x' })
  enter('k4', 'constructor', {})
  assert.deepEqual(
    cardsOf(desk.state, 'claim').map(({ id, said }) => [id, said.detail]),
    [['k3', null]],
  )
  assert.equal(desk.state.cards.size, 4)
})
