/** Straight edges from one side of the picture to the other that stay where they are: where pictures are set side by side. */
import type { Box } from './affine.ts'
import type { Levels } from './pictures.ts'
import { ranked } from './ranked.ts'
import { linesInGroup, type SeamEdges } from './seam-kernels.ts'
import { type Shot, shotsOf } from './shots.ts'
import { shownBox } from './thumbs.ts'

/** A stretch of film whose picture is two, the second from `at` on; pixels of the film's detail picture. */
export interface Seam extends Shot {
  readonly isTall: boolean
  readonly at: number
  /** Share of the lines in which it is one of the clearest edges: halves of practice films 0.7 to 1, anything else up to 0.7. */
  readonly strength: number
}

const sampled = 9
/** Edges are told in quarters of a grey level. */
const quarters = 4
/** Of the edges of a line, and in grey levels from pixel to pixel. */
const clearest = 0.9
const leastJump = 1
const leastStrength = 0.6
/** No part is smaller than this share of the frame. */
const leastPart = 0.2
const shortestSeconds = 0.3
/** In a single frame of it, and of its strength: the end of a fade hardly shows it. */
const leastSeen = 0.2
const seenAlone = 0.25
/** In frames. */
const nearCut = 2

export function seamsOf(film: Levels): readonly Seam[] {
  const shots = shotsOf(film)
  const found: Seam[] = []
  for (const [n, from] of shots.slice(0, -1).entries()) {
    const to = shots[n + 1] as number
    if ((to - from) * film.frameSeconds < shortestSeconds) continue
    const best = [true, false]
      .flatMap(isTall => seamIn(film, from, to, isTall) ?? [])
      .sort((one, two) => two.strength - one.strength)[0]
    if (!best) continue
    const last = found.at(-1)
    const seam = atShots(reaching(best, film, last?.to ?? 0), shots)
    if (last && last.to >= seam.from && last.isTall === seam.isTall && Math.abs(last.at - seam.at) < 2)
      found[found.length - 1] = { ...last, to: seam.to, strength: Math.max(last.strength, seam.strength) }
    else if (seam.to > seam.from) found.push(seam)
  }
  return found
}

function seamIn(film: Levels, from: number, to: number, isTall: boolean): Seam | null {
  const frames = Array.from(
    { length: sampled },
    (_, k) => from + Math.floor(((k + 0.5) * (to - from)) / sampled),
  )
  const shares = sharesOf(film, frames, isTall)
  // The edges of bars around both pictures are no seam, and clearer than any.
  const shown = shownBox(film, (from + to) >> 1, divider)
  const [start, length] = isTall ? [shown[0], shown[2]] : [shown[1], shown[3]]
  const [first, last] = [Math.ceil(start + leastPart * length), Math.floor(start + (1 - leastPart) * length)]
  let before = first
  for (let at = first; at < last; at++) if ((shares[at] as number) > (shares[before] as number)) before = at
  const strength = shares[before] as number
  return strength < leastStrength ? null : { from, to, isTall, at: before + 1, strength }
}

/** Of a line through bars: what may be a line drawn between two pictures. */
export const divider = 0.05

/** From the middle of a shot as far as the seam is seen: what was taken for one shot may be two, or a part of one. */
function reaching(seam: Seam, film: Levels, least: number): Seam {
  const isSeen = (frame: number) =>
    shareAt(film, frame, seam.isTall, seam.at - 1) > Math.max(leastSeen, seenAlone * seam.strength)
  let { from, to } = seam
  while (from < to && !isSeen(from)) from++
  while (to > from && !isSeen(to - 1)) to--
  while (from > least && isSeen(from - 1)) from--
  while (to < film.count && isSeen(to)) to++
  return { ...seam, from, to }
}

/** Cuts are told better by whole pictures. */
function atShots(seam: Seam, shots: readonly number[]): Seam {
  const near = (frame: number) => shots.find(each => Math.abs(each - frame) <= nearCut) ?? frame
  return { ...seam, from: near(seam.from), to: near(seam.to) }
}

/** For each line across the picture (or across a part of it), in how many groups of the lines that cross it, as a share, it is an edge that stands out. */
export function sharesOf(
  film: Levels,
  frames: readonly number[],
  isTall: boolean,
  box: Box = [0, 0, film.width(0), film.height(0)],
): Float32Array {
  const least = leastJump * quarters * frames.length
  const groups = new Groups(film, frames, isTall, box)
  const { across, count } = groups
  const out = new Float32Array(across)
  let told = 0
  for (let n = 0; n < count; n++) {
    const edges = groups.edgesOf(n)
    // Bars tell nothing.
    if (largest(edges) < least) continue
    told++
    const limit = Math.max(ranked(edges, across, Math.floor(clearest * across)), least)
    for (let x = 0; x < across; x++) if ((edges[x] as number) > limit) out[x] = (out[x] as number) + 1
  }
  // Where hardly any line tells, what those say is not the picture's.
  return out.map(sum => sum / Math.max(told, count / 3))
}

/** The same of one line of one frame. */
function shareAt(film: Levels, frame: number, isTall: boolean, at: number): number {
  const groups = new Groups(film, [frame], isTall, [0, 0, film.width(0), film.height(0)])
  const { across, count } = groups
  let told = 0
  let standing = 0
  for (let n = 0; n < count; n++) {
    const edges = groups.edgesOf(n)
    if (largest(edges) < leastJump * quarters) continue
    told++
    const own = edges[at] as number
    if (own > leastJump * quarters && isAmongClearest(edges, own, across)) standing++
  }
  return Math.fround(standing / Math.max(told, count / 3))
}

function largest(values: Float32Array): number {
  let most = 0
  for (let x = 0; x < values.length; x++) if ((values[x] as number) > most) most = values[x] as number
  return most
}

/** Whether it is more than the value that stands at the clearest's place: than more values than are before that. */
function isAmongClearest(values: Float32Array, own: number, across: number): boolean {
  let fewer = 0
  for (let x = 0; x < values.length; x++) if ((values[x] as number) < own) fewer++
  return fewer > Math.floor(clearest * across)
}

/** The lines that cross a picture, or a part of it, told together by so many. */
class Groups {
  readonly across: number
  readonly count: number
  readonly #all: SeamEdges
  readonly #edges: Float32Array

  constructor(film: Levels, frames: readonly number[], isTall: boolean, box: Box) {
    const [, , w, h] = box
    this.across = isTall ? w : h
    this.count = Math.floor((isTall ? h : w) / linesInGroup)
    const shown = frames.map(frame => film.at(frame, 0))
    this.#all = film.kernels.seamEdges(shown, film.width(0), box, isTall)
    this.#edges = new Float32Array(this.across)
  }

  /** How much of an edge each line across is in one group, in quarters of a grey level: written anew for every group. */
  edgesOf(n: number): Float32Array {
    const { values, ofGroup, ofLine } = this.#all
    takeEvery(values, n * ofGroup, ofLine, this.#edges)
    return this.#edges
  }
}

function takeEvery(values: Int16Array, from: number, step: number, into: Float32Array): void {
  for (let x = 0, at = from; x < into.length; x++, at += step) into[x] = values[at] as number
}
