import { type EditKind, editKinds, type HeardKind, heardKinds, type RecordingId } from '../case/index.ts'
import type { Span } from '../time/index.ts'
import type { EditList } from './edit-list.ts'
import { type Gap, gapsOf, type WhyNotShown } from './gaps.ts'
import { inForce, type StandingLine } from './laid-over.ts'
import { leftOut } from './left-out.ts'
import { isShown } from './shown-frame.ts'

/** Stretches of the film, in microseconds from its first frame, in order and apart from each other; `whole` is their sum. */
export interface Stretches {
  readonly spans: readonly Span[]
  readonly whole: number
}

/** A difference of picture or sound, and where it is. `factor` is the speed, where the kind is one. */
export type Difference =
  | ({ readonly of: 'picture'; readonly kind: EditKind; readonly factor: number | null } & Stretches)
  | ({ readonly of: 'sound'; readonly kind: Exclude<HeardKind, 'raw'> } & Stretches)

/** What a film shows and how it differs, in numbers: for a paragraph in any language. Times are microseconds. */
export interface FilmSummary {
  readonly lasts: number
  readonly hasPictures: boolean
  readonly hasSound: boolean
  /** How many recordings it was held against, and how many of these are sound alone. */
  readonly compared: number
  readonly withoutPictures: number
  readonly shown: number
  /** Of each recording that is shown, how long in the film, the longest first. */
  readonly from: readonly { readonly raw: RecordingId; readonly shown: number }[]
  /** What comes from none of the recordings held, and what no line says anything of. */
  readonly none: number
  readonly unsaid: number
  readonly differences: readonly Difference[]
  /** Of each recording with pictures: how much no line shows, and how long it is. */
  readonly left: readonly { readonly raw: RecordingId; readonly out: number; readonly whole: number }[]
}

/** Stretches that are this near to each other are one: less than a frame at 24 a second. */
const seamMicros = 41_000

export function filmSummary(list: EditList, lines: readonly StandingLine[]): FilmSummary {
  const standing = inForce(lines)
  const { of, against } = list
  const start = of.from ?? 0
  const lasts = (of.to ?? 0) - start
  const main = standing.filter(isShown).filter(({ line }) => line.layer === 0)
  const stretchesOf = (each: readonly StandingLine[]) =>
    stretches(
      each.map(({ line }) => line),
      start,
      lasts,
    )
  const shown = stretchesOf(main)
  const raws = [...new Set(main.map(({ line }) => line.raw))]
  const left = leftOut(list, lines)
  const gaps = gapsOf(list, lines, { from: start, to: start + lasts })
  return {
    lasts,
    hasPictures: of.frames !== null,
    hasSound: of.hasSound,
    compared: against.length,
    withoutPictures: against.filter(({ frames }) => frames === null).length,
    shown: shown.whole,
    from: raws
      .map(raw => ({ raw, shown: stretchesOf(main.filter(({ line }) => line.raw === raw)).whole }))
      .sort((a, b) => b.shown - a.shown),
    none: lengthOf(gaps, 'none'),
    unsaid: lengthOf(gaps, 'dismissed') + lengthOf(gaps, 'not-told') + lengthOf(gaps, 'not-compared'),
    // Sound that is coded in packets goes on a little after the last frame: what is told of it lies nowhere in the film.
    differences: [
      ...pictureDifferences(standing, stretchesOf),
      ...soundDifferences(standing, stretchesOf),
    ].filter(({ spans }) => spans.length > 0),
    left: against.flatMap(({ recording: raw, frames, from, to }) => {
      if (frames === null || from === null || to === null) return []
      const out = left.filter(each => each.raw === raw).reduce((sum, each) => sum + each.to - each.from, 0)
      return [{ raw, out, whole: to - from }]
    }),
  }
}

function lengthOf(gaps: readonly Gap[], why: WhyNotShown): number {
  return gaps.filter(each => each.why === why).reduce((sum, { from, to }) => sum + to - from, 0)
}

type StretchesOf = (lines: readonly StandingLine[]) => Stretches

/** By kind, and speeds by how fast. */
function pictureDifferences(lines: readonly StandingLine[], stretchesOf: StretchesOf): readonly Difference[] {
  return editKinds.flatMap(kind => {
    const own = lines.filter(({ line }) => line.part === 'picture' && line.kind === kind)
    const factors = new Map<number | null, StandingLine[]>()
    for (const each of own) {
      const factor = each.line.part === 'picture' ? each.line.factor : null
      factors.set(factor, [...(factors.get(factor) ?? []), each])
    }
    return [...factors].map(
      ([factor, same]): Difference => ({ of: 'picture', kind, factor, ...stretchesOf(same) }),
    )
  })
}

function soundDifferences(lines: readonly StandingLine[], stretchesOf: StretchesOf): readonly Difference[] {
  return heardKinds.flatMap((kind): readonly Difference[] => {
    if (kind === 'raw') return []
    const own = lines.filter(({ line }) => line.part === 'sound' && line.kind === kind)
    return own.length === 0 ? [] : [{ of: 'sound', kind, ...stretchesOf(own) }]
  })
}

/** Within the film, and those that meet as one. */
function stretches(spans: readonly Span[], start: number, lasts: number): Stretches {
  const sorted = spans
    .map(({ from, to }) => ({ from: Math.max(0, from - start), to: Math.min(lasts, to - start) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from)
  const apart: Span[] = []
  for (const each of sorted) {
    const before = apart.at(-1)
    if (before && each.from - before.to <= seamMicros)
      apart[apart.length - 1] = { from: before.from, to: Math.max(before.to, each.to) }
    else apart.push(each)
  }
  return { spans: apart, whole: apart.reduce((sum, { from, to }) => sum + to - from, 0) }
}
