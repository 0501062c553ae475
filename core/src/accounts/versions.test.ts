import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'
import { versionCandidates, versionDifference } from './versions.ts'

const first = `Driver hurt after chase on Mill Road

Updated 9:10 a.m.

A driver was hurt on Monday when a van hit a wall on Mill Road, police said.

Two officers were following the van at about 40 mph, according to a dispatch log.

The van was white.

A neighbor heard a crash and called an ambulance before the officers arrived.
`
const second = `Driver dies after chase on Mill Road

Updated 2:45 p.m.

A driver has died after a van hit a wall on Mill Road, police said.

A neighbor heard a crash and called an ambulance before the officers arrived.

Two officers were following the van at about 40 mph, according to a dispatch log.

The driver was 34.
`

const shown = (one: string, two: string) => {
  const [earlier, later] = [readAccount(one), readAccount(two)]
  const cut = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)
  return versionDifference(earlier, later).pieces.map(piece => {
    switch (piece.kind) {
      case 'added':
        return `+ ${cut(two, piece.later)}`
      case 'removed':
        return `- ${cut(one, piece.earlier)}`
      case 'changed':
        return `~ ${piece.removed.map(span => cut(one, span)).join('|')} > ${piece.added.map(span => cut(two, span)).join('|')}`
      default:
        return `${piece.kind === 'moved' ? '^' : '='} ${cut(two, piece.later)}`
    }
  })
}

test('two versions of one story are told apart sentence by sentence, to the words', () => {
  assert.deepEqual(shown(first, second), [
    '~ hurt > dies',
    '~ 9:10 a.m > 2:45 p.m',
    '~ was hurt on Monday when > has died after',
    '- The van was white.',
    '= A neighbor heard a crash and called an ambulance before the officers arrived.',
    '^ Two officers were following the van at about 40 mph, according to a dispatch log.',
    '+ The driver was 34.',
  ])
})

test('a version differs from itself in nothing, and from an empty one in everything', () => {
  assert.ok(shown(first, first).every(piece => piece.startsWith('= ')))
  assert.ok(shown(first, '').every(piece => piece.startsWith('- ')))
  assert.deepEqual(shown('', ''), [])
})

test('the way back takes out what was put in', () => {
  const back = shown(second, first)
  assert.ok(back.includes('- The driver was 34.'))
  assert.ok(back.includes('+ The van was white.'))
})

test('captures of one story are offered as versions, and another story of the same incident is not', () => {
  const other = `Van chase ends in wall

A van struck a wall after a chase on Mill Road on Monday, and its driver was hurt, police said.

The chase began at a gas station, officers said.

A neighbor said she heard a crash.
`
  const added = `${first}\nThe driver was taken to a hospital, a spokeswoman said later.\n`
  const readings = [first, other, added].map(text => readAccount(text))
  assert.deepEqual(
    versionCandidates(readings).map(({ a, b, likeness }) => [a, b, likeness]),
    [[0, 2, 1]],
  )
})
