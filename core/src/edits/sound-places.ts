/** Stretches of a film in which a recording may be heard at a lag, found by a quick look at each lag. */
import { type FilmSpectra, type Heard, hop } from './sound-coherence.ts'
import type { LagThere, Sound } from './sound-lags.ts'

/** Half of the window of the quick look, in hops: 0.6 s in all. */
const halfLook = 30
/** Unrelated sounds reach a fifth of this on the average. */
const leastLike = 0.13
/** Half a second on either side, for what is turned down there. */
const beside = 50
/** Nearer than 2 ms to another lag of the same recording is the same place heard again. */
const sameLag = 16

export interface LagsOfFilm {
  readonly film: Sound
  readonly sounds: readonly (Sound | null)[]
  readonly spectra: FilmSpectra
}

/** The lags at which something agrees, one for each place, clearest first, where they do. */
export function heardAt(
  { film, sounds, spectra }: LagsOfFilm,
  lags: readonly LagThere[],
  known: readonly Heard[],
): readonly Heard[] {
  const found: Heard[] = []
  for (const each of lags) {
    const sound = sounds[each.raw]
    if (!sound) continue
    for (const [from, to] of stretchesOf(film, sound, each)) {
      const isKnown = [...known, ...found].some(
        other => isNear(other.lag, each) && other.from <= from && other.to >= to,
      )
      if (!isKnown) found.push(spectra.against(sound, { raw: each.raw, lag: each.lag }, from, to))
    }
  }
  return found
}

export function isNear(one: { raw: number; lag: number }, two: { raw: number; lag: number }): boolean {
  return one.raw === two.raw && Math.abs(one.lag - two.lag) <= sameLag
}

/** Hops [from, to) around those over which the two are alike in half a second. */
function stretchesOf(
  film: Sound,
  raw: Sound,
  { lag, from, to }: LagThere,
): readonly (readonly [number, number])[] {
  const [first, last] = [Math.floor(from / hop), Math.ceil(to / hop)]
  const hops = last - first
  const [f, g] = [film.slice(first * hop, last * hop), raw.slice(first * hop + lag, last * hop + lag)]
  const [crosses, ones, twos] = [
    new Float64Array(hops + 1),
    new Float64Array(hops + 1),
    new Float64Array(hops + 1),
  ]
  for (let n = 0; n < hops; n++) addHop(f, g, n, crosses, ones, twos)
  const stretches: [number, number][] = []
  for (let n = 0; n < hops; n++) {
    const [a, b] = [Math.max(0, n - halfLook), Math.min(hops, n + halfLook + 1)]
    const cross = (crosses[b] as number) - (crosses[a] as number)
    const both = ((ones[b] as number) - (ones[a] as number)) * ((twos[b] as number) - (twos[a] as number))
    if (both <= 0 || cross / Math.sqrt(both) < leastLike) continue
    const [start, end] = [
      Math.max(0, first + n - beside),
      Math.min(Math.ceil(film.length / hop), first + n + beside + 1),
    ]
    const before = stretches.at(-1)
    if (before && before[1] >= start) before[1] = end
    else stretches.push([start, end])
  }
  return stretches
}

/** Of one hop of two sounds, without their low tones: products and squares, added to those up to it. */
function addHop(
  f: Int16Array,
  g: Int16Array,
  n: number,
  crosses: Float64Array,
  ones: Float64Array,
  twos: Float64Array,
): void {
  let cross = 0
  let one = 0
  let two = 0
  for (let at = Math.max(1, n * hop), end = (n + 1) * hop; at < end; at++) {
    const a = (f[at] as number) - 0.9 * (f[at - 1] as number)
    const b = (g[at] as number) - 0.9 * (g[at - 1] as number)
    cross += a * b
    one += a * a
    two += b * b
  }
  crosses[n + 1] = (crosses[n] as number) + cross
  ones[n + 1] = (ones[n] as number) + one
  twos[n + 1] = (twos[n] as number) + two
}
