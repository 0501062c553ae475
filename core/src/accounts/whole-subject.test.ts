import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'

/** What stands in a text, and whom its quotes, nested ones too, are put down to, in order. */
const told: readonly (readonly [string, readonly (string | null)[]])[] = [
  // A subject ends where its verb begins, and what leads in a place or a time is none.
  ['The owner of the car wash isn’t buying it. “It is foam,” he told us.', ['The owner of the car wash']],
  ['Eleven officers came through the hall shouting.\n\n“Hands! Show me hands!”', ['Eleven officers']],
  ['The caller, whose name was removed, at one point begs him, “Please listen to me.”', ['The caller']],
  [
    'Officer Dana Pruett responded to a call from a man who said there was “a kid in here with wires.”',
    ['a man'],
  ],
  [
    'His lawyer is Bea Moss, 41. The video was shown by Rupert Leng, for the security firm, who said “it proves nothing.”',
    ['Rupert Leng'],
  ],
  ['At the hospital a nurse said “nobody came for him.”', ['a nurse']],
  [
    'The sheriff said “he ran at us.” Deputies fired as he “lunged at them again.”',
    ['the sheriff', 'the sheriff'],
  ],
  // Spanish verbs that leave out their subject.
  [
    'El concejal, Andrés Pla, compareció tarde. Lamentó la muerte y defendió que los agentes actuaron «conforme al protocolo».',
    ['Andrés Pla'],
  ],
  [
    'El sindicato SIPOL lo critica. «Nuestros compañeros tienen familia», añade en un comunicado.',
    ['El sindicato SIPOL'],
  ],
  [
    'Según el parte médico, Quintela presenta “fractura de cadera”.\n\nSu abogada no descarta una querella. “Esto no se va a quedar así”, avisa.',
    ['el parte médico', 'Su abogada'],
  ],
  [
    'Los vídeos lo desmienten, asegura su letrado, Íñigo Paz. “Está quieto como un palo”, dice.',
    ['Íñigo Paz'],
  ],
  [
    'Andrés Pla defendió a los agentes.\n\nLa dueña del bar, que prefiere no dar su nombre, sí lo ha visto. «Veinte veces», dice.',
    ['La dueña del bar'],
  ],
  // Names that are of women and men, and names of places that end as words for people do.
  [
    'He was found in the Westover section. Officers Kim Stadler and Brett Yoon were sent.\n\n3:02 a.m. — Stadler knocks. “You are not in trouble,” she says.',
    ['Kim Stadler'],
  ],
  // Nested.
  ['“I hear somebody go, ‘Drop it,’ and I look out,” said Otis Bram.', ['Otis Bram', 'somebody']],
  ['“And the guard’s like, ‘Not my job,’” said Otis Bram.', ['Otis Bram', 'the guard']],
]

for (const [text, wanted] of told)
  test(`subjects: ${text.slice(0, 80).replace(/\s+/g, ' ')}`, () => {
    const found = readAccount(`Man hurt in arrest on Quay Street\n\n${text}\n\nThe inquiry goes on.\n`).quotes
    const plain = (name: string | undefined) => name?.toLowerCase().replace(/^the /, '') ?? null
    assert.deepEqual(
      found.map(({ speaker }) => plain(speaker?.name)),
      wanted.map(name => plain(name ?? undefined)),
    )
  })
