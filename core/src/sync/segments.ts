import type { PairResult } from './result.ts'

/** A recording between two of its cuts, which has a start of its own on the clock; a recording without cuts is one. */
export interface Segment {
  /** The recording's id for its first segment, else one that no recording has. */
  readonly node: string
  readonly id: string
  /** Media seconds at which it begins; 0 for the first. */
  readonly from: number
  /** How it follows the one before; null for the first. */
  readonly after: 'jump' | 'bend' | null
}

export interface Segments {
  /** In the order of the recordings, then of time. */
  readonly all: readonly Segment[]
  of(node: string): Segment
  at(id: string, seconds: number): Segment
  /** Neighbours within one recording. */
  readonly joints: readonly (readonly [Segment, Segment])[]
}

/** Cuts that several pairs tell of one recording within this are one. */
const sameCutSeconds = 1.5
/** The end of a straight line is known less exactly than a cut. */
const sameBendSeconds = 25

interface Told {
  readonly id: string
  readonly at: number
  readonly kind: 'jump' | 'bend'
  readonly score: number
}

/**
 * Splits recordings where their pairs tell of cuts; those placed by a person where `piecesOf` says (media seconds at which a
 * piece begins), whatever the pairs tell.
 */
export function segmentsOf(
  ids: readonly string[],
  pairs: readonly { readonly a: string; readonly b: string; readonly pair: PairResult }[],
  piecesOf: (id: string) => readonly number[] | null,
): Segments {
  const told = toldCuts(pairs).toSorted((x, y) => y.score - x.score)
  const all = ids.flatMap(id => {
    const cuts: Pick<Told, 'at' | 'kind'>[] = []
    const pieces = piecesOf(id)
    if (pieces) cuts.push(...pieces.map(at => ({ at, kind: 'jump' as const })))
    for (const each of pieces ? [] : told) {
      if (each.id !== id) continue
      const near = each.kind === 'bend' ? sameBendSeconds : sameCutSeconds
      if (!cuts.some(({ at }) => Math.abs(at - each.at) < near)) cuts.push(each)
    }
    const inTime = cuts.toSorted((x, y) => x.at - y.at)
    return [
      { node: id, id, from: 0, after: null },
      ...inTime.map((cut, n): Segment => ({ node: `${id}\n${n + 1}`, id, from: cut.at, after: cut.kind })),
    ]
  })
  const byNode = new Map(all.map(segment => [segment.node, segment]))
  const byId = Map.groupBy(all, ({ id }) => id)
  return {
    all,
    of: node => byNode.get(node) as Segment,
    at: (id, seconds) => byId.get(id)?.findLast(({ from }, n) => n === 0 || from <= seconds) as Segment,
    joints: [...byId.values()].flatMap(own =>
      own.slice(1).map((later, n) => [own[n] as Segment, later] as const),
    ),
  }
}

/** A jump is told of the recording that lacks something. A bend is told of the one that bends in more pairs. */
function toldCuts(
  pairs: readonly { readonly a: string; readonly b: string; readonly pair: PairResult }[],
): readonly Told[] {
  const cuts = pairs.flatMap(({ a, b, pair }) => pair.cuts.map(cut => ({ a, b, cut, score: pair.score })))
  const sides = cuts.filter(({ cut }) => cut.kind === 'bend')
  const support = (id: string, at: number) =>
    sides.filter(
      ({ a, b, cut }) =>
        (a === id && Math.abs(cut.a - at) < sameBendSeconds) ||
        (b === id && Math.abs(cut.b - at) < sameBendSeconds),
    ).length
  return cuts.map(({ a, b, cut, score }) => {
    const isA = cut.kind === 'jump' ? cut.on === 'a' : support(a, cut.a) > support(b, cut.b)
    return { id: isA ? a : b, at: isA ? cut.a : cut.b, kind: cut.kind, score }
  })
}
