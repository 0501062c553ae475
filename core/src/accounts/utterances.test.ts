import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'
import { utterancesOf } from './utterances.ts'

const stitched = (...texts: readonly string[]) =>
  utterancesOf(texts.map(text => readAccount(text))).map(({ pieces }) =>
    pieces.map(piece => (piece.kind === 'gap' ? '[…]' : `${piece.text} (${piece.accounts.join(' ')})`)),
  )

test('excerpts of one utterance in several accounts are laid over each other, each word with who quotes it', () => {
  assert.deepEqual(
    stitched(
      '“Nobody told us that the road was closed that night,” Ann Lee said.',
      'Ann Lee said nobody “told us that the road was closed that night and the lights were out.”',
    ),
    [['Nobody (0)', 'told us that the road was closed that night (0 1)', 'and the lights were out (1)']],
  )
})

test('one wording in two accounts differs only where their words do', () => {
  assert.deepEqual(
    stitched('“Why’d you leave me here?” Lee asked the guard.', '“Why did you leave me here?” Lee asked.'),
    [['Why did (1)', 'Why’d (0)', 'you leave me here (0 1)']],
  )
})

test('where no account quotes across, a gap is shown', () => {
  assert.deepEqual(
    stitched(
      '“We heard the first shot from the kitchen,” Lee said. “Then my brother ran out of the house to look.”',
      '“We heard the first shot from the kitchen,” said Lee.',
      '“Then my brother ran out of the house to look,” Lee told us.',
    ),
    [
      [
        'We heard the first shot from the kitchen (0 1)',
        '[…]',
        'Then my brother ran out of the house to look (0 2)',
      ],
    ],
  )
  const long =
    '“They came up the stairs with their lamps and shouted at my father to open the door at once,” Lee said.'
  assert.deepEqual(stitched(long, '“They came up the stairs” and “open the door at once,” Lee said.'), [
    [
      'They came up the stairs (0 1)',
      'with their lamps and shouted at my father to (0)',
      'open the door at once (0 1)',
    ],
  ])
})

test('other utterances stay apart, and one account alone makes none', () => {
  assert.deepEqual(
    stitched('“The road was closed,” Lee said.', '“My dog was barking all night,” Roe said.'),
    [],
  )
  assert.deepEqual(stitched('“The road was closed,” Lee said. “The road was closed,” he said again.'), [])
})

test('a quote of a whole speech is stitched without a step for every pair of its words', () => {
  const speech = Array.from({ length: 20_000 }, (_, at) => `word${at % 977}`).join(' ')
  const [utterance] = utterancesOf(
    [`“${speech},” Lee said.`, `“${speech},” said Lee.`].map(text => readAccount(text)),
  )
  assert.equal(utterance?.excerpts.length, 2)
})
