import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** Whom the quotes of a text are put down to, in order. */
const speakersIn = (text: string) =>
  readAccount(text)
    .quotes.filter(({ depth }) => depth === 0)
    .map(({ speaker }) => speaker?.name ?? null)

/** What opens every text: a headline, and people who are named and have said nothing of what follows. */
const opening = `Man hurt in arrest on Quay Street

The arrest of Owen Tarrant, 24, was filmed by Della Finch, a florist. Sgt. Ivor Pell led the arrest.

`

const told: readonly (readonly [string, readonly (string | null)[]])[] = [
  // Behind, before and between the words.
  ['“He fell on his own,” said Pell.', ['Ivor Pell']],
  ['“He fell on his own,” Pell, 51, said.', ['Ivor Pell']],
  ['“He fell on his own,” Pell told the Courier in an interview.', ['Ivor Pell']],
  ['“He fell on his own,” Pell wrote in his report.', ['Ivor Pell']],
  ['Pell said: “He fell on his own.”', ['Ivor Pell']],
  ['Pell, who has led the unit since 2019, said, “He fell on his own.”', ['Ivor Pell']],
  ['“He fell,” Pell said, “on his own.”', ['Ivor Pell', 'Ivor Pell']],
  ['“He fell,” said Finch, who was at her window. “Nobody pushed him.”', ['Della Finch', 'Della Finch']],
  ['“He fell,” Finch recalled, wiping her eyes. “Nobody pushed him.”', ['Della Finch', 'Della Finch']],
  ['“He fell,” Finch said through tears.', ['Della Finch']],
  // Pronouns.
  ['Finch was at her window. “I saw it all,” she said.', ['Della Finch']],
  ['Finch said she was at her window.\n\n“I saw it all,” she added.', ['Della Finch']],
  ['Pell denied it. “I never touched him,” he said.', ['Ivor Pell']],
  ['“I saw it all,” said Finch.\n\n“He was on the ground,” she went on.', ['Della Finch', 'Della Finch']],
  // The one who speaks stands in the sentence before or behind, or in the paragraph before.
  ['Finch shook her head. “He never ran.”', ['Della Finch']],
  ['Finch was blunt: “He never ran.”', ['Della Finch']],
  ['Asked whether Tarrant ran, Finch shook her head: “He never ran.”', ['Della Finch']],
  ['Finch said Tarrant had been calm.\n\n“He never ran,” she said.', ['Della Finch']],
  [
    'Finch said the arrest took a minute.\n\n“He never ran. He never even raised his voice.”',
    ['Della Finch'],
  ],
  [
    '“He never ran,” Finch said. “He stood there.\n\n“Then they took him down.”',
    ['Della Finch', 'Della Finch', 'Della Finch'],
  ],
  // Roles and heads.
  ['“He was a good boy,” said Tarrant’s mother, Ruth Tarrant.', ['Ruth Tarrant']],
  ['“He was a good boy,” Tarrant’s mother said.', ['Tarrant’s mother']],
  ['“He was a good boy,” his uncle, Sam Orde, told reporters.', ['Sam Orde']],
  ['“He was a good boy,” said a neighbor who asked not to be named.', ['a neighbor']],
  ['“He was a good boy,” one classmate posted.', ['one classmate']],
  ['A union official called the arrest “clean and quick.”', ['A union official']],
  ['The department’s statement called it “a lawful arrest.”', ['The department’s statement']],
  ['Police described Tarrant as “combative and loud.”', ['Police']],
  // Statements.
  [
    'The Harbor Police Department released a statement on Monday.\n\n“We are reviewing the video,” the statement said.',
    ['The Harbor Police Department'],
  ],
  [
    'In a statement, the Harbor Police Department said it was “reviewing the video closely.”',
    ['the Harbor Police Department'],
  ],
  ['“We are reviewing the video,” read a statement from the mayor’s office.', ['the mayor’s office']],
  // Heard on a recording.
  ['“Get down! Get down!” an officer is heard shouting in the video.', ['an officer']],
  ['In the video, Pell can be heard saying, “Get down.”', ['Ivor Pell']],
  ['“Get down!” he’s heard barking, and Tarrant kneels.', ['Ivor Pell']],
  ['A voice off camera yells, “Leave him alone!”', ['A voice off camera']],
  // Spanish and translated.
  ['«Se cayó solo», dijo Pell.', ['Ivor Pell']],
  ['«Se cayó solo», afirmó el sargento Pell en una entrevista.', ['Ivor Pell']],
  ['“Se cayó solo”, explicó la florista. “Yo lo vi”.', ['la florista', 'la florista']],
  ['“He fell,” Finch said in Portuguese, her son interpreting.', ['Della Finch']],
]

for (const [words, wanted] of told)
  test(`speakers: ${words.slice(0, 90).replace(/\s+/g, ' ')}`, () => {
    const found = speakersIn(`${opening}${words}\n\nThe inquiry goes on.\n`)
    assert.deepEqual(
      found.map(name => name?.replace(/^[Tt]he /, '').replaceAll('’', "'")),
      wanted.map(name => name?.replace(/^[Tt]he /, '').replaceAll('’', "'")),
    )
  })
