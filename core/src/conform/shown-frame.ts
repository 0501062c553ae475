import type { EditLine, RecordingId } from '../case/index.ts'
import { type FrameTimes, frameAtMedia, type MediaMicros, ptsOf } from '../time/index.ts'
import type { StandingLine } from './laid-over.ts'

export type Shown = Extract<EditLine, { readonly part: 'shown' }>
export type ShownLine = StandingLine & { readonly line: Shown }

/** A frame of a recording that the film shows at an instant. */
export interface ShownFrame {
  readonly of: ShownLine
  readonly raw: RecordingId
  readonly index: number
  /** It may be any of these as well, by what can be seen; null where only one is. */
  readonly range: readonly [number, number] | null
}

export function isShown(each: StandingLine): each is ShownLine {
  return each.line.part === 'shown' && each.status !== 'dismissed'
}

/** What is shown at a frame of the film, the layer that fills the picture first. */
export function shownAt(lines: readonly StandingLine[], at: MediaMicros): readonly ShownLine[] {
  return lines
    .filter(isShown)
    .filter(({ line }) => line.from <= at && at < line.to)
    .sort((a, b) => a.line.layer - b.line.layer)
}

/**
 * The frame of the recording that a line says is shown at a frame of the film. A candidate tells it frame by frame; of a line in
 * a person's words it follows from the stretch and the speed.
 */
export function frameShown(
  of: ShownLine,
  film: { readonly index: number; readonly pts: MediaMicros },
  raw: FrameTimes,
): ShownFrame | null {
  const { line, candidate } = of
  const told = of.review?.said ? null : candidate
  if (told?.frames && told.rawFirst !== null && film.index >= told.frames[0] && film.index < told.frames[1]) {
    const on = film.index - told.frames[0]
    const index = told.rawFrames ? (told.rawFrames[on] ?? told.rawFirst) : told.rawFirst + on
    const range: readonly [number, number] | null = told.range
      ? [index + told.range[0] - told.rawFirst, index + told.range[1] - told.rawFirst]
      : null
    return { of, raw: line.raw, index, range }
  }
  const found = frameAtMedia(raw, rawTimeAt(line, film.pts))
  return found === null ? null : { of, raw: line.raw, index: found, range: null }
}

/** Where the recording stands at a time of the film, by the stretch and the speed of a line. */
export function rawTimeAt({ from, to, rawFrom, rawTo, rate }: Shown, at: MediaMicros): MediaMicros {
  if (rate === 0) return rawFrom
  const share = (at - from) / Math.max(1, to - from)
  // Half a microsecond into the frame, so that rounding never gives the one before.
  const inside = rate > 0 ? rawFrom + share * (rawTo - rawFrom) : rawTo - 1 - share * (rawTo - rawFrom)
  return Math.round(Math.max(rawFrom, Math.min(rawTo - 1, inside))) as MediaMicros
}

/** The film's time at which a line shows a frame of its recording; null where it shows it not. */
export function filmTimeOf(of: ShownLine, raw: FrameTimes, index: number): MediaMicros | null {
  const { from, to, rawFrom, rawTo, rate } = of.line
  const pts = ptsOf(raw, index)
  if (pts < rawFrom || pts >= rawTo) return null
  if (rate === 0) return from
  // Backwards the film comes upon a frame where that frame ends.
  const on = rate > 0 ? pts - rawFrom : Math.max(0, rawTo - ptsOf(raw, index + 1))
  return Math.ceil(from + (on / Math.max(1, rawTo - rawFrom)) * (to - from)) as MediaMicros
}
