import * as z from 'zod/mini'
import {
  CaseMicrosValue,
  ExpectedId,
  Line,
  MediaMicrosValue,
  PersonId,
  RecordingId,
  Sha256,
  Text,
  Why,
} from './ids.ts'
import { Placement } from './placement.ts'
import { Provenance } from './provenance.ts'
import { RecordingFacts } from './recording-facts.ts'

/** Who did it: a person named in the case, or a program by name and version. */
export const Agent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: PersonId }),
  z.strictObject({ kind: z.literal('machine'), name: z.string(), version: z.string() }),
])
export type Agent = z.infer<typeof Agent>

/** What a file in the folder turned out to be, by its content. */
export const fileKinds = ['recording', 'account', 'picture', 'document', 'archive', 'unknown'] as const
export type FileKind = (typeof fileKinds)[number]

/** One name in the folder and what was found there. `path` is relative to the folder, percent-encoded where `encoded`. */
export const FoundFile = z.strictObject({
  path: z.string(),
  encoded: z.boolean(),
  kind: z.enum(fileKinds),
  format: z.nullable(z.string()),
  sha256: z.nullable(Sha256),
  bytes: z.nullable(z.number()),
  /** The later of the file system's modification and status times, in milliseconds: a hint for re-reading, never evidence. */
  changedMs: z.nullable(z.number()),
  why: z.nullable(Why),
  /** Content hash of the list of what an archive holds. */
  listing: z.nullable(Sha256),
})
export type FoundFile = z.infer<typeof FoundFile>

/** A stored result, cited by hash. */
export const StoredOutput = z.strictObject({ name: z.string(), sha256: Sha256, bytes: z.number() })
export type StoredOutput = z.infer<typeof StoredOutput>

/** Two frames of two recordings that a person says are one instant. */
export const MatchedFrames = z.strictObject({
  media: MediaMicrosValue,
  other: RecordingId,
  otherMedia: MediaMicrosValue,
})

export const PinEvidence = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('typed') }),
  z.strictObject({ how: z.literal('dragged') }),
  z.strictObject({ how: z.literal('frames-matched'), frames: MatchedFrames }),
])
export type PinEvidence = z.infer<typeof PinEvidence>

const tool = z.string()

/** The detail of every type of entry, by version. Readers accept every version ever written; writers write the last. */
export const entryDetails = {
  'case-opened': z.strictObject({ v: z.literal(1), title: z.string() }),
  'person-named': z.strictObject({
    v: z.literal(1),
    person: PersonId,
    name: Line,
    basis: z.literal('self-declared'),
  }),
  'intake-begun': z.strictObject({ v: z.literal(1), names: z.number() }),
  'file-received': z.strictObject({ v: z.literal(1), file: FoundFile }),
  'file-altered': z.strictObject({ v: z.literal(1), file: FoundFile, was: z.nullable(Sha256) }),
  'file-missing': z.strictObject({ v: z.literal(1), path: z.string() }),
  /** The same bytes as were received, back under the same name or with another time on them. */
  'file-found-again': z.strictObject({
    v: z.literal(1),
    path: z.string(),
    changedMs: z.nullable(z.number()),
  }),
  'intake-completed': z.strictObject({
    v: z.literal(1),
    present: z.number(),
    missing: z.number(),
    altered: z.number(),
  }),
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
  'sync-computed': z.strictObject({
    v: z.literal(1),
    method: z.string(),
    version: z.string(),
    /** Hash over the recordings and pins that the result rests on. */
    inputs: Sha256,
    result: Sha256,
    /** What each pair of recordings says about the other, kept for the next run. */
    pairs: Sha256,
  }),
  'placement-computed': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    placement: Placement,
    inputs: Sha256,
  }),
  'placement-pinned': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    start: CaseMicrosValue,
    driftPpm: z.number(),
    errorMs: z.nullable(z.number()),
    evidence: PinEvidence,
    reason: Line,
  }),
  'placement-unpinned': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
  'provenance-stated': z.strictObject({ v: z.literal(1), recording: RecordingId, provenance: Provenance }),
  'recording-expected': z.strictObject({
    v: z.literal(1),
    expected: ExpectedId,
    description: Line,
    saidBy: Line,
    note: z.nullable(Text),
  }),
  'expectation-met': z.strictObject({ v: z.literal(1), expected: ExpectedId, recording: RecordingId }),
  'expectation-withdrawn': z.strictObject({ v: z.literal(1), expected: ExpectedId, reason: Line }),
  'stand-in-bound': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    standsFor: RecordingId,
    tool: Line,
    madeBy: Line,
    reason: Line,
  }),
  'stand-in-unbound': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
  'recording-cleared': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
  'recording-warned': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
  'cover-worded': z.strictObject({ v: z.literal(1), title: Line, warning: Text }),
  'access-head-entered': z.strictObject({ v: z.literal(1), head: Sha256, length: z.number() }),
} as const

export type EntryType = keyof typeof entryDetails
export type EntryDetail<T extends EntryType> = z.infer<(typeof entryDetails)[T]>

/** What happened, without who and when: the part that code decides. */
export type Fact = {
  readonly [T in EntryType]: { readonly type: T; readonly detail: EntryDetail<T> }
}[EntryType]

/** One entry of the custody log as read back. `at` is ISO 8601 in UTC. */
export type Entry = Fact & { readonly at: string; readonly agent: Agent }

/** An entry whose body was taken away by a decision; the chain still holds its hash. */
export interface AbsentEntry {
  readonly type: 'withheld' | 'expunged'
}

const Body = z.strictObject({
  v: z.literal(1),
  salt: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  type: z.string(),
  agent: Agent,
  detail: z.unknown(),
})

/** Why a body could not be read as an entry that this version knows. */
export type EntryProblem = { readonly kind: 'malformed' | 'newer'; readonly message: string }

/** Reads the JSON value of an entry's body. An unknown type or version is `newer`, never guessed at. */
export function readEntry(body: unknown): Entry | EntryProblem {
  const parsed = Body.safeParse(body)
  if (!parsed.success) return { kind: 'malformed', message: z.prettifyError(parsed.error) }
  const { type, at, agent, detail } = parsed.data
  if (!Object.hasOwn(entryDetails, type))
    return { kind: 'newer', message: `entries of type "${type}" are not known here` }
  const known = entryDetails[type as EntryType].safeParse(detail)
  if (!known.success) return { kind: 'malformed', message: `${type}: ${z.prettifyError(known.error)}` }
  return { type, detail: known.data, at, agent } as Entry
}
