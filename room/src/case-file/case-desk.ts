import { type Signal, signal } from '@preact/signals'
import type { CardId, Stage } from '@sightline/core/case'
import type { CardKind, KnownCard } from '@sightline/core/case/cards'
import { madeOnce } from '../made-once.ts'
import type { Room } from '../room-model.ts'

export const caseParts = [
  'overview',
  'claims',
  'people',
  'proceedings',
  'holdings',
  'release',
  'calendar',
  'search',
] as const
export type CasePart = (typeof caseParts)[number]

/** What a card is entered with before anything is typed. */
export type Preset = Readonly<Record<string, unknown>>

/** The dialog that lies over the page. */
export type Asked =
  | { readonly kind: 'enter'; readonly of: CardKind; readonly preset: Preset }
  | { readonly kind: 'change' | 'withdraw' | 'restore' | 'history'; readonly card: KnownCard }
  | { readonly kind: 'move'; readonly to: Stage }
  | { readonly kind: 'take-away' }

/** What one person has open on the page of the case; it stays while they look elsewhere. */
export interface CaseDesk {
  readonly part: Signal<CasePart>
  readonly asked: Signal<Asked | null>
  /** The card that is looked at: unfolded, and scrolled to. */
  readonly open: Signal<CardId | null>
  readonly query: Signal<string>
}

export const deskOf = madeOnce(
  (_room: Room): CaseDesk => ({
    part: signal('overview'),
    asked: signal(null),
    open: signal(null),
    query: signal(''),
  }),
)

/** The part of the page on which cards of a kind stand. */
export function partOf(kind: CardKind): CasePart {
  switch (kind) {
    case 'participant':
    case 'name':
    case 'portrait':
    case 'label':
    case 'relation':
    case 'identity':
      return 'people'
    case 'claim':
    case 'speaking':
    case 'bearing':
    case 'obstruction':
    case 'finding':
    case 'sighting':
      return 'claims'
    case 'proceeding':
    case 'question':
    case 'answer':
    case 'related':
    case 'party-statement':
    case 'footage-seen':
      return 'proceedings'
    case 'document':
    case 'object':
    case 'place':
    case 'walled':
      return 'holdings'
    case 'rule':
    case 'clock-start':
    case 'holiday':
    case 'extension':
    case 'hold':
    case 'notice':
    case 'family-viewing':
    case 'embargo':
      return 'release'
  }
}

/** Goes to a card: to its part, to the claim, question or participant it stands under, unfolded. */
export function goToCard(room: Room, card: KnownCard): void {
  const desk = deskOf(room)
  const above = ['claim', 'question', 'participant'].map(name => card.said[name])
  const head = above.find(value => typeof value === 'string' && room.source.state.peek().cards.has(value))
  desk.part.value = partOf(card.of)
  desk.open.value = typeof head === 'string' ? head : card.id
}
