/** How clear edges across a picture are, as plain loops (see `picture-kernels.ts`). */
import type { Box } from './affine.ts'

/** Lines are told together by so many: coding is evened out. */
export const linesInGroup = 4
/** With more the sums of 16 bits would not hold them. */
export const mostEdgeFrames = 32

/** Of the line at `at` in the group `n`: `values[n * ofGroup + at * ofLine]`. */
export interface SeamEdges {
  readonly values: Int16Array
  readonly ofGroup: number
  readonly ofLine: number
}

export interface SeamKernels {
  /**
   * How much more changes from each line across a box of a picture to the next than beside it, summed over frames, in quarters of a grey level, for each whole group of the lines
   * that cross it. `isTall`: lines go from top to bottom, and groups are of rows. The box lies within the picture. To be read before the next such asking.
   */
  seamEdges(frames: readonly Uint8Array[], width: number, box: Box, isTall: boolean): SeamEdges
}

let found = new Int16Array(0)
let sums = new Int16Array(0)

export const plainSeams: SeamKernels = {
  seamEdges(frames, width, [left, top, w, h], isTall) {
    const across = isTall ? w : h
    const count = Math.floor((isTall ? h : w) / linesInGroup)
    const [step, line] = isTall ? [1, width] : [width, 1]
    if (found.length < count * across) found = new Int16Array(count * across)
    if (sums.length < across) sums = new Int16Array(across)
    found.fill(0, 0, count * across)
    for (const luma of frames)
      for (let n = 0; n < count; n++) {
        addLines(luma, top * width + left + n * linesInGroup * line, step, line, sums, across)
        addJumps(sums, across, found, n * across)
      }
    return { values: found, ofGroup: across, ofLine: 1 }
  },
}

/** Adds up a group of lines. */
function addLines(
  luma: Uint8Array,
  start: number,
  step: number,
  line: number,
  into: Int16Array,
  across: number,
): void {
  for (let x = 0, at = start; x < across; x++, at += step) {
    let sum = 0
    for (let y = 0; y < linesInGroup; y++) sum += luma[at + y * line] as number
    into[x] = sum
  }
}

/** Adds how much more changes from each line to the next than beside it. */
function addJumps(values: Int16Array, across: number, edges: Int16Array, start: number): void {
  for (let x = 1; x + 2 < across; x++) {
    const b = values[x] as number
    const c = values[x + 1] as number
    const beside = Math.max(Math.abs(b - (values[x - 1] as number)), Math.abs((values[x + 2] as number) - c))
    edges[start + x] = (edges[start + x] as number) + Math.max(0, Math.abs(c - b) - beside)
  }
}
