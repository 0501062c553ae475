import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** What stands in a text, and whom its quotes, nested ones too, are put down to, in order. */
const told: readonly (readonly [string, readonly (string | null)[]])[] = [
  // A subject with what is said of it between commas comes before the verb, whatever stands behind it.
  [
    'Nell Garrity, a spokeswoman for the line, said the pilot, a veteran of the route, felt “a sharp pain” in his arm.',
    ['Nell Garrity'],
  ],
  [
    'Cook Sol Brandt, who runs the canteen, said THREE vans were “parked across the gate all night”.',
    ['Sol Brandt'],
  ],
  ['The train was late, said Ann Roe, “and nobody told us anything.”', ['Ann Roe']],
  // Behind a place or a time without a comma.
  ['At 3:15 a.m. a porter in the next bay lifted the phone and said, “He has stopped moving.”', ['a porter']],
  // "Can be heard to", "wrote to say".
  ['The van pulls up. “Leave the bag where it is!” Dunning can be heard to shout.', ['Dunning']],
  [
    'Officer Mary Dunning was there. She phoned the ward to say so, “Do not come up here,” and hung up.',
    ['Mary Dunning'],
  ],
  ['It did find alcohol, though not, a chemist there cautioned, “in a dose that kills.”', ['a chemist']],
  ['The boat left late, after management told the mate by radio to “skip the drill.”', ['management']],
  // A name behind an office or trade belongs to it, and a police spokesman is one.
  [
    'Pressed again, the firm’s spokesman, Mr. Ray Adler, repeated that it was “an outage” and, when a reporter asked why, said, “I have nothing else.”',
    ['Ray Adler', 'Ray Adler'],
  ],
  [
    'A visitor, Hollis Brandt, showed us a photograph.\n\nA police spokesman, Inspector Colm Dorsey, denied that any officer had shut it. “We asked for it to be open,” he said.',
    ['Colm Dorsey'],
  ],
  // The uncle of the driver is not the driver.
  [
    'The van belonged to the uncle of the driver, Rory Stahl, 29; the uncle told us he had “never lent it to anyone.”',
    ['the uncle'],
  ],
  // One of several who were spoken of.
  ['Four deputies stand in the drive. One knocks and says, “Open up, please.”', ['one deputy']],
  [
    'Two witnesses stayed behind. The other one shouted “Leave him alone now” at the guards.',
    ['the other witness'],
  ],
  // Whose brother he is.
  [
    'Tomas Reyes died on Monday. His sister, Ines Reyes, watched the tape. Her brother told the guards, says a customer. “He goes, ‘I cannot breathe in here,’ and they laugh,” she said.',
    ['a customer', 'Tomas Reyes'],
  ],
  // Whoever is told something does not say it.
  [
    'A sergeant had shut the gate. The steward, Dov Adler, complained and was told, “You mind your own stairs.”',
    ['the sergeant'],
  ],
  ['Nobody came. Dov Adler was told, “You mind your own stairs.”', [null]],
  ['I asked a steward what was wrong and was told, “Nothing to see here.”', ['a steward']],
  // What a semicolon parts is a sentence of its own, and what somebody did is not who they are.
  [
    'After the vote the mayor left by a side door without a word; her deputy stayed and said “we hear all of you.”',
    ['her deputy'],
  ],
  [
    'A few minutes later a second caller rang and told the desk that “he is on the roof now.”',
    ['a second caller'],
  ],
  [
    'Len Ames, who took office in May, stopped short of blaming officers, saying only: “I have questions.”',
    ['Len Ames'],
  ],
  [
    'Her words were echoed by the Rev. Paul Dunn, who told the crowd: “We will be back tomorrow.”',
    ['Paul Dunn'],
  ],
  ['What the sergeant wrote that night was “subject calm, no force used.”', ['the sergeant']],
  ['The judge interrupted. “Let her finish what she has to say.”', ['The judge']],
  // The clause behind a name is nothing that its bearer is called.
  [
    'According to the victim’s sister, Julia Rey, the officer shouted “down on the ground” once.',
    ['the officer'],
  ],
  ['«Salgan todos de ahí», ordenó por el altavoz un agente.', ['un agente']],
  // Somebody else who was spoken of.
  [
    'Len Ames, the driver, got out. “You all right?” he asked the boy. “No, not at all,” said the boy.',
    ['Len Ames', 'the boy'],
  ],
  // "They" within words: the last who were several.
  [
    'He said that guards took his shoes. “They said, ‘walk home in the snow,’” he told us.',
    ['A man', 'guards'],
  ],
  [
    'The officers shut the gate. “They said, ‘go round the back,’ and we did,” said Ann Roe.',
    ['Ann Roe', 'The officers'],
  ],
  // Whom the words behind "he" name, "he" does not mean.
  [
    'Un hombre que vio todo contó lo ocurrido. Según él, fue otro preso quien avisó. «Tardaron mucho en abrir», agregó.',
    ['Un hombre'],
  ],
]

for (const [text, speakers] of told)
  test(`who says it: ${text.slice(0, 60)}`, () => {
    const { quotes } = readAccount(`A man was hurt on Monday.\n\n${text}`)
    assert.deepEqual(
      quotes.map(({ speaker }) => speaker?.name ?? null),
      speakers,
    )
  })

const parted: readonly (readonly [string, number])[] = [
  ['The teacher gave it an A. “Best one I have had,” he said.', 2],
  ['His friends call him John A. “Bud” Reyes of Lark Street.', 1],
  ['The answer denied that staff “knew of any need.” County Attorney Bev Strand declined to discuss it.', 2],
  ['“Leave the bag where it is!” Dunning can be heard to shout.', 1],
]

for (const [text, count] of parted)
  test(`sentences: ${text.slice(0, 60)}`, () => {
    const { sentences } = readAccount(`A man was hurt on Monday.\n\n${text}`)
    assert.equal(sentences.length - 1, count)
  })
