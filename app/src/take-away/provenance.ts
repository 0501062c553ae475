import { type CaseState, type Placed, placementOf, type Recording } from '@sightline/core/case'
import { ProvenanceSheet, type SheetRecording } from '@sightline/core/moments'
import {
  type CaseMicros,
  type ClockPiece,
  caseTimeOn,
  decimalFromMicros,
  type MediaMicros,
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
  readonly rendering: readonly string[]
  readonly takenBy: string
  readonly takenAt: string
}

/** The sheet beside a file, as JSON text. */
export async function sheetText(parts: SheetParts): Promise<string> {
  const { state, what, file, recordings, span, viewedWith, rendering, takenBy, takenAt } = parts
  const sheet: ProvenanceSheet = {
    v: 1,
    what,
    file,
    case: state.cover?.title ?? state.title,
    logLength: state.seq,
    recordings: [...recordings],
    span: span && { ...span, from: decimalFromMicros(span.from), to: decimalFromMicros(span.to) },
    viewedWith: [...viewedWith],
    rendering: [...rendering, await ffmpegVersion()],
    takenBy,
    takenAt,
    tool: toolLabel,
  }
  return `${JSON.stringify(ProvenanceSheet.parse(sheet), null, 2)}\n`
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

function sheetPlacement({ group, start, driftPpm, errorMs, by }: Placed): SheetRecording['placement'] {
  return { group, start: decimalFromMicros(start), driftPpm, errorMs, by }
}
