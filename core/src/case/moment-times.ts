import {
  type CaseMicros,
  type ClockPiece,
  caseMicros,
  caseTimeOn,
  type MediaMicros,
  mediaMicros,
  mediaTimeOn,
  pieceAtMedia,
  pieceIndexAtCase,
  type Span,
  span,
} from '../time/index.ts'
import type { RecordingId } from './ids.ts'
import type { Moment, MomentTime } from './nouns/moment.ts'
import { clockMapOf } from './placement.ts'
import { type Clock, mainGroup, placementOn } from './placing.ts'
import type { CaseState } from './state.ts'

/**
 * Where a moment lies on a clock now; an instant is an empty span. Null where it has no place there: its recording is not
 * on that clock, or the moment is one of the clock of the case and this clock is another.
 */
export function momentSpanOn(
  state: CaseState,
  clock: Clock,
  { when }: Pick<Moment, 'when'>,
): Span<CaseMicros> | null {
  if (when.on === 'recording') {
    const on = (media: MediaMicros) => caseTimeOf(state, clock, when.recording, media)
    const from = on(when.from)
    if (from === null) return null
    // The end of a span belongs to the piece before it, even where the recording is cut there.
    const last = when.to === null ? from : on((when.to - 1) as MediaMicros)
    return span(from, caseMicros(when.to === null || last === null ? from : Math.max(from, last + 1)))
  }
  if (clock.id !== mainGroup) return null
  const now = when.seen && caseTimeOf(state, clock, when.seen.recording, when.seen.media)
  const moved = now === null ? 0 : now - when.from
  return span(caseMicros(when.from + moved), caseMicros((when.to ?? when.from) + moved))
}

/** The time of a moment marked from `from` to `to` on a clock: in a recording, or on the clock of the case, as `seen` there. */
export function momentTimeAt(
  state: CaseState,
  clock: Clock,
  marked: {
    readonly from: CaseMicros
    readonly to: CaseMicros | null
    readonly on: 'case' | 'recording'
    readonly recording: RecordingId | null
  },
): MomentTime | null {
  const { from, to, on, recording } = marked
  const piece = recording === null ? null : pieceOf(state, clock, recording, from)
  const media = piece && mediaMicros(mediaTimeOn(piece, from))
  if (on === 'recording') {
    if (recording === null || piece === null || media === null) return null
    return { on, recording, from: media, to: to === null ? null : mediaMicros(mediaTimeOn(piece, to)) }
  }
  if (clock.id !== mainGroup) return null
  return { on, from, to, seen: recording === null || media === null ? null : { recording, media } }
}

/** The recording in which a moment was marked or seen. */
export function recordingOfMoment(when: MomentTime): RecordingId | null {
  return when.on === 'recording' ? when.recording : (when.seen?.recording ?? null)
}

function caseTimeOf(state: CaseState, clock: Clock, id: RecordingId, media: MediaMicros): CaseMicros | null {
  const recording = state.recordings.get(id)
  const placement = recording && placementOn(clock, recording)
  return placement ? caseMicros(caseTimeOn(pieceAtMedia(clockMapOf(placement), media), media)) : null
}

function pieceOf(state: CaseState, clock: Clock, id: RecordingId, time: CaseMicros): ClockPiece | null {
  const recording = state.recordings.get(id)
  const placement = recording && placementOn(clock, recording)
  if (!placement) return null
  const map = clockMapOf(placement)
  return map[pieceIndexAtCase(map, time)] ?? null
}
