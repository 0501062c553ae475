import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clustersIn, folders } from '../../../test/cases/accounts/score.ts'
import { lineRules } from './lexicon/boilerplate-rules.ts'
import { pageFurniture } from './lexicon/page-furniture.ts'
import { pageNotices } from './lexicon/page-notices.ts'
import { paperFurniture } from './lexicon/paper-furniture.ts'
import { paperNotices } from './lexicon/paper-notices.ts'
import { readerNotices } from './lexicon/reader-notices.ts'
import { recordFurniture } from './lexicon/record-furniture.ts'
import { neededIn, possiblePatterns } from './possible-patterns.ts'

test('of what a pattern matches one of the words it needs stands in it, where it needs any', () => {
  const needed: readonly (readonly [RegExp, readonly string[] | null])[] = [
    [/^.{0,160}\bcontributed to this\b/, ['contributed to this']],
    [/^(?:Photo|image)s?: .+$/i, ['photo', 'image']],
    [/^(?:Photo|image)s? by .+$/i, [' by ']],
    // What may be left out is needed by nothing, and what is too short tells nothing.
    [/photographs?/, ['photograph']],
    [/(?:photograph)? by/, [' by']],
    [/(?:photograph)? \d/, null],
    [/photograph{0,2}/, ['photograp']],
    [/photo+graph/, ['photo']],
    [/(?:photograph){2,}/, ['photograph']],
    [/^(?:photo|by|image)/, null],
    // A class, an escape and a letter beyond ASCII end a run.
    [/vid[eé]o\.clips/, ['o.clips']],
    [/v\p{L}deo\dclip/u, ['clip']],
    [/años pasados/, ['os pasados']],
    // What must not stand there is needed by nothing; what must stand behind is.
    [/^(?!.*\bsaid\b)a(?<!was )b/, null],
    [/^(?=.*courtesy).+$/, ['courtesy']],
    [/(?<who>the mayor|a judge) [)\]]spoke/, ['spoke']],
    [/\(recess(?: taken)?\)/, ['(recess']],
    [/one\|two/, ['one|two']],
  ]
  assert.deepEqual(
    needed.map(([{ source }]) => neededIn(source)),
    needed.map(([, words]) => words),
  )
})

test('patterns that may match are told from those that cannot, whatever the capitals', () => {
  const possibleIn = possiblePatterns([/contributed to this/i, /^(?:share|tweet)$/, /\d+/, /BREAKING/])
  assert.deepEqual([...possibleIn('Ann Lee CONTRIBUTED to this report.')], [1, 0, 1, 0])
  assert.deepEqual([...possibleIn('A breaking story to share')], [0, 1, 1, 1])
  assert.deepEqual([...possibleIn('I ſhare it, ann lee contri\nbuted')], [0, 1, 1, 0])
  assert.deepEqual([...possibleIn('')], [0, 0, 1, 0])
})

test('no pattern of the tables matches a line of the annotated accounts that was said to be impossible', () => {
  const rules = [
    ...[lineRules, pageFurniture, pageNotices, paperFurniture, recordFurniture, paperNotices, readerNotices],
  ].flat()
  const possibleIn = possiblePatterns(rules.map(({ pattern }) => pattern))
  const lines = folders
    .flatMap(folder => clustersIn(folder).flatMap(({ accounts }) => accounts))
    .flatMap(({ marked }) => marked.text.split('\n').filter(line => line.length < 300))
  let matched = 0
  for (const line of lines) {
    const possible = possibleIn(line)
    for (const [at, { pattern, rule }] of rules.entries()) {
      if (!pattern.test(line)) continue
      matched++
      assert.equal(possible[at], 1, `${rule}: ${line}`)
    }
  }
  assert.ok(matched > 500)
})
