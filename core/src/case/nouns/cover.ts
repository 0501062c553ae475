import * as z from 'zod/mini'
import { command, enter, Rev, type Revised } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, Text } from '../ids.ts'

export interface Cover extends Revised {
  readonly title: string
  readonly warning: string
}

export const coverEntries = {
  'cover-worded': z.strictObject({ v: z.literal(1), title: Line, warning: Text }),
} as const

export const coverFolds: Folds<typeof coverEntries> = {
  'cover-worded': ({ state }, { seq, detail: { title, warning } }) => {
    state.cover = { title, warning, rev: seq }
  },
}

export const coverCommands = {
  'word-cover': command({ rev: Rev, title: Line, warning: Text }, (state, asked) => {
    const rev = state.cover?.rev ?? 0
    if (rev !== asked.rev) return { kind: 'stale', noun: 'cover', rev }
    return enter('cover-worded', { v: 1, title: asked.title, warning: asked.warning })
  }),
}
