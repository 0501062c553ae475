import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** What stands in a text, and whom its quotes are put down to, in order. */
const told: readonly (readonly [string, readonly string[]])[] = [
  // No verb of saying leads in.
  [
    'The tenants call it “a coffin with buttons.” The council prefers “temporarily impaired.”',
    ['tenants', 'council'],
  ],
  ['Gil Roe had written it to a friend, and the friend: “Not today, then.”', ['friend']],
  [
    'Councilwoman Ana Prell read the chief a line from his officer’s report: “The dog was released.”',
    ['his officer’s report'],
  ],
  ['“Please, I am dying,” Terry Lyle is quoted as saying.', ['Terry Lyle']],
  ['«Yo me voy», alcanzó a decir Manuel Requena, según el vídeo.', ['Manuel Requena']],
  ['“We all know what goes on,” opines the cook, a giant.', ['cook']],
  ['Officers arrived late. “Footage could put lives at risk,” the force posts.', ['force']],
  [
    '«No es el primero ni el último», advirtió por su parte el Comité de Pobladores.',
    ['el Comité de Pobladores'],
  ],
  // Where one clause ends and another begins.
  [
    'The city’s answer denied that staff had been “indifferent to him.” Attorney Bev Stroud declined to comment.',
    ['city'],
  ],
  [
    'La familia pide «justicia y verdad»; el Ayuntamiento reclama «prudencia ante todo».',
    ['La familia', 'el Ayuntamiento'],
  ],
  ['“El guardia me dijo que «eso ya no es asunto suyo»”, relata Blas Otero.', ['Blas Otero', 'El guardia']],
  [
    'Mrs. Ada Lind waited nine hours. When she telephoned the station a man said to her, “Try in the morning.”',
    ['a man'],
  ],
  // Whom a pronoun or a description means.
  [
    'Neil Aubrey led them. A midwife named Cora Bapt ran over. “It’s a scene, love,” a constable told her. “It’s a man,” she told him.',
    ['a constable', 'Cora Bapt'],
  ],
  [
    'Joe Gant is the caretaker. “Not me,” Gant said. The man who installed it says neither could have. “You need a key,” he told me.',
    ['Joe Gant', 'man'],
  ],
  [
    'Dana Pruett met a man who said there was “a kid with wires.” The boy had been building what he called “a weather station, mostly.”',
    ['a man', 'boy'],
  ],
  [
    'Grace Amadi’s boys were in the back. The older one spoke first. “He had his gun out,” he said. His mother wept. “He’s a child,” she said.',
    ['older one', 'Grace Amadi'],
  ],
  [
    'The Rev. William Stroud was hurt. His wife, Joan Stroud, came. Chair Merle Aasen left. I asked Mrs. Stroud about it. “Bill says so,” she said.',
    ['Joan Stroud'],
  ],
  [
    'Our reporter is there. We’ve just spoken to Hamid, who lives above. “They told us to lie down,” he says.',
    ['Hamid'],
  ],
  [
    'Sam Overby stood by him. “A matter for us,” Overby said.\n\nThe science teacher gave it a prize. “Best one I’ve had,” he said.',
    ['Sam Overby', 'science teacher'],
  ],
  ['Chair Bob Witt sent an email to all students. “We hear you,” it read.', ['Bob Witt']],
]

for (const [text, wanted] of told)
  test(`who speaks: ${text.slice(0, 80).replace(/\s+/g, ' ')}`, () => {
    const found = readAccount(`Man hurt in arrest on Quay Street\n\n${text}\n\nThe inquiry goes on.\n`).quotes
    const plain = (name: string) => name.toLowerCase().replace(/^the /, '')
    assert.deepEqual(
      found.map(({ speaker }) => plain(speaker?.name ?? 'nobody')),
      wanted.map(plain),
    )
  })

test('a headline’s own words go to who is named and speaks first in the story', () => {
  const text =
    '‘I thought I was dead’: mum dragged from car by police\n\nShannon Hollis, 27, was in a queue. “They were screaming at me,” Hollis said.\n'
  assert.deepEqual(
    readAccount(text).quotes.map(({ speaker }) => speaker?.name),
    ['Shannon Hollis', 'Shannon Hollis'],
  )
})

test('a headline names whose words it gives before a colon or by what they feel', () => {
  const story = '\n\nA man was hurt on Quay Street.\n\n“We saw a boat,” said Ann Roe, a fishmonger.\n'
  const headed = (head: string) => readAccount(head + story).quotes[0]?.speaker?.name ?? null
  assert.equal(headed('Attorney: rider was “standing with his hands raised”'), 'Attorney')
  assert.equal(headed('‘THEY LAUGHED AS HE FELL’: Family’s fury at ferry crew'), 'Family')
  assert.equal(headed('‘THEY LAUGHED AS HE FELL’: Night’s fury'), null)
})
