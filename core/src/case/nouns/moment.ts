import * as z from 'zod/mini'
import { command, type Decision, enter, Rev, type Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { CaseMicrosValue, Line, MediaMicrosValue, RecordingId, Text } from '../ids.ts'
import type { CaseState } from '../state.ts'
import type { Agent } from './person.ts'

/** A moment is known by the number of the entry that marked it, so that two people never make the same one: `m1432`. */
export const MomentId = z.string().check(z.regex(/^m[1-9]\d*$/))
export type MomentId = z.infer<typeof MomentId>

/** What a recording showed at a case time when a moment was marked there. */
const Seen = z.strictObject({ recording: RecordingId, media: MediaMicrosValue })

/**
 * When a moment was: an instant (`to` is null) or the span [from, to). In one recording it is media time, and so stays on
 * its pictures wherever the recording comes to lie. On the clock of the case it is case time, held to what was `seen` at
 * `from`: when the clock is given another zero or that recording another place, the moment goes along.
 */
export const MomentTime = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.literal('case'),
    from: CaseMicrosValue,
    to: z.nullable(CaseMicrosValue),
    seen: z.nullable(Seen),
  }),
  z.strictObject({
    on: z.literal('recording'),
    recording: RecordingId,
    from: MediaMicrosValue,
    to: z.nullable(MediaMicrosValue),
  }),
])
export type MomentTime = z.infer<typeof MomentTime>

const Px = z.int().check(z.minimum(0), z.maximum(32_768))
const Length = z.int().check(z.minimum(1), z.maximum(32_768))

/** A place on the picture in the recording's own pixels, upright, from its top left corner. */
export const Region = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rectangle'), x: Px, y: Px, width: Length, height: Length }),
  z.strictObject({ kind: z.literal('ellipse'), x: Px, y: Px, width: Length, height: Length }),
  z.strictObject({ kind: z.literal('arrow'), fromX: Px, fromY: Px, toX: Px, toY: Px }),
])
export type Region = z.infer<typeof Region>

export const Tag = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))

const said = {
  when: MomentTime,
  region: z.nullable(Region),
  name: Line,
  description: z.nullable(Text),
  tags: z.array(Tag).check(z.maxLength(20)),
}
const Said = z.strictObject(said)
/** What a person says of a moment; an edit says all of it anew. */
export type MomentSaid = z.infer<typeof Said>

export interface Moment extends Revised, Readonly<MomentSaid> {
  readonly id: MomentId
  /** Who marked it, and when; who changed it later is in the log. */
  readonly agent: Agent
  readonly at: string
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawn: string | null
}

export const momentEntries = {
  'moment-marked': z.strictObject({ v: z.literal(1), moment: MomentId, ...said }),
  'moment-edited': z.strictObject({ v: z.literal(1), moment: MomentId, ...said }),
  'moment-withdrawn': z.strictObject({ v: z.literal(1), moment: MomentId, reason: Line }),
  /** A withdrawal taken back. */
  'moment-restored': z.strictObject({ v: z.literal(1), moment: MomentId, reason: Line }),
} as const

export const momentFolds: Folds<typeof momentEntries> = {
  'moment-marked': (draft, { seq, at, agent, detail }) => {
    const { moment, v: _, ...rest } = detail
    own(draft, 'moments').set(moment, { id: moment, ...rest, agent, at, withdrawn: null, rev: seq })
  },
  'moment-edited': (draft, { seq, detail }) => {
    const { moment, v: _, ...rest } = detail
    change(draft, seq, moment, rest)
  },
  'moment-withdrawn': (draft, { seq, detail }) =>
    change(draft, seq, detail.moment, { withdrawn: detail.reason }),
  'moment-restored': (draft, { seq, detail }) => change(draft, seq, detail.moment, { withdrawn: null }),
}

const onMoment = { moment: MomentId, rev: Rev }

export const momentCommands = {
  'mark-moment': command(
    said,
    (state, { when, region, name, description, tags }) =>
      sayable(state, when, region) ??
      enter('moment-marked', {
        v: 1,
        moment: `m${state.seq + 1}`,
        ...{ when, region, name, description, tags: unique(tags) },
      }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-moment', moment: `m${seq}`, rev, reason: 'undone' }),
  ),
  'edit-moment': command(
    { ...onMoment, ...said },
    (state, asked) =>
      onKnownMoment(state, asked, ({ id, withdrawn }) => {
        if (withdrawn !== null)
          return { kind: 'impossible', message: 'this moment was withdrawn; restore it before changing it' }
        const { when, region, name, description, tags } = asked
        const detail = { when, region, name, description, tags: unique(tags) }
        return sayable(state, when, region) ?? enter('moment-edited', { v: 1, moment: id, ...detail })
      }),
    (before, { moment }, rev) => {
      const was = before.moments.get(moment)
      if (!was) return null
      const { when, region, name, description, tags } = was
      return { do: 'edit-moment', moment, rev, when, region, name, description, tags }
    },
  ),
  'withdraw-moment': command(
    { ...onMoment, reason: Line },
    (state, asked) =>
      onKnownMoment(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? enter('moment-withdrawn', { v: 1, moment: id, reason: asked.reason })
          : { kind: 'impossible', message: 'this moment was withdrawn already' },
      ),
    (_before, { moment }, rev) => ({ do: 'restore-moment', moment, rev, reason: 'undone' }),
  ),
  'restore-moment': command(
    { ...onMoment, reason: Line },
    (state, asked) =>
      onKnownMoment(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? { kind: 'impossible', message: 'this moment stands; it was not withdrawn' }
          : enter('moment-restored', { v: 1, moment: id, reason: asked.reason }),
      ),
    (_before, { moment }, rev) => ({ do: 'withdraw-moment', moment, rev, reason: 'undone' }),
  ),
}

function onKnownMoment(
  state: CaseState,
  asked: { readonly moment: MomentId; readonly rev: number },
  then: (moment: Moment) => Decision,
): Decision {
  const moment = state.moments.get(asked.moment)
  if (!moment) return { kind: 'unknown', noun: asked.moment }
  if (moment.rev !== asked.rev) return { kind: 'stale', noun: moment.id, rev: moment.rev }
  return then(moment)
}

/** Why a moment cannot be said so, or null. */
function sayable(state: CaseState, when: MomentTime, region: Region | null): Decision | null {
  const recording = when.on === 'recording' ? when.recording : when.seen?.recording
  if (recording !== undefined && !state.recordings.has(recording)) return { kind: 'unknown', noun: recording }
  if (when.to !== null && when.to <= when.from)
    return { kind: 'impossible', message: 'a span ends after it begins; an instant has no end' }
  if (region !== null && when.on !== 'recording')
    return { kind: 'impossible', message: 'a region lies on the picture of one recording' }
  return null
}

/** In the order in which they were typed, each once. */
function unique(tags: readonly string[]): string[] {
  return [...new Set(tags)]
}

function change(draft: Draft, seq: number, id: MomentId, fields: Partial<Moment>): void {
  const moment = draft.state.moments.get(id)
  if (moment) own(draft, 'moments').set(id, { ...moment, ...fields, rev: seq })
}
