// Microphones laid on each other: each sample of the mix is taken from each recording where it was heard at that instant of the clock.
import { heardRate } from '@sightline/core/api'
import type { RecordingId } from '@sightline/core/case'
import type { ClockPiece, MediaMicros } from '@sightline/core/time'
import { mediaTimeOn } from '@sightline/core/time'

/** A microphone of a mix: the straight piece by which it lies on the clock that the mix is on. */
export interface Microphone {
  readonly recording: RecordingId
  readonly piece: Pick<ClockPiece, 'start' | 'driftPpm'>
  /** Its share, 0 to 1. */
  readonly share: number
}

/** Samples of one recording as they came: the first stands `first` samples after media time 0. */
export interface HeardSamples {
  readonly first: number
  readonly values: Int16Array
}

/** On its own time a recording lies as it is. */
export const ownTime = { start: 0 as ClockPiece['start'], driftPpm: 0 }

/** The samples of a recording that a mix from `from` on, `count` samples long, needs; the time is of the mix's clock, in micros. */
export function samplesNeeded(
  { piece }: Microphone,
  from: number,
  count: number,
): { readonly first: number; readonly count: number } {
  const first = Math.floor((mediaTimeOn(piece, from) * heardRate) / 1e6) - 1
  const last = Math.ceil((mediaTimeOn(piece, from + (count * 1e6) / heardRate) * heardRate) / 1e6) + 2
  return { first, count: last - first }
}

/** The mix, from −1 to 1. Between two samples of a recording the straight line is taken: what moves is less than a sample, whatever the drift. */
export function mixed(
  microphones: readonly (Microphone & { readonly heard: HeardSamples })[],
  from: number,
  count: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(count)
  const shares = microphones.reduce((sum, { share }) => sum + share, 0)
  for (const { piece, share, heard } of microphones) {
    const weight = share / Math.max(1e-9, shares) / 32_768
    const begin = (mediaTimeOn(piece, from) * heardRate) / 1e6 - heard.first
    const step = 1 / (1 + piece.driftPpm * 1e-6)
    for (let n = 0; n < count; n++) {
      const exact = begin + n * step
      const whole = Math.floor(exact)
      const before = heard.values[whole] ?? 0
      const after = heard.values[whole + 1] ?? 0
      out[n] = (out[n] as number) + (before + (after - before) * (exact - whole)) * weight
    }
  }
  return out
}

/** Where a sample of a recording's own time stands, in samples from media time 0. */
export function sampleAt(media: MediaMicros): number {
  return Math.round((media * heardRate) / 1e6)
}
