import * as z from 'zod/mini'
import { command, type Decision, enter, Rev } from '../command.ts'
import { type Folds, own } from '../draft.ts'
import { Line, MediaMicrosValue, RecordingId, Sha256 } from '../ids.ts'
import { changeStanding, type Standing } from '../standing.ts'
import { onStanding, restoring, withdrawing } from '../standing-commands.ts'
import type { CaseState } from '../state.ts'

export const ImpulseLabelId = z.string().check(z.regex(/^il[1-9]\d*$/))
export type ImpulseLabelId = z.infer<typeof ImpulseLabelId>

/** What a named person takes a sharp sound for. `unresolved`: they listened, and it cannot be told. */
export const impulseKinds = [
  ...(['shot', 'blank', 'firework', 'vehicle', 'door', 'clap', 'impact', 'voice', 'device'] as const),
  ...(['other', 'unresolved'] as const),
] as const
export type ImpulseKind = (typeof impulseKinds)[number]

const said = {
  is: z.enum(impulseKinds),
  /** In the person's own words; `other` needs them. */
  words: z.nullable(Line),
  /** What they went by: which microphones, what else is seen or known. */
  reason: Line,
}
/** How far off a mark may be: as the method that suggested it states, or as the person judges who set it by hand. Old entries lack the former: it is in the result. */
const MarkErrorMs = z.number().check(z.positive(), z.maximum(10_000))

const heard = {
  /** Where each recording heard it, in its own time. */
  hearings: z
    .array(z.strictObject({ recording: RecordingId, at: MediaMicrosValue, errorMs: z.optional(MarkErrorMs) }))
    .check(z.minLength(1), z.maxLength(50)),
  /** The stored result that had suggested it as a candidate; null where a person found it. */
  result: z.nullable(Sha256),
}

/** A named person's word for what a sharp sound was. Until there is one it is an impulse. */
export interface ImpulseLabel extends Standing {
  readonly id: ImpulseLabelId
  readonly is: ImpulseKind
  readonly words: string | null
  readonly reason: string
  readonly hearings: z.infer<typeof heard.hearings>
  readonly result: string | null
}

const v = z.literal(1)
const Reason = z.strictObject({ v, id: ImpulseLabelId, reason: Line })

export const impulseLabelEntries = {
  'impulse-labelled': z.strictObject({ v, id: ImpulseLabelId, ...said, ...heard }),
  'impulse-relabelled': z.strictObject({ v, id: ImpulseLabelId, ...said }),
  'impulse-label-withdrawn': Reason,
  'impulse-label-restored': Reason,
} as const

export const impulseLabelFolds: Folds<typeof impulseLabelEntries> = {
  'impulse-labelled': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'impulseLabels').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'impulse-relabelled': (draft, { seq, at, agent, detail: { id, is, words, reason } }) =>
    changeStanding(draft, 'impulseLabels', seq, id, { is, words, reason, agent, at }),
  'impulse-label-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'impulseLabels', seq, detail.id, { withdrawn: detail.reason }),
  'impulse-label-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'impulseLabels', seq, detail.id, { withdrawn: null }),
}

export const impulseLabelCommands = {
  'label-impulse': command(
    { ...said, ...heard },
    (state, { is, words, reason, hearings, result }) =>
      hearingRefusal(state, hearings) ??
      wordsRefusal(is, words) ??
      enter('impulse-labelled', { v: 1, id: `il${state.seq + 1}`, is, words, reason, hearings, result }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-impulse-label', id: `il${seq}`, rev, reason: 'undone' }),
  ),
  'relabel-impulse': command(
    { id: ImpulseLabelId, rev: Rev, ...said },
    (state, asked) =>
      onStanding(state, 'impulseLabels', asked, ({ id }) => {
        const { is, words, reason } = asked
        return wordsRefusal(is, words) ?? enter('impulse-relabelled', { v: 1, id, is, words, reason })
      }),
    (before, { id }, rev) => {
      const was = before.impulseLabels.get(id)
      return was ? { do: 'relabel-impulse', id, rev, is: was.is, words: was.words, reason: was.reason } : null
    },
  ),
  'withdraw-impulse-label': withdrawing(
    'impulseLabels',
    ImpulseLabelId,
    'impulse-label-withdrawn',
    'restore-impulse-label',
  ),
  'restore-impulse-label': restoring(
    'impulseLabels',
    ImpulseLabelId,
    'impulse-label-restored',
    'withdraw-impulse-label',
  ),
}

function hearingRefusal(state: CaseState, hearings: ImpulseLabel['hearings']): Decision | null {
  const missing = hearings.find(({ recording }) => !state.recordings.has(recording))
  if (missing) return { kind: 'unknown', noun: missing.recording }
  return new Set(hearings.map(({ recording }) => recording)).size === hearings.length
    ? null
    : { kind: 'impossible', message: 'one sound is heard once in each recording' }
}

function wordsRefusal(is: ImpulseKind, words: string | null): Decision | null {
  return is === 'other' && words === null ? { kind: 'impossible', message: 'say in words what it was' } : null
}
