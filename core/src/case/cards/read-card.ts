import type { Card } from '../nouns/card.ts'
import type { CaseState } from '../state.ts'
import type { Fields } from './field.ts'
import { type CardKind, type CardSaid, cardKinds, fieldsOf } from './kinds.ts'

/** A card of one kind with all its fields, null for what nobody stated. */
export type CardOf<K extends CardKind> = Omit<Card, 'of' | 'said'> & {
  readonly of: K
  readonly said: CardSaid<K>
}
/** A card of any kind that is known here. */
export type KnownCard = Omit<Card, 'of'> & { readonly of: CardKind }

// A card never changes, a changed one is another: each is read once.
const read = new WeakMap<Card, KnownCard | null>()

/**
 * A card with the fields of its kind. Null for a kind that this version does not know, and for a card that lacks what its kind
 * must say; a field that cannot be read counts as not stated, so that no log, however odd, stops a page.
 */
export function readCard(card: Card): KnownCard | null {
  const known = read.get(card)
  if (known !== undefined) return known
  const made = Object.hasOwn(cardKinds, card.of) ? knownCard(card, card.of as CardKind) : null
  read.set(card, made)
  return made
}

/** What of a card stays private; null where nothing was stated. */
export function readHidden(
  { hiddenFields }: Pick<CaseState, 'hiddenFields'>,
  card: Card | KnownCard,
): Readonly<Record<string, unknown>> | null {
  const hidden = hiddenFields.get(card.id)
  if (!hidden || !Object.hasOwn(cardKinds, card.of)) return null
  return readFields(fieldsOf(card.of as CardKind, true), hidden.said)
}

function knownCard(card: Card, of: CardKind): KnownCard | null {
  const fields = fieldsOf(of, false)
  const said = readFields(fields, card.said)
  return Object.keys(fields).some(name => fields[name]?.isRequired && said[name] === null)
    ? null
    : { ...card, of, said }
}

function readFields(fields: Fields, said: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { schema }]) => {
      const parsed = schema.safeParse(said[name] ?? null)
      return [name, parsed.success ? parsed.data : null]
    }),
  )
}
