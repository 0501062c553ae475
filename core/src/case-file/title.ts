import { type KnownCard, knownCard } from '../case/cards/index.ts'
import type { CaseState } from '../case/index.ts'

/** The field that a card is called by, for kinds whose first stated words would say little. */
const titleFields: Readonly<Partial<Record<KnownCard['of'], string>>> = {
  name: 'name',
  label: 'words',
  portrait: 'chosenBy',
  identity: 'reason',
  speaking: 'words',
  obstruction: 'hides',
  finding: 'reason',
  answer: 'words',
  'party-statement': 'who',
  'footage-seen': 'who',
  'clock-start': 'source',
  holiday: 'what',
  extension: 'requester',
  notice: 'who',
  'family-viewing': 'by',
  embargo: 'withWhom',
  relation: 'detail',
  walled: 'what',
  object: 'what',
  place: 'what',
  hold: 'what',
  proceeding: 'body',
  related: 'title',
  document: 'title',
  rule: 'name',
  claim: 'matter',
  question: 'question',
  participant: 'role',
}

/** The field of its own that a card is called by, where that is stated. */
export function titleFieldOf({ of, said }: Pick<KnownCard, 'of' | 'said'>): string | null {
  const name = titleFields[of] ?? ''
  const title = said[name]
  return typeof title === 'string' && title !== '' ? name : null
}

/** What a card is called, from its own open words; its number where it has none. Never a private field. */
export function titleOf(
  state: Pick<CaseState, 'cards'>,
  card: Pick<KnownCard, 'id' | 'of' | 'said'>,
): string {
  const field = titleFieldOf(card)
  const said = field === null ? null : card.said[field]
  if (typeof said === 'string') return said.length > 120 ? `${said.slice(0, 119)}…` : said
  for (const value of Object.values(card.said)) {
    const named = typeof value === 'string' ? knownCard(state, value) : null
    if (named && named.id !== card.id) return titleOf(state, named)
  }
  return card.id
}
