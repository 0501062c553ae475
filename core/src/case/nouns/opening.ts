import * as z from 'zod/mini'
import type { Folds } from '../draft.ts'

export const openingEntries = {
  'case-opened': z.strictObject({ v: z.literal(1), title: z.string() }),
} as const

export const openingFolds: Folds<typeof openingEntries> = {
  'case-opened': ({ state }, { at, detail }) => {
    state.title = detail.title
    state.openedAt = at
  },
}
