/** Where a film comes to rest: coding renews a still scene that plays now and then; one frame that is held is coded better and better, and then no more. */
import type { Box } from './affine.ts'
import type { Levels } from './pictures.ts'

/** Frames [from, to) of a film over which it shows one picture, coded better and better at first. */
export interface Rest {
  readonly from: number
  readonly to: number
}

/** Frames over which what is held is still coded better. */
export const settling = 12
export const leastRest = 24
/** Sum of squares over the whole picture, in grey levels: half of a block that is renewed by one. */
const same = 24

/** What of a film's picture is looked at: a box, less other boxes in it; pixels of level 0. */
export interface Part {
  readonly box: Box
  readonly except: readonly Box[]
}

/** Whether a run holds one frame as far as its coding tells: after it has settled nothing changes any more. */
export function isFrozen(film: Levels, from: number, to: number, part: Part): boolean {
  const [first, last] = [from + settling, to - 2]
  if (last - first < leastRest) return false
  for (let frame = first; frame < last; frame++)
    if (changeAt(film, first - 1, frame, part) > same) return false
  return true
}

/**
 * Where a stretch holds one frame up to one of `edges` or its end. Edges are frames at which the picture changes suddenly; in one scene in which nothing
 * moves no edge tells where a frame begins to be held: the largest change before it comes to rest does.
 */
export function restsIn(
  film: Levels,
  from: number,
  to: number,
  edges: readonly number[],
  part: Part,
): readonly Rest[] {
  const inside = [from, ...edges.filter(each => each > from && each < to), to]
  return inside.slice(1).flatMap((end, n) => {
    const begin = inside[n] as number
    const last = end - 2
    let still = last
    while (still > begin && changeAt(film, last, still - 1, part) <= same) still--
    if (last - still < leastRest) return []
    const first = Math.max(begin, still - settling)
    let start = first
    if (first > begin) {
      let most = -1
      for (let frame = first; frame <= still; frame++) {
        const change = changeAt(film, frame - 1, frame, part)
        if (change > most) [most, start] = [change, frame]
      }
    }
    return [{ from: start, to: end }]
  })
}

/** Sum of squared differences between two frames. */
function changeAt(film: Levels, one: number, two: number, { box: [x, y, w, h], except }: Part): number {
  const [a, b] = [film.at(one, 0), film.at(two, 0)]
  const width = film.width(0)
  const [left, right] = [Math.max(0, Math.round(x)), Math.min(width, Math.round(x + w))]
  let sum = 0
  for (let row = Math.max(0, Math.round(y)); row < Math.min(film.height(0), Math.round(y + h)); row++) {
    const beside = except.filter(each => row >= each[1] && row < each[1] + each[3])
    sum +=
      beside.length === 0
        ? changeIn(a, b, row * width + left, row * width + right)
        : changeBeside(a, b, row * width, left, right, beside)
  }
  return sum
}

function changeIn(a: Uint8Array, b: Uint8Array, from: number, to: number): number {
  let sum = 0
  for (let n = from; n < to; n++) {
    const difference = (a[n] as number) - (b[n] as number)
    sum += difference * difference
  }
  return sum
}

/** Of a row that begins at `line`, in columns [left, right) without those of some boxes. */
function changeBeside(
  a: Uint8Array,
  b: Uint8Array,
  line: number,
  left: number,
  right: number,
  boxes: readonly Box[],
): number {
  let sum = 0
  for (let column = left; column < right; column++) {
    const difference = (a[line + column] as number) - (b[line + column] as number)
    if (difference === 0 || boxes.some(each => column >= each[0] && column < each[0] + each[2])) continue
    sum += difference * difference
  }
  return sum
}
