import type { MeasuredOnset } from './impulse-finder.ts'

/** Above this many dB over what came before, noise moves an onset no more. */
const clearDb = 14
const mostMs = 12

/** A sound that comes to half its height within this many milliseconds jumps. Of what swells longer it is unsure where it begins. */
const jumpMs = 0.5

/**
 * Of impulses that the rest was not fitted on, 95 in 100 lay inside by seven or eight parts of a thousand either way. What misses, misses by little: so
 * much more holds 97 or 98, and of intervals, which need both their ends, 95.
 */
const margin = 1.25

/**
 * What an onset may be off by, in milliseconds, 95 times in 100: how flat the best place is, how slowly the sound rises, how long before it something fainter
 * rises, how long it swells, and how little it stands out. Fitted on made and found sounds; `npm run bench -- listening` prints how often it holds.
 */
export function onsetErrorMs(onset: MeasuredOnset, rate: number): number {
  const { features, isClipped } = onset
  const width = (1000 * onset.widthSamples) / rate
  const unsure = (1000 * onset.unsureSamples) / rate
  const swell = Math.max(0, (1000 * onset.swellSamples) / rate - jumpMs)
  const rise = Math.min(4, 2 ** features.rise)
  const faint = Math.max(0, Math.min(1.3, (clearDb - Math.max(features.above, features.deep - 6)) / clearDb))
  const error =
    margin *
    (0.13 + 1000 / rate + 0.5 * width + 0.25 * rise + unsure + swell + 4 * faint ** 2 + (isClipped ? 0.1 : 0))
  return Number(Math.min(mostMs, error).toFixed(2))
}
