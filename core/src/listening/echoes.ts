import type { MeasuredOnset } from './impulse-finder.ts'
import { type OnsetLoops, plainOnsetLoops } from './onset-loops.ts'

/** An echo is this much weaker at least, in dB of power: what comes back as loud as it went is another impulse. */
const weakerDb = 2.5
/** Nearer than this an echo is one with its sound; farther, a wall stands 55 m off and little comes back. */
const nearestMs = 12
const farthestMs = 330
/** How alike two onsets are that are the same sound; unrelated ones of noise come to 0.3 at most. */
const alike = 0.5
/** What is less alike is an echo where others come back equally late. */
const somewhatAlike = 0.3
const sameDelayMs = 1.5

/**
 * For each onset the place of the one that it is likely an echo of, or null: later, weaker, of the same shape; or less alike, but as late as the
 * echoes of other impulses are. `isImpulse` says which onsets may throw echoes, `rate` is that of the places.
 */
export function echoesOf(
  onsets: readonly MeasuredOnset[],
  isImpulse: (index: number) => boolean,
  rate: number,
  { likeness }: Pick<OnsetLoops, 'likeness'> = plainOnsetLoops(),
): readonly (number | null)[] {
  const perMs = rate / 1000
  const pairs: Pair[] = []
  for (let later = 1; later < onsets.length; later++)
    for (let first = later - 1; first >= 0; first--) {
      const delay = ((onsets[later] as MeasuredOnset).at - (onsets[first] as MeasuredOnset).at) / perMs
      if (delay > farthestMs) break
      if (delay < nearestMs || !isImpulse(first)) continue
      const [a, b] = [onsets[first] as MeasuredOnset, onsets[later] as MeasuredOnset]
      if (b.repeatOf !== null && a.at >= b.repeatOf) continue
      if (!isWeaker(b, a)) continue
      pairs.push({ first, later, delay, alike: likeness(a.shape, b.shape, Math.round(perMs * 0.6)) })
    }
  const out = new Array<number | null>(onsets.length).fill(null)
  // The likest first, and from a sound that is no echo itself.
  for (const pair of [...pairs].sort((a, b) => b.alike - a.alike)) {
    const isEcho = pair.alike >= alike || (pair.alike >= somewhatAlike && comesAgain(pair, pairs))
    if (isEcho && out[pair.later] === null && out[pair.first] === null) out[pair.later] = pair.first
  }
  // What comes again as loud as an echo came back from a farther wall.
  for (const [later, { repeatOf }] of onsets.entries()) {
    const first = repeatOf === null ? -1 : placeOf(onsets, repeatOf, later)
    if (out[later] === null) out[later] = out[first] ?? null
  }
  return out
}

/** Whether `later` is as much weaker than `first` as what a wall gives back is at least. */
export function isWeaker(later: Pick<MeasuredOnset, 'power'>, first: Pick<MeasuredOnset, 'power'>): boolean {
  return 10 * Math.log10(first.power / later.power) >= weakerDb
}

/** The place before `later` of the onset at `at`; -1 where it was not kept. */
function placeOf(onsets: readonly MeasuredOnset[], at: number, later: number): number {
  let place = later - 1
  while (place >= 0 && (onsets[place] as MeasuredOnset).at > at) place--
  return onsets[place]?.at === at ? place : -1
}

interface Pair {
  readonly first: number
  readonly later: number
  readonly delay: number
  readonly alike: number
}

/** As loud, so soon and so alike an onset is the same sound made once more, however much of the first it lies under. */
const asLoudDb = 2.5
const soonMs = 600
const sameSound = 0.6

/**
 * For each onset whether it comes soon after one of the same shape and as loud that `isImpulse`: then it is one too. `mayBe` says which onsets are
 * asked for.
 */
export function repeatsOf(
  onsets: readonly MeasuredOnset[],
  isImpulse: (index: number) => boolean,
  mayBe: (index: number) => boolean,
  rate: number,
  { likeness }: Pick<OnsetLoops, 'likeness'> = plainOnsetLoops(),
): readonly boolean[] {
  const perMs = rate / 1000
  const isRepeat: boolean[] = []
  const isOne = (onset: MeasuredOnset, later: number): boolean => {
    const { repeatOf } = onset
    if (repeatOf !== null) {
      const first = placeOf(onsets, repeatOf, later)
      return first >= 0 && (isImpulse(first) || isRepeat[first] === true)
    }
    if (isImpulse(later) || !mayBe(later)) return false
    for (let first = later - 1; first >= 0; first--) {
      const before = onsets[first] as MeasuredOnset
      const delay = (onset.at - before.at) / perMs
      if (delay > soonMs) return false
      if (delay < nearestMs || !isImpulse(first)) continue
      if (Math.abs(10 * Math.log10(before.power / onset.power)) > asLoudDb) continue
      if (likeness(before.shape, onset.shape, Math.round(perMs * 0.6)) >= sameSound) return true
    }
    return false
  }
  for (const [later, onset] of onsets.entries()) isRepeat.push(isOne(onset, later))
  return isRepeat
}

function comesAgain(pair: Pair, pairs: readonly Pair[]): boolean {
  return pairs.some(
    other =>
      other.first !== pair.first &&
      other.later !== pair.later &&
      other.alike >= somewhatAlike &&
      Math.abs(other.delay - pair.delay) < sameDelayMs,
  )
}
