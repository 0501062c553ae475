import * as z from 'zod/mini'
import type { Folds } from '../draft.ts'
import { Line, Sha256, Why } from '../ids.ts'

interface Run {
  readonly method: string
  readonly version: string
  readonly inputs: string
}

/** The last comparison of the accounts: what it rested on, and the stored result (everything in it is a candidate) or why there is none. */
export type ComparisonRun =
  | (Run & { readonly kind: 'made'; readonly result: string })
  | (Run & { readonly kind: 'failed'; readonly why: Why })

const run = {
  method: Line,
  version: Line,
  /** Hash over the texts that the result rests on. */
  inputs: Sha256,
}

export const comparisonRunEntries = {
  'accounts-compared': z.strictObject({ v: z.literal(1), ...run, result: Sha256 }),
  'accounts-not-compared': z.strictObject({ v: z.literal(1), ...run, why: Why }),
} as const

export const comparisonRunFolds: Folds<typeof comparisonRunEntries> = {
  'accounts-compared': ({ state }, { detail: { v: _, ...made } }) => {
    state.comparison = { kind: 'made', ...made }
  },
  'accounts-not-compared': ({ state }, { detail: { v: _, ...failed } }) => {
    state.comparison = { kind: 'failed', ...failed }
  },
}
