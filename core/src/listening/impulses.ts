import { type MediaMicros, mediaMicros } from '../time/index.ts'
import { echoesOf } from './echoes.ts'
import type { MeasuredOnset } from './impulse-finder.ts'
import { impulseScore } from './impulse-score.ts'
import { onsetErrorMs } from './onset-error.ts'
import { defaultScore, type Impulse } from './result.ts'

/** What follows an impulse sooner is a part of it: the second stroke of a clap, the works of a door. */
const partOfMs = 32
/** Less than this is not kept even for who asks for all. */
const leastScore = 0.05
/** More than ten a second for half an hour: a file made of clicks would fill the disk with candidates. */
const mostKept = 20_000

/** Names the onsets of one recording: scored, echoes marked, in media time. `origin` is the media time of sample 0. */
export function impulsesOf(
  onsets: readonly MeasuredOnset[],
  rate: number,
  origin: MediaMicros,
): { readonly impulses: readonly Impulse[]; readonly isCut: boolean } {
  const scored = withoutParts(
    onsets.map(onset => ({ onset, score: impulseScore(onset.features) })),
    rate,
  )
  const possible = scored.filter(({ score }) => score >= leastScore)
  const bar =
    possible.length <= mostKept
      ? 0
      : (possible.map(({ score }) => score).sort((a, b) => b - a)[mostKept] as number)
  const kept = possible.filter(({ score }) => score > bar)
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
  return { impulses, isCut: kept.length < possible.length }
}

interface Scored {
  readonly onset: MeasuredOnset
  readonly score: number
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
