import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAccount } from './read-account.ts'

/** Texts whose quotes were put down to nobody, or to whoever stands nearest; behind the arrow who says each. */
const forms: readonly string[] = [
  // A part of a sentence that has no source of its own goes on with what the one before hands on.
  'Chief Laura Pike said the officer followed policy. The stop was “by the book and quick.” → Laura Pike',
  'Bernard Cole said his sister is still in hospital. Her doctors “won’t look us in the eye.” → Bernard Cole',
  'Laura Pike said a guard shouted at her in the hall. The gate was “bent like a spoon.” → Laura Pike',
  // What somebody is heard to say ends before what else is told.
  'Ana Ruiz said she heard a guard yell “Back up!” and that the gate came down “like a blade.” → a guard, Ana Ruiz',
  'Marisol Vega said that a guard shouted at her in the hall and then “pulled me by the hair.” → Marisol Vega',
  'The sheriff says a deputy “followed his training,” but the grandfather says the boy was lying down. → The sheriff',
  'Maria Ochs smiled. “Sit down,” she told the lawyer, who said, “Yes, Your Honor.” → Maria Ochs, the lawyer',
  'The panel was told that the officer was sent because of what a caller described as “a riot on the second floor.” → a caller',
  // A full stop ends what was said, and what is told next is somebody else's.
  'Jo Grady said he was unarmed. “Everyone there has one.” Sheriff Anton Vale said deputies saw “a black pistol.” → Jo Grady, Anton Vale',
  'Judge Ellen Voss ruled Monday that the video “belongs to the public.” The lawyers had argued that release would “taint the jury pool.” → Ellen Voss, The lawyers',
  // What a body or a paper holds.
  'The union’s position is that the rule “was made on the fly.” → The union',
  'The department’s response to a draft of this report is that it “puts hindsight first.” → The department',
  'The policy manual is plain: “Officers shall wait for a supervisor.” → The policy manual',
  'The council voted to, as the resolution puts it, “suspend the use of the device.” → the resolution',
  'In the log there is one line that may be his: “Subject entered water.” → the log',
  'The line is from a report by Coroner Beth Hale: “The heart was diseased.” → Beth Hale',
  'The captain’s email to staff, sent at 2 a.m., began, “I know you are hurting.” It ended, “Say nothing.” → The captain, The captain',
  'In a message posted at night, the department said a curfew was declared. “Officers showed restraint,” the message went on. → the department',
  // Who somebody is stands further on.
  'The woman who filmed it, a nurse named Sanna Lind, laughed. “I was in the same coat,” she said. → Sanna Lind',
  'A neighbor, Witness 2, was on the porch. “Clear as day,” she told detectives. → Witness 2',
  'Jonah Peck swam there as a boy. Marta Peck works nights. The river is slow.||“He could swim,” his mother says. → Marta Peck',
  'Plaintiff Dora Wells drives a truck. Plaintiff lowered her window and asked, “Is something wrong?” → Dora Wells',
  'El abogado Tomás Lara, quien representa a la familia, opinó que el video “tiene que salir ya”. → Tomás Lara',
  'La abogada Carmen Ulloa consideró que el video «debe entregarse completo». → Carmen Ulloa',
  'Hollis Amory drove. ||The trooper’s lieutenant, a courtly man named Dabney, poured me coffee. “A pursuit is a conversation,” he said. → Dabney',
  'The river took it gently, Odile Marsh says. She was on the bank. “Like you’d put a child to bed,” she says. → Odile Marsh',
  'The sergeant’s review consists of one sentence: “Reviewed and approved.” → The sergeant',
  // Short forms.
  'Dolores Fink counts things. She counted the steps (“Forty, and all of them broken”) and the cameras. → Dolores Fink',
  'Lou Marino, in his deposition, called the hold “a last resort.” Pat Dean, in hers: “Routine.” → Lou Marino, Pat Dean',
  '“I don’t know what they were thinking,” Joan Kerr said of the officers. Of her son: “He was thinking about lunch.” → Joan Kerr, Joan Kerr',
  '“Where’s it at?” Tim Rowe asks. The woman says, “Where’s what at?” Rowe: “You know what.” → Tim Rowe, The woman, Tim Rowe',
  'Sheriff Dale Coombs wrote: “My deputies are heroes.” He deleted it an hour later, then posted, “I stand by every word.” → Dale Coombs, Dale Coombs',
  'To Paul Dern, the neighbor, it sounded “like a truck dropping its load.” → Paul Dern',
  'The crowd chanted “Let her go!” as Alma Rice was led away. “I’m fine,” she called to them. → The crowd, Alma Rice',
  'Joan Kerr asked the guard his name. “It’s on the badge,” he said. → the guard',
  'The deputy’s name has not been released. He told investigators he “saw a muzzle flash.” → The deputy',
]

for (const form of forms) {
  const [text = '', wanted = ''] = form.split(' → ')
  test(`further on: ${text.slice(0, 80)}`, () => {
    const { quotes } = readAccount(`${text.replaceAll('|', '\n')}\n`)
    assert.deepEqual(
      quotes.filter(({ depth }) => depth === 0).map(({ speaker }) => speaker?.name ?? null),
      wanted.split(', '),
    )
  })
}

test('a letter that tells one door from others ends a sentence, and the initial of a deputy does not', () => {
  const sentencesIn = (text: string) =>
    readAccount(text).sentences.map(({ start, end }) => text.slice(start, end))
  assert.equal(sentencesIn('The door is the one to Unit C. Inspectors wrote it up twice.\n').length, 2)
  assert.equal(sentencesIn('At noon Deputy R. Kinnaird stopped a white pickup.\n').length, 1)
})

test('who is spoken of in the sentence before and says nothing is not who goes on, where two are quoted in it', () => {
  const { quotes } = readAccount(
    'Ada Lunt has not seen it, Owen Pell said, and a clerk said it was lost. The tape was “not on any shelf there.”\n',
  )
  assert.deepEqual(
    quotes.map(({ speaker }) => speaker),
    [null],
  )
})
