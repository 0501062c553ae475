import * as z from 'zod/mini'
import { CaseMicrosValue, compareStages, PersonId, RecordingId, Sha256, StoredOutput } from '../case/index.ts'

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
  /** POST TakeAway → TakeAwayBegun: asks for files to be made */
  takeAway: 'api/take-away',
  /** GET → TakeAwayState; DELETE gives it up */
  takeAwayState: (id: string) => `api/take-away/${id}`,
  /** GET: a file that was taken away, by its hash, to be saved under its name */
  taken: (sha256: string) => `api/taken/${sha256}`,
  /** GET → NoteList: the private notes of the person who works here */
  notes: 'api/notes',
  /** PUT Note; DELETE gives it up for good */
  note: (id: string) => `api/notes/${id}`,
  /** GET → Candidates (core/side-by-side): what the engine suggests of the accounts of the case */
  accountCandidates: 'api/accounts/comparison',
  /** GET: the text of an account, to which all its places refer */
  accountText: (id: string) => `api/accounts/${id}/text`,
  /** GET: an account's file as received: a page is shown without its scripts and fetches nothing */
  accountOriginal: (id: string) => `api/accounts/${id}/original`,
  /** GET → VersionDifference (core/accounts): what a version of an account says otherwise than an earlier one */
  accountSince: (id: string, earlier: string) => `api/accounts/${id}/since/${earlier}`,
  /** POST takes up the comparison of a film or stand-in, DELETE stops it */
  comparison: (id: string) => `api/films/${id}/comparison`,
  /** GET → EditList (core/conform): what comparing a film or stand-in with recordings came to last */
  editList: (id: string) => `api/films/${id}/edits`,
  /** POST ?recording=ID&name=NAME with the file's bytes → TranscriptRead: reads and stores it, and enters nothing */
  transcriptRead: 'api/transcripts/read',
  /** GET: the lines of a transcript (core/transcript: TranscriptDocument), by their hash */
  transcriptLines: (result: string) => `api/transcripts/${result}`,
  /**
   * GET ?first=N&count=M → 16-bit little-endian mono samples at `heardRate`, of which the first stands N samples after media time 0; silence where
   * the recording has none
   */
  heardSound: (id: string) => `api/recordings/${id}/sound`,
  /** GET: the stored result of the last sync run */
  sync: 'api/sync',
  /** GET: what each pair of recordings says about the other, of this and earlier runs, as that run kept it */
  syncPairs: 'api/sync/pairs',
  /**
   * GET ?from=N&count=M → 16-bit little-endian samples N to N + M (at most `mostSamples`) of the recording's 8 kHz mono
   * sound; fewer at its end
   */
  samples: (id: string) => `api/recordings/${id}/samples`,
  /**
   * GET ?lag=SECONDS&ppm=SLOPE[&from=SECONDS][&to=SECONDS] → PairLook (core/sync): the sounds of two recordings compared
   * along that line, between two media times of b where it holds only there
   */
  pairLook: (a: string, b: string) => `api/pairs/${a}/${b}/look`,
} as const

/** One minute: more than a person hears or sees at once, and an answer of less than a megabyte. */
export const mostSamples = 480_000

/** Samples a second of what `heardSound` gives. */
export const heardRate = 48_000

/** What a person brings as a transcript is at most this large: a day of speech as the most verbose recogniser writes it. */
export const mostTranscriptBytes = 64 * 2 ** 20

/** What was read of a file: not entered yet, so that a person looks at it first. Times are media micros. */
export const TranscriptRead = z.strictObject({
  file: Sha256,
  result: Sha256,
  form: z.string(),
  language: z.nullable(z.string()),
  lines: z.number(),
  words: z.number(),
  from: z.nullable(z.number()),
  to: z.nullable(z.number()),
  isEstimated: z.boolean(),
  problems: z.array(z.string()),
})
export type TranscriptRead = z.infer<typeof TranscriptRead>

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
  /** The film or stand-in that is being held against recordings, and how far that is. */
  comparing: z.nullable(z.strictObject({ of: RecordingId, stage: z.enum(compareStages), share: z.number() })),
  /** Films and stand-ins that a person stopped being compared; they are taken up again when asked for, or at the next opening. */
  stopped: z.array(RecordingId),
  /** What stopped the work (a full disk, a missing tool), as a sentence with its code; null while all is well. */
  trouble: z.nullable(z.string()),
})
export type Work = z.infer<typeof Work>

export const CommandAnswer = z.strictObject({ seq: z.number() })
export type CommandAnswer = z.infer<typeof CommandAnswer>

export const TakeAwayBegun = z.strictObject({ id: z.string() })
export type TakeAwayBegun = z.infer<typeof TakeAwayBegun>

/** How far the making is. `files` can be fetched under their hashes; the first is what was asked for. */
export const TakeAwayState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('making'), fraction: z.number() }),
  z.strictObject({ kind: z.literal('made'), files: z.array(StoredOutput) }),
  z.strictObject({ kind: z.literal('failed'), message: z.string() }),
])
export type TakeAwayState = z.infer<typeof TakeAwayState>

/** What a person notes for themselves: no part of the record until they make a moment of it. */
export const Note = z.strictObject({
  id: z.uuid(),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(4000)),
  /** On the clock of the case, where the person looked when writing; the recording they looked at. */
  at: z.nullable(CaseMicrosValue),
  recording: z.nullable(RecordingId),
  writtenAt: z.iso.datetime({ precision: 3 }),
})
export type Note = z.infer<typeof Note>
export const NoteList = z.strictObject({ notes: z.array(Note) })
export type NoteList = z.infer<typeof NoteList>

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
