import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { Line, Text } from '../ids.ts'
import { Passage } from '../passage.ts'
import { changeStanding, type Standing } from '../standing.ts'
import { TakenFrom } from './statement.ts'

export const StatementLinkId = z.string().check(z.regex(/^l[1-9]\d*$/))
export type StatementLinkId = z.infer<typeof StatementLinkId>

/**
 * What two statements of different accounts on one matter are to each other: the same; other details; one quote in other
 * words; the same words put down to different speakers; a conflict, which is a candidate for as long as nobody looked at
 * the recordings.
 */
export const linkRelations = ['same', 'detail', 'variant', 'attribution', 'conflict'] as const
export type LinkRelation = (typeof linkRelations)[number]

export const linkSaid = { relation: z.enum(linkRelations), note: z.nullable(Text) }

/** Two statements that a person has linked, or a machine's link that a person has accepted or corrected. */
export interface StatementLink extends Standing {
  readonly id: StatementLinkId
  readonly a: Passage
  readonly b: Passage
  readonly relation: LinkRelation
  readonly note: string | null
  readonly takenFrom: TakenFrom | null
}

const Reason = z.strictObject({ v: z.literal(1), id: StatementLinkId, reason: Line })
const ends = { a: Passage, b: Passage }

export const statementLinkEntries = {
  'statements-linked': z.strictObject({
    v: z.literal(1),
    id: StatementLinkId,
    ...ends,
    ...linkSaid,
    takenFrom: z.nullable(TakenFrom),
  }),
  'link-corrected': z.strictObject({ v: z.literal(1), id: StatementLinkId, ...linkSaid }),
  'link-withdrawn': Reason,
  'link-restored': Reason,
} as const

export const statementLinkFolds: Folds<typeof statementLinkEntries> = {
  'statements-linked': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'statementLinks').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'link-corrected': (draft, { seq, detail: { id, relation, note } }) =>
    changeStanding(draft, 'statementLinks', seq, id, { relation, note }),
  'link-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'statementLinks', seq, detail.id, { withdrawn: detail.reason }),
  'link-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'statementLinks', seq, detail.id, { withdrawn: null }),
}
