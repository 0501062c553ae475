import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAccount } from './read-account.ts'

/** One text for each form in which a set that crossed subjects, verbs, places and what stands between went wrong; behind the arrow who says each quote. */
const forms: readonly string[] = [
  // Behind the words.
  '“The alarm never rang.” — Wanda Farrow, pharmacist → Wanda Farrow',
  'Wanda Farrow posted a picture.|“The alarm never rang.”|— Wanda Farrow (@wanda) June 4 → Wanda Farrow',
  '“It was a long night,” said Colin Voss. “The alarm never rang.” Those were the words of the warden. → Colin Voss, the warden',
  '“The alarm never rang.” Those were the words of Mr. Osei. → Osei',
  '“The alarm never rang.” That is how Judith Lund puts it. → Judith Lund',
  '«Lo oyó toda la calle.» Así lo cuenta Carmela Duarte, que estaba allí. → Carmela Duarte',
  '“The alarm never rang.”||Colin Voss said the bridge was closed. → Colin Voss',
  // Before them.
  'Colin Voss walked out of the room, calling it “deeply wrong”. → Colin Voss',
  'Officers closed Mill Street, telling everybody to “go home”. → Officers',
  'By the warden’s account it was “deeply wrong”. → the warden',
  'To Colin Voss, a barber, the scene was “deeply wrong”. → Colin Voss',
  'It was summed up by Judith Lund in two words: “deeply wrong”. → Judith Lund',
  'The meeting was closed by Judith Lund, who called it “deeply wrong”. → Judith Lund',
  'Reporters spoke to Judith Lund, who told them “nothing was done about it.” → Judith Lund',
  'Judith Lund, a barber, sent us this account:||“The alarm never rang. Something has to change.” → Judith Lund',
  'Judith Lund never came home. Her last text to Colin Voss, at 9:14 p.m., was “The alarm never rang.” → Judith Lund',
  'Judith Lund’s description of the night, “deeply wrong”, was repeated often. → Judith Lund',
  'Judith Lund testified that the guard leaned in and said, “Nothing was done.” → the guard',
  'Colin Voss called it “deeply wrong”; Judith Lund, “a lie”. → Colin Voss, Judith Lund',
  '“Deeply wrong”: Judith Lund on the night of the fire||Judith Lund is a barber. → Judith Lund',
  'Here is what people told us:||- Warden Colin Voss: “The alarm never rang.”|- Judith Lund of Mill Road: “It makes no sense.” → Colin Voss, Judith Lund',
  // Whoever it is.
  '“The alarm never rang,” said Judith “Sunny” Lund. → Judith Lund',
  'R.J. Lund shook her head. “The alarm never rang.” → R.J. Lund',
  'Officer A called it “deeply wrong” and walked away. → Officer A',
  'Judith Lund has been warden for nine years. The road was closed.||“The alarm never rang,” the warden said. → Judith Lund',
  'Two drivers came forward. The first said it was “deeply wrong”. → first',
  'Colin Voss fell. “The alarm never rang,” said the mother of Colin Voss. → mother',
  '«La alarma no sonó», lamentó la madre de Colin Voss. → madre',
  'The school district released a statement at noon. “The alarm never rang,” they said. → district',
  'Colin Voss (resident) reports it was “deeply wrong”. → Colin Voss',
  // What stands between.
  'His mother, standing with Colin Voss, called it “deeply wrong”. → mother',
  '“The alarm never rang,” the warden, whose brother Colin was hurt, said. → the warden',
  'It was Judith Lund, a lawyer for the Voss family, who said it was “deeply wrong”. → Judith Lund',
  '“It was a long night,” said Colin Voss. Judith Lund remembers it well. “The alarm never rang.” → Colin Voss, Judith Lund',
  '“It was a long night,” said Colin Voss. His aunt Judith Lund said the hall was full. “The alarm never rang.” → Colin Voss, Judith Lund',
  '“It was a long night,” said Colin Voss.||Judith Lund said the hall was full.||“The alarm never rang.” → Colin Voss, Judith Lund',
  'The warden said the hall was full. That was disputed by Judith Lund. “The alarm never rang,” she said. → Judith Lund',
  'Judith Lund told Colin Voss that the hall was full. “The alarm never rang,” she told him. → Judith Lund',
  // In Spanish.
  'En palabras de Judith Lund, fue «algo inadmisible». → Judith Lund',
  'A juicio de Judith Lund, fue «algo inadmisible». → Judith Lund',
  'Judith Lund salió de la sala calificando lo ocurrido de «algo inadmisible». → Judith Lund',
  'En la grabación se oye a un agente decir: «No hicieron nada». → un agente',
  'Judith Lund vive enfrente. Recuerda bien la noche: «No hicieron nada». → Judith Lund',
  'Fuentes de la investigación hablan de «un desastre anunciado». → fuentes',
]

test('exact words are put down to whoever says them, in whatever form the text has it', () => {
  for (const form of forms) {
    const [text = '', wanted = ''] = form.split(' → ')
    const found = readAccount(`${text.replaceAll('|', '\n')}\n\nThe case is still open.\n`)
      .quotes.map(({ speaker }) => speaker?.name.toLowerCase() ?? '')
      .map((name, at) => (name.includes(wanted.split(', ')[at]?.toLowerCase() ?? '?') ? 'right' : name))
    assert.deepEqual(
      found,
      wanted.split(', ').map(() => 'right'),
      form,
    )
  }
})
