import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** What `quoted` is put down to in a text. */
function speakerOf(text: string, quoted: string): string | undefined {
  const found = readAccount(text).quotes.find(({ start, end }) => text.slice(start, end) === quoted)
  assert.ok(found, quoted)
  return found.speaker?.name
}

const sources = (text: string) => readAccount(text).attributions.map(({ chain }) => chain.join(' > '))

const cases: readonly (readonly [string, string, string | undefined])[] = [
  [
    'Nora Pell shook. She told the guard, “I have asthma.” The guard replied, “Then go.”',
    'Then go.',
    'The guard',
  ],
  [
    'Nora Pell shook. She told the guard, “I have asthma.” The guard replied, “Then go.”',
    'I have asthma.',
    'Nora Pell',
  ],
  ['She asked the foreman for water and was told, “Finish the row.”', 'Finish the row.', 'the foreman'],
  ['The dog got out. A neighbor rolled her eyes. “It always does.”', 'It always does.', 'A neighbor'],
  ['The dog got out. His order to the crew was “Shut the doors.”', 'Shut the doors.', undefined],
  [
    'The master spoke once. The master’s order to the crew was “Shut the doors.”',
    'Shut the doors.',
    'The master',
  ],
  ['Mayor Lil Orr waited. There were cries of “Shame on you!” from the crowd.', 'Shame on you!', 'the crowd'],
  ['Police call it “a lawful stop.” It lasted an hour.', 'a lawful stop.', 'Police'],
  ['“I am the one in charge,” she says the trooper told her.', 'I am the one in charge,', 'the trooper'],
  ['My name is Tova Lind. I told the officer, “That dog is deaf.”', 'That dog is deaf.', 'Tova Lind'],
  ['22:14 Unit 12: “Northbound, no lights.”\n22:15 Dispatch: “Copy.”', 'Northbound, no lights.', 'Unit 12'],
  [
    'In her complaint, Ms. Yuen says that Officer Bly told her, “You never learn.”',
    'You never learn.',
    'Bly',
  ],
  [
    'La alcaldesa, Inés Roca, calló. Preguntada por las cámaras, respondió que «está en manos del juez».',
    'está en manos del juez',
    'Inés Roca',
  ],
  [
    '«No lo vi venir en ningún momento», aseguró Raúl Peña a este periódico.',
    'No lo vi venir en ningún momento',
    'Raúl Peña',
  ],
  [
    '«No se movía en absoluto»: un paciente desmiente al hospital\n\nEl hospital general no respondió a las preguntas de este diario ayer.',
    'No se movía en absoluto',
    'un paciente',
  ],
]

for (const [text, quoted, speaker] of cases)
  test(`“${quoted}” is put down to ${speaker ?? 'nobody'}`, () => {
    assert.equal(speakerOf(text, quoted), speaker)
  })

test('who is no recording and confirms something says it', () => {
  assert.deepEqual(sources('The harbor company confirmed that the gate was chained.'), ['The harbor company'])
  assert.deepEqual(sources('The gate camera video confirmed that the gate was chained.'), [
    'The gate camera video',
  ])
})

test('a verb without a subject goes back to who spoke last', () => {
  assert.deepEqual(sources('La policía sostiene que iba sin luces. También afirma que cayó solo.'), [
    'La policía',
    'La policía',
  ])
  assert.deepEqual(sources('La policía sostiene que iba sin luces. Según cuenta su hermana, iba despacio.'), [
    'La policía',
    'su hermana',
  ])
})

test('a question, a promise of a recording and one who must stay away hand nothing on', () => {
  for (const text of [
    'Were people told to leave?',
    'Your own camera will show it.',
    'The guard must not return to the pier.',
  ])
    assert.deepEqual(sources(text), [])
})

test('sentences go on about the recording before them', () => {
  assert.deepEqual(sources('Two videos show a chain on the gate. In one of them a steward laughs.'), [
    'Two videos',
    'Two videos',
  ])
})

test('in a turn “I” is whoever has it, “he” is another, and a title stays as it is printed', () => {
  const text =
    'SHERIFF: I said, "Sit down." He said, "No."\n\nHOST: And Sheriff Dale Moss, what then?\n\nSHERIFF: Nothing.'
  assert.equal(speakerOf(text, 'Sit down.'), 'Sheriff')
  assert.notEqual(speakerOf(text, 'No.'), 'Sheriff')
})

test('a turn with a note on the language is no dateline', () => {
  const text =
    'ANCHOR: Good evening.\n\nMOTHER (in Spanish, translated): He was folding towels.\n\nANCHOR: Thank you.'
  assert.equal(speakerOf(text, 'He was folding towels.'), 'Mother')
})
