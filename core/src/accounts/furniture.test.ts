import assert from 'node:assert/strict'
import test from 'node:test'
import { readText } from './reading.ts'

const head = 'Police officer shoots guest at the Palm Motel on Tuesday'
const body = [
  'Two officers came to the motel at 9 p.m. and knocked on a door, a guest said.',
  'The guest heard a shot a few seconds later and called her sister.',
  'The department has not named the officer who fired. It said he is on leave.',
]

/** Whether nothing, a part or all of `line` is folded, standing above, between or below the text. */
function foldedOf(line: string, place: 'above' | 'between' | 'below'): 'all' | 'none' | 'part' {
  const lines =
    place === 'above'
      ? [line, head, ...body]
      : place === 'between'
        ? [head, body[0], line, body[1], body[2]]
        : [head, ...body, line]
  const text = lines.join('\n\n')
  const start = text.indexOf(line)
  const own = readText(text).folds.filter(fold => fold.start < start + line.length && fold.end > start)
  if (own.length === 0) return 'none'
  return own.some(fold => fold.start <= start && fold.end >= start + line.length) ? 'all' : 'part'
}

const around = {
  above: [
    'Eyewitness News at 11',
    'Approved as amended July 12',
    'Ana Ortiz, Staff Writer',
    'Vol. 112, No. 48',
    'METRO DESK',
    'FILE - Police tape is seen in this June 2029 photo.',
    'Reporting Officer: DUNN, R. (2214)',
    'CAD Incident Detail',
    'From: Dana Hale <dhale@district.example>',
    'UNITED STATES DISTRICT COURT',
    'Index No. 155/2031',
    'Anselmo RUIZ, Plaintiff,',
    '14 Chancery Wharf, Thorney TH1 2QA',
    'Episode 41: The motel',
    'Read into the record June 3',
    'Palm Court Neighbours (private group)',
    'Fraternal Order of Officers, Lodge 9',
    'Rating: 1/5',
    'View in browser',
    'Good morning, Corvane.',
  ],
  between: ['(Recess taken)', '(continued)', 'What’s next:', '2 of 6', 'embedded tweet'],
  below: [
    'Mara Lindholm joined the Gazette in 2028.',
    'Comments are closed.',
    'Support for Shore Radio comes from our members.',
    'Dated this 3rd day of June, 2031.',
    'For KPLM, I’m Lou Farr.',
    'Questions may be sent to pio@marlow.example.',
    'Forwarded this email? Subscribe here.',
  ],
} as const

test('what papers, records, courts, stations and pages put around a text is folded', () => {
  for (const place of ['above', 'between', 'below'] as const)
    for (const line of around[place]) assert.equal(foldedOf(line, place), 'all', line)
})

test('a line that tells something is never folded, whatever it begins with', () => {
  const telling = [
    'Related charges were dropped.',
    'Contact was lost at 9:12 p.m.',
    'Source: the gun was a toy',
    'Follow-up calls were not returned.',
    'Status: the man is in critical condition.',
    '21:04 - Unit 12 on scene.',
    'Three shots.',
    'Support for the family has come from across the county.',
    'Minutes of that meeting show that the chief was absent.',
    'Union: officer feared for his life',
    'Video shows the man standing still.',
    'Anyone with information is asked to call Detective Osei at 555-0133.',
  ]
  for (const line of telling) assert.equal(foldedOf(line, 'between'), 'none', line)
})

test('a correction says something, and so does an editor’s note about what was wrong', () => {
  const notes = [
    'Correction: The man was 24, not 42.',
    'Clarification: the officer fired twice.',
    'CORRECTION June 4: An earlier version misstated the number of shots. There were three.',
    'Editor’s note: An earlier version said the man was armed. He was not.',
    'This article was amended on 4 June 2031. An earlier version said four shots were fired; there were three.',
  ]
  for (const line of notes) assert.equal(foldedOf(line, 'below'), 'none', line)
  assert.equal(foldedOf('This article was amended on 4 June 2031.', 'below'), 'all')
})

test('behind the mark that ends a release stands what its issuer is', () => {
  const text = [head, ...body, '# # #', 'The Palm Officers Association represents 212 sworn officers.'].join(
    '\n\n',
  )
  const { paragraphs } = readText(text)
  assert.equal(text.slice(paragraphs.at(-1)?.start, paragraphs.at(-1)?.end), body[2])
})

test('a player above a headline makes it no link', () => {
  const headline = 'Students say campus police gave no warning before pepper spray'
  const text = `Listen · 4:12\n\nTranscript\n\n${headline}\n\n${body.join('\n\n')}`
  const { paragraphs } = readText(text)
  assert.equal(text.slice(paragraphs[0]?.start, paragraphs[0]?.end), headline)
})

test('questions and answers of a record of testimony are turns', () => {
  const text =
    'Q. Sergeant, did his mother call?\n\nA. She did. She said he needed tablets.\n\nQ. Who wrote the log?\n\nA. I did.'
  const turns = readText(text).paragraphs.map(({ label, start, end }) => [
    label?.name,
    text.slice(start, end),
  ])
  assert.deepEqual(turns[0], ['Q', 'Sergeant, did his mother call?'])
  assert.deepEqual(turns[3], ['A', 'I did.'])
})

test('a text of more lines than a call takes arguments is read', () => {
  const { paragraphs } = readText('a\n'.repeat(130_000))
  assert.ok(paragraphs.length > 0)
})

test('what happened, in capitals before a dash, is no dateline, and a sound is heard', () => {
  const foldsOf = (text: string) => readText(text).folds.map(({ start, end }) => text.slice(start, end))
  assert.deepEqual(foldsOf('OFFICER INVOLVED SHOOTING – 14 Pike St. One adult male down.\n'), [])
  assert.deepEqual(foldsOf('PINE RIDGE – One adult male was hurt on Pike Street.\n'), ['PINE RIDGE –'])
  assert.equal(foldedOf('(sound of glass breaking)', 'between'), 'none')
  assert.equal(foldedOf('(sound fades)', 'between'), 'all')
})

test('what a page says of itself to its readers is folded', () => {
  const notices = [
    'We value your privacy',
    'We and our 812 partners store and access information on your device.',
    'Gift Article',
    'Was this forwarded to you? Sign up here.',
    'All comments are moderated.',
    'Jess Tolliver covers city hall. Reach her at jt@sentinel.example.',
    'This post originally appeared on NewsHeap.',
    'Reposted by The Digest Dot',
    '(Ms. Vance comes to the microphone.)',
  ]
  for (const line of notices) assert.equal(foldedOf(line, 'below'), 'all', line)
  for (const line of [
    '22:30, 17 Jan 2031',
    '26 min. ago',
    'March 2031 issue',
    'Delivered on the steps of City Hall, May 7, 2032',
  ])
    assert.equal(foldedOf(line, 'between'), 'all', line)
})

test('a short title above its writer is kept, and so is a sentence behind “Watch:”', () => {
  const read = (text: string) => readText(text).paragraphs.map(({ start, end }) => text.slice(start, end))
  assert.equal(
    read(`The Harrow Review\n\nEssays\n\nThe Night Pump\n\nBy Odessa Varga\n\n${body.join('\n\n')}`)[0],
    'The Night Pump',
  )
  const shown = 'Watch: helicopter footage shows the moment officers moved in.'
  assert.equal(read(`${head}\n\n${shown}\n\n${body.join('\n\n')}`)[1], shown)
})

test('what a party asks of somebody at the end, and where something happened, are no furniture', () => {
  const text = `A deputy shot a man on Monday.\n\nHis family wants answers, they said.\n\nWe ask the Patrol to keep and release the in-car video and the radio traffic.\n\nAnn Lee`
  const kept = ({ folds }: ReturnType<typeof readText>, words: string, of: string) =>
    !folds.some(({ start, end }) => start <= of.indexOf(words) && of.indexOf(words) < end)
  assert.ok(kept(readText(text), 'We ask the Patrol', text))
  const release = `STATE PATROL\n\nDATE: Sunday, August 9\nLOCATION: Mill Road at County Road 14\n\nA trooper stopped a pickup. It struck a van.`
  assert.ok(kept(readText(release), 'LOCATION', release))
})

test('when a page was put up with how many comments, and where more will stand, are folded', () => {
  const text = `Police clear the bridge\n\n07:14 5 May 2035 | 212 comments\n\nPolice cleared the bridge on Monday. Nobody was hurt.\n\nStick with Action News for more on this developing story.`
  const { folds } = readText(text)
  const isFolded = (words: string) =>
    folds.some(({ start, end }) => start <= text.indexOf(words) && text.indexOf(words) < end)
  for (const words of ['07:14', 'Stick with']) assert.ok(isFolded(words), `${words} is kept`)
  for (const words of ['Police clear the', 'Police cleared', 'Nobody was'])
    assert.ok(!isFolded(words), `${words} is folded`)
})

test('mottoes, languages, credits, courts and rows of a page are folded', () => {
  for (const line of [
    'KQDN-TV | First. Local. Live.',
    'Esta declaración está disponible en español.',
    'This message is also available in Spanish and Somali.',
    'The Ledger’s coverage of the Palm case is free to read.',
    'Transcript: media briefing, March 15, 10:00 a.m.',
    'Prepared by the Public Affairs Unit. Not edited for grammar.',
    'Associated reporting by the Marlow Evening Call.',
    'Video editing by Lily Stone. Graphics by Omar Haddon.',
    'Approved at the meeting of November 12, 2036',
    'For members and media',
    'Warmly,',
    'county.example | 24-hour line 555-0102',
    'Beacon subscribers: renew by Nov. 30 and save',
    'Corrections: The Beacon prints them on page 2.',
    'CRIMINAL COMPLAINT',
    'Tamarack County Circuit Court, Branch 2',
    'Subscribe | Gift this article | Most popular: Chili cook-off moves indoors',
    'How we did this: read about our methods.',
    'For interviews, contact press@marlow.example',
    'Lodge 9 bulletin',
  ])
    assert.equal(foldedOf(line, 'below'), 'all', line)
})

test('what only begins like them tells something', () => {
  for (const line of [
    'Approved by the sergeant, the search began at noon.',
    'Transcript: the officer says nothing for a minute.',
    'The paper’s coverage is free of what the police said.',
    'Shot by Ann Lee. Found by Tom Hale.',
    'How we did this: we watched the videos side by side.',
    'Subscribers: four, and one of them called 911.',
    'Lodge 9 answers the Board of Police Review.',
    'Please be kind in the comments.',
    'Because of privacy laws, we are not able to share more.',
    'Ann Lowe is the author of the complaint against the department.',
    'Rita Dunn joined the Marlow Police Department in 2031.',
    'Dunn joined the department in 2031',
    'Dunn did not return calls',
    'Nobody asked her',
    'Disposition: sustained',
    'Lowe is the author of the complaint',
    'The transcript was edited by the city to remove a name.',
    'This transcript was edited by police.',
  ])
    for (const place of ['between', 'below'] as const) assert.equal(foldedOf(line, place), 'none', line)
  assert.equal(foldedOf('This interview was edited by the editors for length.', 'below'), 'all')
  assert.equal(foldedOf('Mara Lindholm joined the Gazette in 2028', 'below'), 'all')
})

test('who signs behind a dash is folded below what ends, and not below a quote', () => {
  assert.equal(foldedOf('— Doreen Pike', 'between'), 'all')
  const text = [head, '“He was asleep when they came in.”', '— Doreen Pike', ...body].join('\n\n')
  assert.equal(readText(text).folds.length, 0)
})
