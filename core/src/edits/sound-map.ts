/** Which sound every 10 ms of a film carries: a recording's at some lag, none, or another. */
import type { Heard } from './sound-coherence.ts'
import type { Sound } from './sound-lags.ts'
import { silentHops } from './sound-looks.ts'

/** Log-likelihood that a change of sound has to gain, and where the picture changes at the same time. */
const joinCost = 20
const joinCostAtJoin = 10
/** What a recording has to gain besides: two voices or notes agree for an instant by chance, the oftener the more places there are. */
const expectedCost = 50
const unexpectedCost = 300
/** Of one that is drowned, which gains little and by chance still less: the best of 800 lags within a tenth of a second gained 8. */
const drownedCost = 12
/** Hops by which a change of sound and of picture may be apart and be one. */
const nearJoin = 5
/** Two sounds that are alike, such as a tone played twice: the one that goes with the picture is taken. */
const favoured = 1
/** A voice may drown for a while what the picture suggests, so that little tells against it. */
const leastExpected = -0.4

/** A stretch of the film's sound, hops [from, to). */
export interface SoundStretch {
  readonly from: number
  readonly to: number
  readonly what:
    | { readonly kind: 'recording'; readonly heard: PlaceInFilm }
    | { readonly kind: 'silent' }
    | { readonly kind: 'unknown' }
}

export interface PlaceInFilm extends Heard {
  /** Whether the picture there is of the same recording and instant. */
  readonly isExpected: boolean
  /** Whether it is weighed as one that is drowned: `scores` are those of that. */
  readonly isDrowned?: boolean
}

/** The likeliest way through the film (Viterbi). `joins` are hops at which the picture changes. */
export function stretchesOf(
  film: Sound,
  hops: number,
  places: readonly PlaceInFilm[],
  sounds: readonly (Sound | null)[],
  joins: readonly number[],
): readonly SoundStretch[] {
  if (hops === 0) return []
  const silent = silentHops(film, 0, hops)
  const [quiet, other] = [places.length, places.length + 1]
  const scores = places.map(place => scoresOf(place, silent, sounds[place.lag.raw] as Sound))
  const costs = new Float32Array(hops).fill(joinCost)
  for (const join of joins)
    costs.fill(joinCostAtJoin, Math.max(0, join - nearJoin), Math.min(hops, join + nearJoin + 1))
  const starts = places.map((_, n) => n).sort((a, b) => (places[a] as Heard).from - (places[b] as Heard).from)
  const isNew = places.map(({ from, to }) => new Uint8Array(to - from))
  isNew.push(new Uint8Array(hops), new Uint8Array(hops))
  const value = new Float64Array(places.length + 2).fill(Number.NEGATIVE_INFINITY)
  const cameFrom = new Int32Array(hops)
  let active = [quiet, other]
  let [top, topState] = [0, other]
  for (let n = 0, next = 0; n < hops; n++) {
    active = active.filter(state => state >= quiet || (places[state] as Heard).to > n)
    for (; next < starts.length && (places[starts[next] as number] as Heard).from === n; next++)
      active.push(starts[next] as number)
    const changed = top - (n === 0 ? 0 : (costs[n] as number))
    cameFrom[n] = topState
    let [best, bestState] = [Number.NEGATIVE_INFINITY, other]
    for (const state of active) {
      const first = state >= quiet ? 0 : (places[state] as Heard).from
      const stays = n > first || n === 0 ? (value[state] as number) : Number.NEGATIVE_INFINITY
      const score =
        state === other
          ? silent[n]
            ? -2
            : 0
          : state === quiet
            ? silent[n]
              ? 5
              : -30
            : (scores[state] as Float32Array)[n - first]
      const place = places[state]
      const joined = changed - (place === undefined ? 0 : costOf(place))
      if (joined > stays) (isNew[state] as Uint8Array)[n - first] = 1
      value[state] = Math.max(joined, stays) + (score as number)
      if ((value[state] as number) > best) [best, bestState] = [value[state] as number, state]
    }
    top = best
    topState = bestState
  }
  const stretches: SoundStretch[] = []
  let state = topState
  for (let to = hops; to > 0; ) {
    const first = state >= quiet ? 0 : (places[state] as Heard).from
    let from = to - 1
    while (from > 0 && !(isNew[state] as Uint8Array)[from - first]) from--
    const heard = places[state]
    stretches.push({
      ...{ from, to },
      what: heard ? { kind: 'recording', heard } : { kind: state === quiet ? 'silent' : 'unknown' },
    })
    state = cameFrom[from] as number
    to = from
  }
  return stretches.reverse()
}

function costOf({ isExpected, isDrowned }: PlaceInFilm): number {
  if (isDrowned) return drownedCost
  return isExpected ? expectedCost : unexpectedCost
}

/** Silence in both is what they have in common; in one alone it tells against the recording. */
function scoresOf(place: PlaceInFilm, silent: Uint8Array, raw: Sound): Float32Array {
  const { from, to, lag } = place
  const rawSilent = silentHops(raw, from, to, lag.lag)
  return place.scores.map((score, n) => {
    if (silent[from + n]) return rawSilent[n] ? 5.2 : Math.min(score, 0) - 12
    if (!place.isExpected || place.isDrowned) return score
    return score > 0 ? score + favoured : Math.max(leastExpected, score)
  })
}
