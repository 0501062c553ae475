/** The loops over rows of pixels in which a film is held against the recording it shows. By themselves: what is called often is compiled once and for all. */
import type { Around } from './around-kernels.ts'
import { nothing } from './beyond-around.ts'
import type { Window } from './laid.ts'
import type { RunLight } from './light.ts'

/** Where no recording lies, what is not a bar differs as much as can be. */
export const foreign = 30
const black = 16
const nearBlack = 6
/** Detail, in grey levels from pixel to pixel, below which none can be told to be lost. */
export const leastDetail = 3.5

/** Colours of pixels [from, to), stronger or weaker. */
export function strengthen(plane: Float32Array, from: number, to: number, strength: number): void {
  for (let at = from; at < to; at++)
    if ((plane[at] as number) >= 0) plane[at] = 128 + strength * ((plane[at] as number) - 128)
}

/** Colours of a recording's pixels [from, to) as a film shows them. */
export function recolour(
  u: Float32Array,
  v: Float32Array,
  from: number,
  to: number,
  [uu, uv, vu, vv]: RunLight['colours'],
  [du, dv]: RunLight['tint'],
): void {
  for (let at = from; at < to; at++) {
    if ((u[at] as number) < 0) continue
    const x = (u[at] as number) - 128
    const y = (v[at] as number) - 128
    u[at] = 128 + uu * x + uv * y + du
    v[at] = 128 + vu * x + vv * y + dv
  }
}

/** Adds to each cell the mean of what is known of its pixels, `side` of each of some lines of `length`, of which the first begins at `first`. */
export function addMeans(
  { values, stride }: Around,
  first: number,
  lines: number,
  length: number,
  side: number,
  out: Float32Array,
  start: number,
): void {
  for (let from = 0, at = start; from < length; from += side, at++) {
    let sum = 0
    let count = 0
    for (let line = 0; line < lines; line++) {
      const end = first + line * stride + Math.min(length, from + side)
      for (let n = first + line * stride + from; n < end; n++) {
        const own = values[n] as number
        if (own < 0) continue
        count++
        sum += own
      }
    }
    if (count > 0) out[at] = (out[at] as number) + sum / count
  }
}

/** Gives all tones of a window what they became. */
export function tonedIn(
  plane: Float32Array,
  width: number,
  [left, top, right, bottom]: Window,
  tones: Float32Array,
): void {
  for (let y = top; y < bottom; y++)
    for (let at = y * width + left, end = y * width + right; at < end; at++) {
      const value = plane[at] as number
      if (value >= 0) plane[at] = tones[(4 * value + 0.5) | 0] as number
    }
}

/** What pixels of a row differ by without what lies around them, and where no recording lies. */
export function putPixels(
  film: Uint8Array,
  raw: Float32Array,
  start: number,
  count: number,
  off: Float64Array,
  from: number,
  out: Float32Array,
  to: number,
): void {
  for (let k = 0; k < count; k++) {
    const isBare = (raw[start + k] as number) === nothing
    const isForeign = isBare && Math.abs((film[start + k] as number) - black) > nearBlack
    out[to + k] = isForeign ? foreign : (off[from + k] as number)
  }
}

/** Detail of the recording and of the film: steps from pixels of a row to those beside and below them. */
export function putSteps(
  film: Uint8Array,
  raw: Float32Array,
  start: number,
  count: number,
  width: number,
  own: Float32Array,
  seen: Float32Array,
  to: number,
): void {
  for (let k = 0, at = start; k < count; k++, at++) {
    const value = raw[at] as number
    const next = raw[at + 1] as number
    const under = raw[at + width] as number
    if (value < 0 || next < 0 || under < 0) continue
    const shown = film[at] as number
    own[to + k] = Math.abs(next - value) + Math.abs(under - value)
    seen[to + k] = Math.abs((film[at + 1] as number) - shown) + Math.abs((film[at + width] as number) - shown)
  }
}

/** Adds what detail pixels [from, to) have lost below a share of the recording's. */
export function addLostPixels(
  own: Float32Array,
  seen: Float32Array,
  from: number,
  to: number,
  width: number,
  share: number,
  out: Float32Array,
): void {
  for (let at = from; at < to; at++) {
    const detail = meanOfNine(own, at, width)
    if (detail < leastDetail) continue
    const lost = share * detail - meanOfNine(seen, at, width)
    if (lost > 0) out[at] = (out[at] as number) + 1.5 * lost
  }
}

/** Adds to pixels [left, right) of a row what those of half as many colours differ by, `first` the first of them, which lies at `from`. */
export function addColours(
  off: Float64Array,
  from: number,
  left: number,
  right: number,
  first: number,
  count: number,
  out: Float32Array,
  to: number,
): void {
  for (let x = left; x < right; x++) {
    const own = off[from + Math.min(count - 1, (x >> 1) - first)] as number
    if (own >= 0) out[to + x - left] = (out[to + x - left] as number) + own
  }
}

/** Of a pixel that is not on the outermost lines of a plane, the mean of those around it. */
function meanOfNine(of: Float32Array, at: number, width: number): number {
  let sum = 0
  for (let row = at - width; row <= at + width; row += width)
    sum = sum + (of[row - 1] as number) + (of[row] as number) + (of[row + 1] as number)
  return sum / 9
}
