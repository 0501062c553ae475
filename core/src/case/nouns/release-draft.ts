import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line, Sha256 } from '../ids.ts'
import { changeStanding, type Standing } from '../standing.ts'
import type { Agent } from './person.ts'
import { StoredOutput } from './recording.ts'
import { Fingerprint, LogEnd } from './sealed-release.ts'

export const StopOverrideId = z.string().check(z.regex(/^so[1-9]\d*$/))
type StopOverrideId = z.infer<typeof StopOverrideId>

/** What a person has chosen so far, as content: nothing goes out by it. */
export interface ReleaseDraft extends Revised {
  readonly draft: StoredOutput
  readonly agent: Agent
  readonly at: string
}

export const stopOverrideSaid = {
  /** The version that is to be sealed with it: for the next one it has to be said again. */
  version: z.int().check(z.minimum(1)),
  stop: Line,
  what: Line,
  /** The recording, card, account or file that it is about; null where it is about the whole release. */
  about: z.nullable(Line),
  reason: Line,
}
const StopOverrideSaid = z.strictObject(stopOverrideSaid)

/** A stop of the checklist that a person goes past, by name and with a reason. */
export interface StopOverride extends Standing, Readonly<z.infer<typeof StopOverrideSaid>> {
  readonly id: StopOverrideId
}

const previewedFields = {
  version: z.int().check(z.minimum(1)),
  composition: Sha256,
  /** SHA-256 of the one file that would be signed. */
  sealed: Sha256,
  key: z.nullable(Fingerprint),
  timestamp: z.nullable(Line),
  /** Where the log ended that went into it. */
  log: LogEnd,
}
const PreviewedFields = z.strictObject(previewedFields)

/** The bytes that somebody had made to look at before they are sealed. */
export interface Previewed extends Revised, Readonly<z.infer<typeof PreviewedFields>> {
  readonly agent: Agent
  readonly at: string
}

const Reason = z.strictObject({ v: z.literal(1), id: StopOverrideId, reason: Line })

export const releaseDraftEntries = {
  'release-drafted': z.strictObject({ v: z.literal(1), draft: StoredOutput }),
  'release-previewed': z.strictObject({ v: z.literal(1), ...previewedFields }),
  'stop-overridden': z.strictObject({ v: z.literal(1), id: StopOverrideId, ...stopOverrideSaid }),
  'stop-override-withdrawn': Reason,
  'stop-override-restored': Reason,
} as const

export const releaseDraftFolds: Folds<typeof releaseDraftEntries> = {
  'release-drafted': ({ state }, { seq, at, agent, detail: { draft } }) => {
    state.releaseDraft = { draft, agent, at, rev: seq }
  },
  'release-previewed': ({ state }, { seq, at, agent, detail: { v: _, ...previewed } }) => {
    state.previewed = { ...previewed, agent, at, rev: seq }
  },
  'stop-overridden': (draft, { seq, at, agent, detail: { v: _, ...said } }) => {
    own(draft, 'stopOverrides').set(said.id, { ...said, agent, at, withdrawn: null, rev: seq })
  },
  'stop-override-withdrawn': (draft, { seq, detail: { id, reason } }) =>
    changeStanding(draft, 'stopOverrides', seq, id, { withdrawn: reason }),
  'stop-override-restored': (draft, { seq, detail: { id } }) =>
    changeStanding(draft, 'stopOverrides', seq, id, { withdrawn: null }),
}
