import type { CardId } from '../ids.ts'
import type { Stage } from '../nouns/release-state.ts'
import type { CaseState } from '../state.ts'
import { wallOfReading } from '../wall-reading.ts'
import { cardsOf } from './card-index.ts'

/** Where a release can go from where it is. What went out is corrected or recalled, never taken back. */
export const nextStages: Readonly<Record<Stage, readonly Stage[]>> = {
  collecting: ['reviewing'],
  reviewing: ['sealed', 'collecting'],
  sealed: ['previewed', 'published', 'reviewing'],
  previewed: ['published', 'reviewing'],
  published: ['corrected', 'recalled'],
  corrected: ['corrected', 'recalled'],
  recalled: ['reviewing'],
}

export const lackCodes = [
  'no-rule',
  'no-clock-start',
  'redaction-open',
  'hold-stands',
  'not-sealed',
  'no-viewing',
  'notice-owed',
  'embargo-stands',
  'extension-not-published',
] as const

/** One thing that is missing before a release may go on, and the card that says so. */
export interface Lack {
  readonly code: (typeof lackCodes)[number]
  readonly card: CardId | null
}

/**
 * What is missing before the release may become `to`. `asOf` (ISO 8601 in UTC) decides whether an embargo still stands. It names
 * and never judges: a person may go on all the same, by name and with a reason.
 */
export function lackOf(state: CaseState, to: Stage, asOf: string): readonly Lack[] {
  switch (to) {
    case 'collecting':
    case 'corrected':
    case 'recalled':
      return []
    case 'reviewing':
      return state.release.stage === 'collecting' ? clockLacks(state) : []
    case 'sealed':
      return [...clockLacks(state), ...redactionLacks(state)]
    case 'previewed':
      return viewingLacks(state)
    case 'published':
      return [
        ...clockLacks(state),
        ...redactionLacks(state),
        ...holdLacks(state),
        ...(state.release.sealed === null ? [{ code: 'not-sealed', card: null } as const] : []),
        ...viewingLacks(state),
        ...noticeLacks(state),
        ...embargoLacks(state, asOf),
        ...extensionLacks(state),
      ]
  }
}

function clockLacks(state: CaseState): readonly Lack[] {
  const rules = cardsOf(state, 'rule').filter(({ said }) => said.applies === 'yes')
  if (rules.length === 0) return [{ code: 'no-rule', card: null }]
  const starts = new Set(cardsOf(state, 'clock-start').map(({ said }) => said.from))
  return rules.flatMap(({ id, said }): readonly Lack[] =>
    starts.has(said.from) ? [] : [{ code: 'no-clock-start', card: id }],
  )
}

function redactionLacks(state: CaseState): readonly Lack[] {
  return cardsOf(state, 'document').flatMap(({ id, said: { redaction } }): readonly Lack[] =>
    redaction === 'to-do' || redaction === 'unknown' ? [{ code: 'redaction-open', card: id }] : [],
  )
}

function holdLacks(state: CaseState): readonly Lack[] {
  return cardsOf(state, 'hold').flatMap(({ id, said }): readonly Lack[] =>
    said.liftedOn === null ? [{ code: 'hold-stands', card: id }] : [],
  )
}

/** A viewing counts when it was declined, or when what was shown was what is sealed now. */
function viewingLacks(state: CaseState): readonly Lack[] {
  const { sealed } = state.release
  const isDone = cardsOf(state, 'family-viewing').some(
    ({ said }) =>
      said.outcome === 'declined' ||
      (said.outcome === 'held' && sealed !== null && said.hashes?.includes(sealed)),
  )
  return isDone ? [] : [{ code: 'no-viewing', card: null }]
}

function noticeLacks(state: CaseState): readonly Lack[] {
  return cardsOf(state, 'notice').flatMap(({ id, said }): readonly Lack[] =>
    said.state === 'owed' ? [{ code: 'notice-owed', card: id }] : [],
  )
}

function embargoLacks(state: CaseState, asOf: string): readonly Lack[] {
  const now = Date.parse(asOf) * 1000
  return cardsOf(state, 'embargo').flatMap(({ id, said }): readonly Lack[] =>
    said.liftedBy === null && wallOfReading(said.until) > now ? [{ code: 'embargo-stands', card: id }] : [],
  )
}

function extensionLacks(state: CaseState): readonly Lack[] {
  return cardsOf(state, 'extension').flatMap(({ id, said }): readonly Lack[] =>
    said.published === 'yes' ? [] : [{ code: 'extension-not-published', card: id }],
  )
}
