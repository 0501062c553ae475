/** What is hidden by a blur or a mosaic, standing or moving: boxes whose detail is gone and that are a softer picture of the same. */
import { type Box, enclosing, overlapOf } from './affine.ts'
import { cell } from './around-kernels.ts'
import type { Differences, LitFrame } from './differences.ts'
import { type GoneBox, goneBoxes } from './gone-boxes.ts'
import { type Detail, GoneDetail } from './gone-detail.ts'
import { type LeftBeside, leftBesideOthers } from './lost-elsewhere.ts'
import { type Place, placeAt } from './moving-parts.ts'
import type { Levels } from './pictures.ts'
import { type RegionTraits, traitsOf } from './region-kind.ts'
import type { Region } from './regions.ts'
import type { Segment } from './segments.ts'

interface RunLook {
  readonly segment: Segment
  readonly film: Levels
  readonly run: Differences
  /** Frames of the run that were looked at. */
  readonly sampled: readonly number[]
}

/** In seconds and in samples: less may be coding. */
const shortestSeconds = 0.5
const fewestSamples = 4
/** Of the frame. */
const leastShare = 0.002
/** Frames that tell whether it is a softer picture of the same. */
const looks = 7
/** Of its size by which something moves. */
const moved = 0.3
/** Of what film and recording differ by: what is left once the recording is softened. */
const mostLeft = 0.72
/** Cells' worth of detail that is gone, and that softening tells. */
const leastEvidence = 3.8
/** Blurs of practice films: an eighth of a box wide, to each side. */
const softenings = [1, 2, 3, 4, 6, 9, 13]
/** Of film and recording at large, which a blur leaves: sensor noise that coding took away is not alike. */
const alike = 0.5
/** Grey levels of standard deviation. */
const flat = 4
const varied = 9

/** `details` are those of the frames that were looked at. */
export function hiddenRegions(details: readonly Detail[], look: RunLook): readonly Region[] {
  const { sampled, run } = look
  if (sampled.length < fewestSamples) return []
  const gone = new GoneDetail(details)
  return goneBoxes(gone.pooledWeights, run.columns, () => gone.ownWeights)
    .flatMap(box => regionOf(box, gone, details, look) ?? [])
    .filter((each, n, all) => !all.slice(0, n).some(heavier => isBeside(each, heavier)))
}

/** In pixels of the detail picture. */
const nearby = 2 * cell

/** Whether the lighter of two is what the heavier one left over: where both are seen, they nearly touch. */
function isBeside(one: Region, two: Region): boolean {
  const [from, to] = [Math.max(one.from, two.from), Math.min(one.to, two.to)]
  if (from >= to) return false
  const middle = (from + to) >> 1
  const at = ({ box, follows, from: first }: Region): Box => follows?.[middle - first] ?? box
  const [a, b] = [at(one), at(two)]
  const gap = (side: 0 | 1) =>
    Math.max(a[side], b[side]) - Math.min(a[side] + a[(side + 2) as 2 | 3], b[side] + b[(side + 2) as 2 | 3])
  return gap(0) < nearby && gap(1) < nearby
}

/** Regions with those that are hidden among them: what was found in pieces, or not for sure, is told once. */
export function withHidden(regions: readonly Region[], hidden: readonly Region[]): readonly Region[] {
  const isHidden = ({ kind }: Region) => kind === 'redaction'
  // What was drawn there tells more than that detail is gone, unless it is a box of one tone.
  const news = hidden.flatMap(each => {
    const drawn = regions.filter(
      other => !isHidden(other) && isSameTime(each, other) && insideOf(each.box, other.box) > mostly,
    )
    const filled = drawn.find(other => isFilled(each, other))
    if (filled) return [{ ...each, from: filled.from, to: filled.to, score: filled.score }]
    return drawn.length > 0 ? [] : [each]
  })
  const kept = regions.filter(each =>
    isHidden(each)
      ? !news.some(other => isOne(each, other) && !isBetter(each, other))
      : !news.some(other => isSameTime(each, other) && isFilled(other, each)),
  )
  const all = [...kept, ...news.filter(each => !kept.some(other => isHidden(other) && isOne(other, each)))]
  return all.filter((each, n) => !all.some((other, k) => k !== n && isPartOf(each, other, k < n)))
}

/** Whether what is hidden is told by another region as well, which is there for longer or reaches further. */
function isPartOf(one: Region, two: Region, isFirst: boolean): boolean {
  if (one.kind !== 'redaction' || two.kind !== 'redaction' || one.follows || two.follows) return false
  if (!isSameTime(one, two) || insideOf(one.box, two.box) < mostly) return false
  const [own, other] = [one, two].map(({ from, to, share }) => (to - from) * share) as [number, number]
  return own < other || (own === other && isFirst)
}

/** Of a box that lies within another; and of the smaller of two that are one. */
const mostly = 0.6
const shared = 0.3
/** Of a drawing's box, beside bars that are as dark. */
const mostlyFilled = 0.45

/** Whether a drawing is nothing but a box of one tone. */
function isFilled({ box, traits }: Region, drawing: Region): boolean {
  return (traits.spread ?? flat) < flat && insideOf(drawing.box, box) > mostlyFilled
}

function isSameTime(one: Region, two: Region): boolean {
  return Math.min(one.to, two.to) > Math.max(one.from, two.from)
}

function isOne(one: Region, two: Region): boolean {
  return isSameTime(one, two) && Math.max(insideOf(one.box, two.box), insideOf(two.box, one.box)) > shared
}

/** Where two boxes overlap less, the one that detail tells is the whole one: squares of a mosaic may be as light as what they hide. */
const sameBox = 0.75
const mostOfTime = 0.7

/** Whether a standing part that was found by all that differs is the same box: its edges are told to the pixel. */
function isBetter(region: Region, hidden: Region): boolean {
  const [longer, shorter] = [region.to - region.from, hidden.to - hidden.from]
  // What moves is followed to the pixel where it is of one tone.
  if (region.follows && (region.traits.spread ?? flat) < flat) return longer > mostOfTime * shorter
  return (
    hidden.follows === null &&
    region.follows === null &&
    overlapOf(region.box, hidden.box) > sameBox &&
    longer > mostOfTime * shorter
  )
}

function insideOf(one: Box, two: Box): number {
  const w = Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0])
  const h = Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1])
  return (Math.max(0, w) * Math.max(0, h)) / (one[2] * one[3])
}

/** Of what the boxes that lost most have, the most that is left of what is hidden. */
const mostBeside = { left: 0.65, seen: 0.85 }
const hardlyAny = 0.35
const veryAlike = 0.9
/** Of a large part that is the same at large, more may be left: squares of a mosaic have edges that are here and there like the recording's. */
const muchGone = 8
const littleLeft = 0.5
const nearlySame = 0.97

/** Where a sensor's noise counts as detail, what a mosaic leaves is not less than elsewhere: then hardly any of it may be the recording's, though at large it is the same. */
function standsOut({ left, seen }: LeftBeside, { like }: RegionTraits, gain: number): boolean {
  const isOther =
    (left < hardlyAny && like > veryAlike) || (left < littleLeft && like > nearlySame && gain > muchGone)
  return left < mostBeside.left && (seen < mostBeside.seen || isOther)
}

function regionOf(box: GoneBox, gone: GoneDetail, details: readonly Detail[], look: RunLook): Region | null {
  const { sampled, run, segment, film } = look
  const places = box.places.map(
    ({ n, box: [x, y, w, h] }): Place => ({
      n: sampled[n] as number,
      box: clipped([x * cell, y * cell, w * cell, h * cell], film),
    }),
  )
  const [first, last] = [places[0], places.at(-1)]
  if (!first || !last || (last.n + 1 - first.n) * film.frameSeconds < shortestSeconds) return null
  const isMoving = places.some(
    each =>
      Math.abs(each.box[0] - first.box[0]) > moved * first.box[2] + cell ||
      Math.abs(each.box[1] - first.box[1]) > moved * first.box[3] + cell,
  )
  const asked = new Set(
    Array.from({ length: looks }, (_, k) => places[Math.floor(((k + 0.5) * places.length) / looks)] as Place),
  )
  const boxes = [...asked].map(({ box }) => clipped(box.map(Math.round) as unknown as Box, film))
  const lits = [...asked].map(({ n }, k) => {
    const [x, y, w, h] = grown(boxes[k] as Box, widest, film)
    return run.lit(n, { window: [x, y, x + w, y + h] })
  })
  const traits = traitsOf(lits, boxes, film.width(0))
  const left = softenedLeft(lits, boxes, look)
  const recorded = lits
    .map(({ raw }, k) => spreadIn(raw, boxes[k] as Box, film))
    .sort((one, two) => one - two)
  const isSolid = (traits.spread ?? flat) < flat && (recorded[recorded.length >> 1] as number) > varied
  const isSofter = left < mostLeft && traits.like > alike && box.gain * (1 - left) > leastEvidence
  const beside = leftBesideOthers(gone, box.places, run.columns, run.rows)
  const isAlone = beside !== null && standsOut(beside, traits, box.gain)
  if (!isAlone || (!isSofter && !isSolid)) return null
  const span = spanOf(box, gone, details, isMoving, look)
  const along = Array.from({ length: span.to - span.from }, (_, k) => placeAt(places, span.from + k))
  const whole = isMoving ? along.reduce(enclosing, first.box) : middleOf(places)
  const share = (whole[2] * whole[3]) / (film.width(0) * film.height(0))
  if (share < leastShare) return null
  return {
    from: segment.from + span.from,
    to: segment.from + span.to,
    box: whole,
    edges: whole,
    follows: isMoving ? along : null,
    kind: 'redaction',
    share,
    fill: 1,
    pixels: 1,
    score: Math.min(0.99, 1 - 0.5 * left),
    traits,
    isAsRecorded: false,
  }
}

/** Pixels around a box that its softening takes in. */
const widest = 14

/** Of the recording's detail that the film has, below which most of it is noise. */
const noisy = 0.5

/** How much of what film and recording differ by is left once the recording is softened as well as can be, over some looks: those with more to hide tell more. */
function softenedLeft(lits: readonly LitFrame[], boxes: readonly Box[], { run, film }: RunLook): number {
  let [left, all] = [0, 0]
  for (const [k, lit] of lits.entries()) {
    const box = boxes[k] as Box
    const plain = apart(lit.film, lit.raw, box, film)
    const sums = sumsAround(lit.raw, box, film)
    if (softPlane.length < lit.raw.length) softPlane = new Float32Array(lit.raw.length)
    const softer = softenings.map(radius => {
      putSoftened(lit.raw, box, radius, sums, film, softPlane)
      return apart(lit.film, softPlane, box, film)
    })
    // Coding takes a sensor's noise away as the least softening does.
    const own = run.usualDetail < noisy ? Math.min(plain, softer[0] as number) : plain
    left += Math.min(...softer)
    all += Math.max(0.5, own)
  }
  return all === 0 ? 1 : left / all
}

/** Mean distance of two planes in a box, in grey levels; its border, which may be of what is beside it, left out. */
function apart(one: Uint8Array, two: Float32Array, [x0, y0, w, h]: Box, film: Levels): number {
  const width = film.width(0)
  let [sum, count] = [0, 0]
  for (let y = y0 + 2; y < y0 + h - 2; y++)
    for (let x = x0 + 2, at = y * width + x; x < x0 + w - 2; x++, at++) {
      if ((two[at] as number) < 0) continue
      sum += Math.abs((one[at] as number) - (two[at] as number))
      count++
    }
  return count === 0 ? 0 : sum / count
}

/** What lies in columns [a, b) of the rows that begin at c to before those at d, of a table of sums. */
function withinOf(of: Float64Array, a: number, b: number, c: number, d: number): number {
  return (of[d + b] as number) - (of[c + b] as number) - (of[d + a] as number) + (of[c + a] as number)
}

/** Sums of what is known of a plane, and how much that is, above and to the left of each pixel around a box: tables with a row and a column before the first. */
interface SumsAround {
  readonly sums: Float64Array
  readonly counts: Float64Array
  readonly left: number
  readonly top: number
  readonly right: number
  readonly low: number
}

function sumsAround(plane: Float32Array, [x0, y0, w, h]: Box, film: Levels): SumsAround {
  const [width, height] = [film.width(0), film.height(0)]
  const [left, top] = [Math.max(0, x0 - widest), Math.max(0, y0 - widest)]
  const [right, low] = [Math.min(width, x0 + w + widest), Math.min(height, y0 + h + widest)]
  const across = right - left + 1
  const sums = new Float64Array(across * (low - top + 1))
  const counts = new Float64Array(sums.length)
  for (let y = top; y < low; y++)
    for (let x = left, line = 0, known = 0; x < right; x++) {
      const value = plane[y * width + x] as number
      if (value >= 0) {
        line += value
        known++
      }
      const at = (y - top + 1) * across + x - left + 1
      sums[at] = (sums[at - across] as number) + line
      counts[at] = (counts[at - across] as number) + known
    }
  return { sums, counts, left, top, right, low }
}

/** What was softened last; only what lies in the box that it was made for counts. */
let softPlane = new Float32Array(0)

/** Each pixel of a box the mean of those around it, as far as they are known. */
function putSoftened(
  plane: Float32Array,
  [x0, y0, w, h]: Box,
  radius: number,
  { sums, counts, left, top, right, low }: SumsAround,
  film: Levels,
  out: Float32Array,
): void {
  const width = film.width(0)
  const across = right - left + 1
  for (let y = y0; y < y0 + h; y++) {
    const c = (Math.max(top, y - radius) - top) * across
    const d = (Math.min(low, y + radius + 1) - top) * across
    for (let x = x0; x < x0 + w; x++) {
      const a = Math.max(left, x - radius) - left
      const b = Math.min(right, x + radius + 1) - left
      const at = y * width + x
      const own = plane[at] as number
      const count = withinOf(counts, a, b, c, d)
      out[at] = own >= 0 && count > 0 ? withinOf(sums, a, b, c, d) / count : own
    }
  }
}

/** Standard deviation inside a box, in grey levels. */
function spreadIn(plane: Float32Array, [x0, y0, w, h]: Box, film: Levels): number {
  const width = film.width(0)
  let [sum, squares, count] = [0, 0, 0]
  for (let y = y0 + 3; y < y0 + h - 3; y++)
    for (let x = x0 + 3; x < x0 + w - 3; x++) {
      const value = plane[y * width + x] as number
      if (value < 0) continue
      sum += value
      squares += value * value
      count++
    }
  return count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2))
}

/** Of what is gone in the mean frame, and of what is there again. */
const stillSeen = 0.3
const shown = 0.15
/** Samples for which too little may be there to be seen to be gone. */
const mostFaint = 6

/** From which frame of the run to which it is seen, to the frame. What stands still may have been too faint for a while before and after. */
function spanOf(
  { places, gain }: GoneBox,
  gone: GoneDetail,
  details: readonly Detail[],
  isMoving: boolean,
  { sampled, run, film }: RunLook,
): { readonly from: number; readonly to: number } {
  const edge = ({ n, box }: Place, direction: 1 | -1) => {
    const [x, y, w, h] = clipped(box.map(each => cell * Math.round(each)) as unknown as Box, film)
    const window = [x, y, x + w, y + h] as const
    const goneAt = (frame: number, k: number) => {
      const weights = gone.weights(run.looked(frame, { window }).detail, gone.shareOf(details[k] as Detail))
      return weights.reduce((sum, each) => sum + each, 0) / gain
    }
    let [last, faint] = [n, 0]
    for (let k = n + direction; !isMoving && sampled[k] !== undefined; k += direction) {
      const share = goneAt(sampled[k] as number, k)
      faint += share
      if (share < -shown || Math.abs(k - last) > mostFaint) break
      // Little that is gone in each of several samples is enough together.
      if (faint > stillSeen) [last, faint] = [k, 0]
    }
    // Samples were taken together with those beside them: it may begin after the first, or end before the last.
    for (let k = 0; k < 2 && goneAt(sampled[last] as number, last) < -shown; k++) last -= direction
    return endFrom(sampled[last] as number, {
      direction,
      outside: sampled[last + direction] ?? null,
      run: [sampled[0] as number, sampled.at(-1) as number],
      goneAt: frame => goneAt(frame, last),
    })
  }
  return { from: edge(places[0] as Place, -1), to: edge(places.at(-1) as Place, 1) + 1 }
}

/** What is known of an end of something hidden. */
export interface HiddenEnd {
  /** To the end, and the next frame on that way that was looked at; null at the end of the run. */
  readonly direction: 1 | -1
  readonly outside: number | null
  /** First and last frame. */
  readonly run: readonly [number, number]
  /** How much is gone in a frame, as a part of what is gone in all. */
  readonly goneAt: (frame: number) => number
}

/** From a frame in which it may be seen, the last one on the way to the end in which it is. */
export function endFrom(
  frame: number,
  { direction, outside, run: [first, last], goneAt }: HiddenEnd,
): number {
  let at = frame
  while (outside !== null && at + direction !== outside && goneAt(at + direction) > stillSeen) at += direction
  const inward = Array.from({ length: stepFrames }, (_, k) => at - k * direction).filter(
    each => each >= first && each <= last,
  )
  return at - direction * framesBeforeStep(inward.map(goneAt))
}

/** Frames inward of an end among which a sudden step says where it is, the most that is gone before it, and the least by which it rises there: as parts of what is gone after it. */
const stepFrames = 10
const mostBefore = 0.4
const leastRise = 0.35

/**
 * How many of these frames, from the outermost inward, come before a sudden step of what is gone; 0 where there is none. Coding leaves a little less of a picture at
 * some times, and what a camera moves over may hold little, but neither comes from one frame to the next.
 */
export function framesBeforeStep(gone: readonly number[]): number {
  const mean = (from: number, to: number) =>
    gone.slice(from, to).reduce((sum, each) => sum + each, 0) / (to - from)
  let best = { frames: 0, step: 0 }
  for (let k = 1; k <= gone.length >> 1; k++) {
    const [before, after] = [mean(0, k), mean(k, gone.length)]
    const rise = (gone[k] as number) - (gone[k - 1] as number)
    if (before > mostBefore * after || rise < leastRise * after) continue
    const step = k * (gone.length - k) * (after - before) ** 2
    if (step > best.step) best = { frames: k, step }
  }
  return best.frames
}

/** The middle one of some places, side by side. */
function middleOf(places: readonly Place[]): Box {
  const middle = (side: 0 | 1 | 2 | 3) =>
    places.map(({ box }) => box[side]).sort((a, b) => a - b)[places.length >> 1] as number
  return [middle(0), middle(1), middle(2), middle(3)]
}

function clipped([x, y, w, h]: Box, film: Levels): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)]
  return [left, top, Math.min(film.width(0), x + w) - left, Math.min(film.height(0), y + h) - top]
}

function grown([x, y, w, h]: Box, by: number, film: Levels): Box {
  return clipped([x - by, y - by, w + 2 * by, h + 2 * by], film)
}
