import { type MediaMicros, mediaMicros } from '../time/index.ts'
import { echoesOf, repeatsOf } from './echoes.ts'
import type { MeasuredOnset } from './impulse-finder.ts'
import { finalScore, leastScore } from './impulse-score.ts'
import { onsetErrorMs } from './onset-error.ts'
import { defaultScore, type Impulse } from './result.ts'
import { secondScore } from './second-strokes.ts'
import { speechAround } from './speech-around.ts'

/** What follows an impulse sooner is a part of it: the second stroke of a clap, the works of a door. */
const partOfMs = 32
/** An impulse that comes again, by whatever it scores alone. */
const repeatScore = 0.6
/** More than ten a second for half an hour; of more the likeliest are kept. */
const mostKept = 20_000

/** Where sound begins out of digital silence and stays it is listed, and not counted. */
const edgeScore = 0.2

/**
 * Names the onsets of one recording: scored, echoes marked, in media time. `origin` is the media time of sample 0, `speech` how likely each 32 ms
 * from there on holds speech.
 */
export function impulsesOf(
  onsets: readonly MeasuredOnset[],
  speech: Float32Array,
  rate: number,
  origin: MediaMicros,
): { readonly impulses: readonly Impulse[]; readonly isCut: boolean } {
  const alone = onsets.map(onset =>
    onset.isEdge
      ? edgeScore
      : finalScore(onset.features, speechAround(speech, onset.at / rate), onset.picture),
  )
  const isRepeat = repeatsOf(
    onsets,
    index => (alone[index] as number) >= defaultScore,
    index => onsets[index]?.isEdge === false,
    rate,
  )
  const scored = withoutParts(
    withSeconds(
      onsets.map((onset, n) => ({ onset, score: alone[n] as number, isRepeat: isRepeat[n] === true })),
    ),
    rate,
  ).filter(({ score }) => score >= leastScore)
  const bar =
    scored.length <= mostKept
      ? 0
      : (scored.map(({ score }) => score).sort((a, b) => b - a)[mostKept] as number)
  const kept = scored.filter(({ score }) => score > bar)
  const echoes = echoesOf(
    kept.map(({ onset }) => onset),
    index => (kept[index] as Scored).score >= defaultScore,
    rate,
  )
  const impulses = kept.map(
    ({ onset, score }, n): Impulse => ({
      at: mediaMicros(origin + (onset.at * 1e6) / rate),
      errorMs: onsetErrorMs(onset, rate),
      levelDbfs: rounded(20 * Math.log10(Math.max(onset.peak, 1 / 32_768)), 2),
      aboveFloorDb: rounded(onset.features.above, 1),
      isClipped: onset.isClipped,
      echoOf: echoes[n] ?? null,
      score: rounded(score, 3),
    }),
  )
  return { impulses, isCut: kept.length < scored.length }
}

interface Scored {
  readonly onset: MeasuredOnset
  readonly score: number
}

/**
 * What comes again scores as such, whatever it scores alone. A further stroke under the tail of an impulse scores by how it stands in that and alone together.
 */
function withSeconds(scored: readonly (Scored & { readonly isRepeat: boolean })[]): readonly Scored[] {
  const scoreAt = new Map<number, number>()
  return scored.map(({ onset, score: alone, isRepeat }) => {
    const { at, second, isEdge } = onset
    const isUnderImpulse = !isEdge && second !== null && (scoreAt.get(second.of) ?? 0) >= defaultScore
    const own = isUnderImpulse ? secondScore(second.measures, alone) : alone
    const score = isRepeat ? Math.max(repeatScore, alone, own) : own
    scoreAt.set(at, score)
    return { onset, score }
  })
}

/** Onsets that follow an impulse too soon keep less than the default score. */
function withoutParts(scored: readonly Scored[], rate: number): readonly Scored[] {
  const apart = (partOfMs * rate) / 1000
  let last = Number.NEGATIVE_INFINITY
  return scored.map(each => {
    if (each.score < defaultScore) return each
    if (each.onset.at - last < apart) return { onset: each.onset, score: 0.6 * defaultScore * each.score }
    last = each.onset.at
    return each
  })
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
