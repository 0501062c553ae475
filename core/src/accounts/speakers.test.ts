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

/** The same of texts that bring their own people. */
const ofTheirOwn: readonly (readonly [string, readonly (string | null)[]])[] = [
  // A clause that belongs to the speaker is not the speaker.
  ['The union that represents the guards called it “a lie.”', ['The union']],
  ['Una pasajera que viajaba con su hija contó que el coche «no frenó nunca».', ['Una pasajera']],
  [
    'A pathologist called by the family told the inquest it was “a factor.”',
    ['A pathologist called by the family'],
  ],
  ['“Nothing but drums,” a drummer with a bandaged hand told reporters.', ['a drummer with a bandaged hand']],
  ['A cop walked along the line and said “last chance, folks” in a low voice.', ['A cop']],
  ['Dispatch audio records a voice saying “shots fired” at 9:47 p.m.', ['a voice']],
  // Crowds, voices, papers.
  ['The crowd chanted “Whose streets? Our streets!” as it neared the bridge.', ['The crowd']],
  ['Over a loudspeaker police warned: “Leave now or you will be arrested.”', ['police']],
  ['The marchers linked arms. “This is what we do,” they sang.', ['The marchers']],
  ['“Shots fired,” a deputy radioed at 9:12.', ['a deputy']],
  ['The call was logged as “person down,” records show.', ['records']],
  [
    'The sheriff’s office issued a statement late Tuesday. “We regret it,” it said.',
    ['The sheriff’s office'],
  ],
  ['But the lawyer, Esme Okonjo, blasted the claim as “a fairy tale”.', ['Esme Okonjo']],
  // Who reports, and who stands behind the report.
  ['“Do not follow,” the dispatcher says, according to audio released by the county.', ['the dispatcher']],
  ['The man told officers he was “just walking home,” according to the report.', ['The man']],
  // Who is introduced speaks next, and of whom the account has told before does not.
  [
    'A guard said the cell was quiet.\n\nColm Ruddock, who was in the next cell, heard him kicking the door. “Then he stopped,” he said.',
    ['Colm Ruddock'],
  ],
  [
    'Chief Ann Farr spoke for an hour. Leo Osei was taken to a hospital. “We did what we could,” she said.',
    ['Ann Farr'],
  ],
  ['The boy’s grandmother was in the kitchen. “I dropped the pot,” she said.', ['The boy’s grandmother']],
  [
    'A second officer, a tall man with no hat, shook a can. “Cover your eyes,” he told a boy.',
    ['A second officer'],
  ],
  ['The officer’s account is brief. “He came at me,” he told investigators.', ['The officer']],
  // What somebody is called.
  ['Dot Hale, 71, saw it all.\n\n“They dragged him,” said the 71-year-old.', ['Dot Hale']],
  ['Mia Hale, 44, wept.\n\n“He was my baby,” the mother of three said.', ['Mia Hale']],
  // A joint "they", a number that stands for no one, and "afterwards", which is nobody.
  [
    "A letter came from the company and the drivers' union. They write, “It was late.” And they say, “We will mend it.”",
    ["the company and the drivers' union", "the company and the drivers' union"],
  ],
  ['Three, into the air.\n\nThe actor asks a question. He says, “What did I do?”', ['The actor']],
  // What is denied denies nothing, and a dash’s question keeps its mark.
  ['El portavoz del sindicato, Raúl Gil, negó los hechos. «No hubo golpes», sostuvo.', ['Raúl Gil']],
  ['—¿Iba con la sirena? —preguntó un periodista.', ['un periodista']],
]

test('speakers are found past clauses of their own, in crowds and papers, and by what they are called', () => {
  const mistaken = ofTheirOwn.flatMap(([text, wanted]) => {
    const found = speakersIn(`What happened on Quay Street last week\n\n${text}`)
    return found.join(' / ') === wanted.join(' / ') ? [] : [`${text}: ${found.join(' / ')}`]
  })
  assert.deepEqual(mistaken, [])
})

test('through whom somebody speaks may stand before the verb', () => {
  const via = (text: string) => readAccount(text).attributions.map(({ chain }) => chain.join(' > '))
  assert.deepEqual(via('Through an interpreter, the widow said that nobody had called her.'), [
    'the widow > an interpreter',
  ])
  assert.deepEqual(via('A lunch monitor, who spoke through an interpreter, said that there was no fight.'), [
    'A lunch monitor > an interpreter',
  ])
})

test('a shout without its words hands nothing on', () => {
  const chains = readAccount('An officer can be heard shouting as the car drives off.').attributions
  assert.deepEqual(chains, [])
})

test('in a transcript words right behind others go on with theirs, and an adverb is not spoken to', () => {
  const quotes = (text: string) =>
    readAccount(text).quotes.flatMap(({ start, end, speaker, to }) =>
      text[start - 1] === '"'
        ? [`${text.slice(start, end)} ${speaker?.name}${to === null ? '' : ` to ${to}`}`]
        : [],
    )
  assert.deepEqual(
    quotes(
      'ANCHOR: Did the family speak?\n\nREYES: Her sister did. "She knew the road," she said. "She did not know the signal."\n\nANCHOR: Thank you.\n\nREYES: Good evening.',
    ),
    ['She knew the road, Her sister', 'She did not know the signal. Her sister'],
  )
  assert.deepEqual(quotes('"What did I do?" the actor asks afterwards, sitting on the ground.'), [
    'What did I do? the actor',
  ])
})
