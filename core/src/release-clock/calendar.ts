import { allCards, type CardKind, fieldsOf, type KnownCard } from '../case/cards/index.ts'
import type { CaseState, ReleaseStep } from '../case/index.ts'
import { type Due, duesOf } from './due.ts'

/** Something of the case file that has a day. */
export type Dated = { readonly day: string } & (
  | { readonly kind: 'card'; readonly card: KnownCard; readonly field: string; readonly time: string | null }
  | { readonly kind: 'due'; readonly due: Due }
  | { readonly kind: 'step'; readonly step: ReleaseStep }
)

/** Kinds whose days say when something is in force, or when one cell of many was filled, and not what happened in the case. */
const leftOut: ReadonlySet<CardKind> = new Set(['holiday', 'rule', 'name', 'portrait', 'walled', 'sighting'])

/** Every day of the case file, in the order of the calendar; of one day, in the order in which things were entered. */
export function datedOf(state: CaseState): readonly Dated[] {
  const cards = allCards(state).flatMap((card): readonly Dated[] =>
    card.withdrawn !== null || leftOut.has(card.of) ? [] : daysOf(card),
  )
  const dues = duesOf(state).flatMap((due): readonly Dated[] =>
    due.kind === 'due' ? [{ kind: 'due', day: due.day, due }] : [],
  )
  // The day of a step is that of its entry, which is told in UTC.
  const steps = state.release.steps.map((step): Dated => ({ kind: 'step', day: step.at.slice(0, 10), step }))
  return [...cards, ...steps, ...dues].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function daysOf(card: KnownCard): readonly Dated[] {
  return Object.entries(fieldsOf(card.of, false)).flatMap(([field, { is }]): readonly Dated[] => {
    const value = card.said[field]
    if (is === 'day' && typeof value === 'string')
      return [{ kind: 'card', day: value, card, field, time: null }]
    if (is !== 'wall' || typeof value !== 'object' || value === null) return []
    const { local } = value as { readonly local: string }
    return [{ kind: 'card', day: local.slice(0, 10), card, field, time: local.slice(11, 16) }]
  })
}
