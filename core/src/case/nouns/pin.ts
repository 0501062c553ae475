import * as z from 'zod/mini'
import type { CaseMicros } from '../../time/index.ts'
import { command, enter } from '../command.ts'
import type { Folds } from '../draft.ts'
import { CaseMicrosValue, Line, MediaMicrosValue, RecordingId, Sha256 } from '../ids.ts'
import { Placement, PlacementSegment } from '../placement.ts'
import { WallReading } from '../wall-reading.ts'
import { locked } from './lock.ts'
import type { Agent } from './person.ts'
import { backTo, changeRecording, noteRecording, onKnown, onRecording } from './recording-change.ts'

/** Two frames of two recordings that a person says are one instant. */
export const MatchedFrames = z.strictObject({
  media: MediaMicrosValue,
  other: RecordingId,
  otherMedia: MediaMicrosValue,
})

/**
 * A clock that a person went by: at `media` of the recording it showed `reading`. `tag` names a tag of the file; null is a
 * reading that the person typed in. `against` is what turned wall time into case time.
 */
export const ClaimedClockTaken = z.strictObject({
  media: MediaMicrosValue,
  reading: WallReading,
  tag: z.nullable(z.string().check(z.maxLength(200))),
  against: z.enum(['anchor', 'other-clocks']),
})

export const PinEvidence = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('typed') }),
  z.strictObject({ how: z.literal('dragged') }),
  z.strictObject({ how: z.literal('frames-matched'), frames: MatchedFrames }),
  z.strictObject({ how: z.literal('device-clock'), clock: ClaimedClockTaken }),
])
export type PinEvidence = z.infer<typeof PinEvidence>

/** A placement made by a person, which always wins over the machine's. */
export interface Pin {
  readonly start: CaseMicros
  readonly driftPpm: number
  readonly errorMs: number | null
  readonly evidence: PinEvidence
  /** Where a recording with cuts was moved as a whole: its pieces, moved along. */
  readonly segments?: readonly PlacementSegment[]
  readonly reason: string
  readonly agent: Agent
  readonly at: string
}

const Pieces = z.optional(z.array(PlacementSegment).check(z.maxLength(200)))

export const pinEntries = {
  'placement-computed': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    placement: Placement,
    inputs: Sha256,
  }),
  'placement-pinned': z.strictObject({
    v: z.literal(1),
    recording: RecordingId,
    start: CaseMicrosValue,
    driftPpm: z.number(),
    errorMs: z.nullable(z.number()),
    evidence: PinEvidence,
    segments: Pieces,
    reason: Line,
  }),
  'placement-unpinned': z.strictObject({ v: z.literal(1), recording: RecordingId, reason: Line }),
} as const

export const pinFolds: Folds<typeof pinEntries> = {
  'placement-computed': (draft, { detail }) =>
    noteRecording(draft, detail.recording, { computed: detail.placement }),
  'placement-pinned': (draft, { seq, at, agent, detail }) => {
    const { v: _, recording, ...said } = detail
    changeRecording(draft, seq, recording, { pin: { ...pinSaid(said), agent, at } })
  },
  'placement-unpinned': (draft, { seq, detail }) =>
    changeRecording(draft, seq, detail.recording, { pin: null }),
}

export const pinCommands = {
  'pin-placement': command(
    {
      ...onRecording,
      start: CaseMicrosValue,
      driftPpm: z.number().check(z.minimum(-1000), z.maximum(1000)),
      errorMs: z.nullable(z.number().check(z.minimum(0))),
      evidence: PinEvidence,
      segments: Pieces,
      reason: Line,
    },
    (state, asked) =>
      onKnown(state, asked, recording => {
        const detail = { v: 1 as const, recording: recording.id, ...pinSaid(asked) }
        return locked(recording) ?? enter('placement-pinned', detail)
      }),
    (before, asked, rev) =>
      backTo(before, asked, rev, ({ pin }, at) =>
        pin ? repinned(pin, at) : { do: 'unpin-placement', ...at },
      ),
  ),
  'unpin-placement': command(
    { ...onRecording, reason: Line },
    (state, asked) =>
      onKnown(state, asked, recording =>
        recording.pin
          ? (locked(recording) ??
            enter('placement-unpinned', { v: 1, recording: recording.id, reason: asked.reason }))
          : { kind: 'impossible', message: `${recording.firstName} has no placement made by a person` },
      ),
    (before, asked, rev) => backTo(before, asked, rev, ({ pin }, at) => (pin ? repinned(pin, at) : null)),
  ),
}

function repinned(pin: Pin, at: { recording: RecordingId; rev: number }) {
  return { do: 'pin-placement', ...at, ...pinSaid(pin) }
}

interface PinSaid {
  readonly start: CaseMicros
  readonly driftPpm: number
  readonly errorMs: number | null
  readonly evidence: PinEvidence
  readonly segments?: readonly PlacementSegment[] | undefined
  readonly reason: string
}

/** What a person said of a placement, without who and when. */
function pinSaid({ start, driftPpm, errorMs, evidence, segments, reason }: PinSaid) {
  return { start, driftPpm, errorMs, evidence, ...(segments ? { segments: [...segments] } : {}), reason }
}
