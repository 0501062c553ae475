import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'
import { readText } from './reading.ts'
import { isSelfTold } from './self-told.ts'

const body = [
  'Two guards came aboard the ferry at 9 p.m. and asked for tickets, a passenger said.',
  'The passenger heard a shout a few seconds later and saw a man on the deck.',
  'The company has not named the guards who dragged him. It said both are on leave.',
]
const folded = (text: string, line: string) => {
  const at = text.indexOf(line)
  return readText(text).folds.some(({ start, end }) => start < at + line.length && end > at)
}

test('what only begins or looks like furniture is kept', () => {
  for (const line of [
    '14:02 | Unit 4 | arrived on scene',
    'Status: dead at scene',
    'Subject: Recovery of public space, La Alameda',
    'Injuries: two',
    'Weapon: none found',
    'MAN SHOT BY POLICE',
    'Translated by her sister, she said that he had been asleep.',
    'This list was taped to the door of the ward on the morning after he died.',
    'Stay with her until the ambulance comes, the voice says.',
    'About the time the bell rang, the wall moved.',
    'SHOTS FIRED — officers run to the gate.',
    'Reporter: Sheriff, on the tape it sounds like way less than that.',
    'NOTES TO EDITORS: We do not comment on individual prisoners.',
  ])
    assert.equal(folded([...body, line].join('\n\n'), line), false, line)
})

test('what a letter is about is kept, and folded where that is only a file', () => {
  const about = (line: string) => folded(`Dear Ms. Roe,\n\n${line}\n\n${body.join('\n\n')}`, line)
  for (const line of ['Re: The gate at Weir Road', 'Re: Use of the ferry at night'])
    assert.equal(about(line), false, line)
  for (const line of ['Re: Estate of Kit Farrow', 'Re: Notice of claim', 'Re: Our file 12/3', 'Re: Gate'])
    assert.equal(about(line), true, line)
})

test('a headline in capitals or of three words above its writer is kept', () => {
  for (const head of ['GUARDS STORM CELL BLOCK', 'The Long Night', 'Blaze guts school'])
    assert.equal(folded(`${head}\nBy Kit Farrow\n\n${body.join('\n\n')}`, head), false, head)
})

test('what a paper says of itself at its end is folded', () => {
  for (const line of [
    'Typed by Shirl. Errors are hers.',
    'Reuse permitted with acknowledgement.',
    'Distribución gratuita en lavanderías y tiendas',
    'There being no further business the Chair closed the meeting at 20:14.',
    'An arrest is not proof of guilt.',
    'Have a question? Write to weir@paper.example',
  ])
    assert.equal(folded(['Guards drag passenger off ferry', ...body, line].join('\n\n'), line), true, line)
  assert.equal(isSelfTold('The page was torn out by an officer.'), false)
})

test('agencies between strokes and two towns are datelines', () => {
  for (const line of [
    'VERRIN, November 8. /Balta-Press/.',
    'TILBROOK/PARIS —',
    'From our correspondent in Eastmere:',
  ])
    assert.equal(folded(`${line} ${body[0]}\n\n${body[1]}\n\n${body[2]}`, line), true, line)
})

const valuesOf = (text: string, type: 'number' | 'time') =>
  readAccount(text)
    .facts.filter(fact => fact.type === type)
    .map(({ start, end }) => text.slice(start, end))

test('hours in words, days of a month, entries of a log and Spanish numbers are found', () => {
  assert.deepEqual(
    valuesOf('The card was dated the 5th. At twenty to one the door went. It rang at six.', 'time'),
    ['5th', 'twenty to one', 'six'],
  )
  assert.deepEqual(
    valuesOf(
      'La policía dijo que eran las once y diez. Fue una noche en que hubo veintitrés heridos.',
      'time',
    ),
    ['once y diez'],
  )
  assert.deepEqual(
    valuesOf('La policía dijo que hubo veintitrés heridos y que una mujer fue al hospital.', 'number'),
    ['veintitrés'],
  )
  const log = '2214 CALLER STATES MALE ON ROOF.\n\n2216 UNIT SENT WITH MORE THAN 90 MEN.\n\n2221 MALE DOWN.'
  assert.deepEqual(valuesOf(log, 'time'), ['2214', '2216', '2221'])
  assert.deepEqual(valuesOf(log, 'number'), ['90'])
})

test('a few turns within a story are turns, and so are voices in small letters', () => {
  const text = `${body[0]}\n\nMale caller: He is on the deck.\n\nOperator: Is he breathing?\n\nMale caller: I do not know.\n\n${body[1]}\n\n${body[2]}`
  assert.deepEqual(
    readText(text).paragraphs.flatMap(({ label }) => (label ? [label.name] : [])),
    ['Male caller', 'Operator', 'Male caller'],
  )
})

test('numbered headings of a paper stand, and those of any agenda are folded', () => {
  for (const line of ['2. What the recordings show', '3. Policy', 'II. Persons']) {
    const text = ['Guards drag passenger off ferry', body[0], line, body[1], body[2]].join('\n\n')
    assert.equal(folded(text, line), false, line)
  }
  const agenda = [
    'Minutes of the ferry board',
    '1. Call to order',
    body[0],
    '2. PUBLIC COMMENT',
    body[1],
  ].join('\n\n')
  assert.equal(folded(agenda, '1. Call to order'), true)
  assert.equal(folded(agenda, '2. PUBLIC COMMENT'), true)
})

test('a headline that begins like a link is kept where nothing else heads the story', () => {
  const head = 'VIDEO: Man falls onto tracks as guard fires stun gun'
  const page = (more: string) => `CHANNEL 9 NEWS\n\n${more}${head}\n\nBy Kit Farrow\n\n${body.join('\n\n')}`
  assert.equal(folded(page(''), head), false)
  assert.equal(folded(page('Guards drag a passenger off the night ferry\n\n'), head), true)
})

test('mottos, jumps, stamps and what readers are asked are folded', () => {
  const story = (above: string, below: string) =>
    [above, 'Guards drag a sleeping passenger off the night ferry at Weir Road', ...body, below]
      .filter(Boolean)
      .join('\n\n')
  for (const line of [
    'From wire reports',
    'KBWT 4 | Coverage You Can Count On',
    'To whom it may concern',
    '(SOT: IRMA COE, SHOPPER — 0:08)',
    'Event #: 34-0091177   Pri: 1   Disp: K4',
  ])
    assert.equal(folded(story(line, ''), line), true, line)
  for (const line of [
    'SEE FERRY, B4',
    'Case 3:34-cv-00812 Document 1 Filed 02/11/34 Page 5 of 22',
    'For service alerts text HRTA to 55501.',
    'Attorney advertising. Prior results do not guarantee a similar outcome.',
    'We are a volunteer project. We do not give legal advice.',
  ])
    assert.equal(folded(story('', line), line), true, line)
  assert.equal(folded(story('', 'This is a developing story.'), 'This is a developing story.'), false)
  const motto = 'Serving the shore since 1888'
  assert.equal(folded(story(`THE DUNE COUNTY TIMES\n${motto}`, ''), motto), true)
  const told = 'Guards on leave since 2 a.m.'
  assert.equal(folded(story(`THE DUNE COUNTY TIMES\n${told}`, ''), told), false)
})
