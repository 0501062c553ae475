/** How far pixels of a window lie outside of what is around them, as plain loops (see `picture-kernels.ts`). */
import { beyondInRow, coloursInRow, type Spared } from './beyond-around.ts'
import type { Grid, Window } from './laid.ts'

/** Of each pixel of a window: that of its n-th line and k-th column lies at `start` + n · `stride` + k. */
export interface Around {
  readonly values: Float64Array
  readonly start: number
  readonly stride: number
}

export interface AroundKernels {
  /**
   * How far a film's pixels lie outside of what a recording's plane has around the same places, in grey levels; 0 for those that differ by no more than
   * `coded`, and where the plane is below 0. To be read before the next such asking.
   */
  beyond(
    film: Uint8Array,
    plane: Float32Array,
    grid: Grid,
    window: Window,
    coded: number,
    spared: Spared,
  ): Around
  /** The same of both colours together, beyond what coding makes of each, of a film's U of all pixels and then V; -1 where the recording's U is below 0. */
  colours(seen: Uint8Array, u: Float32Array, v: Float32Array, grid: Grid, window: Window): Around
}

/** Room for the pixels of a window. */
function roomFor(found: Float64Array, [left, top, right, bottom]: Window): Float64Array {
  const size = (right - left) * (bottom - top)
  return found.length < size ? new Float64Array(size) : found
}

let ofLuma: Float64Array = new Float64Array(0)
let ofColour: Float64Array = new Float64Array(0)

export const plainAround: AroundKernels = {
  beyond(film, plane, { width, height }, window, coded, spared) {
    const [left, top, right, bottom] = window
    const stride = right - left
    ofLuma = roomFor(ofLuma, window)
    for (let y = top, at = 0; y < bottom; y++, at += stride) {
      const out = ofLuma.subarray(at, at + stride)
      beyondInRow(film, plane, plane, y, left, right, width, height, coded, spared, out)
    }
    return { values: ofLuma, start: 0, stride }
  },
  colours(seen, u, v, { width, height }, window) {
    const [left, top, right, bottom] = window
    const stride = right - left
    ofColour = roomFor(ofColour, window)
    for (let y = top, at = 0; y < bottom; y++, at += stride)
      coloursInRow(seen, u, v, y, left, right, width, height, ofColour.subarray(at, at + stride))
    return { values: ofColour, start: 0, stride }
  },
}
