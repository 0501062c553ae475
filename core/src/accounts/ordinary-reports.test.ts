import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** What stands in a text, and whom its quotes, nested ones too, are put down to, in order. */
const told: readonly (readonly [string, readonly (string | null)[]])[] = [
  // Where somebody said it is not who said it.
  [
    'Jonas Weir died in May. “Nobody rang us,” his sister, Petra Weir, said outside Marlow Court.',
    ['Petra Weir'],
  ],
  // Who that is stands further behind.
  [
    '“Not me,” answers the passenger, later identified in court papers as 31-year-old Owen Brack.',
    ['Owen Brack'],
  ],
  [
    '“I was in the room,” said the whistleblower, retired Det. Nora Tilling. “He laughed.”',
    ['Nora Tilling', 'Nora Tilling'],
  ],
  [
    'A third expert, Ohio Valley professor Len Harker, was kinder. Guards “do not get a second try,” he said.',
    ['Len Harker'],
  ],
  // By what paper it was said.
  ['Officer Dale Finch, in his report, said Loomis “slipped on wet leaves.”', ['Dale Finch']],
  [
    'The Harbor Review Board, in a 30-page report, said the captain’s account was “hard to credit.”',
    ['The Harbor Review Board'],
  ],
  [
    'The guild’s president, Al Norris, in a letter to members, called it “spineless.”\n\n“He sold us,” the letter said.',
    ['Al Norris', 'Al Norris'],
  ],
  // What whoever is spoken of is, has and does.
  [
    'Sgt. Lena Ochs said the dog, a 3-year-old German Shepherd named Duke, “let go when told.”',
    ['Lena Ochs'],
  ],
  ['The suit alleges the county maintained “a habit of looking away.”', ['The suit']],
  [
    "It has asked for a review. The United States Attorney's Office confirmed that it had the letter and said it “takes every referral seriously.”",
    ["The United States Attorney's Office"],
  ],
  ['Celia Brand KC opened the case. “He was running away,” she said.', ['Celia Brand']],
  ['Juror No. 4, a baker, was asked. “It was the law,” she said.', ['Juror No. 4']],
  // Of two verbs in what somebody tells, both are of whom they tell.
  [
    'Prosecutors said the aide, Ron Maddox, tied a sheet around the boy and told him to “sleep it off.”',
    ['Ron Maddox'],
  ],
  ['Chair Ames said she had invited Chief Boyle, who replied that he had “a prior engagement.”', ['Boyle']],
  [
    'Auditors found that Deputy Ray Costa had written, in a group text with friends, “One more.”',
    ['Ray Costa'],
  ],
  // Lines by turns.
  [
    '“Do you know why?” the trooper asks.\n\n“No, sir,” Tom Bell says.\n\n“Your plate is out of date. Papers, please.”',
    ['the trooper', 'Tom Bell', 'the trooper'],
  ],
  [
    'Defense lawyer Ida Strand asked whether he saw a knife.\n\n“No, ma’am,” Walter Pym said.\n\n“So you cannot say there was none?”',
    ['Walter Pym', 'Ida Strand'],
  ],
  // Whom they tell of is another than whoever tells.
  [
    'A second witness said an officer sent her indoors. “He said, ‘Mind your business,’” she said.',
    ['A second witness', 'an officer'],
  ],
  ['Iris Vane waited. At noon a chaplain sat down next to her. “I knew it then,” she said.', ['Iris Vane']],
  [
    'Police Commissioner Frank Holt defended the raid. “It was by the book,” the commissioner said.\n\nThat drew a sharp reply from Alderman Carlos Vidal, whose ward includes the block. “It was a school,” he said.',
    ['Frank Holt', 'Carlos Vidal'],
  ],
  // “My uncle”, as somebody says it whose uncle was named.
  [
    'Rita sat beside her uncle, Abel Monk, 39. “My uncle told me, ‘Get down,’” Rita said.',
    ['Rita', 'Abel Monk'],
  ],
  // What the headline calls somebody, the story calls by name.
  [
    'Passenger: ‘They left us there’\n\nGRANT CITY — Ann Poole was on the bus on Saturday.\n\n“They forgot me,” he said on Monday.',
    ['Ann Poole', 'Ann Poole'],
  ],
  ['“One is too many,” one sign read.', ['one sign']],
  [
    'Attorney Dana Cole represents the family. The city’s attorney said the claim was “without merit.”',
    ['The city’s attorney'],
  ],
  [
    'Deputy Lee Marsh walked up to the car. “How are you tonight?” he asked the driver. “Been better,” the man said.',
    ['Lee Marsh', 'the man'],
  ],
]

for (const [text, speakers] of told)
  test(text.replace(/\n+/g, ' ¶ ').slice(0, 110), () => {
    const { quotes } = readAccount(text)
    assert.deepEqual(
      quotes.map(({ speaker }) => speaker?.name ?? null),
      speakers,
    )
  })
