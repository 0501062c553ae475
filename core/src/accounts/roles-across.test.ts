import assert from 'node:assert/strict'
import test from 'node:test'
import { roleSets, scoreRoles } from '../../../test/cases/accounts-roles/score.ts'
import { compareAccounts } from './compare.ts'

const meant = (...texts: readonly string[]) => {
  const { people, roles } = compareAccounts(texts)
  return roles.map(({ words, account, person, why, against, isSure }) =>
    [
      `${account} ${words} = ${people[person]?.name}`,
      why.join('; '),
      ...against.map(each => `but ${each}`),
      ...(isSure ? ['sure'] : []),
    ].join(' | '),
  )
}

test('an office of which one holder is named means them in other accounts; of two holders it means neither', () => {
  const paper = 'Mayor Regina Solis defended the clearance.'
  assert.deepEqual(meant(paper, 'The mayor says nobody was hurt. The deputy mayor left.'), [
    '1 The mayor = Regina Solis | office: mayor',
  ])
  assert.deepEqual(meant(paper, 'La alcaldesa dice que no.'), [
    '1 La alcaldesa = Regina Solis | office: mayor | sure',
  ])
  const two = 'Mayor Ilse Korn of Tarn refused. Mayor Regina Solis agreed.'
  assert.deepEqual(meant(two, 'The mayor says nobody was hurt.'), [])
})

test('"the officer" is the one who is named, unless an account tells of two', () => {
  const wire = 'Officer Darrell Lane fired twice.'
  assert.deepEqual(meant(wire, 'The officer stood by the bins.'), [
    '1 The officer = Darrell Lane | only: officer',
  ])
  assert.deepEqual(meant(wire, 'Two officers came. The officer stood by the bins.'), [])
  assert.deepEqual(meant('Officer Pia Strand, a woman of few words, fired.', 'The male officer wept.'), [])
})

test('the same words, word for word, tell who is meant, unless two are named as saying them', () => {
  const words = '“He came straight at me and I had nowhere to go,”'
  const lane = `Officer Darrell Lane was there. ${words} said Lane.`
  const guard = `${words} a guard said.`
  assert.deepEqual(meant(lane, guard), [
    '1 a guard = Darrell Lane | quote: He came straight at me and I had nowhere to go | but called: officer',
  ])
  assert.deepEqual(meant(lane, `Officer Ada Pell was there too. ${words} said Pell.`, guard), [])
})

test('whose mother somebody is tells who is meant, and two boys leave it open', () => {
  const wire = 'Shanice Tolliver, the mother of Devon Tolliver, 12, was not called.'
  assert.deepEqual(meant(wire, 'The boy’s mother was called.'), [
    '1 The boy’s mother = Shanice Tolliver | kin: mother, Devon Tolliver',
  ])
  assert.deepEqual(meant(wire, 'Devon’s mother was called. The officer’s mother was not. My mother was.'), [
    '1 Devon’s mother = Shanice Tolliver | kin: mother, Devon Tolliver',
  ])
  assert.deepEqual(meant(wire, 'Two boys fell. The boy’s mother was called.'), [])
})

test('the same person called in two ways is not told as two speakers, and two sure ones are', () => {
  const words = '“What I saw was two officers who did all they could to bring that man out alive,”'
  const kinds = (...texts: readonly string[]) => compareAccounts(texts).links.map(({ kind }) => kind)
  const chief = `${words} Chief Warren Mott said.`
  assert.deepEqual(kinds(chief, `The chief said: ${words.replace(',”', '.”')}`), ['fact'])
  assert.deepEqual(kinds(chief, `Ann Lee said: ${words.replace(',”', '.”')}`), ['attribution'])
  const sheriff = `${words} the sheriff said.`
  assert.deepEqual(kinds(chief, `Sheriff Abel Roper came.\n\n${sheriff}`), ['attribution'])
})

test('cases of roles across accounts that were marked before they were run', () => {
  const all = roleSets.map(set => scoreRoles(set))
  assert.deepEqual(
    all.map(({ found, right, expected, taken, traps, sure, sureRight }) => [
      `${right} of ${found} right, ${expected} expected`,
      `${taken} of ${traps} traps`,
      `${sureRight} of ${sure} sure`,
    ]),
    [
      ['31 of 31 right, 34 expected', '0 of 24 traps', '9 of 9 sure'],
      ['19 of 19 right, 19 expected', '0 of 16 traps', '2 of 2 sure'],
      ['18 of 19 right, 21 expected', '0 of 12 traps', '2 of 2 sure'],
    ],
    all.flatMap(({ wrong }) => wrong).join('\n'),
  )
})
