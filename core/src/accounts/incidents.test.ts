import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'
import { statementsOf } from './features.ts'
import { readAccount } from './read-account.ts'

/** Which surnames an account sets apart from whom, as "a/b", in order. */
const apartIn = (text: string) =>
  [
    ...new Set(
      statementsOf(readAccount(text), 0).flatMap(({ incident, otherIncident }) =>
        [...incident].flatMap(one => [...otherIncident].map(two => [one, two].sort().join('/'))),
      ),
    ),
  ].sort()

const first =
  'A deputy shot and killed Marco Velde, 31, on Pine Street on June 4. Velde ran from a car, the sheriff said. Two deputies chased Velde into a yard.'

test('somebody harmed in another incident is set apart from whom the story is of', () => {
  for (const second of [
    'The shooting came three weeks after a deputy shot and killed 16-year-old Dana Orrin in Mill Park. Orrin was unarmed.',
    'In a separate case, 16-year-old Dana Orrin was killed by a deputy in Mill Park. Orrin was unarmed.',
    'The county also settled over 16-year-old Dana Orrin, whom a deputy shot in 2019. Orrin was unarmed.',
    'A deputy shot 16-year-old Dana Orrin on May 12 at the end of a chase. Orrin was unarmed.',
    'El caso llega tres semanas después de que un agente mató a Dana Orrin, de 16 años. Orrin fue abatida en otro caso.',
  ])
    assert.deepEqual(apartIn(`${first}\n\n${second}`), ['orrin/velde'], second)
})

test('a driver and a passenger are of one incident, and a death days later is no other', () => {
  for (const second of [
    'Velde and his passenger, Dana Orrin, 29, were both shot. Orrin was hit in the leg.',
    'His passenger, 29-year-old Dana Orrin, was shot in the leg. Orrin was taken to a hospital.',
    'Two days after the shooting, 29-year-old Dana Orrin died of her wounds. Orrin was his passenger.',
  ])
    assert.deepEqual(apartIn(`${first}\n\n${second}`), [], second)
})

test('statements of two incidents are never set beside each other', () => {
  const one = `${first}\n\nThe shooting came three weeks after a deputy shot and killed 16-year-old Dana Orrin in Mill Park. Orrin was chased by one deputy.`
  const two = `${first}\n\nA deputy shot 16-year-old Dana Orrin on May 12. One deputy chased Orrin into an alley. The gun was found behind a fence. Orrin had a gun in his hand, the sheriff said.`
  const { links } = compareAccounts([one, two])
  const shown = (text: string, { start, end }: { readonly start: number; readonly end: number }) =>
    text.slice(start, end)
  const mixed = links
    .map(({ a, b }) => [shown(one, a), shown(two, b)])
    .filter(([a = '', b = '']) => /Velde/.test(a) !== /Velde/.test(b))
  assert.deepEqual(mixed, [])
  const pursuit = links.some(
    ({ a, b }) =>
      shown(one, a).startsWith('Orrin was chased') && shown(two, b).startsWith('One deputy chased'),
  )
  assert.ok(pursuit, 'the chases of one person are side by side')
})

test('what is told before anybody else is named is of the incident that the story is of', () => {
  const text = `Sheriff releases footage\n\nThe sheriff asked for calm. ${first}\n\nThe policy was under review.\n\nThe policy is old. It came up when 16-year-old Dana Orrin was shot on May 12.`
  const of = statementsOf(readAccount(text), 0).map(({ start, incident }) => [
    text.slice(start, start + 10),
    [...incident],
  ])
  assert.deepEqual(of[0], ['Sheriff re', ['velde']])
  assert.deepEqual(of[1], ['The sherif', ['velde']])
  assert.deepEqual(of.at(-3), ['The policy', ['velde']])
  assert.deepEqual(of.at(-2), ['The policy', []])
})

test('somebody of whom an account says what they also said is not among those harmed', () => {
  const text = `${first}\n\nThe shooting came three weeks after a deputy shot and killed 16-year-old Dana Orrin in Mill Park. Mayor Ines Toll wrote to the Velde family. Toll also said the policy is old.`
  assert.deepEqual(apartIn(text), ['orrin/velde'])
})

test('a sentence that names nobody is of whom the sentences around it name', () => {
  const text = `${first}\n\nA deputy shot 16-year-old Dana Orrin on May 12. The gun was found behind a fence.\n\nNobody saw it fall.\n\nOrrin raised both hands.\n\nThe mayor asked for calm.`
  const of = (words: string) =>
    statementsOf(readAccount(text), 0)
      .filter(({ start }) => text.slice(start).startsWith(words))
      .map(({ incident }) => [...incident])
  assert.deepEqual(of('The gun'), [['orrin']])
  assert.deepEqual(of('Nobody saw'), [['orrin']])
  assert.deepEqual(of('The mayor'), [[]])
})
