import * as z from 'zod/mini'
import type { Folds } from '../draft.ts'
import { Sha256 } from '../ids.ts'

/** The last run of the sync engine: what it rested on, and the stored result. */
export interface SyncRun {
  readonly method: string
  readonly version: string
  readonly inputs: string
  readonly result: string
  readonly pairs: string
}

export const syncRunEntries = {
  'sync-computed': z.strictObject({
    v: z.literal(1),
    method: z.string(),
    version: z.string(),
    /** Hash over the recordings and pins that the result rests on. */
    inputs: Sha256,
    result: Sha256,
    /** What each pair of recordings says about the other, kept for the next run. */
    pairs: Sha256,
  }),
} as const

export const syncRunFolds: Folds<typeof syncRunEntries> = {
  'sync-computed': ({ state }, { detail: { method, version, inputs, result, pairs } }) => {
    state.sync = { method, version, inputs, result, pairs }
  },
}
