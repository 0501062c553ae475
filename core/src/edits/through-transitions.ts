/** What is drawn or hidden where a picture comes or goes: mixtures and frames that are nearly dark do not tell, and it comes and goes with its picture. */
import type { Box } from './affine.ts'
import type { Edit } from './kinds.ts'
import { laidLuma } from './laid.ts'
import { inLight, lightOf } from './mixtures.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import type { Shot } from './shots.ts'
import { stretched } from './stretched.ts'

/** Frames of a run that is told, and of what comes before and after it. */
export interface Transitions {
  /** The run with the dissolves that it takes part in, and without these. */
  readonly mixed: Shot
  readonly steady: Shot
  /** Lengths of its fades. */
  readonly fadeIn: number
  readonly fadeOut: number
  /** Whether it is seen in a dissolve, as far as that can be told. */
  readonly isIn: (edit: Edit, mixture: Shot) => boolean
}

/** Frames by which the end of what is drawn may be told wrongly. */
const near = 3
/** Of a fade: so much is too dark to tell. */
const dark = 0.5
/** Frames that tell how fast something moves. */
const told = 10

/** The same edit over the whole of a dissolve or of the dark end of a fade, where it is there beside it. */
export function throughTransitions(edit: Edit, { mixed, steady, fadeIn, fadeOut, isIn }: Transitions): Edit {
  if (edit.kind !== 'overlay' && edit.kind !== 'redaction' && edit.kind !== 'pip') return edit
  let { start, end } = edit
  if (start <= steady.from + dark * fadeIn) start = Math.min(start, steady.from)
  if (end >= steady.to - dark * fadeOut) end = Math.max(end, steady.to)
  const before = { from: mixed.from, to: steady.from }
  if (before.to > before.from && start <= steady.from + near && isIn(edit, before)) start = mixed.from
  const after = { from: steady.to, to: mixed.to }
  if (after.to > after.from && end >= steady.to - near && isIn(edit, after)) end = mixed.to
  if (start === edit.start && end === edit.end) return edit
  const { follows } = edit
  if (!follows) return { ...edit, start, end }
  const first = start < edit.start ? [moved(follows, start)] : []
  const last = end > edit.end ? [moved(follows.toReversed(), end - 1)] : []
  return { ...edit, start, end, follows: [...first, ...follows, ...last] }
}

/** The runs of a second picture, in the order of the film, as long as it is told to be there: what `edit` was before and is now. */
export function alongEdit(
  runs: readonly Segment[],
  edit: Pick<Edit, 'start' | 'end'>,
  { start, end }: Pick<Edit, 'start' | 'end'>,
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  return runs.map((run, n) => {
    const from = n === 0 && start < edit.start ? Math.min(run.from, start) : run.from
    const to = n === runs.length - 1 && end > edit.end ? Math.max(run.to, end) : run.to
    return from === run.from && to === run.to ? run : stretched(run, from, to, film, raws)
  })
}

/** Where something is in a frame before the first of its places, moving on as it does after them. */
function moved(places: NonNullable<Edit['follows']>, frame: number): readonly [number, ...Box] {
  const [first, ...own] = places[0] as readonly [number, ...Box]
  const [at, ...other] = (places.find(([n]) => Math.abs(n - first) >= told) ?? places.at(-1)) as readonly [
    number,
    ...Box,
  ]
  const part = at === first ? 0 : (frame - first) / (at - first)
  const side = (n: 0 | 1) => Math.max(0, Math.round(own[n] + ((other[n] as number) - own[n]) * part))
  return [frame, side(0), side(1), own[2], own[3]]
}

/** Frames beside a dissolve that tell what is drawn, and parts of its own picture at which the mixture is looked at. */
const beside = [1, 4, 7]
const parts = [0.7, 0.45]
const level = 1
/** Grey levels by which it has to differ, and how much alike it has to be from frame to frame, to tell. */
const leastOff = 6
const leastAlike = 0.7
/** Of what it would be. */
const stillSeen = 0.5

/** Whether what stands still in `own` is in its mixture with `other` too; true where that cannot be told. */
export function isInMixture(
  edit: Edit,
  own: Segment,
  other: Segment,
  { from, to }: Shot,
  film: Levels,
  raws: readonly Levels[],
): boolean {
  if (edit.follows || !edit.region) return true
  const comes = from < edit.start
  const all = [Math.min(edit.start, from), Math.max(edit.end, to)] as const
  const [a, b] = [stretched(own, ...all, film, raws), stretched(other, from, to, film, raws)]
  const shown = (segment: Segment, light: Segment, frame: number) =>
    inLight(
      laidLuma(segment, film, raws[segment.raw] as Levels, frame - segment.from, { level }),
      lightOf(light),
    )
  const inside = pixelsIn(edit.region, film)
  const offs = beside
    .map(n => (comes ? to + n : from - 1 - n))
    .filter(frame => frame >= edit.start && frame < edit.end)
    .map(frame => {
      const [seen, recorded] = [film.at(frame, level), shown(a, own, frame)]
      return inside.map(at => (seen[at] as number) - (recorded[at] as number))
    })
  const [first, last] = [offs[0], offs.at(-1)]
  if (!first || !last || first === last || sizeOf(first) < leastOff) return true
  if (product(first, last) < leastAlike * sizeOf(first) * sizeOf(last)) return true
  const found = parts.map(part => {
    const n = Math.round(part * (to - from + 1))
    const frame = comes ? from + n - 1 : to - n
    const [seen, one, two] = [film.at(frame, level), shown(a, own, frame), shown(b, other, frame)]
    const share = n / (to - from + 1)
    const left = inside.map(
      at => (seen[at] as number) - share * (one[at] as number) - (1 - share) * (two[at] as number),
    )
    return product(left, first) / (share * sizeOf(first) ** 2)
  })
  return found.reduce((sum, each) => sum + each, 0) / found.length > stillSeen
}

function pixelsIn([x, y, w, h]: Box, film: Levels): readonly number[] {
  const { fullWidth, fullHeight } = film.pictures
  const [width, height] = [film.width(level), film.height(level)]
  const [left, right] = [x, x + w].map(each => Math.round((each * width) / fullWidth)) as [number, number]
  const [top, low] = [y, y + h].map(each => Math.round((each * height) / fullHeight)) as [number, number]
  const out: number[] = []
  for (let row = Math.max(1, top); row < Math.min(height - 1, low); row++)
    for (let column = Math.max(1, left); column < Math.min(width - 1, right); column++)
      out.push(row * width + column)
  return out
}

function product(one: readonly number[], two: readonly number[]): number {
  return one.reduce((sum, each, n) => sum + each * (two[n] as number), 0) / Math.max(1, one.length)
}

function sizeOf(values: readonly number[]): number {
  return Math.sqrt(product(values, values))
}
