import type { Fact } from './facts.ts'
import type { Statement } from './features.ts'

/** A fact as its statement writes it. */
export function textOf(statement: Statement, fact: Fact): string {
  return statement.words
    .filter(({ start, end }) => start >= fact.start && end <= fact.end)
    .map(({ text }) => text)
    .join(' ')
}

/** The two words before a fact, in lower case. */
export function wordsBefore(statement: Statement, fact: Fact): string {
  return statement.words
    .filter(({ end }) => end <= fact.start)
    .slice(-2)
    .map(({ lower }) => lower)
    .join(' ')
}
