import * as z from 'zod/mini'
import { type Folds, own } from '../draft.ts'
import { CardId, Line, MediaMicrosValue, RecordingId, Sha256, Text } from '../ids.ts'
import { changeStanding, type Standing } from '../standing.ts'
import { TranscriptLine } from '../transcript-line.ts'

/** A transcript is known by the number of the entry that brought it, and so is each change of it. */
export const TranscriptId = z.string().check(z.regex(/^t[1-9]\d*$/))
export type TranscriptId = z.infer<typeof TranscriptId>
export const TranscriptLayerId = z.string().check(z.regex(/^tl[1-9]\d*$/))
export type TranscriptLayerId = z.infer<typeof TranscriptLayerId>

/** Where the lines came from: a file, which is kept as received; a recogniser on this machine; or nothing but a person's hands. */
const TranscriptOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), name: Line, form: Line, file: Sha256 }),
  z.strictObject({
    kind: z.literal('recogniser'),
    program: Line,
    model: Line,
    /** Of the model's file. */
    modelSha256: Sha256,
  }),
  z.strictObject({ kind: z.literal('person') }),
])
export type TranscriptOrigin = z.infer<typeof TranscriptOrigin>

const made = {
  origin: TranscriptOrigin,
  /** The lines are content (core/transcript: `TranscriptDocument`), under this hash. */
  result: Sha256,
  lines: z.int().check(z.minimum(0)),
  words: z.int().check(z.minimum(0)),
}

export const transcriptRemade = made
export const transcriptMade = { recording: RecordingId, ...made }
/** What a person states of a transcript; each statement says all of it anew, and null is unknown. */
export const transcriptSaid = {
  /** BCP 47 where it is known as one ("es"), else as somebody called it. */
  language: z.nullable(Line),
  /** The transcript of the same recording that this one translates, and by whom. */
  translationOf: z.nullable(TranscriptId),
  translator: z.nullable(Line),
  note: z.nullable(Text),
}

export interface Transcript extends Standing {
  readonly id: TranscriptId
  readonly recording: RecordingId
  readonly origin: TranscriptOrigin
  readonly result: string
  readonly lines: number
  readonly words: number
  readonly language: string | null
  readonly translationOf: TranscriptId | null
  readonly translator: string | null
  readonly note: string | null
  /** Who the labels of its speakers stand for; what is not here stays a placeholder. */
  readonly speakers: ReadonlyMap<string, CardId>
}

/** A line that a change puts others in place of: found by its times and words, else by its times alone. */
const ReplacedLine = z.strictObject({
  from: MediaMicrosValue,
  to: MediaMicrosValue,
  text: z.string().check(z.maxLength(20_000)),
})
export type ReplacedLine = z.infer<typeof ReplacedLine>

const changed = {
  transcript: TranscriptId,
  /** What the person changed: the lines under this hash, with the layers before. */
  result: Sha256,
  replaces: z.array(ReplacedLine).check(z.maxLength(200)),
  /** What stands in their place; nothing, where the lines are taken away. */
  by: z.array(TranscriptLine).check(z.maxLength(200)),
}
export const layerSaid = { ...changed, note: z.nullable(Line) }

/**
 * A change laid over a transcript, anchored by time and by the result it was made on, so that it survives a new result. `settled`: the person
 * who entered it stands for these words by name.
 */
export interface TranscriptLayer extends Standing {
  readonly id: TranscriptLayerId
  readonly kind: 'revised' | 'settled'
  readonly transcript: TranscriptId
  readonly result: string
  readonly replaces: readonly ReplacedLine[]
  readonly by: readonly TranscriptLine[]
  readonly note: string | null
}

const v = z.literal(1)
const Layer = z.strictObject({ v, id: TranscriptLayerId, ...layerSaid })
const Reason = z.strictObject({ v, id: TranscriptId, reason: Line })
const LayerReason = z.strictObject({ v, id: TranscriptLayerId, reason: Line })

export const transcriptEntries = {
  'transcript-brought': z.strictObject({ v, id: TranscriptId, ...transcriptMade, ...transcriptSaid }),
  /** Its lines were made anew; every change that people laid over it stays. */
  'transcript-remade': z.strictObject({ v, id: TranscriptId, ...made }),
  'transcript-described': z.strictObject({ v, id: TranscriptId, ...transcriptSaid }),
  'transcript-withdrawn': Reason,
  'transcript-restored': Reason,
  /** Who a label stands for; null makes it a placeholder again. */
  'transcript-speaker-named': z.strictObject({
    v,
    id: TranscriptId,
    speaker: Line,
    participant: z.nullable(CardId),
  }),
  'transcript-revised': Layer,
  'transcript-settled': Layer,
  'transcript-layer-withdrawn': LayerReason,
  'transcript-layer-restored': LayerReason,
} as const

export const transcriptFolds: Folds<typeof transcriptEntries> = {
  'transcript-brought': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'transcripts').set(rest.id, {
      ...rest,
      ...{ speakers: new Map(), agent, at, withdrawn: null, rev: seq },
    })
  },
  'transcript-remade': (draft, { seq, detail: { v: _, id, ...rest } }) =>
    changeStanding(draft, 'transcripts', seq, id, rest),
  'transcript-described': (draft, { seq, detail: { v: _, id, ...rest } }) =>
    changeStanding(draft, 'transcripts', seq, id, rest),
  'transcript-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'transcripts', seq, detail.id, { withdrawn: detail.reason }),
  'transcript-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'transcripts', seq, detail.id, { withdrawn: null }),
  'transcript-speaker-named': (draft, { seq, detail: { id, speaker, participant } }) => {
    const speakers = new Map(draft.state.transcripts.get(id)?.speakers)
    if (participant === null) speakers.delete(speaker)
    else speakers.set(speaker, participant)
    changeStanding(draft, 'transcripts', seq, id, { speakers })
  },
  'transcript-revised': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'transcriptLayers').set(rest.id, {
      ...rest,
      ...{ kind: 'revised', agent, at, withdrawn: null, rev: seq },
    })
  },
  'transcript-settled': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'transcriptLayers').set(rest.id, {
      ...rest,
      ...{ kind: 'settled', agent, at, withdrawn: null, rev: seq },
    })
  },
  'transcript-layer-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'transcriptLayers', seq, detail.id, { withdrawn: detail.reason }),
  'transcript-layer-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'transcriptLayers', seq, detail.id, { withdrawn: null }),
}
