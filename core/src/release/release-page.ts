import * as z from 'zod/mini'
import { RecordingId, Sha256 } from '../case/index.ts'

/** Where what belongs to a recording lies, from the page; null where there is none. Names of files written as scripts lack their ending. */
const RecordingFiles = z.strictObject({
  /** What is played: the review copy. */
  media: z.nullable(z.string()),
  /** The same for slow lines: smaller pictures, the same times. */
  small: z.optional(z.nullable(z.string())),
  /** The file as received, where it goes out. */
  original: z.nullable(z.string()),
  frames: z.nullable(z.string()),
  waveform: z.nullable(z.string()),
  sound: z.nullable(z.string()),
  strip: z.nullable(z.string()),
  stripTimes: z.nullable(z.string()),
  poster: z.nullable(z.string()),
})
export type RecordingFiles = z.infer<typeof RecordingFiles>

/** What the room of a release reads first: the log as told, and where everything lies. */
export const ReleasePage = z.strictObject({
  v: z.literal(1),
  tool: z.string(),
  /** Recipes that every recording would need in a room that makes them. */
  required: z.array(z.strictObject({ recipe: z.string(), version: z.number() })),
  /** The head after every line of the log, in order. */
  heads: z.array(Sha256),
  /** Numbers of entries whose bodies no longer exist; what is in neither list is withheld. */
  expunged: z.array(z.number()),
  /** Number, body as told (without salt), and whether it is told word for word. */
  entries: z.array(z.tuple([z.number(), z.record(z.string(), z.unknown()), z.boolean()])),
  recordings: z.record(RecordingId, RecordingFiles),
  /** Statements that stand on the cover with equal weight. */
  statements: z.optional(z.array(z.strictObject({ by: z.string(), text: z.string() }))),
  /** Edit lists with the lines that a person stands for, by the film. */
  editLists: z.record(RecordingId, z.string()),
  /** Text of accounts that go out whole, and quotes of the others, by the account. */
  accounts: z.record(Sha256, z.string()),
})
export type ReleasePage = z.infer<typeof ReleasePage>
