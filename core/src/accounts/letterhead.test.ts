import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from './reading.ts'

const story = `Police say the man was armed when an officer fired twice on Elm Street.

The department declined to comment on Thursday.`

/** What is read of a text, above the story's two paragraphs. */
const headOf = (head: string) => {
  const text = `${head}\n\n${story}`
  return readText(text)
    .paragraphs.slice(0, -2)
    .map(({ start, end }) => text.slice(start, end))
}

test('an issuer with its office and address is a letterhead, and the headline below it is kept', () => {
  assert.deepEqual(
    headOf(
      'City of Millbrook\nPolice Department\n100 Main Street, Millbrook\n\nShooting on Elm Street under review',
    ),
    ['Shooting on Elm Street under review'],
  )
})

test('an issuer’s name alone is folded, with a headline below it or none', () => {
  assert.deepEqual(headOf('MILLBROOK POLICE DEPARTMENT\n\nShooting on Elm Street'), [
    'Shooting on Elm Street',
  ])
  assert.deepEqual(headOf('Department of Corrections'), [])
})

test('a headline that ends with a place is no issuer', () => {
  assert.deepEqual(
    headOf(
      'Department of Corrections\nOffice of Communications\n\nDisturbance at Harrow Correctional Center',
    ),
    ['Disturbance at Harrow Correctional Center'],
  )
})

test('the outlet beside its writer, a menu and a label are folded', () => {
  assert.deepEqual(
    headOf(
      'News\nWeather\nInvestigations\n\nMan shot by officer on Elm Street, neighbors say\n\nBy Jo Bell\nThe Millbrook Pioneer',
    ),
    ['Man shot by officer on Elm Street, neighbors say'],
  )
})

test('a short line above a programme’s name that tells of whom the text tells is no label', () => {
  const text = `The trial of Ann Quill\n\nHarbor Radio | The Morning Hour\n\nAnn Quill kept a boat in the harbor for years, and then it burned.\n\n${story}`
  assert.equal(readText(text).folds.filter(({ start }) => start === 0).length, 0)
  const label = text.replace('The trial of Ann Quill', 'Trial of the week')
  assert.equal(readText(label).folds.filter(({ start }) => start === 0).length, 1)
})

test('two names that are no persons’ stay a headline', () => {
  assert.deepEqual(headOf('MILLBROOK NEWS\n\nCritical Incident, Lower Mill Apartments'), [
    'Critical Incident, Lower Mill Apartments',
  ])
})

test('a station, a slogan and a kicker above a headline are folded, and the headline itself never', () => {
  assert.deepEqual(
    headOf('WKRV 9\nYour home team\nLocal\n\nParents want answers after a guard is struck outside school'),
    ['Parents want answers after a guard is struck outside school'],
  )
  // What tells something stays, however short it is.
  assert.deepEqual(headOf('Two shot dead\n\nParents want answers after a guard is struck outside school'), [
    'Two shot dead',
    'Parents want answers after a guard is struck outside school',
  ])
})

test('a heading in capitals between paragraphs is as much of the account as a headline, and is marked as one', () => {
  const text = (heading: string) =>
    `The board met.\n\n${story}\n\n${heading}\n\nNobody else was hurt, the department said.`
  const headings = ['SUMMARY OF FINDINGS', 'PUBLIC COMMENT', 'Gun found nearby', 'No weapon']
  for (const heading of headings) {
    const { folds, paragraphs } = readText(text(heading))
    assert.deepEqual(folds, [], heading)
    const own = paragraphs.find(({ start, end }) => text(heading).slice(start, end) === heading)
    assert.equal(own?.kind, 'headline', heading)
  }
  for (const control of [
    'Close Modal',
    'Show gallery',
    'THE LEDE',
    'Use of force',
    'What the cameras recorded',
    'Recommendations',
  ])
    assert.equal(readText(text(control)).folds.length, 1, control)
})

test('below a text the writer of its byline, a closing and a signature are folded', () => {
  const text = `By Tom Hale\n\n${story}\n\nTom Hale is the paper's chief reporter. He has covered the county since 2019.`
  assert.deepEqual(
    readText(text).folds.map(({ rule }) => rule),
    ['byline', 'foot.writer'],
  )
  const letter = `A word from us\n\n${story}\n\nIn struggle,\n\nThe Steering Committee`
  assert.deepEqual(
    readText(letter)
      .folds.map(({ start, end }) => letter.slice(start, end))
      .slice(-2),
    ['In struggle,', 'The Steering Committee'],
  )
})

test('below a post without stops the last line is as much said as the others', () => {
  const above = `${story}\n\n${story}`
  assert.equal(readText(`${above}\n\nsee you all monday nite at the hall`).folds.length, 0)
  assert.deepEqual(
    readText(`${above}\n\nSee all events in your area`).folds.map(({ rule }) => rule),
    ['foot.line'],
  )
})

test('what newsletters, courts, threads and transcripts put around a text is folded', () => {
  const furniture = [
    'Enter your postcode to see news from your area',
    'Transcribed by Civic Scribe from the broadcast of 5 March',
    'Some questions have been shortened.',
    '[The briefing ended at 4:22 p.m.]',
    'Case 31-0142',
    'Interviewer: Det. R. Shaw',
    'San Telmo, 4 de marzo de 2031',
    'Nota informativa 14/2031',
    'Share your own story',
    'Read part one here.',
    'Eds: ADDS quotes from family, UPDATES with time of call.',
    'Support for this project came from the Weir Fund.',
    'You are receiving this because you subscribed to updates.',
    '2/7',
    '* * *',
  ]
  for (const line of furniture)
    assert.equal(readText(`${story}\n\n${line}\n\n${story}`).folds.length, 1, line)
  const told = [
    'The recording ended before the second shot.',
    'Your donations paid for the camera, the sheriff told the union on Monday night.',
    'In March, 2031 deputies fired.',
  ]
  for (const line of told) assert.equal(readText(`${story}\n\n${line}\n\n${story}`).folds.length, 0, line)
})

test('fields of a form above a text are folded together, and a headline with a colon stays', () => {
  assert.deepEqual(
    headOf(
      'Weekly bulletin, issue 44\nRegion: North crossing\nPeriod covered: 1-7 March\n\nElm Street: what the neighbours saw of it',
    ),
    ['Elm Street: what the neighbours saw of it'],
  )
})

test('whose paper it is and of what kind is folded on one line, and a headline in two halves stays', () => {
  const headline = 'Man shocked at tram stop: what the neighbours saw'
  for (const head of [
    'PINE RIDGE POLICE DEPARTMENT — MEDIA ADVISORY',
    'Ashby Rotors — a club blog',
    'Dunmore Parents Group · Public',
    'Shared by Noreen · 58 comments',
  ])
    assert.deepEqual(headOf(`${head}\n\n${headline}`), [headline], head)
  assert.deepEqual(headOf('Tram stop closed — officer suspended'), ['Tram stop closed — officer suspended'])
})

test('what a block on top says of whose and what paper it is, is folded; a title of a release is not', () => {
  const folded = (text: string) => readText(text).folds.map(({ start, end }) => text.slice(start, end))
  const body =
    '\n\nThe patient was admitted at noon and died at two. His family was told at five.\n\nNobody has said why.\n'
  assert.ok(
    folded(`HOSPITALS INSPECTORATE\nSerious Incident Notice${body}`).includes('Serious Incident Notice'),
  )
  assert.ok(
    folded(`HOLLIN MIDDLE SCHOOL\nOffice of the Principal\n\nWhat happened at lunch today${body}`).includes(
      'HOLLIN MIDDLE SCHOOL',
    ),
  )
  for (const title of ['Statement on the death of a patient', 'Patient dies after restraint'])
    assert.ok(!folded(`HOSPITALS INSPECTORATE\n${title}${body}`).includes(title))
})

test('a body with its office, a firm with a point behind it and a lodge with its number are letterheads', () => {
  const headline = 'Shooting on Elm Street is under review'
  for (const issuer of [
    'City of Millbrook — Office of the Chief of Police',
    'THE LAW OFFICES OF IRIS VANCE, P.C.',
    'Corliss Troopers Lodge No. 9',
  ])
    assert.deepEqual(headOf(`${issuer}\n\n${headline}`), [headline], issuer)
})

test('on whose behalf a statement is belongs to a letterhead, and what it is on heads it', () => {
  assert.deepEqual(
    headOf('Harbor Civil Rights Group\nStatement on behalf of the Pike family\nMay 3, 2031'),
    [],
  )
  assert.deepEqual(headOf('Harbor Civil Rights Group\nStatement on the Pike shooting\nMay 3, 2031'), [
    'Statement on the Pike shooting',
  ])
})

test('what is wished somebody is a headline', () => {
  assert.deepEqual(headOf('RIP Winston\nBy Ann Hale\nMarch 3, 2031'), ['RIP Winston'])
})
