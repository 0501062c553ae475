import * as z from 'zod/mini'
import type { Folds } from '../draft.ts'
import { Sha256 } from '../ids.ts'

/** Where the access log stood when the custody log named it. */
export interface AccessHead {
  readonly head: string
  readonly length: number
  readonly at: string
}

export const accessEntries = {
  'access-head-entered': z.strictObject({ v: z.literal(1), head: Sha256, length: z.number() }),
} as const

export const accessFolds: Folds<typeof accessEntries> = {
  'access-head-entered': ({ state }, { at, detail: { head, length } }) => {
    state.access = { head, length, at }
  },
}
