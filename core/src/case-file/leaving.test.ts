import assert from 'node:assert/strict'
import test from 'node:test'
import { newDesk } from '../../../test/cases/case-file/desk.ts'
import { canary, plantedDesk, plantedFields } from '../../../test/cases/case-file/planted.ts'
import { allCards, fieldsOf } from '../case/cards/index.ts'
import type { CaseState } from '../case/index.ts'
import { audiences, leavingOf } from './leaving.ts'
import { linkedData } from './linked-data.ts'
import { reportPage } from './report.ts'
import { searchCase } from './search.ts'
import { tableRows } from './table.ts'
import { cardWordsIn, wordsLanguages } from './words/index.ts'

const made = { tool: 'sightline test', at: '2031-06-01T00:00:00.000Z', language: 'en' }

/** Everything that is ever written for others, as text. */
function everyExport(state: CaseState): readonly (readonly [string, string])[] {
  return audiences.flatMap(audience => {
    const leaving = leavingOf(state, audience, [], '[withheld]')
    const reports = wordsLanguages.map(
      language =>
        [`report ${audience} ${language}`, reportPage(leaving, cardWordsIn(language), made)] as const,
    )
    return [
      ...reports,
      [`table ${audience}`, JSON.stringify(tableRows(leaving))] as const,
      [`linked data ${audience}`, linkedData(leaving, made)] as const,
    ]
  })
}

test('planted private, walled and untold words are in no export of any audience', () => {
  const { state } = plantedDesk()
  const hidden = JSON.stringify([...state.hiddenFields])
  assert.equal(hidden.split(canary).length - 1, plantedFields, 'every private field is planted')
  for (const [name, text] of everyExport(state)) {
    // The untold name is told to the family by decision, and to nobody else.
    const without = name.includes('family') ? text.replaceAll(`${canary} Untold`, '') : text
    assert.ok(
      !without.includes(canary),
      `${name}: ${without.slice(without.indexOf(canary) - 80).slice(0, 200)}`,
    )
    assert.ok(text.includes('open claim matter'), `${name} holds what is open`)
    assert.ok(text.includes('Open Told'), `${name} holds the name that may be told`)
  }
})

test('the search finds nothing that is private or walled', () => {
  const { state } = plantedDesk()
  const found = searchCase(state, canary)
  assert.deepEqual(
    found.map(each => each.of),
    ['name'],
    'a name is open within the case, whoever it may be told to',
  )
  assert.ok(searchCase(state, 'open claim').length > 0)
})

test('a name typed into an open field is withheld there too, and the reader is told that something was', () => {
  const desk = newDesk()
  const officer = desk.card('participant', { role: 'Officer A', minor: 'no' }, { contact: '555-0142' })
  desk.card('name', {
    participant: officer,
    name: 'Lida Worrenby',
    use: 'official',
    source: 'roster',
    audience: 'nobody',
    decision: 'not before the inquiry ends',
    decidedBy: 'the desk',
  })
  desk.card('claim', {
    matter: 'Did worrenby’s camera record? Ask LIDA WORRENBY at 555-0142, or Worrenby, not the Worrenbys.',
    speaksOf: 'no-recording-named',
    perRecording: 'no',
  })
  const leaving = leavingOf(desk.state, 'public', [], '[…]')
  const claim = leaving.cards.find(({ of }) => of === 'claim')
  assert.equal(
    claim?.said['matter'],
    'Did worrenby’s camera record? Ask […] at […], or […], not the Worrenbys.',
  )
  assert.equal(leaving.withheld, 3)
  assert.ok(!leaving.cards.some(({ of }) => of === 'name'))
})

test('the name of a minor leaves only on a stated ground, and of one whose age is unknown likewise', () => {
  for (const minor of ['yes', 'unknown'] as const)
    for (const minorGround of [null, 'asked for by the parents, in writing']) {
      const desk = newDesk()
      const participant = desk.card('participant', { role: 'the boy', minor })
      const said = {
        participant,
        name: 'Tam Oswin',
        use: 'preferred',
        source: 'the mother',
        audience: 'public',
        decision: 'may be told',
        decidedBy: 'the desk',
        minorGround,
      }
      desk.card('name', said)
      const names = leavingOf(desk.state, 'public', [], '[…]').cards.filter(({ of }) => of === 'name')
      assert.equal(names.length, minorGround === null ? 0 : 1)
    }
})

test('of two merged participants, one marked a minor protects the names of both until they are split again', () => {
  const desk = newDesk()
  const a = desk.card('participant', { role: 'the witness', minor: 'no' })
  const b = desk.card('participant', { role: 'the boy at the gate', minor: 'yes' })
  const name = {
    name: 'Tam Oswin',
    use: 'reported',
    source: 'x',
    audience: 'public',
    decision: 'x',
    decidedBy: 'x',
  }
  desk.card('name', { ...name, participant: a })
  const names = () =>
    leavingOf(desk.state, 'public', [], '[…]').cards.filter(({ of }) => of === 'name').length
  assert.equal(names(), 1)
  desk.card('identity', { what: 'same', participant: a, other: b, reason: 'same coat' })
  assert.equal(names(), 0)
  desk.undo()
  assert.equal(names(), 1)
})

test('what was withdrawn does not leave, and a finding can show an office in place of a name', () => {
  const desk = newDesk()
  desk.tell({ type: 'person-named', detail: { v: 1, person: 'p1', name: 'R. Desk', basis: 'self-declared' } })
  const claim = desk.card('claim', { matter: 'm', speaksOf: 'no-recording-named', perRecording: 'no' })
  const finding = { claim, result: 'shown', reason: 'r', on: '2031-05-04' }
  desk.card('finding', { ...finding, office: 'Investigator, civilian office' })
  desk.card('finding', finding)
  const gone = desk.card('finding', finding)
  desk.done({ do: 'withdraw-card', card: gone, rev: desk.state.cards.get(gone)?.rev, reason: 'twice' })
  const by = leavingOf(desk.state, 'public', [], '[…]').cards.filter(({ of }) => of === 'finding')
  assert.deepEqual(
    by.map(each => each.by),
    ['Investigator, civilian office', 'R. Desk'],
  )
})

test('what people type cannot break out of the report', () => {
  const desk = newDesk()
  desk.card('participant', { role: '</title><script>alert(1)</script>"\'&', minor: 'unknown' })
  const page = reportPage(leavingOf(desk.state, 'public', [], '[…]'), cardWordsIn('en'), made)
  assert.ok(!page.includes('<script'))
  assert.ok(page.includes('&lt;script&gt;alert(1)&lt;/script&gt;&quot;'))
})

test('every kind, field, choice and standard has its words in both languages', () => {
  for (const language of wordsLanguages) {
    const words = cardWordsIn(language)
    const { state } = plantedDesk()
    for (const { of, said } of allCards(state)) {
      assert.ok(words.kinds[of].one, of)
      for (const { choices } of Object.values(fieldsOf(of, false)))
        for (const each of choices) assert.ok(each in words.choices, `${of}: ${each}`)
      for (const field of Object.keys(said)) assert.ok(field in words.fields, `${of}.${field}`)
    }
  }
})

test('a file that is held behind the wall is in no list, no card and no search, under none of its names', () => {
  const desk = newDesk()
  const file = (path: string, sha256: string) => {
    const found = { path, encoded: false, kind: 'recording', format: null, sha256, bytes: 1 } as const
    desk.tell({
      type: 'file-received',
      detail: { v: 1, file: { ...found, changedMs: null, why: null, listing: null } },
    })
  }
  file('interview.mp4', 'a'.repeat(64))
  file('copies/interview again.mp4', 'a'.repeat(64))
  file('street.mp4', 'b'.repeat(64))
  const document = { title: 'on the record', sort: 'other', rights: 'own', redaction: 'done' }
  desk.card('document', { ...document, file: 'copies/interview again.mp4' })
  const walled = { category: 'compelled-statement', what: 'one', heldBy: 'counsel', maySee: ['the inquiry'] }
  const before = leavingOf(desk.state, 'public', [], '[…]')
  assert.equal(before.recordings.length, 2)
  desk.card('walled', { ...walled, file: 'interview.mp4' })
  const leaving = leavingOf(desk.state, 'public', [], '[…]')
  assert.ok(JSON.stringify(before).includes('interview'))
  assert.ok(!JSON.stringify(leaving).includes('interview'))
  assert.deepEqual(
    leaving.recordings.map(({ name }) => name),
    ['street.mp4'],
  )
  assert.deepEqual(searchCase(desk.state, 'interview'), [])
})
