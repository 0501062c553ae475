import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { Line } from '../ids.ts'
import { Passage } from '../passage.ts'
import { changeStanding, type Standing } from '../standing.ts'
import { statementKinds, TakenFrom } from './statement.ts'
import { linkRelations } from './statement-link.ts'

export const DismissalId = z.string().check(z.regex(/^ds[1-9]\d*$/))
export type DismissalId = z.infer<typeof DismissalId>

/**
 * A candidate as a person saw it. Of a link its relation counts too: another one between the same two is another candidate. Of a calling,
 * words without a name that may mean somebody, whom they were said to mean counts too.
 */
export const Dismissed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(statementKinds), passage: Passage }),
  z.strictObject({ kind: z.literal('link'), a: Passage, b: Passage, relation: z.enum(linkRelations) }),
  z.strictObject({ kind: z.literal('calling'), passage: Passage, name: Line }),
])
export type Dismissed = z.infer<typeof Dismissed>

export const dismissalSaid = { of: Dismissed, reason: Line, suggestedBy: TakenFrom }

/** A candidate that a person has looked at and set aside, with why. It stays in the log and can be taken up again. */
export interface Dismissal extends Standing {
  readonly id: DismissalId
  readonly of: Dismissed
  readonly reason: string
  readonly suggestedBy: TakenFrom
}

const Reason = z.strictObject({ v: z.literal(1), id: DismissalId, reason: Line })

export const dismissalEntries = {
  'candidate-dismissed': z.strictObject({ v: z.literal(1), id: DismissalId, ...dismissalSaid }),
  'dismissal-withdrawn': Reason,
  'dismissal-restored': Reason,
} as const

export const dismissalFolds: Folds<typeof dismissalEntries> = {
  'candidate-dismissed': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'dismissals').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'dismissal-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'dismissals', seq, detail.id, { withdrawn: detail.reason }),
  'dismissal-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'dismissals', seq, detail.id, { withdrawn: null }),
}
