import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { Line, RecordingId, Sha256, Why } from '../ids.ts'

interface Run {
  readonly method: string
  readonly version: string
  readonly inputs: string
}

/**
 * The last comparison of an edited film with the recordings, or of a stand-in with the recording it stands for: what it rested
 * on, and the stored list (everything in it is a candidate) or why there is none.
 */
export type EditListRun =
  | (Run & { readonly kind: 'made'; readonly result: string })
  | (Run & { readonly kind: 'failed'; readonly why: Why })

const run = {
  v: z.literal(1),
  /** The film or the stand-in. */
  of: RecordingId,
  method: Line,
  version: Line,
  /** Hash over the pictures and sounds that the list rests on. */
  inputs: Sha256,
}

export const editListEntries = {
  'edit-list-made': z.strictObject({ ...run, result: Sha256 }),
  'edit-list-not-made': z.strictObject({ ...run, why: Why }),
} as const

export const editListFolds: Folds<typeof editListEntries> = {
  'edit-list-made': (draft, { detail: { v: _, of, ...made } }) => {
    own(draft, 'editLists').set(of, { kind: 'made', ...made })
  },
  'edit-list-not-made': (draft, { detail: { v: _, of, ...failed } }) => {
    own(draft, 'editLists').set(of, { kind: 'failed', ...failed })
  },
}
