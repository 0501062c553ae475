import {
  type CaseState,
  mainGroup,
  type Placed,
  placementOf,
  type Recording,
  type WallClock,
  wallClockOf,
  wallStamp,
} from '@sightline/core/case'
import { ProvenanceSheet, type SheetRecording } from '@sightline/core/moments'
import {
  type CaseMicros,
  type ClockPiece,
  caseMicros,
  caseTimeOn,
  decimalFromMicros,
  type MediaMicros,
  microsFromDecimal,
} from '@sightline/core/time'
import { ffmpegVersion } from '../media/run.ts'
import { toolLabel } from '../version.ts'

/** Frames by number and media time, as a sheet names them. */
export interface NamedFrame {
  readonly frame: number
  readonly pts: MediaMicros
}

export interface SheetParts {
  readonly state: CaseState
  readonly what: string
  readonly file: { readonly name: string; readonly sha256: string; readonly bytes: number }
  readonly recordings: readonly SheetRecording[]
  readonly span: {
    readonly from: CaseMicros
    readonly to: CaseMicros
    readonly clock: 'case' | 'media'
  } | null
  readonly viewedWith: readonly string[]
  readonly notReviewed?: ProvenanceSheet['notReviewed']
  readonly rendering: readonly string[]
  readonly takenBy: string
  readonly takenAt: string
}

/** The sheet beside a file, as JSON text. */
export async function sheetText(parts: SheetParts): Promise<string> {
  const { state, what, file, recordings, span, viewedWith, notReviewed, rendering, takenBy, takenAt } = parts
  const wallClock = wallClockOf(state)
  const sheet: ProvenanceSheet = {
    v: 1,
    what,
    file,
    case: state.cover?.title ?? state.title,
    logLength: state.seq,
    recordings: recordings.map(each => withWallTimes(each, wallClock)),
    span: span && { ...span, from: decimalFromMicros(span.from), to: decimalFromMicros(span.to) },
    ...(wallClock ? { wallClock: sheetWallClock(state, wallClock) } : {}),
    viewedWith: [...viewedWith],
    ...(notReviewed ? { notReviewed } : {}),
    rendering: [...rendering, await ffmpegVersion()],
    takenBy,
    takenAt,
    tool: toolLabel,
  }
  return `${JSON.stringify(ProvenanceSheet.parse(sheet), null, 2)}\n`
}

/** Wall times of the frames of a recording on the clock of the case, where that is anchored. */
function withWallTimes(recording: SheetRecording, wallClock: WallClock | null): SheetRecording {
  if (!wallClock || recording.placement?.group !== mainGroup) return recording
  return {
    ...recording,
    frames: recording.frames.map(frame => {
      const time = frame.case === null ? null : microsFromDecimal(frame.case)
      return time === null ? frame : { ...frame, wall: wallStamp(wallClock, caseMicros(time)) }
    }),
  }
}

function sheetWallClock(state: CaseState, wallClock: WallClock): ProvenanceSheet['wallClock'] {
  const { recording, media, reading, errorMs, reason } = wallClock.anchor
  return {
    atCaseZero: wallStamp(wallClock, caseMicros(0)),
    recording: state.recordings.get(recording)?.firstName ?? recording,
    pts: decimalFromMicros(media),
    reading: reading.local,
    zone: reading.zone,
    errorMs,
    reason,
  }
}

/** What a sheet says of a recording and the frames of it that were used. */
export function sheetRecording(
  recording: Recording,
  frames: readonly NamedFrame[],
  piece: ClockPiece | null,
): SheetRecording {
  const placement = placementOf(recording)
  return {
    name: recording.firstName,
    sha256: recording.id,
    frames: frames.map(({ frame, pts }) => ({
      frame,
      pts: decimalFromMicros(pts),
      case: piece && decimalFromMicros(Math.round(caseTimeOn(piece, pts))),
    })),
    placement: placement?.kind === 'placed' ? sheetPlacement(placement) : null,
  }
}

function sheetPlacement({
  group,
  start,
  driftPpm,
  errorMs,
  by,
  travelMs,
}: Placed): SheetRecording['placement'] {
  const told = { group, start: decimalFromMicros(start), driftPpm, errorMs, by }
  return travelMs === undefined ? told : { ...told, travelMs }
}
