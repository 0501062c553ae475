import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { EditLine } from '../edit-line.ts'
import { Line, RecordingId, Sha256 } from '../ids.ts'
import { changeStanding, type Standing } from '../standing.ts'

export const EditReviewId = z.string().check(z.regex(/^er[1-9]\d*$/))
export type EditReviewId = z.infer<typeof EditReviewId>

/** `added`: a person's own line, which no comparison had suggested. */
export const editVerdicts = ['accepted', 'corrected', 'dismissed', 'added'] as const
export type EditVerdict = (typeof editVerdicts)[number]

export const editVerdictSaid = {
  verdict: z.enum(editVerdicts),
  /** The line in the person's words, where it was corrected or added. */
  said: z.nullable(EditLine),
  reason: Line,
}

export const editReviewSaid = {
  of: RecordingId,
  /** The stored list in which the line was seen, by its hash. */
  list: Sha256,
  /** The line as it was suggested; null for one that a person added. */
  line: z.nullable(EditLine),
  ...editVerdictSaid,
}

/** What a person decided about one line of the edit list of a film or stand-in. Only accepted, corrected and added lines may be published. */
export interface EditReview extends Standing {
  readonly id: EditReviewId
  readonly of: RecordingId
  readonly list: string
  readonly line: EditLine | null
  readonly verdict: EditVerdict
  readonly said: EditLine | null
  readonly reason: string
}

const Reason = z.strictObject({ v: z.literal(1), id: EditReviewId, reason: Line })

export const editReviewEntries = {
  'edit-line-reviewed': z.strictObject({ v: z.literal(1), id: EditReviewId, ...editReviewSaid }),
  'edit-review-changed': z.strictObject({ v: z.literal(1), id: EditReviewId, ...editVerdictSaid }),
  'edit-review-withdrawn': Reason,
  'edit-review-restored': Reason,
} as const

export const editReviewFolds: Folds<typeof editReviewEntries> = {
  'edit-line-reviewed': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'editReviews').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'edit-review-changed': (draft, { seq, detail: { v: _, id, ...rest } }) =>
    changeStanding(draft, 'editReviews', seq, id, rest),
  'edit-review-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'editReviews', seq, detail.id, { withdrawn: detail.reason }),
  'edit-review-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'editReviews', seq, detail.id, { withdrawn: null }),
}
