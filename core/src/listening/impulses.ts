import { type MediaMicros, mediaMicros } from '../time/index.ts'
import { echoesOf, isWeaker, repeatsOf } from './echoes.ts'
import type { HeardOnsets, MeasuredOnset } from './impulse-finder.ts'
import { aloneScore, leastScore } from './impulse-score.ts'
import { onsetErrorMs } from './onset-error.ts'
import { defaultScore, type Impulse } from './result.ts'
import { AmongOthers } from './score-among.ts'
import { secondScore } from './second-strokes.ts'
import { type HeardAround, speechAround } from './speech-around.ts'
import { underScore } from './under-score.ts'

/** What follows an impulse sooner is a part of it: the second stroke of a clap, the works of a door. */
const partOfMs = 32
/** A later onset whose odds are so many times larger is no part of an earlier one: that one is its rise, or nothing. */
const surerBy = 6
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
  { onsets, course, loops }: Pick<HeardOnsets, 'onsets' | 'course' | 'loops'>,
  speech: Float32Array,
  rate: number,
  origin: MediaMicros,
): { readonly impulses: readonly Impulse[]; readonly isCut: boolean } {
  const heard = onsets.map(({ at }) => speechAround(speech, at / rate))
  const alone = onsets.map(({ isEdge, features, picture }, n) =>
    isEdge ? edgeScore : aloneScore(features, heard[n] as HeardAround, picture, loops),
  )
  const others = new AmongOthers(onsets, alone, { speech, course, rate, loops })
  const scores = onsets.map(({ isEdge }, n) =>
    isEdge ? edgeScore : others.score(n, heard[n] as HeardAround),
  )
  const isRepeat = repeatsOf(
    onsets,
    index => (scores[index] as number) >= defaultScore,
    index => onsets[index]?.isEdge === false,
    rate,
    loops,
  )
  const scored = withoutParts(
    withSeconds(
      onsets.map((onset, n) => ({
        onset,
        alone: alone[n] as number,
        score: scores[n] as number,
        isRepeat: isRepeat[n] === true,
      })),
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
    loops,
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

interface ScoredAt {
  readonly onset: { readonly at: number }
  readonly score: number
}

interface Scored extends ScoredAt {
  readonly onset: MeasuredOnset
}

interface ScoredTwice extends Scored {
  /** By itself, whatever is heard around it. */
  readonly alone: number
  readonly isRepeat: boolean
}

/**
 * What comes again scores as such, whatever it scores otherwise. A further stroke under the tail of an impulse scores by how it stands in that tail too.
 */
function withSeconds(scored: readonly ScoredTwice[]): readonly Scored[] {
  const before = new Map<number, Scored>()
  return scored.map(({ onset, alone, score: among, isRepeat }) => {
    const { at, second, isEdge } = onset
    const first = second === null || isEdge ? undefined : before.get(second.of)
    const own =
      second !== null && first && first.score >= defaultScore
        ? underScore(
            { stroke: secondScore(second.measures, alone), among, first: first.score, alone },
            !isWeaker(onset, first.onset),
          )
        : among
    const one: Scored = { onset, score: isRepeat ? Math.max(repeatScore, among, own) : own }
    before.set(at, one)
    return one
  })
}

/**
 * Onsets that follow an impulse too soon keep less than the default score; so does a doubtful one that a surer one follows so soon. `scored` is in order of
 * time, `rate` that of the places.
 */
export function withoutParts<Each extends ScoredAt>(scored: readonly Each[], rate: number): readonly Each[] {
  const apart = (partOfMs * rate) / 1000
  const out = [...scored]
  let last = -1
  for (const [n, each] of scored.entries()) {
    if (each.score < defaultScore) continue
    const before = scored[last]
    if (before && each.onset.at - before.onset.at < apart) {
      const isSurer = oddsOf(each.score) > surerBy * oddsOf(before.score)
      const part = isSurer ? last : n
      out[part] = asPart(scored[part] as Each)
      if (!isSurer) continue
    }
    last = n
  }
  return out
}

function asPart<Each extends ScoredAt>(each: Each): Each {
  return { ...each, score: 0.6 * defaultScore * each.score }
}

function oddsOf(score: number): number {
  return score / Math.max(1e-6, 1 - score)
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
