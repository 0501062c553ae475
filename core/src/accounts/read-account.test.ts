import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readAccount } from './read-account.ts'

/** Speakers by the words they are put down to. */
function said(text: string): Readonly<Record<string, string | null>> {
  const { quotes } = readAccount(text)
  return Object.fromEntries(
    quotes.map(({ start, end, speaker }) => [text.slice(start, end), speaker?.name ?? null]),
  )
}

const sentences = (text: string) =>
  readAccount(text).sentences.map(({ start, end }) => text.slice(start, end))
const folded = (text: string) =>
  readAccount(text).folds.map(({ start, end, rule }) => [text.slice(start, end), rule])
const chains = (text: string) => readAccount(text).attributions.map(({ chain }) => chain)

test('a speaker stands before, behind or in the middle of exact words', () => {
  assert.deepEqual(said('“We left,” said Nadia Brook.'), { 'We left,': 'Nadia Brook' })
  assert.deepEqual(said('Nadia Brook said: “We left.”'), { 'We left.': 'Nadia Brook' })
  assert.deepEqual(said('“We left,” Nadia Brook said, “and then we came back.”'), {
    'We left,': 'Nadia Brook',
    'and then we came back.': 'Nadia Brook',
  })
})

test('a person’s mother is not the person, and a lawyer behind a comma is not who is spoken to', () => {
  const text = 'Owen Marsh, 12, fell on Friday. “He was only playing,” Marsh’s mother said.'
  assert.deepEqual(said(text), { 'He was only playing,': 'Marsh’s mother' })
  const lawyer = 'Ivo Lang, a lawyer for the family, told Radio 5 “it was hard to watch.”'
  assert.deepEqual(said(lawyer), { 'it was hard to watch.': 'Ivo Lang' })
})

test('she and he go back to the one who fits', () => {
  const text = [
    'Clara Wynn lives across the road from Peter Doyle.',
    '“I heard it twice,” Wynn said.',
    '“Then it was quiet,” she said.',
    '“I heard nothing,” he said.',
  ].join('\n\n')
  assert.deepEqual(said(text), {
    'I heard it twice,': 'Clara Wynn',
    'Then it was quiet,': 'Clara Wynn',
    'I heard nothing,': 'Peter Doyle',
  })
})

test('single marks are told from apostrophes, and words in them from plural owners', () => {
  const text = "'The guards' van was gone,' said Rhys Owen. 'We don't know where.'"
  assert.deepEqual(said(text), {
    "The guards' van was gone,": 'Rhys Owen',
    "We don't know where.": 'Rhys Owen',
  })
})

test('guillemets with an inverted Spanish clause have their speaker', () => {
  assert.deepEqual(said('«No había luz», dijo Marta Solís, vecina del barrio.'), {
    'No había luz': 'Marta Solís',
  })
})

test('a quote that opens with one kind of mark and closes with another is one quote', () => {
  assert.deepEqual(said('“Stay where you are," the driver said.'), { 'Stay where you are,': 'the driver' })
})

test('a quote that goes on in the next paragraph keeps its speaker', () => {
  const text = 'Ivo Lang told reporters: “It was dark.\n\n“Nobody came.”'
  assert.deepEqual(said(text), { 'It was dark.': 'Ivo Lang', 'Nobody came.': 'Ivo Lang' })
})

test('a mark that is never closed ends before the reporting clause', () => {
  assert.deepEqual(said('“Nobody came, the driver said.'), { 'Nobody came,': 'the driver' })
})

test('doubted and named words in marks are no speech', () => {
  assert.deepEqual(
    said('The so-called “quiet zone” begins at the bridge. Police Officer Ray “Buddy” Cole was there.'),
    {},
  )
})

test('what a statement reads goes back to those who issued it', () => {
  const text =
    'Mayor Ada Finch and the Cole family issued a joint statement on Monday.\n\n“We ask for calm,” the statement read.'
  const { quotes } = readAccount(text)
  assert.deepEqual(
    quotes.map(({ speaker, via }) => [speaker?.name, via]),
    [['Mayor Ada Finch and the Cole family', 'the statement']],
  )
})

test('a transcript gives each turn to who is named before it', () => {
  const text = 'CHAIR: Where did you stand?\n\nMS LOWE: By the gate. It was shut.\n\nCHAIR: Thank you.'
  assert.deepEqual(said(text), {
    'Where did you stand?': 'Chair',
    'By the gate. It was shut.': 'Ms Lowe',
    'Thank you.': 'Chair',
  })
})

test('abbreviations, initials, times and decimals end no sentence', () => {
  const text = 'Sgt. J. R. Cole of St. Ives called at 3.5 p.m. Monday from the U.S. embassy. Dr. Lowe waited.'
  assert.deepEqual(sentences(text), [
    'Sgt. J. R. Cole of St. Ives called at 3.5 p.m. Monday from the U.S. embassy.',
    'Dr. Lowe waited.',
  ])
})

test('a cry inside a sentence does not end it, and a question asked by someone is one sentence', () => {
  const text = 'He shouted “Stop! Stop now!” before the car left. “Why?” Lowe asked. Nobody knew.'
  assert.deepEqual(sentences(text), [
    'He shouted “Stop! Stop now!” before the car left.',
    '“Why?” Lowe asked.',
    'Nobody knew.',
  ])
})

test('lines broken by a printer are one paragraph', () => {
  const text = [
    'The bridge was closed for two hours on Sunday while crews cleared the',
    'road, the county said. Drivers were sent over the old ford, where the',
    'water was low, and most of them arrived at the fair before it began on',
    'the green. No one was hurt.',
  ].join('\n')
  assert.equal(sentences(text).length, 3)
})

test('broken grammar is left as it stands', () => {
  const text = 'The office released video Monday shows a man run.'
  assert.deepEqual(sentences(text), [text])
})

test('what stands around a story is folded with the rule that did it', () => {
  const text = [
    'Home > News > Local',
    'Bridge shut after crash',
    'By Ana Holm',
    'KELD (Marsh News) -- The bridge is shut.',
    'Crews at the bridge on Sunday. (Ana Holm/Marsh News)',
    'Sponsored Content',
    '© 2030 Marsh News. All rights reserved.',
  ].join('\n\n')
  assert.deepEqual(folded(text), [
    ['Home > News > Local', 'nav.sections'],
    ['By Ana Holm', 'byline'],
    ['KELD (Marsh News) --', 'dateline'],
    ['Crews at the bridge on Sunday. (Ana Holm/Marsh News)', 'caption.credit'],
    ['Sponsored Content', 'sponsored'],
    ['© 2030 Marsh News. All rights reserved.', 'copyright'],
  ])
  assert.deepEqual(sentences(text), ['Bridge shut after crash', 'The bridge is shut.'])
  assert.equal(readAccount(text).sentences[0]?.isHeadline, true)
  assert.deepEqual(folded('ASHMERE, — The bridge is shut.'), [['ASHMERE, —', 'dateline']])
})

test('chains name the interpreter, the paper, and who gave a recording out', () => {
  assert.deepEqual(chains('Rosa Diaz said through an interpreter that she saw nothing.'), [
    ['Rosa Diaz', 'an interpreter'],
  ])
  assert.deepEqual(chains('According to the video released by the review board, the man ran.'), [
    ['the video', 'the review board'],
  ])
  assert.deepEqual(chains('The witness stood by the gate, an inquest heard.'), [['an inquest']])
})

test('negation, hedge, the recording spoken of and declining are told apart', () => {
  const of = (text: string) => readAccount(text).attributions[0]
  assert.equal(of('The video does not show a knife.')?.isNegated, true)
  assert.equal(of('Police said he appeared to be asleep.')?.isHedged, true)
  assert.equal(of('Police said about 40 people came.')?.isHedged, false)
  assert.equal(of('A gun can be seen in the doorbell video.')?.recording, 'the doorbell video')
  assert.deepEqual(
    [of('The chief declined to comment.')?.isDeclining, of('The chief declined to comment.')?.isNegated],
    [true, false],
  )
})

test('numbers have their noun, dates are no numbers, relative days stay as written', () => {
  const text =
    'On March 4 at least twenty-five people, 3 children among them, waited two hours; yesterday 1,200 people came.'
  const found = readAccount(text).facts.map(({ type, value, unit, bound }) => [type, value, unit, bound])
  assert.deepEqual(found, [
    ['time', 'March 4', null, null],
    ['number', '25', 'person', 'at least'],
    ['number', '3', 'child', null],
    ['number', '2', 'hour', null],
    ['time', 'yesterday', null, null],
    ['number', '1200', 'person', null],
  ])
})

test('two people of one surname stay two', () => {
  const text =
    'Anna Reyes, 40, called the police. Her brother, Tomas Reyes, waited. “I ran,” Tomas Reyes said.'
  assert.deepEqual(
    readAccount(text).people.persons.map(({ name }) => name),
    ['Anna Reyes', 'Tomas Reyes'],
  )
})

test('no character that is not white space is lost, and no spans cross, whatever the text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '«',
    '»',
    '. ',
    '\n\n',
    '\n',
    ' said ',
    'Ann Lee',
    ' the officer ',
    '5 ',
    'NAME: ',
    '?',
    '! ',
    ', ',
    'a b',
    '…',
    '© ',
    ' > ',
    '(AP) — ',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const text = pieces.join('')
      const { folds, sentences: found, quotes, facts } = readAccount(text)
      for (const { start, end } of [...folds, ...found, ...quotes, ...facts])
        assert.ok(start >= 0 && start < end && end <= text.length)
      for (const [index, sentence] of found.entries())
        assert.ok(sentence.start >= (found[index - 1]?.end ?? 0))
      for (let at = 0; at < text.length; at++) {
        if (!/[\p{L}\p{N}]/u.test(text[at] ?? '')) continue
        const isHeld = [...folds, ...found].some(({ start, end }) => at >= start && at < end)
        const isLabel = /NAME$/.test(text.slice(0, at + 4)) || /^(?:N|A|M|E)$/.test(text[at] ?? '')
        assert.ok(isHeld || isLabel, `${JSON.stringify(text)} at ${at}`)
      }
    }),
    { seed: 7, numRuns: 400 },
  )
})

test('a paragraph of more quotes than anyone tells apart keeps them all, without speakers', () => {
  const { quotes } = readAccount('“Go,” Ann Lee said. '.repeat(400))
  assert.equal(quotes.length, 400)
  assert.ok(quotes.every(({ speaker }) => speaker === null))
})

test('speech behind dashes is speech, before and behind who says it', () => {
  const text = '—El perro corrió hacia mi hijo —relató Graciela Montero—. El agente estaba lejos.'
  assert.deepEqual(said(text), {
    'El perro corrió hacia mi hijo': 'Graciela Montero',
    'El agente estaba lejos.': 'Graciela Montero',
  })
  assert.deepEqual(said('El alcalde, Joel Prado, lamentó lo ocurrido. «Es muy triste», dijo.'), {
    'Es muy triste': 'Joel Prado',
  })
})

test('who is described at length, or utters in passing, is found', () => {
  assert.deepEqual(said('The chief, asked whether the officer was trained, said: “No.”'), {
    'No.': 'The chief',
  })
  assert.deepEqual(said('“He was my friend,” said a sobbing Jake Dunn, 17.'), {
    'He was my friend,': 'Jake Dunn',
  })
  assert.deepEqual(said('A call records a woman asking for “somebody, an officer, anybody”.'), {
    'somebody, an officer, anybody': 'a woman',
  })
})

test('a joint statement is of both who make it', () => {
  const text =
    'The director, Ann Lee, and the president, Ben Roe, said the word was “too short and too loud.”'
  assert.deepEqual(said(text), {
    'too short and too loud.': 'The director, Ann Lee, and the president, Ben Roe',
  })
})

test('a story headed like a link is kept, and a script’s cues are folded', () => {
  assert.deepEqual(folded('LIVE UPDATES: Clashes at the plaza\n\nPolice said 31 people were held.'), [])
  assert.deepEqual(
    folded(
      'TONIGHT — A WOMAN HAS DIED IN THE COUNTY JAIL, POLICE SAY.\n\n(TAKE SOT)\n\nPOLICE GAVE NO CAUSE.',
    ),
    [['(TAKE SOT)', 'cue.capitals']],
  )
})

test('who never writes capitals still writes paragraphs', () => {
  const text =
    'they took my son from the hallway and nobody called me about it\n\nhe is 12\n\neverybody filmed it'
  assert.equal(sentences(text).length, 3)
})

test('times in words are times, and numbers that name are no counts', () => {
  const facts = (text: string) =>
    readAccount(text)
      .facts.filter(({ type }) => type === 'time' || type === 'number')
      .map(({ type, start, end }) => [type, text.slice(start, end)])
  assert.deepEqual(facts('It was five in the morning when Medic 7 came.'), [['time', 'five in the morning']])
  assert.deepEqual(facts('They met on Saturday 1 October 2033 at ten o’clock.'), [
    ['time', 'Saturday 1 October 2033'],
    ['time', 'ten o’clock'],
  ])
})

test('a line of hyphens and capitals does not hold the reader up', () => {
  const reading = readAccount(`${'A-B-C-D-'.repeat(80)}\n\nPolice said so.`)
  assert.equal(reading.sentences.length, 2)
})

test('who is many and stands behind the last comma says what stands before it', () => {
  const read = readAccount(
    'A young mother begged for help before guards found her, women locked up beside her claim.',
  )
  assert.deepEqual(
    read.attributions.map(({ source }) => source),
    ['women locked up beside her'],
  )
})

test('in a turn of a transcript whoever is named as saying it comes before who hands it on', () => {
  const read = readAccount(
    'HOST: Good evening.\n\nANN REED: The sheriff says she was offered water.\n\nHOST: And the family?\n\nANN REED: They waited.',
  )
  assert.ok(read.attributions.some(({ chain }) => chain.join('>') === 'The sheriff>Ann Reed'))
})

test('signatures, a meeting’s agenda and what pages put around a text are folded; salutations and what a correction says are not', () => {
  const folded = (text: string) => readAccount(text).folds.map(({ start, end }) => text.slice(start, end))
  const story = 'A man died on Thursday after officers held him down, police said.\n\nNo weapon was found.'
  assert.deepEqual(
    folded(`Dear Eastlake families,\n\n${story}\n\nSincerely,\n\nDr. Owen Pratt, Superintendent`),
    ['Sincerely,', 'Dr. Owen Pratt, Superintendent'],
  )
  assert.deepEqual(folded(`1. Background\n\n${story}\n\n2. Public comment\n\nThe force was within policy.`), [
    '2. Public comment',
  ])
  assert.deepEqual(
    folded(`Man dies at station\n\nAccept all cookies\n\n21:14\n\nNiall Carrick\n\n${story}`),
    ['Accept all cookies', '21:14', 'Niall Carrick'],
  )
  assert.deepEqual(
    folded(
      `Man dies\n\nCorrection: An earlier version said that the siren was off when it reached the corner.\n\n${story}`,
    ),
    [],
  )
})

test('an hour ends a sentence unless nothing was said yet but when, and a word in small letters is no abbreviation', () => {
  const parts = (text: string) => readAccount(text).sentences.map(({ start, end }) => text.slice(start, end))
  for (const [text, count] of [
    ['CPR began at 11:04 p.m. Staff said so.', 2],
    ['At 9 p.m. Officer Dunn fired once.', 1],
    ['On October 3 at about 7 a.m. I was stopped at Pike.', 1],
    ['He watched the 6 p.m. News at home.', 1],
    ['The light was never turned off. For that, six men stormed in.', 2],
    ['He lay in the sun. Marcus stood by.', 2],
    ['Finding 2. Use of chemical agents', 1],
    ['The window broke, see Ex. 4. It cut him.', 2],
  ] as const)
    assert.equal(parts(text).length, count, text)
})
