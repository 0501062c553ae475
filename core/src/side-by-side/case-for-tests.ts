// A case over accounts made up on the spot, and what an engine might suggest of them, for the tests of this folder.
import type { Command } from '../case/commands.ts'
import { decide } from '../case/commands.ts'
import {
  type CaseState,
  type Entry,
  emptyCase,
  type Fact,
  fold,
  type Passage,
  passageAt,
} from '../case/index.ts'
import type { Candidates, LinkCandidate } from './candidates.ts'

const person = { kind: 'person', person: 'p1' } as const
const at = '2031-05-03T09:00:00.000Z'
export const takenFrom = { method: 'm', version: '1' }

/** The account that a letter stands for. */
export const idOf = (letter: string) => letter.charCodeAt(0).toString(16).padStart(2, '0').repeat(32)

/** Texts by letters; each line of one is a sentence, and what stands in “marks” a quote. */
export type Texts = Readonly<Record<string, string>>

export function caseOf(texts: Texts): CaseState {
  return Object.entries(texts).reduce((state, [letter, text]) => {
    const id = idOf(letter)
    const file = {
      ...{ path: `${letter}.txt`, encoded: false, format: 'text', sha256: id, bytes: 1 },
      ...{ kind: 'account' as const, changedMs: null, why: null, listing: null },
    } as const
    const reading = {
      v: 1,
      ...{ account: id, readers: 'r', reader: 'r', text: id, characters: text.length, tool: 't' },
    } as const
    return entered(state, [
      { type: 'file-received', detail: { v: 1, file } },
      { type: 'account-read', detail: reading },
    ])
  }, emptyCase)
}

export function textsOf(texts: Texts): ReadonlyMap<string, string> {
  return new Map(Object.entries(texts).map(([letter, text]) => [idOf(letter), text]))
}

/** A link of the engine: `['a', 'some words', 'b', 'other words', 'conflict', 'two', 'three']`. */
export type Linked = readonly [string, string, string, string, LinkCandidate['relation'], string?, string?]

export function candidatesOf(texts: Texts, linked: readonly Linked[] = []): Candidates {
  return {
    ...{ v: 1, ...takenFrom, versions: [] },
    accounts: Object.fromEntries(
      Object.entries(texts).map(([letter, text]) => [
        idOf(letter),
        {
          sentences: sentencesIn(text).map(each => ({ ...each, headline: false })),
          boilerplate: [],
          quotes: [...text.matchAll(/“([^”]*)”/g)].map(({ index, 0: whole }) => ({
            ...{ start: index + 1, end: index + whole.length - 1 },
            ...{ speaker: null, to: null, via: null, certainty: 'unknown' as const },
          })),
          attributions: sentencesIn(text).map(each => ({
            ...{ ...each, chain: [`paper-${letter}`], recording: null },
            ...{ negated: false, hedged: false, declining: false },
          })),
        },
      ]),
    ),
    links: linked.map(([a, wordsA, b, wordsB, relation, differsA, differsB]) => ({
      a: { account: idOf(a), ...sentenceWith(texts[a] ?? '', wordsA) },
      b: { account: idOf(b), ...sentenceWith(texts[b] ?? '', wordsB) },
      ...{ relation, kind: 'fact', why: ['shared: words, other'] },
      differing: differsA === undefined ? [] : [differsA, differsB ?? ''],
    })),
  }
}

export function passage(texts: Texts, letter: string, words: string): Passage {
  const text = texts[letter] ?? ''
  const start = text.indexOf(words)
  const found = passageAt(idOf(letter), text, { start, end: start + words.length })
  if (!found) throw new Error(`"${words}" is not in ${letter}`)
  return found
}

export function done(state: CaseState, command: Command): CaseState {
  const decision = decide(state, command)
  if (decision.kind !== 'enter') throw new Error(JSON.stringify(decision))
  return entered(state, decision.facts)
}

function entered(state: CaseState, facts: readonly Fact[]): CaseState {
  return facts.reduce(
    (before, fact) => fold(before, { seq: before.seq + 1, entry: { ...fact, at, agent: person } as Entry }),
    state,
  )
}

function sentencesIn(text: string) {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }))
}

function sentenceWith(text: string, words: string) {
  const found = sentencesIn(text).find(({ start, end }) => text.slice(start, end).includes(words))
  if (!found) throw new Error(`no sentence has "${words}"`)
  return found
}
