import type { CaseMicros } from '../time/index.ts'
import type { Agent, EntryDetail, FoundFile, PinEvidence, StoredOutput } from './entries.ts'
import type { ExpectedId, PersonId, RecordingId, Why } from './ids.ts'
import type { Placement } from './placement.ts'
import type { Provenance } from './provenance.ts'
import type { RecordingFacts } from './recording-facts.ts'

/** `rev` is the sequence number of the last entry that touched a noun; a command names the `rev` it was decided on. */
export interface Revised {
  readonly rev: number
}

export interface Person extends Revised {
  readonly id: PersonId
  /** Null when the body that held the name was withheld or expunged. */
  readonly name: string | null
}

/** A name in the folder. Its bytes may have changed since it was first received: `was` lists the earlier hashes, oldest first. */
export interface HeldFile extends Revised {
  readonly found: FoundFile
  readonly isMissing: boolean
  readonly was: readonly string[]
}

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

/** A placement made by a person, which always wins over the machine's. */
export interface Pin {
  readonly start: CaseMicros
  readonly driftPpm: number
  readonly errorMs: number | null
  readonly evidence: PinEvidence
  readonly reason: string
  readonly agent: Agent
  readonly at: string
}

export interface StandIn {
  readonly standsFor: RecordingId
  readonly tool: string
  readonly madeBy: string
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
  readonly provenance: Provenance
  readonly standIn: StandIn | null
  /** Until a person clears it, a recording counts as warned. */
  readonly isCleared: boolean
}

export interface Expected extends Revised {
  readonly id: ExpectedId
  readonly description: string
  readonly saidBy: string
  readonly note: string | null
  readonly state:
    | { readonly kind: 'expected' }
    | { readonly kind: 'met'; readonly recording: RecordingId }
    | { readonly kind: 'withdrawn'; readonly reason: string }
}

export interface Cover extends Revised {
  readonly title: string
  readonly warning: string
}

/** The last run of the sync engine: what it rested on, and the stored result. */
export interface SyncRun {
  readonly method: string
  readonly version: string
  readonly inputs: string
  readonly result: string
  readonly pairs: string
}

export type Intake =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | ({ readonly kind: 'read' } & EntryDetail<'intake-completed'>)

/** The case as its custody log tells it. Every table and screen is a projection of this. */
export interface CaseState {
  /** Sequence number of the last entry folded in; 0 before the first. */
  readonly seq: number
  readonly title: string
  readonly openedAt: string | null
  readonly cover: Cover | null
  readonly people: ReadonlyMap<PersonId, Person>
  readonly files: ReadonlyMap<string, HeldFile>
  readonly recordings: ReadonlyMap<RecordingId, Recording>
  readonly expected: ReadonlyMap<ExpectedId, Expected>
  readonly intake: Intake
  readonly sync: SyncRun | null
  /** Where the access log stood when the custody log last named it. */
  readonly access: { readonly head: string; readonly length: number; readonly at: string } | null
}

export const emptyCase: CaseState = {
  seq: 0,
  title: '',
  openedAt: null,
  cover: null,
  people: new Map(),
  files: new Map(),
  recordings: new Map(),
  expected: new Map(),
  intake: { kind: 'none' },
  sync: null,
  access: null,
}
