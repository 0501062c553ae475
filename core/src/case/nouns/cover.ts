import * as z from 'zod/mini'
import { command, enter, Rev, type Revised } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, MediaMicrosValue, RecordingId, Text } from '../ids.ts'

/** An instant of one recording: it stays on its picture wherever the recording comes to lie on the clock. */
const Instant = z.strictObject({ recording: RecordingId, media: MediaMicrosValue })

/** What a person chose to stand on the cover beside title and warning; what is null is not shown. */
const doors = {
  /** One line under the title, such as what a viewer may ask of the recordings. */
  question: z.nullable(Line),
  /** Where the room opens, and the instant whose cleared pictures stand on the cover. */
  opensAt: z.nullable(Instant),
  /** The same matter in the words of several accounts, by the names of their files, and the instant it speaks of. */
  wordings: z.nullable(
    z.strictObject({
      matter: Line,
      at: Instant,
      words: z.array(z.strictObject({ file: z.string(), words: Line })).check(z.minLength(2), z.maxLength(6)),
    }),
  ),
}
const Doors = z.strictObject(doors)
export type CoverDoors = z.infer<typeof Doors>

export interface Cover extends Revised {
  readonly title: string
  readonly warning: string
  readonly doors: CoverDoors
}

const noDoors: CoverDoors = { question: null, opensAt: null, wordings: null }

export const coverEntries = {
  'cover-worded': z.strictObject({ v: z.literal(1), title: Line, warning: Text }),
  'cover-doors-chosen': z.strictObject({ v: z.literal(1), ...doors }),
} as const

export const coverFolds: Folds<typeof coverEntries> = {
  'cover-worded': ({ state }, { seq, detail: { title, warning } }) => {
    state.cover = { title, warning, doors: state.cover?.doors ?? noDoors, rev: seq }
  },
  'cover-doors-chosen': ({ state }, { seq, detail: { v: _, ...chosen } }) => {
    const { title = '', warning = '' } = state.cover ?? {}
    state.cover = { title, warning, doors: chosen, rev: seq }
  },
}

export const coverCommands = {
  'word-cover': command({ rev: Rev, title: Line, warning: Text }, (state, asked) => {
    const rev = state.cover?.rev ?? 0
    if (rev !== asked.rev) return { kind: 'stale', noun: 'cover', rev }
    return enter('cover-worded', { v: 1, title: asked.title, warning: asked.warning })
  }),
  'choose-cover-doors': command({ rev: Rev, ...doors }, (state, asked) => {
    const rev = state.cover?.rev ?? 0
    if (rev !== asked.rev) return { kind: 'stale', noun: 'cover', rev }
    const { question, opensAt, wordings } = asked
    for (const instant of [opensAt, wordings?.at])
      if (instant && !state.recordings.has(instant.recording))
        return { kind: 'unknown', noun: instant.recording }
    for (const { file } of wordings?.words ?? [])
      if (!state.files.has(file)) return { kind: 'unknown', noun: file }
    return enter('cover-doors-chosen', { v: 1, question, opensAt, wordings })
  }),
}
