import { type CaseState, foldAll, type Numbered, type Recording } from '@sightline/core/case'
import { cardWordsIn, type LeavingCard, leavingOf, withholdingFor } from '@sightline/core/case-file'
import {
  type ClaimOut,
  type Composition,
  excerptsOf,
  speaksOnlyOf,
  type Telling,
  type ToldEntry,
  toldEntries,
  type Version,
} from '@sightline/core/release'
import { toldDues } from '@sightline/core/release-clock'
import { sha256 } from '../store/sha256.ts'
import type { ReadLog } from './read-log.ts'

/** What of a case goes out: its log as told, and the case that this comes to. Everything in a release is made from these two. */
export interface Told {
  readonly entries: readonly ToldEntry[]
  readonly state: CaseState
  /** The text of quotes that goes out in place of an account's own, by the hash that the told case gives it. */
  readonly excerpts: ReadonlyMap<string, string>
  /** Takes what is private out of a text that was made otherwise. */
  readonly keep: (text: string) => string
  /** How many places were withheld in words that were to go out. */
  readonly withheldWords: () => number
}

/** Tells a case for a release. What is private in it is taken out of every text, wherever somebody typed it. */
export function tell(
  { entries, state }: Pick<ReadLog, 'entries' | 'state'>,
  composition: Composition,
  out: Pick<Telling, 'settled' | 'sounds' | 'parted'>,
): Told {
  const { leaving, cards, mark } = cardsOut(state, composition)
  const words = withholdingFor(state, composition.audience, mark, privateWords(state, composition))
  const cited = new Set(cards.map(({ said }) => said['statement']))
  const statements = new Set(leaving.statements.map(({ id }) => id).filter(id => cited.has(id)))
  const quoted = composition.accounts.filter(({ whole }) => !whole).map(({ account }) => account)
  const excerpts = new Map(
    [...excerptsOf({ state, accounts: new Set(quoted), statements, keep: words.keep })].map(
      ([account, excerpt]) => [account, { ...excerpt, sha256: sha256(Buffer.from(excerpt.text)) }] as const,
    ),
  )
  const told = toldEntries(entries, {
    state,
    composition,
    cards: new Map(cards.map(({ id, said }) => [id, said])),
    statements,
    excerpts,
    ...out,
    keep: words.keep,
  })
  const toldState = foldAll(numberedAll(told, state.seq))
  const texts = new Map([...excerpts.values()].map(each => [each.sha256, each.text]))
  return {
    entries: told,
    state: toldState,
    excerpts: texts,
    keep: words.keep,
    withheldWords: words.count,
  }
}

/** The cards of the case file that go out, with their private words withheld, and what may leave for that audience at all. */
function cardsOut(state: CaseState, composition: Composition) {
  const mark = cardWordsIn(composition.languages[0] ?? 'en').report.withheld
  const leaving = leavingOf(state, composition.audience, toldDues(state), mark)
  const out = new Set(composition.recordings.map(({ recording }) => recording))
  const open = composition.caseFile ? leaving.cards.filter(card => speaksOnlyOf(card.said, state, out)) : []
  return { leaving, cards: withoutStaying(open, composition.staying ?? []), mark }
}

/** A version of a case's release, to be held against another: `state` is the case as it was, or is to be, when that goes out. */
export function versionOf(composition: Composition, state: CaseState): Version {
  const { cards } = cardsOut(state, composition)
  const matterOf = new Map<string, unknown>(cards.map(({ id, said }) => [id, said['matter']]))
  const claims = cards.flatMap(({ id, of, said }): ClaimOut[] => {
    if (of !== 'claim' && of !== 'finding') return []
    const title = of === 'claim' ? said['matter'] : matterOf.get(String(said['claim']))
    return [{ id, title: String(title ?? id), said }]
  })
  return { composition, state, claims }
}

/** Cards without those that stay, and without what speaks of one that stays. */
function withoutStaying(cards: readonly LeavingCard[], staying: readonly string[]): readonly LeavingCard[] {
  const stays = new Set(staying)
  const left = cards.filter(
    ({ id, said }) => !stays.has(id) && !Object.values(said).some(each => stays.has(String(each))),
  )
  const gone = cards.filter(card => !left.includes(card)).map(({ id }) => id)
  return gone.length === 0 || left.length === cards.length ? left : withoutStaying(left, gone)
}

/** Every number of the log, told or not. */
function* numberedAll(told: readonly ToldEntry[], length: number): Iterable<Numbered> {
  const bySeq = new Map(told.map(each => [each.seq, each.entry]))
  for (let seq = 1; seq <= length; seq++) yield { seq, entry: bySeq.get(seq) ?? { type: 'withheld' } }
}

/**
 * What the log holds beside the case file's private fields that nobody outside may read: who supplied what and under which number,
 * names under which the office keeps files, and the names of those who work there.
 */
function privateWords(state: CaseState, composition: Composition): readonly string[] {
  // What whoever composed it wrote out themselves is no secret any more.
  const shown = [
    composition.organization ?? '',
    ...composition.statements.flatMap(({ by, text }) => [by, text]),
    ...composition.recordings.flatMap(({ title, wearer }) => [title, wearer ?? '']),
    ...composition.accounts.map(({ title }) => title),
    ...composition.documents.map(({ title }) => title),
    ...composition.people.map(each => each.as),
  ]
  // A folder called "audio" is no secret; one with a name in it is.
  const files = [...state.files.values()]
    .flatMap(({ found }) => [found.path, ...found.path.split('/')])
    .filter(name => /[^a-z]/.test(name))
  const provenances = [...state.recordings.values()].flatMap(provenanceWords)
  const people = [...state.people.values()].flatMap(({ name }) =>
    name === null || name === 'unnamed' ? [] : [name],
  )
  return [...new Set([...files, ...provenances, ...people])].filter(
    each => !shown.some(text => text.includes(each)),
  )
}

function provenanceWords({ provenance }: Recording): readonly string[] {
  const { supplier, authority, caseNumber, evidenceNumber, note } = provenance
  return [supplier, authority, caseNumber, evidenceNumber, note].filter(each => each !== null)
}
