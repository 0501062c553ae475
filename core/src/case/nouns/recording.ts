import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import type { Draft, Folds } from '../draft.ts'
import { RecordingId, Sha256, Why } from '../ids.ts'
import type { Placement } from '../placement.ts'
import { RecordingFacts } from '../recording-facts.ts'
import type { ClearanceSpan } from './clearance.ts'
import type { SoundDistance } from './distance.ts'
import type { EditedFilm } from './edited-film.ts'
import type { Lock } from './lock.ts'
import type { Pin } from './pin.ts'
import { type Provenance, unknownProvenance } from './provenance.ts'
import { noteRecording } from './recording-change.ts'
import type { StandIn } from './stand-in.ts'

/** A stored result, cited by hash. */
export const StoredOutput = z.strictObject({ name: z.string(), sha256: Sha256, bytes: z.number() })
export type StoredOutput = z.infer<typeof StoredOutput>

/** One derivation of a recording: a named recipe's recorded result, or why it failed. */
export type Derivation =
  | {
      readonly kind: 'made'
      readonly recipe: string
      readonly version: number
      readonly key: string
      readonly outputs: readonly StoredOutput[]
      readonly partial: Why | null
      readonly oddities: readonly string[]
    }
  | {
      readonly kind: 'failed'
      readonly recipe: string
      readonly version: number
      readonly key: string
      readonly why: Why
    }

/** What a probe found: not yet looked at, facts, or why the file could not be opened. */
export type Probe =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'probed'; readonly facts: RecordingFacts; readonly frames: StoredOutput | null }
  | { readonly kind: 'refused'; readonly why: Why }

export interface Recording extends Revised {
  readonly id: RecordingId
  /** The name it was first received under; other names are found among the files. */
  readonly firstName: string
  readonly probe: Probe
  readonly derivations: readonly Derivation[]
  readonly computed: Placement | null
  readonly pin: Pin | null
  /** Set while its placement may not be moved by hand. */
  readonly lock: Lock | null
  /** How far its microphone was from what was heard, where a person has said so. */
  readonly distance: SoundDistance | null
  readonly provenance: Provenance
  readonly standIn: StandIn | null
  /** Set where a person says that this is an edited film and no recording. */
  readonly film: EditedFilm | null
  /** Until a person clears it, a recording counts as warned. */
  readonly isCleared: boolean
  /** What was decided of parts of it since, oldest first. */
  readonly spans: readonly ClearanceSpan[]
}

const tool = z.string()

export const recordingEntries = {
  'recording-probed': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    facts: RecordingFacts,
    frames: z.nullable(StoredOutput),
    tool,
  }),
  'recording-refused': z.strictObject({ v: z.literal(1), recording: RecordingId, why: Why, tool }),
  'derivation-made': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    recipe: z.string(),
    version: z.number(),
    key: Sha256,
    outputs: z.array(StoredOutput),
    /** Set when the result stands for less than the whole recording. */
    partial: z.nullable(Why),
    oddities: z.array(z.string()),
    tool,
  }),
  'derivation-failed': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    recipe: z.string(),
    version: z.number(),
    key: Sha256,
    why: Why,
    tool,
  }),
} as const

export const recordingFolds: Folds<typeof recordingEntries> = {
  'recording-probed': (draft, { detail: { recording, facts, frames } }) =>
    noteRecording(draft, recording, { probe: { kind: 'probed', facts, frames } }),
  'recording-refused': (draft, { detail: { recording, why } }) =>
    noteRecording(draft, recording, { probe: { kind: 'refused', why } }),
  'derivation-made': (draft, { detail: { recording, recipe, version, key, outputs, partial, oddities } }) =>
    derive(draft, recording, { kind: 'made', recipe, version, key, outputs, partial, oddities }),
  'derivation-failed': (draft, { detail: { recording, recipe, version, key, why } }) =>
    derive(draft, recording, { kind: 'failed', recipe, version, key, why }),
}

/** A recording as its receipt tells it: nothing is known of it yet. */
export function newRecording(id: RecordingId, firstName: string, rev: number): Recording {
  return {
    id,
    firstName,
    probe: { kind: 'waiting' },
    derivations: [],
    computed: null,
    pin: null,
    lock: null,
    distance: null,
    provenance: unknownProvenance,
    standIn: null,
    film: null,
    isCleared: false,
    spans: [],
    rev,
  }
}

/** A later result of the same recipe replaces the earlier one. */
function derive(draft: Draft, id: RecordingId, derivation: Derivation): void {
  const kept =
    draft.state.recordings.get(id)?.derivations.filter(each => each.recipe !== derivation.recipe) ?? []
  noteRecording(draft, id, { derivations: [...kept, derivation] })
}
