import type { MediaMicros } from '../time/index.ts'
import type { StandingLine } from './laid-over.ts'
import { isShown } from './shown-frame.ts'

/** How a stand-in's own time lies on the recording it stands for. */
export type StandInPlace =
  /** Time t of the stand-in is time t + `lag` of the recording, over `shownMicros` of its pictures; ends that do not fit each other make `errorMs`. */
  | { readonly kind: 'even'; readonly lag: number; readonly shownMicros: number; readonly errorMs: number }
  /** Its pictures show the recording in several places, at other speeds, or not at all. */
  | { readonly kind: 'uneven' }

/** Pieces that lie off each other by more than this are not one map: half a frame at 12 a second. */
const sameMapMicros = 42_000

/** One map for all that is shown, or none: a stand-in that was cut has no one place. */
export function standInPlace(lines: readonly StandingLine[]): StandInPlace {
  const shown = lines.filter(isShown).filter(({ line }) => line.layer === 0)
  const lags = shown.map(({ line }) => line.rawFrom - line.from)
  const first = lags[0]
  if (first === undefined || shown.some(({ line }) => line.rate !== 1)) return { kind: 'uneven' }
  const [low, high] = [Math.min(...lags), Math.max(...lags)]
  if (high - low > sameMapMicros) return { kind: 'uneven' }
  const length = ({ line }: { readonly line: { readonly from: MediaMicros; readonly to: MediaMicros } }) =>
    line.to - line.from
  const whole = shown.reduce((sum, each) => sum + length(each), 0)
  // Longer pieces weigh more.
  const lag = shown.reduce((sum, each, n) => sum + (lags[n] ?? 0) * length(each), 0) / Math.max(1, whole)
  // A frame's own length is not known from here; half of what the pieces differ by is, and a millisecond for rounding.
  return { kind: 'even', lag: Math.round(lag), shownMicros: whole, errorMs: (high - low) / 2000 + 1 }
}
