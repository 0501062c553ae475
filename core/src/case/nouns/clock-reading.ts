import * as z from 'zod/mini'
import { command, type Decision, enter, Rev, type Revised } from '../command.ts'
import { type Draft, type Folds, own } from '../draft.ts'
import { ClockReadingId, Line, MediaMicrosValue, RecordingId } from '../ids.ts'
import type { CaseState } from '../state.ts'
import { WallReading } from '../wall-reading.ts'
import type { Agent } from './person.ts'

const read = {
  recording: RecordingId,
  /** The frame, by its own time, that shows the reading. */
  media: MediaMicrosValue,
  reading: WallReading,
  /** How far the reading may be off (a watermark that shows whole seconds: 1000); null when nobody stated it. */
  errorMs: z.nullable(z.number().check(z.minimum(0))),
  /** What was read where, and why the zone is taken to be that one. */
  reason: Line,
}
const Read = z.strictObject(read)

/** What a clock claims, typed in by a person: a watermark on the picture, a wall clock in view, a time that is spoken. */
export interface ClockReading extends Revised, Readonly<z.infer<typeof Read>> {
  readonly id: ClockReadingId
  readonly agent: Agent
  readonly at: string
  /** Why it was withdrawn; null while it stands. */
  readonly withdrawn: string | null
}

export const clockReadingEntries = {
  'clock-read': z.strictObject({ v: z.literal(1), clock: ClockReadingId, ...read }),
  'clock-reading-withdrawn': z.strictObject({ v: z.literal(1), clock: ClockReadingId, reason: Line }),
  /** A withdrawal taken back. */
  'clock-reading-restored': z.strictObject({ v: z.literal(1), clock: ClockReadingId, reason: Line }),
} as const

export const clockReadingFolds: Folds<typeof clockReadingEntries> = {
  'clock-read': (draft, { seq, at, agent, detail: { v: _, clock, ...said } }) => {
    own(draft, 'clockReadings').set(clock, { id: clock, ...said, agent, at, withdrawn: null, rev: seq })
  },
  'clock-reading-withdrawn': (draft, { seq, detail }) => change(draft, seq, detail.clock, detail.reason),
  'clock-reading-restored': (draft, { seq, detail }) => change(draft, seq, detail.clock, null),
}

export const clockReadingCommands = {
  'read-clock': command(
    read,
    (state, { recording, media, reading, errorMs, reason }) =>
      state.recordings.has(recording)
        ? enter('clock-read', {
            v: 1,
            clock: `c${state.seq + 1}`,
            ...{ recording, media, reading, errorMs, reason },
          })
        : { kind: 'unknown', noun: recording },
    (_before, _asked, rev, seq) => ({
      do: 'withdraw-clock-reading',
      clock: `c${seq}`,
      rev,
      reason: 'undone',
    }),
  ),
  'withdraw-clock-reading': command(
    { clock: ClockReadingId, rev: Rev, reason: Line },
    (state, asked) =>
      onKnownReading(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? enter('clock-reading-withdrawn', { v: 1, clock: id, reason: asked.reason })
          : { kind: 'impossible', message: 'this reading was withdrawn already' },
      ),
    (_before, { clock }, rev) => ({ do: 'restore-clock-reading', clock, rev, reason: 'undone' }),
  ),
  'restore-clock-reading': command(
    { clock: ClockReadingId, rev: Rev, reason: Line },
    (state, asked) =>
      onKnownReading(state, asked, ({ id, withdrawn }) =>
        withdrawn === null
          ? { kind: 'impossible', message: 'this reading stands; it was not withdrawn' }
          : enter('clock-reading-restored', { v: 1, clock: id, reason: asked.reason }),
      ),
    (_before, { clock }, rev) => ({ do: 'withdraw-clock-reading', clock, rev, reason: 'undone' }),
  ),
}

function onKnownReading(
  state: CaseState,
  asked: { readonly clock: ClockReadingId; readonly rev: number },
  then: (reading: ClockReading) => Decision,
): Decision {
  const reading = state.clockReadings.get(asked.clock)
  if (!reading) return { kind: 'unknown', noun: asked.clock }
  if (reading.rev !== asked.rev) return { kind: 'stale', noun: reading.id, rev: reading.rev }
  return then(reading)
}

function change(draft: Draft, seq: number, id: ClockReadingId, withdrawn: string | null): void {
  const reading = draft.state.clockReadings.get(id)
  if (reading) own(draft, 'clockReadings').set(id, { ...reading, withdrawn, rev: seq })
}
