import assert from 'node:assert/strict'
import test from 'node:test'
import { readAccount } from './read-account.ts'
import { accountResult } from './result.ts'

/** Whom the quotes of a text are put down to, with what the account calls them there. */
const calledIn = (text: string) =>
  readAccount(text).quotes.map(({ speaker }) => [speaker?.name ?? null, speaker?.called ?? null])

const family = `Marek Dubrov was shot on Tuesday. His sister, Danika Dubrov, called for help.

`

test('whoever has a name and is called otherwise is told by both', () => {
  assert.deepEqual(calledIn(`${family}“He was ill,” his sister said.`), [['Danika Dubrov', 'his sister']])
  assert.deepEqual(calledIn(`${family}“He was ill,” said his sister, Danika Dubrov.`), [
    ['Danika Dubrov', 'his sister'],
  ])
})

test('a pronoun means whoever was called so before it', () => {
  assert.deepEqual(calledIn(`${family}His sister said he was ill. “He never moved,” she said.`), [
    ['Danika Dubrov', 'His sister'],
  ])
})

test('a name alone is called nothing else, and an office before a name is part of it', () => {
  assert.deepEqual(calledIn(`${family}“He was ill,” Danika Dubrov said.`), [['Danika Dubrov', null]])
  assert.deepEqual(calledIn('“He was ill,” said Police Chief Ann Lee.'), [['Ann Lee', null]])
})

test('the result has what each link of a chain is called', () => {
  const text = `${family}His sister said he was ill.`
  const { attributions, quotes } = accountResult(readAccount(text), '', 'test')
  assert.deepEqual(
    attributions.map(({ chain, called }) => [chain, called]),
    [[['Danika Dubrov'], ['His sister']]],
  )
  assert.deepEqual(quotes, [])
})

test('a headline’s words go back to who says them in the story, called as the headline does', () => {
  assert.deepEqual(
    calledIn(
      '“He was reaching for his licence”: Father speaks out after stop\n\nPolice stopped a car on Monday.\n\n“He was reaching for his licence,” said Raymond Dixon.',
    )[0],
    ['Raymond Dixon', 'Father'],
  )
})
