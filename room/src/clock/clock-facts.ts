import type { RecordingId } from '@sightline/core/case'
import type { PairResult, SolvedPair, SyncResult } from '@sightline/core/sync'

/** One pair of recordings as the clock's page tells of it. */
export interface PairFacts {
  readonly key: string
  readonly a: RecordingId
  readonly b: RecordingId
  /** As it went into the solution. */
  readonly solved: SolvedPair
  /** What the two say about each other; null where the stored results do not hold it. */
  readonly result: PairResult | null
  /** `none`: no sound in common was found; such pairs are counted, not drawn. */
  readonly kind: 'used' | 'set-aside' | 'none'
}

export interface ClockFacts {
  readonly result: SyncResult
  /** Pairs with something to show, the strongest first. */
  readonly pairs: readonly PairFacts[]
  /** Every pair that was compared, by its key. */
  readonly all: ReadonlyMap<string, PairFacts>
}

/** One name for two recordings in whichever order. */
export function pairKey(a: RecordingId, b: RecordingId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Brings together what the last run decided and what each pair said; results of other versions are left out. */
export function clockFactsOf(result: SyncResult, pairs: readonly PairResult[]): ClockFacts {
  const known = new Map(
    pairs
      .filter(({ method, version }) => method === result.method && version === result.version)
      .map(pair => [pairKey(pair.a, pair.b), pair]),
  )
  const all = result.pairs.map((solved): PairFacts => {
    const key = pairKey(solved.a, solved.b)
    const own = known.get(key) ?? null
    const isNone = own ? own.verdict === 'none' : solved.lagSeconds === null
    const kind = solved.used ? 'used' : isNone ? 'none' : 'set-aside'
    return { key, a: solved.a, b: solved.b, solved, result: own, kind }
  })
  const strength = ({ kind, solved }: PairFacts) => (kind === 'used' ? 1e6 : 0) + solved.score
  return {
    result,
    pairs: all.filter(({ kind }) => kind !== 'none').sort((x, y) => strength(y) - strength(x)),
    all: new Map(all.map(pair => [pair.key, pair])),
  }
}

/** A lag at which a recording might lie on another, and why it was not taken. */
export interface Rejected {
  readonly other: RecordingId
  /** Where time 0 of the recording would lie on the media time of the other; without drift. */
  readonly lagSeconds: number
  readonly score: number
  readonly why: string
}

const mostRejected = 3

/** The best of what was refused for a recording: one lag for each other recording. */
export function rejectedFor({ all }: ClockFacts, id: RecordingId): readonly Rejected[] {
  const found = [...all.values()].flatMap(({ a, b, kind, result }): Rejected[] => {
    const best = result?.candidates[0]
    if (!best || kind === 'used' || (a !== id && b !== id)) return []
    const isLower = b === id
    const { lagSeconds, score, why } = best
    return [{ other: isLower ? a : b, lagSeconds: isLower ? lagSeconds : -lagSeconds, score, why }]
  })
  return found.sort((x, y) => y.score - x.score).slice(0, mostRejected)
}
