import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { CaseMicrosValue, Line, RecordingId } from '../ids.ts'
import type { Agent } from './person.ts'
import { StoredOutput } from './recording.ts'

/** What can be taken away from a case. */
export const takenKinds = [
  'still',
  'contact-sheet',
  'clip',
  'grid-clip',
  'moments',
  'case-file',
  'accounts',
  'transcript',
  'captions',
  'film-proof',
  'edit-lines',
  'sounds',
] as const
export type TakenKind = (typeof takenKinds)[number]

export const takenAwayEntries = {
  /** Files that were made for somebody to take away, by their hashes, and what they were made from. */
  'taken-away': z.strictObject({
    v: z.literal(1),
    what: z.enum(takenKinds),
    files: z.array(StoredOutput).check(z.minLength(1), z.maxLength(20)),
    recordings: z.array(RecordingId).check(z.maxLength(100)),
    /** On the clock of the case, where the recordings lie on it. */
    when: z.nullable(z.strictObject({ from: CaseMicrosValue, to: z.nullable(CaseMicrosValue) })),
    tool: Line,
  }),
} as const

/** One act of taking away: `files` are in the content store under their hashes. */
export interface TakenAway extends Revised {
  readonly what: TakenKind
  readonly files: readonly StoredOutput[]
  readonly recordings: readonly RecordingId[]
  readonly agent: Agent
  readonly at: string
}

export const takenAwayFolds: Folds<typeof takenAwayEntries> = {
  'taken-away': (draft, { seq, at, agent, detail: { what, files, recordings } }) => {
    own(draft, 'takenAway').set(String(seq), { what, files, recordings, agent, at, rev: seq })
  },
}
