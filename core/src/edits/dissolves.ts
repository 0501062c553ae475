/** Joins at which one picture fades into the next. */
import { differenceOf, type Edit } from './kinds.ts'
import { laidLuma } from './laid.ts'
import { leftOf, mixtureLevel, mixtureOf, pictureOf, shareInOtherLight } from './mixtures.ts'
import type { Levels } from './pictures.ts'
import { isOneMap, type Segment } from './segments.ts'
import type { Shot } from './shots.ts'
import { stretched } from './stretched.ts'

/** Longest dissolve looked for to either side of a join, in frames. */
const reach = 30
/** What takes fewer frames is a cut between two places that are not known to the frame. */
const shortest = 6
/** What a dissolve leaves, as a part of what a fade would. */
const mostOfFade = 0.8
/** The light of the picture before may have been changed, so that a mixture with it fits less well: fades out of the dark left 78 times less, a dissolve 3 times. */
const mostOfFadeIn = 8

export interface Dissolved {
  /** Each begins where its own picture is first seen. */
  readonly segments: readonly Segment[]
  /** The pictures that go on below, as long as they are seen. */
  readonly partners: readonly Segment[]
  readonly edits: readonly Edit[]
}

export function withDissolves(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
): Dissolved {
  const out = [...segments]
  const partners: Segment[] = []
  const edits: Edit[] = []
  for (let n = 1; n < out.length; n++) {
    const [before, after] = [out[n - 1] as Segment, out[n] as Segment]
    if (after.from - before.to > reach || after.from < before.to) continue
    if (goesOn(before, after)) continue
    const [k, j] = [firstOf(out, n - 1), lastOf(out, n)]
    const mixed = (k: number, j: number) => {
      const span = mixedSpan(out[k] as Segment, out[j] as Segment, film, raws)
      return span && out.slice(k + 1, j).every(each => isWithin(each, span)) ? { ...span, k, j } : null
    }
    const span = mixed(k, j) ?? (k < n - 1 || j > n ? mixed(n - 1, n) : null)
    if (!span) continue
    const [one, two] = [out[span.k] as Segment, out[span.j] as Segment]
    const partner = stretched(one, span.from, span.to, film, raws)
    for (let at = span.k + 1; at < span.j; at++)
      out[at] = stretched(out[at] as Segment, span.from, span.from, film, raws)
    out[span.j] = stretched(two, span.from, two.to, film, raws)
    out[span.k] = stretched(one, one.from, span.from, film, raws)
    n = span.j
    partners.push(partner)
    edits.push({ kind: 'dissolve', start: span.from, end: span.to, score: span.score })
  }
  return { segments: out.filter(({ from, to }) => to > from), partners, edits }
}

/** Of the runs that a run goes on from, or that go on from it: a dissolve may be followed at another speed, for as long as it lasts. */
function firstOf(runs: readonly Segment[], of: number): number {
  let n = of
  while (n > 0 && isBrief(runs[n] as Segment) && isNext(runs[n - 1] as Segment, runs[n] as Segment)) n--
  return n
}

function lastOf(runs: readonly Segment[], of: number): number {
  let n = of
  while (
    n + 1 < runs.length &&
    isBrief(runs[n] as Segment) &&
    isNext(runs[n] as Segment, runs[n + 1] as Segment)
  )
    n++
  return n
}

/** What is longer than a dissolve is a shot of its own. */
const isWithin = (piece: Segment, { from, to }: Shot) =>
  piece.from > from - shortest && piece.to < to + shortest

const isBrief = ({ from, to }: Segment) => to - from < reach

const isNext = (before: Segment, after: Segment) => before.to === after.from && goesOn(before, after)

/** The same picture goes on, a little earlier or later. */
function goesOn(before: Segment, after: Segment): boolean {
  const isNear = Math.abs((before.frames.at(-1) ?? 0) - (after.frames[0] ?? 0)) < 10
  return before.raw === after.raw && isNear && isOneMap(before.track, after.track, after.from)
}

function mixedSpan(
  before: Segment,
  after: Segment,
  film: Levels,
  raws: readonly Levels[],
): { readonly from: number; readonly to: number; readonly score: number } | null {
  const first = Math.max(before.from + 2, before.to - reach)
  const last = Math.min(after.to - 2, after.from + reach)
  if (last - first < shortest) return null
  const [one, two] = [stretched(before, first, last, film, raws), stretched(after, first, last, film, raws)]
  const [below, above] = [raws[before.raw] as Levels, raws[after.raw] as Levels]
  const [isOne, isTwo] = [pictureOf(before, film, below), pictureOf(after, film, above)]
  const shares: (number | null)[] = []
  /** The same where the light of either may change. */
  const lit: (number | null)[] = []
  /** Sums of squares that are left of a mixture of both pictures, of the first with black, and of black with the next. */
  const left: (readonly [number, number, number])[] = []
  for (let n = 0; n < last - first; n++) {
    const seen = film.at(first + n, mixtureLevel)
    const [a, b] = [isOne(one, n), isTwo(two, n)]
    const { count, size, share, goes, comes } = mixtureOf(a, b, seen)
    if (count < 200 || size < 20 * count) {
      shares.push(null)
      lit.push(null)
      left.push([0, 0, 0])
      continue
    }
    const off = leftOf(a, b, seen, share, goes, comes)
    left.push(off)
    shares.push(off[0] < 0.2 * size + 40 * count ? share : null)
    lit.push(shareInOtherLight(a, b, seen))
  }
  const isDissolve = (of: readonly (number | null)[], span: ReturnType<typeof spanOf>) =>
    span !== null && (before.raw !== after.raw || isBetweenBoth(of, span.from - first, span.to - first))
  const own = spanOf(withoutGaps(lit), first)
  if (isDissolve(lit, own)) return own
  const span = spanOf(shares, first)
  if (span === null || !isDissolve(shares, span)) return null
  // Into a dark picture, or out of one, a dissolve looks much like a fade.
  const sum = (of: 0 | 1 | 2) =>
    left.slice(span.from - first, span.to - first).reduce((total, each) => total + each[of], 0)
  return sum(0) < mostOfFade * sum(1) && sum(0) < mostOfFadeIn * sum(2) ? span : null
}

/** Frames beside a dissolve that show one of its pictures, and what they may seem to have of the other. */
const alone = 3
const mostlyOne = 0.12

/** Whether before and after a dissolve there is one picture alone: a zoom that is told in pieces goes on from each to the next. */
function isBetweenBoth(shares: readonly (number | null)[], from: number, to: number): boolean {
  const [one, two] = [shares.slice(Math.max(0, from - alone), from), shares.slice(to, to + alone)]
  const isAll = (part: typeof one, of: 0 | 1) =>
    part.length === alone && part.every(share => share !== null && Math.abs(share - of) < mostlyOne)
  return isAll(one, 0) && isAll(two, 1)
}

/** A frame between two that are told is told by them. */
function withoutGaps(shares: readonly (number | null)[]): readonly (number | null)[] {
  return shares.map((share, n) => {
    const [before, after] = [shares[n - 1], shares[n + 1]]
    const isGap = share === null && typeof before === 'number' && typeof after === 'number'
    return isGap ? (before + after) / 2 : share
  })
}

/** The run of frames over which the share of the second picture climbs from nothing to all. */
function spanOf(
  shares: readonly (number | null)[],
  first: number,
): { readonly from: number; readonly to: number; readonly score: number } | null {
  const middle = shares.findIndex(
    (share, n) => share !== null && share > 0.35 && share < 0.9 && (shares[n + 1] ?? 0) > share - 0.02,
  )
  if (middle < 0) return null
  let from = middle
  while (
    from > 0 &&
    shares[from - 1] !== null &&
    (shares[from - 1] as number) > 0.03 &&
    (shares[from - 1] as number) < (shares[from] as number) + 0.03
  )
    from--
  let to = middle + 1
  while (
    to < shares.length &&
    shares[to] !== null &&
    (shares[to] as number) < 0.965 &&
    (shares[to] as number) > (shares[to - 1] as number) - 0.03
  )
    to++
  if (to - from < shortest || (shares[from] ?? 1) > 0.4 || (shares[to - 1] ?? 0) < 0.6) return null
  // Evenness: a straight climb stays near its own line.
  let off = 0
  for (let n = from; n < to; n++)
    off = Math.max(off, Math.abs((shares[n] as number) - (n - from + 1) / (to - from + 1)))
  return off < 0.2 ? { from: first + from, to: first + to, score: Number((1 - off).toFixed(2)) } : null
}

/** Dark frames beside a run that still show its picture faintly are its own: the end of a fade. */
const longestTail = 24
const leastLikeness = 0.5

export function withTails(
  segments: readonly Segment[],
  film: Levels,
  raws: readonly Levels[],
): readonly Segment[] {
  const tails = segments.map((segment, n) => {
    const raw = raws[segment.raw] as Levels
    const first = Math.max(segments[n - 1]?.to ?? 0, segment.from - longestTail)
    const last = Math.min(segments[n + 1]?.from ?? film.count, segment.to + longestTail)
    let { from, to } = segment
    while (from > first && isFaint(segment, from - 1, film, raw, raws)) from--
    while (to < last && isFaint(segment, to, film, raw, raws)) to++
    // The last of a fade is too dark to tell: a frame or two between it and what follows are its end.
    const next = segments[n + 1]?.from ?? film.count
    const isFaded = to > segment.to || segment.track.gains[segment.to - 1 - segment.track.from] === undefined
    if (isFaded && to < next) to = cutNear(film, to, Math.min(next, to + 2)) ?? to
    return { from, to }
  })
  // Dark frames between two runs of one scene show either faintly.
  for (let n = 1; n < tails.length; n++) {
    const [before, after] = [tails[n - 1] as Shot, tails[n] as Shot]
    if (before.to <= after.from) continue
    const at = meetingAt(film, after.from, before.to)
    tails[n - 1] = { ...before, to: at }
    tails[n] = { ...after, from: at }
  }
  return segments.map((segment, n) => {
    const { from, to } = tails[n] as Shot
    return from === segment.from && to === segment.to ? segment : stretched(segment, from, to, film, raws)
  })
}

/** Where one of two fades ends, in [from, to]: at the greatest of the sudden changes there, or where the film is dimmest. */
function meetingAt(film: Levels, from: number, to: number): number {
  let [at, most, dimmest] = [from, sudden, Number.POSITIVE_INFINITY]
  for (let frame = Math.max(1, from); frame <= Math.min(to, film.count - 1); frame++) {
    const pixels = film.at(frame, 2)
    const change = differenceOf(film.at(frame - 1, 2), pixels)
    const light = most > sudden ? Number.POSITIVE_INFINITY : pixels.reduce((sum, each) => sum + each, 0)
    if (change > most || light < dimmest) at = frame
    most = Math.max(most, change)
    dimmest = Math.min(dimmest, light)
  }
  return at
}

/** Mean change from one frame to the next, in grey levels, that is no fade's. */
const sudden = 6

/** The first frame after `from`, up to `most`, at which the picture is suddenly another; or null. */
function cutNear(film: Levels, from: number, most: number): number | null {
  for (let frame = from + 1; frame <= most && frame < film.count; frame++)
    if (differenceOf(film.at(frame - 1, 2), film.at(frame, 2)) > sudden) return frame
  return null
}

function isFaint(
  segment: Segment,
  frame: number,
  film: Levels,
  raw: Levels,
  raws: readonly Levels[],
): boolean {
  const one = stretched(segment, frame, frame + 1, film, raws)
  const shown = laidLuma(one, film, raw, 0, { level: 1 })
  const seen = film.at(frame, 1)
  let fs = 0
  let rs = 0
  let ff = 0
  let rr = 0
  let both = 0
  let count = 0
  for (let at = 0; at < shown.length; at++) {
    const r = shown[at] as number
    if (r < 0) continue
    const f = seen[at] as number
    fs += f
    rs += r
    ff += f * f
    rr += r * r
    both += f * r
    count++
  }
  if (count < 500) return false
  const [vf, vr] = [ff / count - (fs / count) ** 2, rr / count - (rs / count) ** 2]
  if (vf < 0.15 || vr < 4 || vf > 0.25 * vr) return false
  return (both / count - (fs / count) * (rs / count)) / Math.sqrt(vf * vr) > leastLikeness
}
