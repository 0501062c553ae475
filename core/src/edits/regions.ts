/** What is drawn over, hidden in or set into the picture of a run: parts that stay where film and recording differ. */
import { type Box, enclosing } from './affine.ts'
import { cell } from './around-kernels.ts'
import { blendedWhereSeen } from './blending.ts'
import { type Field, type Stay, stayOf, staysIn } from './connected.ts'
import { Differences, type LitFrame } from './differences.ts'
import { type Detail, noDetail } from './gone-detail.ts'
import { hiddenRegions, withHidden } from './hidden-regions.ts'
import { type Edit, scaled } from './kinds.ts'
import { laidLuma, type Window } from './laid.ts'
import type { SampleLight } from './light-edits.ts'
import { type LightPart, runLights } from './light-parts.ts'
import { driftingBox, mayDrift, movingBox, wanderingBox } from './moving-box.ts'
import { cellPath, moveTogether, type Place, placeAt } from './moving-parts.ts'
import { blackUnder } from './over-bars.ts'
import { isMovingPaint, paintOf } from './paint.ts'
import type { Levels } from './pictures.ts'
import { ranked } from './ranked.ts'
import { type RegionKind, type RegionTraits, regionKind } from './region-kind.ts'
import type { Segment } from './segments.ts'
import { filled, steadinessOf, steadyEnough, tightBox } from './standing-box.ts'

/** A run is looked at this often, in seconds. */
const sampleSeconds = 0.134
/** A drawing stays this long, in seconds. */
const shortestSeconds = 0.28
/** Scores of cells are kept in eighths of a grey level. */
const fine = 8
/** Darker than this part of its usual light, a frame of a fade tells nothing. */
const darkest = 0.35

/** A part of the picture that differs, over film frames. */
export interface Region {
  readonly from: number
  readonly to: number
  /** In pixels of the film's detail picture; around all places of what moves. */
  readonly box: Box
  /** The same to parts of a pixel, as far as they are known. */
  readonly edges: Box
  /** Where it was, frame by frame from `from`, for what moves; else null. */
  readonly follows: readonly Box[] | null
  readonly kind: Exclude<RegionKind, 'nothing'>
  /** Of the whole frame. */
  readonly share: number
  /** Part of its box that differs. */
  readonly fill: number
  /** Part of the pixels of its edges that do; 1 where that is not known. */
  readonly pixels: number
  readonly score: number
  readonly traits: RegionTraits
  /** Inside, the picture has the recording's own light, though the run has not: what a spotlight leaves bright. */
  readonly isAsRecorded: boolean
}

export interface RunRegions {
  readonly regions: readonly Region[]
  readonly run: Differences
  readonly lights: readonly LightPart[]
  readonly samples: readonly SampleLight[]
}

export function regionsOf(told: Segment, film: Levels, raw: Levels): RunRegions {
  const segment = blendedWhereSeen(told, film, raw)
  const sampled = samplesOf(segment, film)
  const lights = runLights(segment, film, raw, sampled)
  const run = new Differences(segment, film, raw, lights)
  const scores: Uint8Array[] = []
  const low: number[] = []
  const high: number[] = []
  const samples: SampleLight[] = []
  const details: Detail[] = []
  const unknown = noDetail(run.columns * run.rows)
  for (const n of sampled) {
    const { cells, detail, light: own } = run.looked(n)
    samples.push({ n, light: own, saturation: run.saturationAt(n) })
    const isDark = own.gain < darkest
    details.push(isDark ? unknown : detail)
    // Half of the picture may be something else: what is usual is told by the better part.
    const usual = Math.min(1, ranked(cells, cells.length, Math.floor(cells.length * 0.7)))
    low.push(fine * (1.4 + 4 * usual))
    high.push(fine * (3 + 8 * usual))
    scores.push(isDark ? new Uint8Array(cells.length) : finely(cells))
  }
  const field = { scores, columns: run.columns, rows: run.rows }
  const look: Look = { segment, film, raw, run, sampled, field }
  const stays = staysIn(field, low, high).filter(stay => isLong(stay, look) && !isOtherFrame(stay, look))
  const regions = merged(stays, field).flatMap(each => {
    const stay = whileSeen(each, field)
    const whole = regionOf(stay, look)
    if (whole && (whole.fill > sparse || steadinessOf(stay) > steadyEnough || isOneLine(whole)))
      return [whole]
    const parts = merged(
      strongParts(stay, field).filter(part => isLong(part, look)),
      field,
    ).flatMap(part => {
      const region = regionOf(whileSeen(part, field), look)
      return region?.kind === 'overlay' || region?.kind === 'picture' ? [region] : []
    })
    return parts.length === 0 && whole ? [whole] : parts
  })
  return { regions: withHidden(regions, hiddenRegions(details, look)), run, lights, samples }
}

function finely(cells: Float32Array): Uint8Array {
  const out = new Uint8Array(cells.length)
  for (let at = 0; at < out.length; at++) out[at] = Math.min(255, fine * (cells[at] as number))
  return out
}

/** What keeps its size while it moves is one thing, however little of its box a ring fills. */
const isOneLine = ({ kind, follows }: Region) => kind === 'overlay' && follows !== null

/** What fills less of its box, and differs for less of its time, may be several drawings. */
const sparse = 0.3
/** Of the scores that the strongest tenth of a part has, and in grey levels. */
const strongShare = 0.35
const leastStrong = 6

/** What of a part differs strongly: drawings hang together by faint differences between them that scaling makes. */
function strongParts({ members }: Stay, field: Field): readonly Stay[] {
  const size = field.columns * field.rows
  const scoreOf = (each: number) =>
    (field.scores[Math.floor(each / size)] as Uint8Array)[each % size] as number
  const sorted = Uint8Array.from(members, scoreOf).sort()
  const limit = Math.max(
    fine * leastStrong,
    strongShare * (sorted[Math.floor(0.9 * sorted.length)] as number),
  )
  const scores = field.scores.map(() => new Uint8Array(size))
  for (const each of members)
    if (scoreOf(each) > limit) (scores[Math.floor(each / size)] as Uint8Array)[each % size] = scoreOf(each)
  const limits = scores.map(() => limit)
  return staysIn({ ...field, scores }, limits, limits)
}

interface Look {
  readonly segment: Segment
  readonly film: Levels
  readonly raw: Levels
  readonly run: Differences
  readonly sampled: readonly number[]
  readonly field: Field
}

function samplesOf({ from, to }: Segment, film: Levels): readonly number[] {
  const step = Math.max(2, Math.round(sampleSeconds / film.frameSeconds))
  const last = to - from - 1
  const sampled: number[] = []
  for (let n = 0; n < last; n += step) sampled.push(n)
  return last >= 0 ? [...sampled, last] : []
}

function isLong({ from, to }: Stay, { sampled, film }: Look): boolean {
  const frames = (sampled[to - 1] as number) - (sampled[from] as number) + 1
  return frames * film.frameSeconds > shortestSeconds
}

/** Frames around the one a run is taken to show that could be the right one. */
const otherFrames = [-2, -1, -0.5, 0.5, 1, 2]
const betweenFrames = [-0.75, -0.25, 0.25, 0.75]
/** A difference of which no more than this is left with another frame of the recording is one of time. */
const leftOver = 0.5

/** What moves is elsewhere in the neighbouring frame, and where a scene stands still the frame is known to a range only. */
function isOtherFrame(stay: Stay, { segment, run, sampled, film }: Look): boolean {
  const [slackLow, slackHigh] = segment.slack
  const spread = slackHigh - slackLow
  const moves = [
    ...otherFrames,
    ...(Math.abs(segment.line.rate) < 0.96 ? betweenFrames : []),
    ...(spread > 4 ? [0.1, 0.3, 0.5, 0.7, 0.9].map(part => Math.round(slackLow + part * spread)) : []),
  ]
  const count = stay.to - stay.from
  const asked = [0.2, 0.5, 0.8].map(part => stay.from + Math.min(count - 1, Math.floor(part * count)))
  const sums = [...new Set(asked)].flatMap(k => {
    const box = stay.boxes[k - stay.from]
    const n = sampled[k] as number
    if (!box) return []
    const window = windowOf(grownCells(box, 1, run), film)
    return [
      (moved: number) => {
        const cells = run.cells(n, { moved, window })
        let sum = 0
        for (const value of cells) sum += Math.max(0, value - 0.6)
        return sum
      },
    ]
  })
  const own = sums.reduce((sum, sumAt) => sum + sumAt(0), 0)
  let other = 0
  for (const sumAt of sums) {
    other += Math.min(...moves.map(sumAt))
    // Nothing that comes makes it less again.
    if (other >= leftOver * own) return false
  }
  return sums.length > 0
}

function grownCells([x, y, w, h]: Box, by: number, { columns, rows }: Differences): Box {
  const [left, top] = [Math.max(0, x - by), Math.max(0, y - by)]
  return [left, top, Math.min(columns, x + w + by) - left, Math.min(rows, y + h + by) - top]
}

function windowOf([x, y, w, h]: Box, film: Levels): Window {
  return [
    x * cell,
    y * cell,
    Math.min(film.width(0), (x + w) * cell),
    Math.min(film.height(0), (y + h) * cell),
  ]
}

/** Cells between two parts of one drawing, such as the words of a line; and samples for which one may be too faint to see. */
const nearCells = 4
/** Of the height of a line of text, which is no higher than so many cells. */
const wordGap = 1.5
const mostTextCells = 7
const nearSamples = 9

/** Parts of one drawing, beside or after one another, as one. */
function merged(stays: readonly Stay[], field: Field): readonly Stay[] {
  let out = stays.toSorted((one, two) => two.mass - one.mass)
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    const next: Stay[] = []
    for (const each of out) {
      const home = next.findIndex(other => isOneDrawing(other, each))
      if (home < 0) next.push(each)
      else {
        next[home] = stayOf([...(next[home] as Stay).members, ...each.members], field)
        isChanged = true
      }
    }
    out = next
  }
  return out
}

function isOneDrawing(one: Stay, two: Stay): boolean {
  const both = Math.min(one.to, two.to) - Math.max(one.from, two.from)
  const shorter = Math.min(one.to - one.from, two.to - two.from)
  const [ax, ay, aw, ah] = extentOf(one)
  const [bx, by, bw, bh] = extentOf(two)
  const gapX = Math.max(ax, bx) - Math.min(ax + aw, bx + bw)
  const gapY = Math.max(ay, by) - Math.min(ay + ah, by + bh)
  if (gapX <= 0 && gapY <= 0) {
    // A small part within a large one is of it; two that only touch may be two.
    const shared = (-gapX * -gapY) / Math.min(aw * ah, bw * bh)
    return both > -nearSamples && (shared > 0.3 || moveTogether(one, two))
  }
  if (both < 0.6 * shorter) return false
  // What comes and goes at other times is another thing.
  if (Math.abs(one.from - two.from) > 2 || Math.abs(one.to - two.to) > 2) return false
  // Words of one line: side by side, about as high; or lines, one below the other.
  const isText = Math.max(ah, bh) <= mostTextCells
  const near = isText ? Math.max(nearCells, wordGap * Math.min(ah, bh)) : nearCells
  const isBeside = gapX < near && -gapY > 0.6 * Math.min(ah, bh)
  const isBelow = gapY < nearCells && -gapX > 0.6 * Math.min(aw, bw)
  return isBeside || isBelow
}

/** Of what usually differs: where less of a part does, something else goes on in its place. */
const seenAtAll = 0.3

/** A part without the samples at its ends in which hardly any of it differs. */
function whileSeen(stay: Stay, field: Field): Stay {
  const size = field.columns * field.rows
  const masses = new Float32Array(stay.to - stay.from)
  for (const each of stay.members) {
    const k = Math.floor(each / size)
    masses[k - stay.from] =
      (masses[k - stay.from] as number) + ((field.scores[k] as Uint8Array)[each % size] as number)
  }
  const least = seenAtAll * (masses.toSorted()[masses.length >> 1] as number)
  const [first, last] = [masses.findIndex(each => each >= least), masses.findLastIndex(each => each >= least)]
  if (last - first + 1 === masses.length) return stay
  const own = stay.members.filter(each => {
    const k = Math.floor(each / size) - stay.from
    return k >= first && k <= last
  })
  return stayOf(own, field)
}

function extentOf({ boxes }: Stay): Box {
  return boxes.reduce<Box | null>(
    (whole, box) => (whole && box ? enclosing(whole, box) : (whole ?? box)),
    null,
  ) as Box
}

const mostLooks = 10
/** Of the frame: a tenth of its width and a fortieth of its height. */
const leastShare = 0.002

function regionOf(stay: Stay, look: Look): Region | null {
  const { segment, film, run, sampled } = look
  const moved = cellPath(stay, look.field)
  const path = moved?.places ?? null
  const extent = moved
    ? { box: extentOf(stay), fill: moved.fill, fillIn: () => moved.fill }
    : steadyExtent(stay, look)
  if (!extent) return null
  const { box: cells, fill, fillIn } = extent
  const window = windowOf(grownCells(cells, 2, run), film)
  const [first, last] = path ? [path[0]?.n ?? 0, path.at(-1)?.n ?? 0] : [stay.from, stay.to - 1]
  const looked = spread(first, last + 1, mostLooks)
  const lits = looked.map(k => {
    return run.lit(sampled[k] as number, { window })
  })
  const inFilm = ([x, y, w, h]: Box): Box => [x + window[0], y + window[1], w, h]
  let box: Box
  let edges: Box | null = null
  let pixels = 1
  let follows: readonly Place[] | null = null
  if (path) {
    follows = path.map(each => ({ n: sampled[each.n] as number, box: within(inCells(each.box), film) }))
    box = follows.reduce((whole, each) => enclosing(whole, each.box), follows[0]?.box as Box)
  } else {
    const evidence = lits.map(lit => run.pixels(lit))
    const tight = tightBox(evidence, stay, window, fill > filled, run)
    if (!tight) return null
    box = inFilm(tight.box)
    edges = inFilm(tight.edges)
    pixels = tight.pixels
  }
  const share = (box[2] * box[3]) / (film.width(0) * film.height(0))
  if (share < leastShare) return null
  const [, , across = 0, down = 0] = path?.[0]?.box ?? []
  const span = spanOf(stay, look, window, path && Math.max(1, Math.round(across * down)))
  if (!span || span.to - span.from < 3) return null
  const placesIn = (places: readonly Place[]) =>
    lits.map(({ n }) => placeAt(places, n).map(Math.round) as unknown as Box)
  const boxes = follows ? placesIn(follows) : lits.map(() => box)
  const isOverBars = blackUnder(lits, boxes, box, look)
  const asRecorded = fill > 0.5 && isAsRecorded(lits, boxes[boxes.length >> 1] as Box, look)
  const judge = (at: readonly Box[]) => {
    const found = regionKind(lits, at, film, {
      fill,
      filled: follows ? fill : fillIn(box),
      isAsRecorded: asRecorded,
      steadiness: steadinessOf(stay),
      pixels: follows ? 1 : pixels,
      level: span.level,
      usualDetail: run.usualDetail,
      seconds: (span.to - span.from) * film.frameSeconds,
      share,
      ...paintOf(lits, at, look),
      movesPainted: () => isMovingPaint(lits, at, look),
    })
    // Bars hide nothing, and nothing of them is hidden.
    return isOverBars && found.kind === 'redaction' ? { ...found, kind: 'overlay' as const } : found
  }
  let judged = judge(boxes)
  const looks = framesOf(sampled, span)
  const room = inFrame(cells, film)
  const isStill = follows || asRecorded || span.level < leastDrifting || !mayDrift(looks, room, run, film)
  const drift = isStill
    ? null
    : (wanderingBox(looks, room, run, film, fill > filled) ??
      driftingBox(looks, box, run, film, fill > filled))
  if (drift) {
    follows = drift
    const moving = judge(placesIn(drift))
    if (moving.kind !== 'nothing') judged = moving
  }
  if (judged.kind === 'nothing') return null
  const followed =
    follows && !drift && hasEdges(judged)
      ? (movingBox(follows, run, film, fill > filled) ?? follows)
      : follows
  // Where a place is wrong for a few frames, something of it is soft.
  if (judged.kind === 'redaction' && (span.to - span.from) * film.frameSeconds < shortestSeconds) return null
  return {
    from: segment.from + span.from,
    to: segment.from + span.to,
    box,
    edges: followed
      ? followed.map(each => each.box).reduce(enclosing)
      : edges && hasEdges(judged)
        ? edges
        : box,
    follows: followed && alongFrames(followed, span),
    kind: judged.kind,
    share,
    fill,
    pixels,
    score: span.score,
    traits: judged.traits,
    isAsRecorded: asRecorded,
  }
}

/** Grey levels: what differs by less does not tell that it moves a little; and looks that do. */
const leastDrifting = 10
const driftLooks = 24

function framesOf(sampled: readonly number[], { from, to }: Pick<Region, 'from' | 'to'>): readonly number[] {
  const own = sampled.filter(n => n >= from && n < to)
  return spread(0, own.length, driftLooks).map(k => own[k] as number)
}

/** Grey levels of standard deviation: a box of one tone differs alike up to its sides, a blur and a mosaic do not. */
const oneTone = 7

function hasEdges({ kind, traits }: { readonly kind: RegionKind; readonly traits: RegionTraits }): boolean {
  return kind !== 'redaction' || (traits.spread !== null && traits.spread < oneTone)
}

/** Mean distance, in grey levels, that recoding leaves. */
const recoded = 5
const leastLit = 0.008

function isAsRecorded(lits: readonly LitFrame[], [x0, y0, w, h]: Box, { segment, film, raw }: Look): boolean {
  const lit = lits[lits.length >> 1]
  if (!lit || w * h < leastLit * film.width(0) * film.height(0)) return false
  const own = laidLuma(segment, film, raw, lit.n)
  const width = film.width(0)
  let [as, lighted, count] = [0, 0, 0]
  // By means of four by four pixels: a map that is a little off is no other light.
  for (let y = y0 + (h >> 2); y + cell <= y0 + h - (h >> 2); y += cell)
    for (let x = x0 + (w >> 2); x + cell <= x0 + w - (w >> 2); x += cell) {
      let [recorded, shown, seen] = [0, 0, 0]
      for (let at = y * width + x, n = 0; n < cell; n++, at += width)
        for (let p = at; p < at + cell; p++) {
          recorded += (own[p] as number) < 0 ? Number.NaN : (own[p] as number)
          shown += lit.raw[p] as number
          seen += lit.film[p] as number
        }
      if (Number.isNaN(recorded)) continue
      as += Math.abs(recorded - seen) / cell ** 2
      lighted += Math.abs(shown - seen) / cell ** 2
      count++
    }
  return count > 0 && as < recoded * count && lighted > Math.max(recoded * count, 2 * as)
}

function within([x, y, w, h]: Box, film: Levels): Box {
  const held = (value: number, most: number) => Math.max(0, Math.min(most, value))
  return [held(x, film.width(0) - w), held(y, film.height(0) - h), w, h]
}

/** A box of cells, without what lies beyond the picture. */
function inFrame(cells: Box, film: Levels): Box {
  const [x0, y0, x1, y1] = windowOf(cells, film)
  return [x0, y0, x1 - x0, y1 - y0]
}

const inCells = ([x, y, w, h]: Box): Box => [x * cell, y * cell, w * cell, h * cell]

/** Whole numbers from..to, at most `most`, evenly. */
function spread(from: number, to: number, most: number): readonly number[] {
  const count = Math.min(most, to - from)
  return Array.from({ length: count }, (_, n) => from + Math.floor(((n + 0.5) * (to - from)) / count))
}

/** The cells that differ on the mean of all samples: coding is evened out, and what hides a moving scene shows all it hides. */
function steadyExtent(
  stay: Stay,
  { run, field: { scores } }: Look,
): {
  readonly box: Box
  readonly fill: number
  /** The same of the cells that lie within a box of pixels. */
  readonly fillIn: (within: Box) => number
} | null {
  const extent = grownCells(extentOf(stay), 3, run)
  const [x0, y0, w, h] = extent
  const mean = new Float32Array(w * h)
  for (let k = stay.from; k < stay.to; k++)
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++)
        mean[y * w + x] =
          (mean[y * w + x] as number) +
          ((scores[k] as Uint8Array)[(y0 + y) * run.columns + x0 + x] as number) /
            fine /
            (stay.to - stay.from)
  const sorted = [...mean]
    .filter((value, at) => value > 0 && isCovered(stay, extent, at, run))
    .sort((a, b) => a - b)
  const limit = Math.max(0.7, 0.2 * (sorted[sorted.length >> 1] ?? 0))
  let [left, top, right, low, hot] = [w, h, -1, -1, 0]
  for (let at = 0; at < mean.length; at++) {
    if ((mean[at] as number) < limit) continue
    hot++
    const x = at % w
    const y = (at - x) / w
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    low = Math.max(low, y)
  }
  if (right < left) return null
  const box: Box = [x0 + left, y0 + top, right - left + 1, low - top + 1]
  const fillIn = ([px, py, pw, ph]: Box) => {
    let [within, filled] = [0, 0]
    for (let y = Math.ceil(py / cell); (y + 1) * cell <= py + ph; y++)
      for (let x = Math.ceil(px / cell); (x + 1) * cell <= px + pw; x++) {
        const isInside = x >= x0 && y >= y0 && x < x0 + w && y < y0 + h
        within++
        if (isInside && (mean[(y - y0) * w + x - x0] as number) >= limit) filled++
      }
    return filled / Math.max(1, within)
  }
  return { box, fill: hot / (box[2] * box[3]), fillIn }
}

function isCovered(stay: Stay, [x0, y0, w]: Box, at: number, { columns }: Differences): boolean {
  const x = at % w
  return (stay.cover[(y0 + (at - x) / w) * columns + x0 + x] as number) > 0
}

function alongFrames(
  places: readonly Place[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly Box[] {
  return Array.from({ length: to - from }, (_, n) => placeAt(places, from + n))
}

/** What differs hardly more than its place does at other times is told by less than this, or not at all: where beside it in time so much of its level is left, it is how the picture is coded. */
const [leastScore, muchLeft] = [0.3, 0.7] as const

/** From which frame to which the cells of a stay differ, to the frame. */
function spanOf(
  stay: Stay,
  { run, sampled, field: { scores }, segment }: Look,
  window: Window,
  size: number | null,
): { readonly from: number; readonly to: number; readonly level: number; readonly score: number } | null {
  const most = stay.cover.reduce((peak, value) => Math.max(peak, value), 0)
  const least = size === null ? 0.3 * most : 0
  const own = [...stay.cover.keys()].filter(at => (stay.cover[at] as number) > least)
  if (own.length === 0) return null
  // Of what moves, the cells that differ most are where it is.
  const meanOf = (of: (at: number) => number) =>
    size === null || size >= own.length
      ? own.reduce((sum, at) => sum + of(at), 0) / own.length
      : Float32Array.from(own, of)
          .sort()
          .subarray(-size)
          .reduce((sum, each) => sum + each, 0) / size
  const atSample = (k: number) => meanOf(at => ((scores[k] as Uint8Array)[at] as number) / fine)
  const known = new Map<number, number>()
  const at = (n: number) => {
    const before = known.get(n)
    if (before !== undefined) return before
    const cells = run.cells(n, { window })
    const level = meanOf(each => Math.min(31, cells[each] as number))
    known.set(n, level)
    return level
  }
  const levels = Array.from({ length: stay.to - stay.from }, (_, n) => atSample(stay.from + n))
  const middleOf = (few: readonly number[]) => few.toSorted((a, b) => a - b)[few.length >> 1] as number
  const last = segment.to - segment.from - 1
  const edge = (k: number, direction: 1 | -1) => {
    const near =
      direction > 0
        ? levels.slice(k - stay.from, k - stay.from + 5)
        : levels.slice(Math.max(0, k - stay.from - 4), k - stay.from + 1)
    const half = 0.4 * middleOf(near)
    const [outside, inside] = [k - direction, k + direction]
    const start = sampled[Math.max(0, Math.min(sampled.length - 1, outside))] as number
    const end = sampled[Math.max(0, Math.min(sampled.length - 1, inside))] as number
    for (let n = start; direction > 0 ? n <= end : n >= end; n += direction)
      if (at(n) > half && at(Math.max(0, Math.min(last, n + direction))) > half) return n
    return sampled[k] as number
  }
  // Ends at which next to nothing of it is seen are not of it.
  const usual = 0.3 * middleOf(levels)
  const from = edge(stay.from + levels.findIndex(each => each >= usual), 1)
  const to = edge(stay.from + levels.findLastIndex(each => each >= usual), -1) + 1
  const outside = [...scores.keys()].filter(k => k < stay.from - 1 || k > stay.to).map(atSample)
  const quiet = outside.length > 0 ? middleOf(outside) : 0.1
  const level = middleOf(levels)
  const score = Math.min(0.99, 1 - 1.5 / (1 + level / (quiet + 0.3)))
  const beside = [2, 3, 4, 5].flatMap(step => [stay.from - step, stay.to + step]).filter(k => scores[k])
  const isLeft = size === null && beside.length > 0 && middleOf(beside.map(atSample)) > muchLeft * level
  const isTold = to > from && (score >= leastScore || !isLeft)
  return isTold ? { from, to, level, score: Math.max(leastScore, score) } : null
}

/** Frames between two places that are told of something that moves. */
const placeStep = 5

export function regionEdit(
  { from, to, edges, score, follows }: Region,
  kind: 'redaction' | 'overlay',
  film: Levels,
): Edit {
  const places = follows?.flatMap((each, n) =>
    n % placeStep === 0 || n === follows.length - 1 ? [[from + n, ...scaled(each, film)] as const] : [],
  )
  return {
    kind,
    start: from,
    end: to,
    region: scaled(edges, film),
    ...(places ? { follows: places } : {}),
    score: Number(score.toFixed(3)),
  }
}
