import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { CardId, Line } from '../ids.ts'
import type { Agent } from './person.ts'

type Said = Readonly<Record<string, unknown>>

/**
 * A card of the case file as the log tells it: its kind and what was stated, not looked into. What a kind's fields are is known to
 * `cards/`, which reads it (`cardsOf`); so a log of a later version can be folded, and nobody who only watches fetches the kinds.
 */
export interface Card extends Revised {
  readonly id: CardId
  readonly of: string
  readonly said: Said
  /** The entry that last changed a field, for those changed since the card was entered. */
  readonly fieldRevs: Readonly<Record<string, number>>
  readonly agent: Agent
  readonly at: string
  readonly withdrawn: string | null
}

/** What of a card stays private: in entries of its own, so that a release can leave them out by their type alone. */
export interface HiddenFields extends Revised {
  readonly said: Said
}

const Name = z.string().check(z.regex(/^[a-zA-Z-]{1,40}$/))
const stated = z.strictObject({
  v: z.literal(1),
  card: CardId,
  of: Name,
  /** By the name of the field. Null takes a field back; what nobody stated is left out. */
  said: z.record(Name, z.unknown()),
})
const why = z.strictObject({ v: z.literal(1), card: CardId, reason: Line })

export const cardEntries = {
  'card-entered': stated,
  /** Only the fields that were changed. */
  'card-changed': stated,
  'card-hidden-stated': stated,
  'card-withdrawn': why,
  /** A withdrawal taken back. */
  'card-restored': why,
} as const

export const cardFolds: Folds<typeof cardEntries> = {
  'card-entered': (draft, { seq, at, agent, detail: { card, of, said } }) => {
    own(draft, 'cards').set(card, {
      ...{ id: card, of, said, fieldRevs: {} },
      ...{ agent, at, withdrawn: null, rev: seq },
    })
  },
  'card-changed': (draft, { seq, detail }) => {
    const card = draft.state.cards.get(detail.card)
    if (!card) return
    const changed = Object.keys(detail.said).map(name => [name, seq])
    change(draft, seq, detail.card, {
      said: { ...card.said, ...detail.said },
      fieldRevs: { ...card.fieldRevs, ...Object.fromEntries(changed) },
    })
  },
  'card-hidden-stated': (draft, { seq, detail: { card, said } }) => {
    const was = draft.state.hiddenFields.get(card)?.said
    own(draft, 'hiddenFields').set(card, { said: { ...was, ...said }, rev: seq })
    change(draft, seq, card, {})
  },
  'card-withdrawn': (draft, { seq, detail }) => change(draft, seq, detail.card, { withdrawn: detail.reason }),
  'card-restored': (draft, { seq, detail }) => change(draft, seq, detail.card, { withdrawn: null }),
}

function change(draft: Draft, seq: number, id: CardId, fields: Partial<Card>): void {
  const card = draft.state.cards.get(id)
  if (card) own(draft, 'cards').set(id, { ...card, ...fields, rev: seq })
}
