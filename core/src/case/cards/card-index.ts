import type { AccountId, CardId, RecordingId } from '../ids.ts'
import type { CaseState } from '../state.ts'
import { type CardKind, fieldsOf } from './kinds.ts'
import { type CardOf, type KnownCard, readCard } from './read-card.ts'

interface Index {
  readonly all: readonly KnownCard[]
  readonly byKind: ReadonlyMap<CardKind, readonly KnownCard[]>
  /** Cards that name a card in one of their fields. */
  readonly naming: ReadonlyMap<CardId, readonly KnownCard[]>
}

// Kept for as long as the collection itself: every state has its own, so nothing has to be told that it changed.
const indexes = new WeakMap<CaseState['cards'], Index>()

/** The cards of one kind in the order in which they were entered; withdrawn ones only when asked for. */
export function cardsOf<K extends CardKind>(
  { cards }: Pick<CaseState, 'cards'>,
  kind: K,
  isWithdrawnToo = false,
): readonly CardOf<K>[] {
  const all = indexOf(cards).byKind.get(kind) ?? []
  return (isWithdrawnToo
    ? all
    : all.filter(each => each.withdrawn === null)) as unknown as readonly CardOf<K>[]
}

/** The standing cards of one kind that name a card, in the order in which they were entered. */
export function cardsNaming<K extends CardKind>(
  { cards }: Pick<CaseState, 'cards'>,
  id: CardId,
  kind: K,
): readonly CardOf<K>[] {
  const naming = indexOf(cards).naming.get(id) ?? []
  return naming.filter(each => each.of === kind && each.withdrawn === null) as unknown as readonly CardOf<K>[]
}

export function cardOf<K extends CardKind>(
  { cards }: Pick<CaseState, 'cards'>,
  id: CardId | null,
  kind: K,
): CardOf<K> | null {
  const card = knownCard({ cards }, id)
  return card?.of === kind ? (card as unknown as CardOf<K>) : null
}

/** A card of any kind; null for one that is not in the case, or of a kind that is not known here. */
export function knownCard({ cards }: Pick<CaseState, 'cards'>, id: CardId | null): KnownCard | null {
  const card = id === null ? undefined : cards.get(id)
  return card ? readCard(card) : null
}

/** Every card of a kind that is known here, withdrawn ones too, in the order in which they were entered. */
export function allCards({ cards }: Pick<CaseState, 'cards'>): readonly KnownCard[] {
  return indexOf(cards).all
}

/** Names in the folder that a walled card holds back, and every other name of the same bytes. */
export function walledFiles(state: Pick<CaseState, 'cards' | 'files'>): ReadonlySet<string> {
  const named = cardsOf(state, 'walled').flatMap(({ said }) => said.file ?? [])
  const bytes = new Set(named.map(path => state.files.get(path)?.found.sha256).filter(each => each != null))
  const same = [...state.files].flatMap(([path, { found }]) =>
    found.sha256 !== null && bytes.has(found.sha256) ? [path] : [],
  )
  return new Set([...named, ...same])
}

/** The accounts among what a walled card holds back, by their hashes. */
export function walledAccounts(
  state: Pick<CaseState, 'cards' | 'files' | 'accounts'>,
): ReadonlySet<AccountId> {
  return new Set(walledBytes(state).filter(hash => state.accounts.has(hash as AccountId)) as AccountId[])
}

/** The recordings among what a walled card holds back, by their hashes. */
export function walledRecordings(
  state: Pick<CaseState, 'cards' | 'files' | 'recordings'>,
): ReadonlySet<RecordingId> {
  return new Set(
    walledBytes(state).filter(hash => state.recordings.has(hash as RecordingId)) as RecordingId[],
  )
}

function walledBytes(state: Pick<CaseState, 'cards' | 'files'>): readonly string[] {
  return [...walledFiles(state)].flatMap(path => state.files.get(path)?.found.sha256 ?? [])
}

function indexOf(cards: CaseState['cards']): Index {
  const known = indexes.get(cards)
  if (known) return known
  const byKind = new Map<CardKind, KnownCard[]>()
  const naming = new Map<CardId, KnownCard[]>()
  const all: KnownCard[] = []
  for (const held of cards.values()) {
    const card = readCard(held)
    if (!card) continue
    all.push(card)
    push(byKind, card.of, card)
    for (const id of namedBy(card)) push(naming, id, card)
  }
  const made = { all, byKind, naming }
  indexes.set(cards, made)
  return made
}

// Of 24,000 cards one changes at a time: what the others name is not looked for again.
const named = new WeakMap<KnownCard, readonly CardId[]>()

/** The cards that a card names in its fields. */
function namedBy(card: KnownCard): readonly CardId[] {
  const known = named.get(card)
  if (known) return known
  const ids = Object.entries(fieldsOf(card.of, false)).flatMap(([name, { is }]) => {
    const value = card.said[name]
    return is === 'card' && typeof value === 'string' ? [value] : []
  })
  named.set(card, ids)
  return ids
}

function push<K>(map: Map<K, KnownCard[]>, key: K, card: KnownCard): void {
  const held = map.get(key)
  if (held) held.push(card)
  else map.set(key, [card])
}
