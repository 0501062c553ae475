import * as z from 'zod/mini'
import { command, enter } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line, MediaMicrosValue } from '../ids.ts'
import { Passage } from '../passage.ts'
import { changeStanding, type Standing } from '../standing.ts'
import { restoring, withdrawing } from '../standing-commands.ts'
import { unreadRefusal } from './statement-commands.ts'
import { TranscriptId } from './transcript.ts'

export const QuoteHeardId = z.string().check(z.regex(/^qh[1-9]\d*$/))
export type QuoteHeardId = z.infer<typeof QuoteHeardId>

const said = {
  /** The quoted words, as the account has them. */
  passage: Passage,
  transcript: TranscriptId,
  /** Where in the recording they are heard. */
  from: MediaMicrosValue,
  to: MediaMicrosValue,
  note: z.nullable(Line),
}

/** Words that an account quotes, tied by a person to the stretch of a transcript in which they are heard. It says nothing of how they agree. */
export interface QuoteHeard extends Standing, Readonly<z.infer<ReturnType<typeof schema>>> {
  readonly id: QuoteHeardId
}
const schema = () => z.strictObject(said)

const v = z.literal(1)
const Reason = z.strictObject({ v, id: QuoteHeardId, reason: Line })

export const quoteHeardEntries = {
  'quote-tied': z.strictObject({ v, id: QuoteHeardId, ...said }),
  'quote-tie-withdrawn': Reason,
  'quote-tie-restored': Reason,
} as const

export const quoteHeardFolds: Folds<typeof quoteHeardEntries> = {
  'quote-tied': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'quotesHeard').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'quote-tie-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'quotesHeard', seq, detail.id, { withdrawn: detail.reason }),
  'quote-tie-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'quotesHeard', seq, detail.id, { withdrawn: null }),
}

export const quoteHeardCommands = {
  'tie-quote': command(
    said,
    (state, { passage, transcript, from, to, note }) => {
      const of = state.transcripts.get(transcript)
      if (!of || of.withdrawn !== null) return { kind: 'unknown', noun: transcript }
      if (to <= from) return { kind: 'impossible', message: 'a stretch ends after it begins' }
      return (
        unreadRefusal(state, passage) ??
        enter('quote-tied', { v: 1, id: `qh${state.seq + 1}`, passage, transcript, from, to, note })
      )
    },
    (_before, _asked, rev, seq) => ({ do: 'untie-quote', id: `qh${seq}`, rev, reason: 'undone' }),
  ),
  'untie-quote': withdrawing('quotesHeard', QuoteHeardId, 'quote-tie-withdrawn', 'retie-quote'),
  'retie-quote': restoring('quotesHeard', QuoteHeardId, 'quote-tie-restored', 'untie-quote'),
}
