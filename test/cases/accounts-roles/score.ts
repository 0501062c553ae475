import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareAccounts } from '../../../core/src/accounts/compare.ts'

/**
 * Short made-up cases in which one account names people and another calls them by what they are, each marked before it was run: `⟦Ann Lee|The
 * officer⟧` means Ann Lee, `⟦-|the deputy mayor⟧` nobody who is named. `first` and `second` were written before there was a rule, `third` after;
 * the mistakes of all have been read since.
 */
export const roleSets = ['first', 'second', 'third'] as const

export interface RoleScore {
  /** Places that are suggested to mean somebody. */
  readonly found: number
  readonly right: number
  readonly expected: number
  /** Of those found, the ones told to be sure, and how many of these are right. */
  readonly sure: number
  readonly sureRight: number
  /** Words marked to mean nobody who is named, and how many were suggested to mean somebody. */
  readonly traps: number
  readonly taken: number
  readonly wrong: readonly string[]
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly who: string
}

export function scoreRoles(set: (typeof roleSets)[number]): RoleScore {
  const source = readFileSync(join(import.meta.dirname, `${set}.txt`), 'utf8')
  const score = { found: 0, right: 0, expected: 0, sure: 0, sureRight: 0, traps: 0, taken: 0 }
  const wrong: string[] = []
  for (const each of source.split(/^# /m).slice(1)) {
    const name = each.split('\n')[0]
    const accounts = each
      .split(/^== .*\n/m)
      .slice(1)
      .map(parsed)
    const { people, roles } = compareAccounts(accounts.map(({ text }) => text))
    const hit = new Set<Mark>()
    for (const { account, person, words, places, why, isSure } of roles)
      for (const place of places) {
        const mark = accounts[account]?.marks.find(({ start, end }) => start < place.end && place.start < end)
        const isRight = mark !== undefined && mark.who === people[person]?.name
        score.found++
        score.sure += Number(isSure)
        score.right += Number(isRight)
        score.sureRight += Number(isSure && isRight)
        score.taken += Number(mark?.who === '-')
        if (isRight) hit.add(mark)
        else wrong.push(`${name}: ${words} → ${people[person]?.name} (${why.join('; ')})`)
      }
    for (const { marks, text } of accounts)
      for (const mark of marks) {
        if (mark.who === '-') score.traps++
        else score.expected++
        if (mark.who !== '-' && !hit.has(mark))
          wrong.push(`${name}: missed ${text.slice(mark.start, mark.end)} = ${mark.who}`)
      }
  }
  return { ...score, wrong }
}

function parsed(source: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = ''
  let last = 0
  const marks: Mark[] = []
  for (const { index, 0: whole, 1: who = '', 2: words = '' } of source.matchAll(/⟦([^|]*)\|([^⟧]*)⟧/g)) {
    text += source.slice(last, index)
    marks.push({ start: text.length, end: text.length + words.length, who })
    text += words
    last = index + whole.length
  }
  return { text: text + source.slice(last), marks }
}
