import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { Sha256, Why } from '../ids.ts'
import { newAccount } from './account.ts'
import { newRecording } from './recording.ts'

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

/** A name in the folder. Its bytes may have changed since it was first received: `was` lists the earlier hashes, oldest first. */
export interface HeldFile extends Revised {
  readonly found: FoundFile
  readonly isMissing: boolean
  readonly was: readonly string[]
}

export const fileEntries = {
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
} as const

export type Intake =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | ({ readonly kind: 'read' } & z.infer<(typeof fileEntries)['intake-completed']>)

export const fileFolds: Folds<typeof fileEntries> = {
  'intake-begun': ({ state }) => {
    state.intake = { kind: 'reading' }
  },
  'file-received': (draft, { seq, detail }) => receive(draft, seq, detail.file, []),
  'file-altered': (draft, { seq, detail: { file, was } }) => {
    const before = draft.state.files.get(file.path)
    receive(draft, seq, file, [...(before?.was ?? []), ...(was ? [was] : [])])
  },
  'file-missing': (draft, { seq, detail: { path } }) => {
    const file = draft.state.files.get(path)
    if (file) own(draft, 'files').set(path, { ...file, isMissing: true, rev: seq })
  },
  'file-found-again': (draft, { seq, detail: { path, changedMs } }) => {
    const file = draft.state.files.get(path)
    if (!file) return
    const found = { ...file.found, changedMs }
    own(draft, 'files').set(path, { ...file, found, isMissing: false, rev: seq })
  },
  'intake-completed': ({ state }, { detail }) => {
    state.intake = { kind: 'read', ...detail }
  },
}

function receive(draft: Draft, seq: number, found: FoundFile, was: readonly string[]): void {
  own(draft, 'files').set(found.path, { found, was, isMissing: false, rev: seq })
  const { sha256, kind, path } = found
  if (sha256 === null) return
  if (kind === 'recording' && !draft.state.recordings.has(sha256))
    own(draft, 'recordings').set(sha256, newRecording(sha256, path, seq))
  if (kind === 'account' && !draft.state.accounts.has(sha256))
    own(draft, 'accounts').set(sha256, newAccount(sha256, path, seq))
}
