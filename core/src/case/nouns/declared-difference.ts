import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { Line, MediaMicrosValue, RecordingId } from '../ids.ts'
import { changeStanding, type Standing } from '../standing.ts'

export const DeclaredDifferenceId = z.string().check(z.regex(/^dd[1-9]\d*$/))
export type DeclaredDifferenceId = z.infer<typeof DeclaredDifferenceId>

export const declaredWhats = ['picture', 'sound'] as const

export const declaredDifferenceSaid = {
  /** The stand-in, on whose own clock and in whose own pixels this is said. */
  of: RecordingId,
  what: z.enum(declaredWhats),
  from: MediaMicrosValue,
  to: MediaMicrosValue,
  /** Left, top, width and height in whole pixels; null for the whole picture, and for sound. */
  region: z.nullable(z.tuple([z.int(), z.int(), z.int(), z.int()])),
  /** Who declared it, as a person says: a redaction log, a letter. */
  declaredBy: Line,
  reason: Line,
}

/** Where a stand-in was said to differ from the recording it stands for. What differs elsewhere is told, and never why. */
export interface DeclaredDifference extends Standing {
  readonly id: DeclaredDifferenceId
  readonly of: RecordingId
  readonly what: (typeof declaredWhats)[number]
  readonly from: z.infer<typeof MediaMicrosValue>
  readonly to: z.infer<typeof MediaMicrosValue>
  readonly region: readonly [number, number, number, number] | null
  readonly declaredBy: string
  readonly reason: string
}

const Reason = z.strictObject({ v: z.literal(1), id: DeclaredDifferenceId, reason: Line })

export const declaredDifferenceEntries = {
  'difference-declared': z.strictObject({
    v: z.literal(1),
    id: DeclaredDifferenceId,
    ...declaredDifferenceSaid,
  }),
  'declared-difference-withdrawn': Reason,
  'declared-difference-restored': Reason,
} as const

export const declaredDifferenceFolds: Folds<typeof declaredDifferenceEntries> = {
  'difference-declared': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'declaredDifferences').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'declared-difference-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'declaredDifferences', seq, detail.id, { withdrawn: detail.reason }),
  'declared-difference-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'declaredDifferences', seq, detail.id, { withdrawn: null }),
}
