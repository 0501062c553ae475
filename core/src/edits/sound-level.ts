/** How loud a recording is heard in a film, against how loud it is itself. */
import type { Heard } from './sound-coherence.ts'
import { bands } from './spectra-loops.ts'

/** Cells of time and frequency in which nearly all of the film's sound is the recording's: there other sound adds little. */
const surely = 0.7
/** A second of a still street has some hundreds. */
const fewest = 40

/**
 * Decibels by which a recording is louder in hops [from, to) of a film than as held: the middle one of the cells of time and frequency
 * in which it is heard nearly alone, so that a voice over it does not count. Null where there are too few.
 */
export function levelOf(
  { squared, filmPower, rawPower, from: first }: Heard,
  from: number,
  to: number,
): number | null {
  const levels: number[] = []
  for (let cell = (from - first) * bands; cell < (to - first) * bands; cell++) {
    const [share = 0, film = 0, raw = 0] = [squared[cell], filmPower[cell], rawPower[cell]]
    if (share < surely || film <= 0 || raw <= 0) continue
    levels.push(10 * Math.log10((share * film) / raw))
  }
  if (levels.length < fewest) return null
  return levels.sort((a, b) => a - b)[levels.length >> 1] as number
}
