import * as z from 'zod/mini'
import type { Folds } from '../draft.ts'
import { Line, Sha256 } from '../ids.ts'

/** The last comparison of the accounts: what it rested on, and the stored result. Everything in it is a candidate. */
export interface ComparisonRun {
  readonly method: string
  readonly version: string
  readonly inputs: string
  readonly result: string
}

export const comparisonRunEntries = {
  'accounts-compared': z.strictObject({
    v: z.literal(1),
    method: Line,
    version: Line,
    /** Hash over the texts that the result rests on. */
    inputs: Sha256,
    result: Sha256,
  }),
} as const

export const comparisonRunFolds: Folds<typeof comparisonRunEntries> = {
  'accounts-compared': ({ state }, { detail: { method, version, inputs, result } }) => {
    state.comparison = { method, version, inputs, result }
  },
}
