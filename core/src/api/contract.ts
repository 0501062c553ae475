import * as z from 'zod/mini'
import { Command, PersonId, RecordingId, Sha256 } from '../case/index.ts'

/**
 * The HTTP contract between the room and the server of one case. All paths are relative to the page, every request
 * carries the room's cookie, every answer but media is JSON. Errors are `ErrorAnswer` with a status from one table.
 */
export const routes = {
  /** GET → RoomInfo */
  room: 'api/room',
  /** GET ?from=N → one `LoggedEntry` as JSON per line, for entries N and later */
  entries: 'api/entries',
  /** GET ?from=N → server-sent events: `entry` (LoggedEntry) for entries N and later as they come, `work` (Work) */
  stream: 'api/stream',
  /** POST Command → CommandAnswer; 409 with code case.stale when what it changes was changed meanwhile */
  commands: 'api/commands',
  /** POST Attention: what the person looks at, so that it is made ready first */
  attention: 'api/attention',
  /** POST Viewing: an entry for the access log */
  viewings: 'api/viewings',
  /** GET ranges: the recording's review proxy */
  proxy: (id: string) => `api/recordings/${id}/proxy`,
  /** GET ranges: the recording's bytes as received */
  original: (id: string) => `api/recordings/${id}/original`,
  /** GET: a named output of the recording's derivations: frames, waveform, sound, poster, strip */
  output: (id: string, name: string) => `api/recordings/${id}/outputs/${name}`,
  /** GET: what an archive in the folder holds, by the hash of its list */
  archive: (listing: string) => `api/archives/${listing}`,
  /** GET: the stored result of the last sync run */
  sync: 'api/sync',
} as const

export const RoomInfo = z.strictObject({
  v: z.literal(1),
  tool: z.string(),
  person: z.nullable(PersonId),
  canCommand: z.boolean(),
  /** Recipes every recording needs, with the versions this server makes. */
  required: z.array(z.strictObject({ recipe: z.string(), version: z.number() })),
})
export type RoomInfo = z.infer<typeof RoomInfo>

/** One entry as the server sends it: the body's JSON, or why it has none. `hash` is that of the header line. */
export const LoggedEntry = z.strictObject({
  seq: z.number(),
  hash: Sha256,
  body: z.union([z.literal('withheld'), z.literal('expunged'), z.record(z.string(), z.unknown())]),
})
export type LoggedEntry = z.infer<typeof LoggedEntry>

/** What is being computed now. Fractions are of the work known so far; null where nothing can be estimated. */
export const Work = z.strictObject({
  reading: z.nullable(z.strictObject({ done: z.number(), of: z.number() })),
  making: z.array(z.strictObject({ recording: RecordingId, fraction: z.nullable(z.number()) })),
  waiting: z.number(),
  fraction: z.nullable(z.number()),
  secondsLeft: z.nullable(z.number()),
  isPlacing: z.boolean(),
  /** What stopped the work (a full disk, a missing tool), as a sentence with its code; null while all is well. */
  trouble: z.nullable(z.string()),
})
export type Work = z.infer<typeof Work>

export const CommandRequest = z.strictObject({ command: Command })
export const CommandAnswer = z.strictObject({ seq: z.number() })
export type CommandAnswer = z.infer<typeof CommandAnswer>

export const Attention = z.strictObject({ recordings: z.array(RecordingId).check(z.maxLength(500)) })
export type Attention = z.infer<typeof Attention>

export const Viewing = z.discriminatedUnion('saw', [
  z.strictObject({ saw: z.literal('room') }),
  z.strictObject({
    saw: z.literal('recording'),
    recording: RecordingId,
    version: z.enum(['original', 'proxy']),
  }),
])
export type Viewing = z.infer<typeof Viewing>

export const ErrorAnswer = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    /** For case.stale: what was changed meanwhile. */
    noun: z.optional(z.string()),
    rev: z.optional(z.number()),
  }),
})
export type ErrorAnswer = z.infer<typeof ErrorAnswer>
