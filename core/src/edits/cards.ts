/** Still cards: one tone with letters or thin lines on it, which no recording is looked for in. */
import type { Box } from './affine.ts'
import { differenceOf } from './kinds.ts'
import type { Levels } from './pictures.ts'
import type { Shot } from './shots.ts'
import { shownBox } from './thumbs.ts'

/** Frames at either end that coding and dissolves change. */
const edge = 2
/** Grey levels from frame to frame, on the mean: cards of practice films made 0.001, noise of cameras that stand still 0.2 and more. */
const mostChange = 0.05
/** Tones of the ground beside its most frequent one, and the share of the picture within bars that they take: cards took 0.6 and more, frames held 0.26 to 0.45. */
const besideGround = 1
const leastGround = 0.5
/** Pixels that are not of the ground are of something thin, this share of the film's width at most; and how many of them are. */
const thinnest = 1 / 32
const mostlyThin = 0.97

/** Whether a stretch of film shows a card all along. A frame of a recording that is held has places that are neither of one tone nor thin. */
export function isCard(film: Levels, { from, to }: Shot): boolean {
  const [first, last] = [from + edge, to - edge]
  if (last - first < 2) return false
  const most = mostChange * (last - first - 1)
  let change = 0
  for (let frame = first + 1; frame < last && change <= most; frame++)
    change += differenceOf(film.at(frame - 1, 2), film.at(frame, 2))
  return change <= most && [first, last - 1].every(frame => isLettered(film, frame))
}

function isLettered(film: Levels, frame: number): boolean {
  const box = shownBox(film, frame)
  const luma = film.at(frame, 0)
  const width = film.width(0)
  const ground = groundOf(luma, width, box)
  const [, , w, h] = box
  const isOther = new Uint8Array(w * h)
  const others = markOthers(luma, width, box, ground, isOther)
  if (others > (1 - leastGround) * w * h) return false
  const most = thinnest * width
  const isThin = new Uint8Array(w * h)
  for (let y = 0; y < h; y++) markThin(isOther, isThin, y * w, 1, w, most)
  for (let x = 0; x < w; x++) markThin(isOther, isThin, x, w, h, most)
  return markedOf(isThin) >= mostlyThin * others
}

/** Marks pixels of a box that are not of the ground, in its rows; tells how many. */
function markOthers(
  luma: Uint8Array,
  width: number,
  [left, top, w, h]: Box,
  ground: number,
  isOther: Uint8Array,
): number {
  let count = 0
  for (let y = 0, to = 0; y < h; y++)
    for (let at = (top + y) * width + left, end = at + w; at < end; at++, to++)
      if (Math.abs((luma[at] as number) - ground) > besideGround) {
        isOther[to] = 1
        count++
      }
  return count
}

function markedOf(is: Uint8Array): number {
  let sum = 0
  for (let n = 0; n < is.length; n++) sum += is[n] as number
  return sum
}

/** The most frequent tone. */
function groundOf(luma: Uint8Array, width: number, [left, top, w, h]: Box): number {
  const counts = new Int32Array(256)
  for (let y = top; y < top + h; y++)
    for (let x = left; x < left + w; x++) {
      const tone = luma[y * width + x] as number
      counts[tone] = (counts[tone] as number) + 1
    }
  return counts.indexOf(counts.reduce((most, each) => Math.max(most, each), 0))
}

/** Marks what lies along a line in runs of no more than so many pixels. */
function markThin(
  isOther: Uint8Array,
  isThin: Uint8Array,
  start: number,
  step: number,
  length: number,
  most: number,
): void {
  for (let n = 0, run = 0; n <= length; n++) {
    if (n < length && isOther[start + n * step]) run++
    else {
      for (let back = 1; run <= most && back <= run; back++) isThin[start + (n - back) * step] = 1
      run = 0
    }
  }
}
