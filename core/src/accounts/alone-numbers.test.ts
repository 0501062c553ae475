import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts } from './compare.ts'

const conflicts = (a: string, b: string) =>
  compareAccounts([a, b]).links.filter(({ relation }) => relation === 'conflict')

const differing = (a: string, b: string) => conflicts(a, b).map(each => each.differing)

test('the one number of a rare kind in each account is of one thing, however its words are chosen', () => {
  const [found] = conflicts(
    'A paramedic judged that he was in agitation and gave 300 milligrams of ketamine.',
    'The report puts his weight at 151 pounds and the dose at 450 milligrams.',
  )
  assert.deepEqual(found?.differing, ['300', '450'])
  assert.match(found?.why[0] ?? '', /^number differs: milligram, of which each account gives one$/)
})

test('another number of the kind that the other account lacks makes it one of several', () => {
  assert.deepEqual(
    differing(
      'A paramedic gave 300 milligrams of ketamine. The pharmacy had sent 900 milligrams of morphine.',
      'The report puts his weight at 151 pounds and the dose at 450 milligrams.',
    ),
    [],
  )
})

test('numbers that both accounts give are set aside', () => {
  const shared = 'The pharmacy had sent 900 milligrams of morphine.'
  const found = differing(
    `A medic gave 300 milligrams of ketamine. ${shared}`,
    `${shared} His weight was 151 pounds, the dose 450 milligrams.`,
  )
  assert.ok(found.some(([one, two]) => one === '300' && two === '450'))
})

test('what a rule allows is not the number of what was done', () => {
  assert.deepEqual(
    differing(
      'A medic gave 300 milligrams of ketamine.',
      'The protocol requires that no more than 150 milligrams be given.',
    ),
    [],
  )
})

test('how many came in is compared, whether they are members, men or officers', () => {
  assert.deepEqual(
    differing('A five-member team then entered the cell.', 'For that, six men stormed his cell.'),
    [['five', 'six']],
  )
})

test('an hour of the day is read as Spanish tells it', () => {
  assert.deepEqual(
    differing(
      'His body was recovered by firefighters at 9:40 a.m.',
      'El cuerpo fue encontrado por pescadores a las 8 de la mañana.',
    ),
    [['9:40 a.m.', '8 de la mañana']],
  )
})
