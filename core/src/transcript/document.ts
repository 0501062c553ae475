import * as z from 'zod/mini'
import { TranscriptLine } from '../case/transcript-line.ts'

/** How a transcript can come and go. */
export const transcriptFormats = ['webvtt', 'srt', 'csv', 'json', 'text'] as const
export type TranscriptFormat = (typeof transcriptFormats)[number]

/** A cue of a caption file as it stood there, so that it is written back as it was while nobody changed it. */
const KeptCue = z.strictObject({
  kind: z.literal('cue'),
  /** Everything before the line with the times; null where there is nothing. */
  id: z.nullable(z.string()),
  timing: z.string(),
  payload: z.string(),
})
const KeptBlock = z.union([
  KeptCue,
  /** Notes, styles, regions, and what could not be read as a cue. */
  z.strictObject({ kind: z.literal('other'), text: z.string() }),
])
export type KeptCue = z.infer<typeof KeptCue>
export type KeptBlock = z.infer<typeof KeptBlock>

/** What a file says beyond lines and words, so that writing it back loses nothing. */
export const Kept = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('webvtt'), header: z.string(), blocks: z.array(KeptBlock) }),
  z.strictObject({ format: z.literal('srt'), blocks: z.array(KeptBlock) }),
  z.strictObject({
    format: z.literal('csv'),
    separator: z.enum([',', ';', '\t']),
    rows: z.array(z.array(z.string())),
  }),
  z.strictObject({ format: z.literal('json'), dialect: z.string(), document: z.unknown() }),
])
export type Kept = z.infer<typeof Kept>

/** What a file of a transcript holds: content, cited by its hash. */
export const TranscriptDocument = z.strictObject({
  v: z.literal(1),
  /** As the file says, a BCP 47 tag or a name; null where it does not. */
  language: z.nullable(z.string().check(z.maxLength(100))),
  lines: z.array(TranscriptLine),
  kept: z.nullable(Kept),
})
export type TranscriptDocument = z.infer<typeof TranscriptDocument>

/** What came of reading a file: the document, and what in it could not be read as a line, as sentences (at most `mostProblems`). */
export interface ReadTranscript {
  readonly format: TranscriptFormat
  /** Which form of the format, such as `whisper.cpp`. */
  readonly dialect: string
  readonly document: TranscriptDocument
  readonly problems: readonly string[]
}

export const mostProblems = 50

/** A table of what could not be read, that does not grow with a file made to fill it. */
export class Problems {
  readonly #told: string[] = []
  #more = 0

  tell(sentence: string): void {
    if (this.#told.length < mostProblems) this.#told.push(sentence)
    else this.#more += 1
  }

  list(): readonly string[] {
    return this.#more === 0 ? this.#told : [...this.#told, `and ${this.#more} more of the kind`]
  }
}
