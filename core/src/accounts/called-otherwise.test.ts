import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** What stands in a text, and whom its quotes, nested ones too, are put down to, in order. */
const told: readonly (readonly [string, readonly (string | null)[]])[] = [
  // What an account begins with calls whom the next sentence names.
  [
    'A nurse has told how a policeman pinned her to her car.\n\nBrave Gemma Tolley, 29, had just finished work. “I showed him my badge,” the nurse said.',
    ['Gemma Tolley'],
  ],
  [
    'A father of two was shot outside a tire shop.\n\nCorey Boyle had been arguing over a bill. Sheriff Dale Kittredge spoke. The father of two is expected to live. From his bed he sent a text: “I want to go home.”',
    ['Corey Boyle'],
  ],
  // Nobody who is named in an office of his own.
  [
    'A teenager was bitten by a dog.\n\nDr. Hannah Voss treated the wound. “It will heal,” the teenager said.',
    ['the teenager'],
  ],
  // A wider word, or one of what else they are.
  ['Trooper Ray Dunning was there. “I gave him time,” the cop said.', ['Ray Dunning']],
  ['Dr. Hannah Voss saw the bone. “We are talking about months,” the surgeon said.', ['Hannah Voss']],
  ['Ranking member Bill Stokes spoke next. The Republican said the chair “saves lives.”', ['Bill Stokes']],
  [
    'Skipper Dean Oakes was having none of it. “I’ve fallen loads of times,” said the centre-half.',
    ['Dean Oakes'],
  ],
  ['His oldest friend, the barber Errol Gittens, laughed. “Twice,” the barber said.', ['Errol Gittens']],
  // Of several the one who is told apart is none who was named.
  [
    'Officer Bell shut the door. A shopkeeper heard the taller officer say “stand back.”',
    ['the taller officer'],
  ],
  // Given names behind what somebody is.
  ['Her eldest, Beto, kept them in a shoebox. “I framed that one,” he said.', ['Beto']],
  ['Sekou is a bus driver. “Did he tell you?” he says.', ['Sekou']],
  [
    'Emrys Pugh was killed. His widow, Nesta, said he had been “jumpy.” “I told him,” Mrs Pugh said.',
    ['Nesta', 'Nesta'],
  ],
  // Whom a pronoun cannot mean by its own sentence.
  [
    'He was maybe sixty, with a canvas bag. A ticket inspector asked him for his pass and he said, “I gave it to your mate.”',
    [null],
  ],
  [
    'Tiffany Rowe wept. The dead woman’s twin sat in front. She told reporters that Rowe was “the only one who looked at me.”',
    ['The dead woman’s twin'],
  ],
  // An English doctor may be a she.
  ['A doctor at the clinic had treated eleven people. “None had fallen,” she said.', ['A doctor']],
  // Two who talk with each other take turns.
  [
    '“How long is too long?” asked Senator Lupe Garza.\n\n“It depends,” Director Howard Pike replied.\n\n“On what?”\n\n“On the inmate’s behavior, Senator.”',
    ['Lupe Garza', 'Howard Pike', 'Lupe Garza', 'Howard Pike'],
  ],
  [
    'Bence is shy. Ibolya Kertes poured tea for her nephew, Bence. “It was only the hand,” Bence says. His aunt snorts. “Only the hand!”',
    ['Bence', 'Ibolya Kertes'],
  ],
  // What somebody does is not who they are.
  [
    'Gloria Nunez runs a laundry. Her three sons deliver. “I thought it was normal,” she told me.',
    ['Gloria Nunez'],
  ],
  ['Tim Rudd called. Last night the clerk shrugged. “No,” the clerk afterwards said.', ['the clerk']],
  // Words within words.
  ['“I got a call from a copper going, ‘There’s been a mix-up,’” Ann Lee said.', ['Ann Lee', 'a copper']],
  ['Asked what he shouted, Officer Kell said: “‘Armed police.’”', ['Kell', 'Kell']],
  // A day says nothing, and a trade is nobody's who has an office.
  ['A spokesman for the service, Lyle Dent, said Wednesday that the count was “preliminary.”', ['Lyle Dent']],
  ['The commander, Superintendent Isla Roe, repeated Monday that “nobody” gave it.', ['Isla Roe']],
  [
    'Sheriff Lamar Dent spoke. The county’s own mechanic says he marked it. “Somebody took my tag,” he said.',
    ['The county’s own mechanic'],
  ],
  ['Police Chief Dale Oakes spoke. The mechanic frowned. “It was marked,” he said.', ['The mechanic']],
  // Who stands behind "which", and whom words begin with.
  [
    'Rovers’ chief executive, Colin Prentice, said that the club had asked police to put back the start. He denied that any turnstile was out of order.\n\nAsked about an e-mail in which a fans’ group warned of the danger five weeks earlier, he said, “I’ve seen it.”',
    ['Colin Prentice'],
  ],
  [
    'It was raining, Ned Bell said. A lady asked for his card. “She said it was too old. I held it up.”',
    ['Ned Bell'],
  ],
  [
    'A defense witness, the bus passenger Lidia Sands, said she’d shouted. “He turned his head,” she said.',
    ['Lidia Sands'],
  ],
  // Whom the next sentences tell of.
  [
    'Dominic Hale read the rest.\n\nThere was another man in the van. He says he asked the guards. “She wanted to,” he says.',
    ['another man'],
  ],
  [
    'Chief Dale Oakes shrugged. “I can’t talk about it,” he said.\n\nThat isn’t how Paul Lind sees it. He has a broken arm. “I yelled,” he said.',
    ['Dale Oakes', 'Paul Lind'],
  ],
  ['Anders Cole no ve. Lo cuenta sin dramatismo. «Había dos agentes», relata.', ['Anders Cole']],
  // Other ways of leading in.
  ['As the poet put it, “the fist is a closed question.”', ['the poet']],
  ['Terrence Walcott liked to say, “Eat first.”', ['Terrence Walcott']],
  ['«No voy a tapar nada», prometió la edil.', ['la edil']],
]

test('who is called by other words than a name, and who takes turns, is found', () => {
  for (const [text, speakers] of told)
    assert.deepEqual(
      readAccount(text).quotes.map(({ speaker }) => speaker?.name ?? null),
      speakers,
      text,
    )
})

test('an office of two words is nobody by the name of the second', () => {
  const { people } = readAccount(
    'The Chief Constable spoke first. The Deputy Commissioner agreed with a woman from Block C who was there.',
  )
  assert.deepEqual(
    people.persons.map(({ name }) => name),
    [],
  )
})

test('a Spanish name before a verb that ends in -aba is somebody', () => {
  const { people } = readAccount('Carolina Funes caminaba con sus alumnos.')
  assert.deepEqual(
    people.persons.map(({ name }) => name),
    ['Carolina Funes'],
  )
})
