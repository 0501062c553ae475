import type { Moment } from '../case/index.ts'
import type { CaseMicros, Span } from '../time/index.ts'

/** A moment with what other programs cannot look up: names in place of ids, and where it lies on the clock now. */
export interface ToldMoment {
  readonly moment: Moment
  /** Null where it has no place on the clock; an instant is an empty span. */
  readonly on: Span<CaseMicros> | null
  /** The recording it is marked in, or was seen in. */
  readonly recording: {
    readonly name: string
    readonly sha256: string
    /** Width and height of the upright picture in pixels; null without pictures. */
    readonly size: { readonly width: number; readonly height: number } | null
    /** Of its placement; null when nobody stated one. */
    readonly errorMs: number | null
  } | null
  /** Who marked it, as named in the case. */
  readonly by: string
}

/** In the order of the clock; those without a place on it come last, in the order in which they were marked. */
export function inOrderOfTime(told: readonly ToldMoment[]): readonly ToldMoment[] {
  const at = ({ on }: ToldMoment) => on?.from ?? Number.POSITIVE_INFINITY
  return [...told].sort((a, b) => at(a) - at(b) || numberOf(a) - numberOf(b))
}

function numberOf({ moment }: ToldMoment): number {
  return Number(moment.id.slice(1))
}
