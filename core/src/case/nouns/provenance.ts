import * as z from 'zod/mini'
import { command, enter } from '../command.ts'
import type { Folds } from '../draft.ts'
import { Line, RecordingId, Text } from '../ids.ts'
import { backTo, changeRecording, onKnown, onRecording } from './recording-change.ts'

export const receivedAs = ['native', 'export', 'published-copy', 'unknown'] as const

/** How a recording came to be held. Every field may be unknown (null), and says so on the screen. */
export const Provenance = z.strictObject({
  receivedAs: z.enum(receivedAs),
  supplier: z.nullable(Line),
  receivedOn: z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  authority: z.nullable(Line),
  caseNumber: z.nullable(Line),
  evidenceNumber: z.nullable(Line),
  device: z.nullable(Line),
  wearer: z.nullable(Line),
  note: z.nullable(Text),
})
export type Provenance = z.infer<typeof Provenance>

export const unknownProvenance: Provenance = {
  receivedAs: 'unknown',
  supplier: null,
  receivedOn: null,
  authority: null,
  caseNumber: null,
  evidenceNumber: null,
  device: null,
  wearer: null,
  note: null,
}

export const provenanceEntries = {
  'provenance-stated': z.strictObject({ v: z.literal(1), recording: RecordingId, provenance: Provenance }),
} as const

export const provenanceFolds: Folds<typeof provenanceEntries> = {
  'provenance-stated': (draft, { seq, detail: { recording, provenance } }) =>
    changeRecording(draft, seq, recording, { provenance }),
}

export const provenanceCommands = {
  'state-provenance': command(
    { ...onRecording, provenance: Provenance },
    (state, asked) =>
      onKnown(state, asked, ({ id }) =>
        enter('provenance-stated', { v: 1, recording: id, provenance: asked.provenance }),
      ),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ id, provenance }) => ({
        do: 'state-provenance',
        recording: id,
        rev,
        provenance,
      })),
  ),
}
