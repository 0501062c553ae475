import * as z from 'zod/mini'
import type { Revised } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line, Sha256 } from '../ids.ts'
import type { Agent } from './person.ts'
import { StoredOutput } from './recording.ts'

/** A key as `ssh-keygen -l` names it. */
export const Fingerprint = z.string().check(z.regex(/^SHA256:[A-Za-z0-9+/]{43}$/))

/** A key that releases of the case are sealed with. A new one may take the place of an earlier; a revoked one seals no more. */
export interface SealingKey extends Revised {
  readonly fingerprint: string
  /** The identity under which those who check know it. */
  readonly identity: string
  readonly replaces: string | null
  readonly revoked: { readonly reason: string; readonly at: string } | null
  readonly agent: Agent
  readonly at: string
}

/** What a person chose to go out, as content: `core/release` reads it. */
export interface Composed extends Revised {
  readonly composition: StoredOutput
  readonly agent: Agent
  readonly at: string
}

/** A stop of the checklist that the one who sealed went past, with their reason. */
const Overridden = z.strictObject({ stop: Line, what: Line, reason: Line })

/** Where a log ended that went into a release: its entries, the hash of the last line, the RFC 6962 tree hash over all of them. */
export const LogEnd = z.strictObject({ length: z.int().check(z.minimum(1)), head: Sha256, root: Sha256 })

const sealedFields = {
  version: z.int().check(z.minimum(1)),
  /** SHA-256 of the one file that is signed. */
  sealed: Sha256,
  composition: StoredOutput,
  key: Fingerprint,
  /** Whose time stamp it was to bear; null where none was asked for. */
  timestamp: z.nullable(Line),
  /** Where the log ended that went into it. */
  log: LogEnd,
  overridden: z.array(Overridden).check(z.maxLength(200)),
}
const SealedFields = z.strictObject(sealedFields)

/** One sealed version. `rev` is the number of the entry that says so, which its own log does not hold. */
export interface SealedRelease extends Revised, Readonly<z.infer<typeof SealedFields>> {
  readonly agent: Agent
  readonly at: string
}

export const sealedReleaseEntries = {
  'sealing-key-entered': z.strictObject({
    v: z.literal(1),
    fingerprint: Fingerprint,
    identity: Line,
    /** The public half, as SSH writes it, in base64. */
    publicKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{68}$/)),
    replaces: z.nullable(Fingerprint),
    reason: Line,
  }),
  'sealing-key-revoked': z.strictObject({ v: z.literal(1), fingerprint: Fingerprint, reason: Line }),
  'release-composed': z.strictObject({ v: z.literal(1), composition: StoredOutput, reason: Line }),
  'release-sealed': z.strictObject({ v: z.literal(1), ...sealedFields }),
} as const

export const sealedReleaseFolds: Folds<typeof sealedReleaseEntries> = {
  'sealing-key-entered': (draft, { seq, at, agent, detail: { fingerprint, identity, replaces } }) => {
    own(draft, 'sealingKeys').set(fingerprint, {
      ...{ fingerprint, identity, replaces, revoked: null },
      ...{ agent, at, rev: seq },
    })
  },
  'sealing-key-revoked': (draft, { seq, at, detail: { fingerprint, reason } }) => {
    const key = draft.state.sealingKeys.get(fingerprint)
    if (key) own(draft, 'sealingKeys').set(fingerprint, { ...key, revoked: { reason, at }, rev: seq })
  },
  'release-composed': ({ state }, { seq, at, agent, detail: { composition } }) => {
    state.composed = { composition, agent, at, rev: seq }
  },
  'release-sealed': ({ state }, { seq, at, agent, detail: { v: _, ...sealed } }) => {
    state.sealedReleases = [...state.sealedReleases, { ...sealed, agent, at, rev: seq }]
  },
}
