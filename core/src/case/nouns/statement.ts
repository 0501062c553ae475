import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { Line } from '../ids.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { changeStanding, type Standing } from '../standing.ts'
import type { CaseState } from '../state.ts'

/** A statement is known by the number of the entry in which a person took it up: `s1432`. */
export const StatementId = z.string().check(z.regex(/^s[1-9]\d*$/))
export type StatementId = z.infer<typeof StatementId>

export const statementKinds = ['statement', 'quote'] as const
export type StatementKind = (typeof statementKinds)[number]

/** Whom a statement goes back to. */
export const StatementSource = z.strictObject({
  /** Through whom the words came: who said them first, then who passed them on, who tells them here last. */
  chain: z.array(Line).check(z.minLength(1), z.maxLength(8)),
  /** To whom they were said; null where the account does not say. */
  to: z.nullable(Line),
  /** The words by which it names a recording; null where it names none. */
  recording: z.nullable(Line),
  negated: z.boolean(),
  hedged: z.boolean(),
  /** It says that somebody will not say. */
  declining: z.boolean(),
})
export type StatementSource = z.infer<typeof StatementSource>

/** What had suggested a thing when a person took it up. */
export const TakenFrom = z.strictObject({ method: Line, version: Line })
export type TakenFrom = z.infer<typeof TakenFrom>

export const statementSaid = {
  passage: Passage,
  /** Null leaves open whom it goes back to: a candidate for it may be shown, as such. */
  source: z.nullable(StatementSource),
}

/** A statement or quote that a person has taken up: by selecting text, or by accepting or correcting what a machine suggested. */
export interface Statement extends Standing {
  readonly id: StatementId
  readonly kind: StatementKind
  readonly passage: Passage
  readonly source: StatementSource | null
  readonly takenFrom: TakenFrom | null
}

const Reason = z.strictObject({ v: z.literal(1), id: StatementId, reason: Line })

export const statementEntries = {
  'statement-made': z.strictObject({
    v: z.literal(1),
    id: StatementId,
    kind: z.enum(statementKinds),
    ...statementSaid,
    takenFrom: z.nullable(TakenFrom),
  }),
  'statement-corrected': z.strictObject({ v: z.literal(1), id: StatementId, ...statementSaid }),
  'statement-withdrawn': Reason,
  'statement-restored': Reason,
} as const

export const statementFolds: Folds<typeof statementEntries> = {
  'statement-made': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'statements').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'statement-corrected': (draft, { seq, detail: { id, passage, source } }) =>
    changeStanding(draft, 'statements', seq, id, { passage, source }),
  'statement-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'statements', seq, detail.id, { withdrawn: detail.reason }),
  'statement-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'statements', seq, detail.id, { withdrawn: null }),
}

/** The statement or quote of a passage that stands, if a person has taken it up. */
export function statementOf(state: CaseState, kind: StatementKind, passage: Passage): Statement | null {
  for (const each of state.statements.values())
    if (each.kind === kind && each.withdrawn === null && isSamePassage(each.passage, passage)) return each
  return null
}
