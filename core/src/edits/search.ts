import { type Affine, type Box, composed } from './affine.ts'
import type { Alignment } from './align.ts'
import { type CornerFrames, CornerIndex } from './corner-index.ts'
import { cornerMatches } from './corner-matches.ts'
import { type Corners, cornersOf, enlargedCornersOf, uprightMap } from './features.ts'
import { type Fingerprints, fingerprintsOf } from './fingerprints.ts'
import { marginOf, Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import { type ThumbBlock, thinned } from './thumb-block.ts'
import {
  asRecorded,
  type Lie,
  lieOf,
  shownBox,
  thumbColumns,
  thumbOf,
  thumbRows,
  wholeOnto,
} from './thumbs.ts'

/** A place in a recording that a frame of the film may show. */
export interface Candidate {
  readonly raw: number
  readonly frame: number
  readonly pairing: Pairing
  /** See `marginOf`: the lower the better. */
  readonly margin: number
  readonly explained: number
  /** Frames of the recording for each frame of the film, as far as it was looked for. */
  readonly rate: number
}

/** Of all recordings together, 58 MB: ten hours are looked through at nearly three frames a second. */
const mostThumbs = 100_000
/** Frames of all recordings together whose corners are looked up: longer recordings are looked through more coarsely. */
const mostCornerFrames = 8000
/** And those that are enlarged for it, which is done anew for each film: nothing is looked up in them but what was not found else. */
const mostEnlarged = 16

export interface Reference {
  readonly levels: Levels
  readonly thumbFrames: Int32Array
  readonly thumbs: ThumbBlock
  /** Of all recordings that a film is held against, in their order among those with pictures. */
  readonly corners: CornerIndex
  /** The same of a few frames, shown at twice their size. */
  readonly enlarged: CornerIndex
}

/** What a film is held against: a recording's pictures, and what was kept of looking through them. */
export interface HeldRecording {
  readonly levels: Levels
  readonly fingerprints: Fingerprints
}

/** What was kept of looking through a recording, or else it is looked through now. */
export function heldRecording(levels: Levels, kept: Fingerprints | null = null): HeldRecording {
  return { levels, fingerprints: kept ?? fingerprintsOf(levels) }
}

/** What is looked up in recordings, in their order; null where one has no pictures. */
export function referencesOf(recordings: readonly HeldRecording[]): readonly Reference[]
export function referencesOf(recordings: readonly (HeldRecording | null)[]): readonly (Reference | null)[]
export function referencesOf(recordings: readonly (HeldRecording | null)[]): readonly (Reference | null)[] {
  const pictured = recordings.filter(each => each !== null)
  const sum = (of: (each: HeldRecording) => number) => pictured.reduce((total, each) => total + of(each), 0)
  const every = Math.ceil(sum(({ fingerprints }) => fingerprints.thumbs.count) / mostThumbs)
  const everyCorner = Math.ceil(
    sum(({ fingerprints }) => fingerprints.cornerFrames.length) / mostCornerFrames,
  )
  const corners = new CornerIndex(pictured.map(each => cornerFramesOf(each, Math.max(1, everyCorner))))
  const enlarged = new CornerIndex(
    pictured.map(each => enlargedFramesOf(each, mostEnlarged / pictured.length)),
  )
  return recordings.map(
    each =>
      each && {
        levels: each.levels,
        thumbFrames: each.fingerprints.thumbFrames.filter((_, n) => n % Math.max(1, every) === 0),
        thumbs: every > 1 ? thinned(each.fingerprints.thumbs, every) : each.fingerprints.thumbs,
        corners,
        enlarged,
      },
  )
}

function cornerFramesOf({ levels, fingerprints }: HeldRecording, every: number): CornerFrames {
  const { cornerFrames, corners } = fingerprints
  const frames = cornerFrames.filter((_, n) => n % every === 0)
  if (corners) return { frames, corners: n => corners(n * every) }
  return onceMade(frames, frame => cornersOf(levels, frame))
}

function enlargedFramesOf(
  { levels, fingerprints: { cornerFrames } }: HeldRecording,
  most: number,
): CornerFrames {
  const every = Math.ceil(cornerFrames.length / Math.max(1, most))
  const frames = cornerFrames.filter((_, n) => n % every === every >> 1)
  return onceMade(frames, frame => enlargedCornersOf(levels, frame))
}

function onceMade(frames: Int32Array, cornersAt: (frame: number) => Corners): CornerFrames {
  const made: Corners[] = []
  return {
    frames,
    corners: n => {
      made[n] ??= cornersAt(frames[n] as number)
      return made[n]
    },
  }
}

const wholeThumbs = { columns: thumbColumns, rows: thumbRows }

const usualLies: readonly Lie[] = [asRecorded, { isMirrored: true, quarters: 0 }]

/** On their side, upside down, or flipped top to bottom: seldom seen, so that they are looked up only where nothing else was found. */
export const turnedLies: readonly Lie[] = [
  { isMirrored: false, quarters: 2 },
  { isMirrored: false, quarters: 1 },
  { isMirrored: false, quarters: 3 },
  { isMirrored: true, quarters: 2 },
]

/** Whole pictures, plain or mirrored unless other lies are asked for: the likest places of all recordings, held against the film frame by frame. */
export function wholeCandidates(
  film: Levels,
  frame: number,
  references: readonly Reference[],
  most: number,
  lies = usualLies,
): readonly Candidate[] {
  const box = shownBox(film, frame)
  const whole: Box = [0, 0, film.width(0), film.height(0)]
  const boxes = box[2] === whole[2] && box[3] === whole[3] ? [whole] : [box, whole]
  const found: { raw: number; at: number; like: number; box: Box; lie: Lie }[] = []
  for (const each of boxes)
    for (const lie of lies) {
      const thumb = thumbOf(film, frame, each, lie)
      if (!thumb) continue
      for (const [raw, { thumbs }] of references.entries()) {
        const { likes } = film.kernels.likestParts(thumb, wholeThumbs, thumbs, leastLike)
        for (
          let at = nextLike(likes, 0, thumbs.count);
          at < thumbs.count;
          at = nextLike(likes, at + 1, thumbs.count)
        )
          found.push({ raw, at, like: likes[at] as number, box: each, lie })
      }
    }
  found.sort((one, two) => two.like - one.like)
  const candidates: Candidate[] = []
  for (const { raw, at, box: on, lie } of found.slice(0, most)) {
    const { levels, thumbFrames } = references[raw] as Reference
    const map = wholeOnto(levels.width(0), levels.height(0), on, lie)
    const candidate = nearest(
      new Pairing(film, levels, map, on),
      raw,
      frame,
      thumbFrames[at] as number,
      stepOf(thumbFrames),
    )
    if (candidate && candidate.margin < -0.2)
      candidates.push(on === whole ? candidate : onBox(candidate, frame))
  }
  return candidates.sort((one, two) => one.margin - two.margin)
}

/** The first from one on, of `count`, that is like enough, and more so than those beside it; `count` where none is. */
function nextLike(likes: Float64Array, from: number, count: number): number {
  for (let at = from; at < count; at++) {
    const like = likes[at] as number
    if (like < leastLike) continue
    const before = at === 0 ? 0 : (likes[at - 1] as number)
    const after = at + 1 === count ? 0 : (likes[at + 1] as number)
    if (before <= like && after < like) return at
  }
  return count
}

const leastLike = 0.4

/** Bars are seen to a pixel of the small picture; the picture between them can be laid more exactly. */
function onBox(candidate: Candidate, frame: number): Candidate {
  const found = candidate.pairing.aligned(frame, candidate.frame, 4)
  return found.margin < candidate.margin - 0.01
    ? {
        ...candidate,
        pairing: candidate.pairing.with(found.map),
        margin: found.margin,
        explained: found.explained,
      }
    : candidate
}

const stepOf = (frames: Int32Array) =>
  ((frames[1] ?? frames[0] ?? 0) as number) - ((frames[0] ?? 0) as number)

/** The frame of the recording near a coarse one that fits best. */
export function nearest(
  pairing: Pairing,
  raw: number,
  frame: number,
  around: number,
  reach: number,
): Candidate | null {
  const view = pairing.view(frame)
  if (view.blocks.length < 6) return null
  let best: Candidate | null = null
  for (let at = Math.max(0, around - reach); at <= Math.min(pairing.raw.count - 1, around + reach); at++) {
    const fit = pairing.fit(view, at)
    const margin = marginOf(view, fit)
    if (best === null || margin < best.margin)
      best = { raw, frame: at, pairing, margin, explained: fit.explained, rate: 1 }
  }
  return best
}

const leastPart = -0.15
/** By chance some ten corners agree: so many are the recording's, though its noise may keep it from fitting pixel by pixel. */
const surelyInliers = 20
/** And of a picture's corners, for no other way of laying it to be asked. */
const leastShared = 0.3
/** Where these that agree most do not fit, what agrees no better by chance does not either. */
const mostTried = 20

interface LookedFor {
  readonly lies?: readonly Lie[]
  readonly index?: CornerIndex | undefined
}

/** Parts of pictures: corners of the film's frame (or of one box of it) found again in recordings. */
export function partCandidates(
  film: Levels,
  frame: number,
  references: readonly Reference[],
  within: Box | null,
  { lies = usualLies, index = references[0]?.corners }: LookedFor = {},
): readonly Candidate[] {
  if (!index) return []
  const box: Box = within ?? shownBox(film, frame)
  const found: { raw: number; frame: number; map: Affine; inliers: number }[] = []
  for (const lie of lies) {
    const back = uprightMap(film, lie)
    const corners = inBox(cornersOf(film, frame, lie), box, back)
    if (corners.count < 8) continue
    for (const { raw, frame: at, map, inliers } of cornerMatches(film.kernels, index, corners))
      found.push({ raw, frame: at, map: composed(back, map), inliers })
    // Of a picture and itself mirrored or turned only what is symmetric agrees: 17 of 174 corners of a shot, 76 of them as it had been mirrored.
    const surely = Math.max(surelyInliers, leastShared * corners.count)
    if (found.some(each => each.inliers >= surely)) break
  }
  found.sort((one, two) => two.inliers - one.inliers)
  const candidates: Candidate[] = []
  for (const each of found.slice(0, mostTried)) {
    if (candidates.length >= 5 || each.inliers < (found[0]?.inliers ?? 0) * 0.4) break
    const { levels } = references[each.raw] as Reference
    const full = new Pairing(film, levels, each.map, box)
    const fitted = full.aligned(frame, each.frame, 5)
    const isNoisy = fitted.margin > leastPart && each.inliers >= surelyInliers
    const start = isNoisy ? full.small : full
    const fit = isNoisy ? start.aligned(frame, each.frame, 5) : fitted
    if (fit.margin > leastPart) continue
    candidates.push({
      raw: each.raw,
      frame: each.frame,
      pairing: start.with(fit.map),
      margin: fit.margin,
      explained: fit.explained,
      rate: 1,
    })
  }
  return candidates.sort((one, two) => one.margin - two.margin)
}

/** Corners that lie in a box of the film's frame, to whose pixels `map` leads. */
function inBox(corners: Corners, [x, y, w, h]: Box, [a, b, c, d, e, f]: Affine): Corners {
  const keep: number[] = []
  for (let n = 0; n < corners.count; n++) {
    const [u, v] = [corners.x[n] as number, corners.y[n] as number]
    const px = a * u + b * v + c
    const py = d * u + e * v + f
    if (px >= x && py >= y && px < x + w && py < y + h) keep.push(n)
  }
  const bits = new Uint32Array(keep.length * 8)
  for (const [n, at] of keep.entries()) bits.set(corners.bits.subarray(at * 8, at * 8 + 8), n * 8)
  return {
    count: keep.length,
    x: Float32Array.from(keep, n => corners.x[n] as number),
    y: Float32Array.from(keep, n => corners.y[n] as number),
    size: Float32Array.from(keep, n => corners.size[n] as number),
    bits,
  }
}

/** On a moving camera a part of one frame looks like the whole of another one near it: the whole that fits best, if any fits about as well. */
export function wholeNear(candidate: Candidate, frame: number): Candidate | null {
  const { film, raw, box, map } = candidate.pairing
  const whole = wholeOnto(raw.width(0), raw.height(0), box, lieOf(map))
  const reach = Math.round(wholeReachSeconds / raw.frameSeconds)
  const tried = nearest(new Pairing(film, raw, whole, box), candidate.raw, frame, candidate.frame, reach)
  return tried && tried.margin < candidate.margin + 0.15 ? tried : null
}

const wholeReachSeconds = 1.3

/** A shaking camera moves a picture by several pixels from frame to frame: first at half the size, then as it is. */
export function coarseToFine(pairing: Pairing, map: Affine, filmFrame: number, rawFrame: number): Alignment {
  const coarse = pairing.with(map, 1).aligned(filmFrame, rawFrame, 4)
  const start = coarse.margin < 0 ? coarse.map : map
  return pairing.with(start).aligned(filmFrame, rawFrame, 3)
}

/**
 * The frame and the speed at which a map of a part holds for later frames too. On a moving camera a wrong frame of the
 * recording can be made to fit one frame of the film by shifting it, but not several. All frames near are tried at half the size, the
 * best of them as they are.
 */
export function settled(
  candidate: Candidate,
  filmFrame: number,
  limit: number,
  reachSeconds = usualReach,
): Candidate {
  const { pairing, raw } = candidate
  const ahead = [5, 11].filter(each => filmFrame + each < limit)
  if (ahead.length === 0) return candidate
  const coarse = pairing.with(pairing.map, 1)
  const reach = Math.round(reachSeconds / pairing.raw.frameSeconds)
  const tries: Tried[] = []
  for (const direction of [1, -1]) {
    let map = pairing.map
    let missed = 0
    for (let n = direction > 0 ? 0 : 1; n <= reach; n++) {
      const frame = candidate.frame + direction * n
      if (frame < 0 || frame >= pairing.raw.count) break
      // From frame to frame the map moves a little: what fitted the neighbour is where to start.
      const fit = coarse.with(map, 1).aligned(filmFrame, frame, 4)
      if (fit.margin > -0.1) {
        missed++
        if (missed > 2) break
        continue
      }
      missed = 0
      map = fit.map
      tries.push(triedAt(pairing.with(map, 1), raw, filmFrame, frame, ahead, fit))
    }
  }
  const finely = tries
    .sort((one, two) => one.cost - two.cost)
    .slice(0, mostFine)
    .flatMap(({ frame, pairing: { map } }) => {
      const fit = pairing.with(map).aligned(filmFrame, frame, 3)
      return fit.margin > -0.1 ? [] : [triedAt(pairing.with(fit.map), raw, filmFrame, frame, ahead, fit)]
    })
    .sort((one, two) => one.cost - two.cost)
  const [best] = finely
  return best ? { ...best, margin: best.cost / (1 + ahead.length) } : candidate
}

/** Half of what lies between two frames whose corners are known. */
const usualReach = 0.25
const mostFine = 4

interface Tried extends Candidate {
  readonly cost: number
}

/** The speed that fits frames ahead best under a map, and what that costs. */
function triedAt(
  pairing: Pairing,
  raw: number,
  filmFrame: number,
  frame: number,
  ahead: readonly number[],
  { margin, explained }: Alignment,
): Tried {
  const ratio = pairing.film.frameSeconds / pairing.raw.frameSeconds
  const views = ahead.map(each => pairing.view(filmFrame + each))
  let cost = Number.POSITIVE_INFINITY
  let rate = ratio
  for (const usual of triedRates) {
    let sum = margin
    for (const [k, view] of views.entries()) {
      const at = Math.round(frame + (ahead[k] as number) * usual * ratio)
      sum += at < 0 || at >= pairing.raw.count ? 0.3 : marginOf(view, pairing.fit(view, at))
    }
    if (sum < cost) [cost, rate] = [sum, usual * ratio]
  }
  return { raw, frame, pairing, margin, explained, rate, cost }
}

const triedRates = [1, 0.5, 0.25, 0, -1, 2, 4]
