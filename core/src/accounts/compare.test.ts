import assert from 'node:assert/strict'
import test from 'node:test'
import { compareAccounts, type Link } from './compare.ts'

/** What two one-sentence accounts are to each other. */
function between(a: string, b: string): Pick<Link, 'relation' | 'kind' | 'differing'> | null {
  const { links } = compareAccounts([a, b])
  const link = links[0]
  return link ? { relation: link.relation, kind: link.kind, differing: link.differing } : null
}

test('a number that differs on one matter is a candidate conflict, with both words', () => {
  assert.deepEqual(
    between('The deputy fired five shots at the car.', 'The deputy fired four shots at the car.'),
    {
      relation: 'conflict',
      kind: 'fact',
      differing: ['five', 'four'],
    },
  )
})

test('a bound that the other number meets is a detail', () => {
  assert.equal(
    between('At least three people died in the fire.', 'Five people died in the fire.')?.relation,
    'detail',
  )
})

test('one quote in other words is a variant, the same words are the same', () => {
  const a = '“Why’d you push me?” Cole asked the guard.'
  assert.equal(between(a, '"Why are you pushing me?" Cole asked.')?.relation, 'variant')
  assert.equal(between(a, '"Why’d you push me?" he asked.')?.relation, 'same')
})

test('one text put down to two speakers differs in attribution', () => {
  const words = 'We ask everyone to stay calm and to respect the wishes of the family'
  const link = between(`“${words},” Ada Finch said.`, `“${words},” Peter Doyle said.`)
  assert.deepEqual([link?.kind, link?.differing], ['attribution', ['Ada Finch', 'Peter Doyle']])
})

test('saying and denying are a candidate conflict, unless the denial is bound to a recording', () => {
  assert.equal(
    between(
      'Police said the man pointed a gun at officers.',
      'A neighbor said the man did not point a gun at officers.',
    )?.relation,
    'conflict',
  )
  assert.equal(
    between(
      'Police said the man pointed a gun at officers.',
      'The video does not show the man pointing a gun at officers.',
    )?.relation,
    'detail',
  )
})

test('what is broken off is no injury, and a thing that stood has no posture that somebody’s differs from', () => {
  assert.deepEqual(
    compareAccounts([
      'Nobody was hurt.\n\nThe others do not show it, because something stood between it and the camera.',
      'Two years ago an exercise on the lake was broken off when a boat took on water.\n\nThe actor sat down on the asphalt.',
    ]).links.filter(({ relation }) => relation === 'conflict'),
    [],
  )
})

test('what only one account says is linked to nothing', () => {
  assert.equal(
    between('The deputy fired five shots at the car.', 'The council meets on Monday about the library.'),
    null,
  )
})

test('two incidents in one story are kept apart', () => {
  const a = 'Liam Ford, 13, raised his hands before the officer fired three shots.'
  const b = 'Dario Velez, 22, raised his hands before the officer fired five shots.'
  const { links } = compareAccounts([a, b])
  assert.ok(links.every(({ relation }) => relation !== 'conflict'))
})

test('the same accounts give the same answer twice', () => {
  const texts = [
    'Police said five shots were fired. A man ran.',
    'Four shots were fired, police said. A man walked away.',
  ]
  assert.deepEqual(compareAccounts(texts).links, compareAccounts(texts).links)
})

test('what came first, and who did it to whom, turned round is a candidate conflict', () => {
  assert.deepEqual(
    between(
      'The officer fired before he shouted a warning.',
      'He fired only after shouting a warning, the union said.',
    ),
    { relation: 'conflict', kind: 'fact', differing: ['before', 'after'] },
  )
  const push = between(
    'She was pushed by an inspector on the stairs.',
    'The woman pushed the inspector, the company said.',
  )
  assert.equal(push?.relation, 'conflict')
  assert.notEqual(
    between('The guard shoved the inmate.', 'An inmate was shoved by a guard.')?.relation,
    'conflict',
  )
})

test('values that take several words are told apart', () => {
  const pairs = [
    ['The dog was on a leash.', 'The dog was off its leash, a neighbor said.'],
    ['The driver fled the scene.', 'The driver stayed at the scene.'],
    ['She died at the hospital.', 'She was pronounced dead at the scene.'],
  ] as const
  for (const [a, b] of pairs) assert.equal(between(a, b)?.relation, 'conflict', `${a} ${b}`)
})

test('what happened to those who are counted is what is counted', () => {
  assert.deepEqual(
    between('Police put the number of arrests at 31.', 'Twenty-eight people were arrested at the plaza.')
      ?.differing,
    ['31', 'Twenty eight'],
  )
})

test('not knowing denies nothing, and a denial does not reach where a thing was not found', () => {
  assert.notEqual(
    between('The man did not know the password.', 'The password was too short, the clerk said.')?.relation,
    'conflict',
  )
  assert.notEqual(
    between('No weapon was found in the car.', 'The car was parked by the gate with its doors open.')
      ?.relation,
    'conflict',
  )
})

test('a question stands beside what another account says of its matter, and denies nothing', () => {
  const hearing = 'SHAW: Did she hit the deputy with the tray?\n\nCOLE: I was not in the room.'
  const paper = 'The girl swung a tray and hit the deputy in the throat. Lunch was over at one.'
  const { links } = compareAccounts([hearing, paper])
  const found = links.filter(
    ({ a, b }) => hearing.slice(a.start, a.end).includes('Did she hit') && b.start === 0,
  )
  assert.deepEqual(
    found.map(({ relation }) => relation),
    ['detail'],
  )
})

test('words that two statements share are named as the statements have them', () => {
  const { links } = compareAccounts([
    'He fell on the pavement beside the florist.',
    'He fell on the sidewalk beside the florist, and his family ran.',
  ])
  const why = links.flatMap(link => link.why)
  assert.ok(
    why.some(each => each.startsWith('shared: ') && each.includes('pavement / sidewalk')),
    why.join('; '),
  )
})
