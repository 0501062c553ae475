/** Stretches of a recording in whose middle it is not heard: what is heard there begins and ends while the picture goes on. */
import type { Sound } from './sound-lags.ts'
import type { SoundStretch } from './sound-map.ts'
import type { SearchedSound } from './sound-search.ts'

/** Hops together: for less, something louder hides it. */
const shortest = 50
/** Log-likelihood that it has to gain to cease, and to be heard again. */
const changeCost = 12
/** Hops between two parts in which it is heard, at most, over which its scores are even. */
const within = 25

/**
 * Cut where a recording is not heard under what is louder. The floor under what tells against a place that the picture suggests, without which a voice
 * that drowns it would be told as the end of it, lets other sound pass as that; phases tell the two apart.
 */
export function unheardApart(
  { sounds, spectra }: SearchedSound,
  stretches: readonly SoundStretch[],
): readonly SoundStretch[] {
  return stretches.flatMap((stretch): readonly SoundStretch[] => {
    const { from, to, what } = stretch
    if (what.kind !== 'recording' || what.heard.isDrowned) return [stretch]
    const { lag, scores, from: first } = what.heard
    const own = scores.subarray(from - first, to - first)
    if (!isDoubted(own)) return [stretch]
    const phased = spectra.inPhase(sounds[lag.raw] as Sound, lag, from, to)
    const edges = [0, ...changes(own.map((score, n) => Math.max(score, phased[n] as number))), to - from]
    return edges.slice(1).flatMap((end, n) => {
      const [a, b] = [from + (edges[n] as number), from + end]
      if (a === b) return []
      return [{ from: a, to: b, what: n % 2 === 0 ? what : { kind: 'unknown' as const } }]
    })
  })
}

/** Whether it is hardly heard for a while. */
function isDoubted(scores: Float32Array): boolean {
  let [from, heard] = [0, 0]
  for (let n = 0; n < scores.length; n++) {
    if ((scores[n] as number) > 0) heard++
    if (n - from < shortest) continue
    if ((scores[from++] as number) > 0) heard--
    if (heard < within) return true
  }
  return false
}

/** Hops at which it ceases to be heard and is heard again, in turn, by the likeliest way (Viterbi); what is heard first and last may be neither. */
function changes(scores: Float32Array): readonly number[] {
  const [intoUnheard, intoHeard] = [new Uint8Array(scores.length), new Uint8Array(scores.length)]
  let [heard, unheard] = [0, 0]
  for (let n = 0; n < scores.length; n++) {
    const [stays, goes] = [heard, unheard]
    if (n > 0 && goes - changeCost > stays) intoHeard[n] = 1
    if (n > 0 && stays - changeCost > goes) intoUnheard[n] = 1
    heard = Math.max(stays, goes - (n > 0 ? changeCost : 0)) + (scores[n] as number)
    unheard = Math.max(goes, stays - (n > 0 ? changeCost : 0))
  }
  const found: number[] = []
  let isHeard = heard >= unheard
  if (!isHeard) found.push(scores.length)
  for (let n = scores.length - 1; n > 0; n--) {
    if (!(isHeard ? intoHeard : intoUnheard)[n]) continue
    found.push(n)
    isHeard = !isHeard
  }
  if (!isHeard) found.push(0)
  const edges = found.reverse()
  // Pairs of hops from which on it is not heard, and heard again.
  return edges.filter((_, n) => {
    const [from, to] = [edges[n & ~1] as number, edges[n | 1] as number]
    return to - from >= shortest
  })
}
