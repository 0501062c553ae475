import type { PairFacts } from './clock-facts.ts'

/** A pair drawn as an arc beside the list of recordings. */
export interface Arc {
  readonly pair: PairFacts
  readonly path: string
  /** Pixels. */
  readonly thickness: number
}

/** Where the row of each recording lies: the height of its middle in pixels. */
export type RowMiddles = ReadonlyMap<string, number>

const leastReach = 14
const thinnest = 1.25
const thickest = 5
/** Scores from which on a pair is as strong as anybody could ask; the weakest that is ever used scores 9. */
const strongScore = 60

/** Arcs between the rows of recordings, as far out as the rows are apart, within `width` pixels. */
export function arcsOf(pairs: readonly PairFacts[], rows: RowMiddles, width: number): readonly Arc[] {
  const spans = pairs.flatMap(pair => {
    const [one, two] = [rows.get(pair.a), rows.get(pair.b)]
    return one === undefined || two === undefined
      ? []
      : [{ pair, top: Math.min(one, two), bottom: Math.max(one, two) }]
  })
  const longest = Math.max(1, ...spans.map(({ top, bottom }) => bottom - top))
  return spans.map(({ pair, top, bottom }) => {
    const reach = leastReach + (width - leastReach - thickest) * Math.sqrt((bottom - top) / longest)
    // Both handles of a cubic lie at 4/3 of the height that it reaches.
    const handle = round((reach * 4) / 3)
    return {
      pair,
      path: `M0 ${round(top)}C${handle} ${round(top)} ${handle} ${round(bottom)} 0 ${round(bottom)}`,
      thickness: thicknessOf(pair.solved.score),
    }
  })
}

/** Twice the score is clearly thicker, however strong both are. */
export function thicknessOf(score: number): number {
  const share = Math.min(1, Math.max(0, score) / strongScore)
  return round(thinnest + (thickest - thinnest) * share)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
