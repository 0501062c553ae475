/** Boxes, standing or moving, in which weights of cells sum to most: where detail is gone, as `gone-detail.ts` weighs it. */
import type { Box } from './affine.ts'
import type { Place } from './moving-parts.ts'
import { type HeavyBox, heaviestBox } from './tight-box.ts'

export interface GoneBox {
  /** In cells and parts of them, by sample; the first and the last are those in which it is seen. */
  readonly places: readonly Place[]
  /** Cells' worth of detail that is gone, in the mean sample. */
  readonly gain: number
}

/** Boxes in which detail is gone, heaviest first. `weights` are those of each sample's cells; `sharp` makes the same of single samples, which tell where an edge of what moves is. */
export function goneBoxes(
  weights: readonly Float32Array[],
  columns: number,
  sharp: () => readonly Float32Array[] = () => weights,
): readonly GoneBox[] {
  const rest = weights.map(each => each.map(weight => (weight === 0 ? -unknown : weight)))
  const found: GoneBox[] = []
  let made: readonly Float32Array[] | null = null
  const sharpOnce = () => {
    made ??= sharp()
    return made
  }
  while (found.length < mostBoxes) {
    const box = heaviestPath(rest, columns, sharpOnce)
    if (!box) break
    found.push(box)
    for (const { n, box: own } of box.places)
      erase(rest[n] as Float32Array, own.map(Math.round) as unknown as Box, columns)
  }
  return found
}

/** What a cell weighs that cannot tell: a box does not reach over such for nothing. */
const unknown = 0.01
const mostBoxes = 3

/** Cells by which a box moves at most from sample to sample, and what each costs. */
const reach = [4, 2] as const
const step = 0.4
/** What coming and going cost. */
const change = 4
const shortest = 4
/** Cells' worth in a sample, and of the sum of all weights inside. */
const leastGain = 3
const leastPurity = 0.62

function heaviestPath(
  weights: readonly Float32Array[],
  columns: number,
  sharp: () => readonly Float32Array[],
): GoneBox | null {
  const heaviest = weights.map(plane => heaviestBox(plane, columns))
  // A way weighs no more than the heaviest box of each of its samples.
  if (!mayWeighEnough(heaviest.map(each => each?.sum ?? 0))) return null
  const single = heaviest.flatMap(each => each ?? [])
  let best: { readonly path: readonly Place[]; readonly sum: number } | null = null
  for (const [w, h] of sizesOf(single, weights, columns)) {
    const path = pathOf(weights, columns, w, h)
    if (path && path.places.length >= shortest && path.sum > (best?.sum ?? 0))
      best = { path: path.places, sum: path.sum }
  }
  if (!best) return null
  const path = standing(best, weights, columns) ?? best.path
  let [gain, all] = [0, 0]
  for (const { n, box } of path)
    eachCell(box, columns, at => {
      const value = (weights[n] as Float32Array)[at] ?? 0
      gain += value
      all += Math.abs(value)
    })
  return gain > leastGain * path.length && gain > leastPurity * all
    ? {
        places: fitted(path, sharp(), columns) ?? fitted(path, weights, columns) ?? path,
        gain: gain / path.length,
      }
    : null
}

/** Whether some samples in a row, as many as a way has at least, sum to more than a way weighs at least. */
function mayWeighEnough(sums: readonly number[]): boolean {
  return sums.some((_, from) => {
    let sum = 0
    return sums.slice(from).some((each, n) => {
      sum += each - leastGain
      return n + 1 >= shortest && sum > 0
    })
  })
}

/** Of the sum of a way: a box that stands still and has as much is the simpler one. */
const asHeavy = 0.9

/** A box that stands still over the samples of a way and weighs nearly as much, or null. */
function standing(
  { path, sum }: { readonly path: readonly Place[]; readonly sum: number },
  weights: readonly Float32Array[],
  columns: number,
): readonly Place[] | null {
  const best = heaviestBox(sumOf(path.map(({ n }) => weights[n] as Float32Array)), columns)
  return best && best.sum > asHeavy * sum ? path.map(({ n }) => ({ n, box: best.box })) : null
}

function sumOf(planes: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(planes[0]?.length ?? 0)
  for (const plane of planes)
    for (let at = 0; at < all.length; at++) all[at] = (all[at] as number) + (plane[at] as number)
  return all
}

/** Sizes of what is gone: by single samples, the better half of them, and by all together. */
function sizesOf(
  single: readonly HeavyBox[],
  weights: readonly Float32Array[],
  columns: number,
): readonly (readonly [w: number, h: number])[] {
  const better = single
    .toSorted((one, two) => two.sum - one.sum)
    .slice(0, Math.max(1, single.length >> 1))
    .map(({ box }) => box)
  const middle = (side: 2 | 3) => better.map(box => box[side]).sort((a, b) => a - b)[better.length >> 1] ?? 0
  const whole = heaviestBox(sumOf(weights), columns)?.box
  return [[middle(2), middle(3)] as const, ...(whole ? [[whole[2], whole[3]] as const] : [])].filter(
    ([w, h]) => w >= 2 && h >= 2,
  )
}

/** The heaviest way of a box of one size through the samples, from where it comes to where it goes (Viterbi). */
function pathOf(
  weights: readonly Float32Array[],
  columns: number,
  w: number,
  h: number,
): { readonly places: readonly Place[]; readonly sum: number } | null {
  const rows = (weights[0]?.length ?? 0) / columns
  const [across, down] = [columns - w + 1, rows - h + 1]
  if (across < 1 || down < 1) return null
  const size = across * down
  const from: Int32Array[] = []
  let sums = new Float32Array(size).fill(Number.NEGATIVE_INFINITY)
  let best = { sum: 0, k: -1, at: -1 }
  for (let k = 0; k < weights.length; k++) {
    const own = boxSums(weights[k] as Float32Array, columns, w, h)
    const back = new Int32Array(size).fill(-1)
    const near = k === 0 ? { sums, from: back } : nearest(sums, across, down)
    const next = new Float32Array(size)
    const at = comeTo(own, near.sums, near.from, best.sum, back, next)
    if (at >= 0) best = { sum: next[at] as number, k, at }
    from.push(back)
    sums = next
  }
  if (best.at < 0) return null
  const places: Place[] = []
  for (let { k, at } = best; at >= 0; at = from[k]?.[at] as number, k--)
    places.push({ n: k, box: [at % across, Math.floor(at / across), w, h] })
  return { places: places.reverse(), sum: best.sum }
}

/** Writes the best sums of ways that end at each place, and where they come from, -1 where they begin there; tells where the best one above `least` is, or -1. */
function comeTo(
  own: Float32Array,
  sums: Float32Array,
  from: Int32Array,
  least: number,
  back: Int32Array,
  next: Float32Array,
): number {
  let most = least
  let best = -1
  for (let at = 0; at < own.length; at++) {
    const before = sums[at] as number
    if (before > -change) back[at] = from[at] as number
    next[at] = Math.max(before, -change) + (own[at] as number)
    if ((next[at] as number) <= most) continue
    most = next[at] as number
    best = at
  }
  return best
}

interface NearSums {
  readonly sums: Float32Array
  readonly from: Int32Array
}

/** The best sum that lies within reach of each place, less what moving costs, and where it is. */
function nearest(sums: Float32Array, across: number, down: number): NearSums {
  const places = new Int32Array(sums.length)
  for (let at = 0; at < places.length; at++) places[at] = at
  const first = nearestAlong(sums, places, across, down, true)
  return nearestAlong(first.sums, first.from, across, down, false)
}

function nearestAlong(
  of: Float32Array,
  places: Int32Array,
  across: number,
  down: number,
  isAcross: boolean,
): NearSums {
  const out = new Float32Array(of.length)
  const where = new Int32Array(of.length)
  const far = reach[isAcross ? 0 : 1]
  const next = isAcross ? 1 : across
  const size = isAcross ? across : down
  for (let y = 0, at = 0; y < down; y++)
    for (let x = 0; x < across; x++, at++) {
      let most = of[at] as number
      let best = at
      const own = isAcross ? x : y
      const last = Math.min(far, size - 1 - own)
      for (let d = Math.max(-far, -own); d <= last; d++) {
        const other = at + d * next
        const value = (of[other] as number) - step * Math.abs(d)
        if (value <= most) continue
        most = value
        best = other
      }
      out[at] = most
      where[at] = places[best] as number
    }
  return { sums: out, from: where }
}

function boxSums(plane: Float32Array, columns: number, w: number, h: number): Float32Array {
  const rows = plane.length / columns
  const sums = new Float32Array((columns + 1) * (rows + 1))
  for (let y = 0; y < rows; y++)
    for (let x = 0, line = 0; x < columns; x++) {
      line += plane[y * columns + x] as number
      sums[(y + 1) * (columns + 1) + x + 1] = (sums[y * (columns + 1) + x + 1] as number) + line
    }
  const [across, down] = [columns - w + 1, rows - h + 1]
  const out = new Float32Array(across * down)
  const sum = (x: number, y: number) => sums[y * (columns + 1) + x] as number
  for (let y = 0, at = 0; y < down; y++)
    for (let x = 0; x < across; x++, at++)
      out[at] = sum(x + w, y + h) - sum(x, y + h) - sum(x + w, y) + sum(x, y)
  return out
}

/** How far around a box its edges are looked for, in cells. */
const around = 3

/** The same way with the box's edges where the weights of all samples, laid over each other along it, end. */
function fitted(
  path: readonly Place[],
  weights: readonly Float32Array[],
  columns: number,
): readonly Place[] | null {
  const [, , w, h] = (path[0] as Place).box
  const rows = (weights[0]?.length ?? 0) / columns
  const [across, down] = [w + 2 * around, h + 2 * around]
  const over = new Float32Array(across * down)
  for (const { n, box } of path)
    for (let y = 0, at = 0; y < down; y++)
      for (let x = 0; x < across; x++, at++) {
        const [px, py] = [box[0] - around + x, box[1] - around + y]
        if (px < 0 || py < 0 || px >= columns || py >= rows) continue
        over[at] = (over[at] as number) + ((weights[n] as Float32Array)[py * columns + px] as number)
      }
  const best = heaviestBox(over, across)?.box
  if (!best) return null
  const [left, top, right, low] = edgesOf(over, across, best)
  return path.map(({ n }, k) => {
    const [x, y] = [evenly(path, k, 0), evenly(path, k, 1)]
    return { n, box: [x - around + left, y - around + top, right - left, low - top] }
  })
}

/** Samples before and after one that tell with it where it is: a place is known to a cell. */
const even = 2

function evenly(path: readonly Place[], k: number, side: 0 | 1): number {
  const near = Math.min(even, k, path.length - 1 - k)
  let sum = 0
  for (let at = k - near; at <= k + near; at++) sum += (path[at] as Place).box[side]
  return sum / (2 * near + 1)
}

/** The sides of a box to parts of a cell: lines of cells that an edge goes through weigh as much as is inside. */
function edgesOf(
  plane: Float32Array,
  across: number,
  [x, y, w, h]: Box,
): readonly [left: number, top: number, right: number, low: number] {
  const down = plane.length / across
  const lineAt = (isColumn: boolean, at: number): number | null => {
    if (at < 0 || at >= (isColumn ? across : down)) return null
    let sum = 0
    const [from, to] = isColumn ? [y, y + h] : [x, x + w]
    for (let n = from; n < to; n++) sum += plane[isColumn ? n * across + at : at * across + n] as number
    return sum / (to - from)
  }
  const mean = (values: readonly (number | null)[]) => {
    const known = values.flatMap(each => each ?? [])
    return known.reduce((sum, each) => sum + each, 0) / Math.max(1, known.length)
  }
  const edge = (isColumn: boolean, first: number, inward: 1 | -1) => {
    const [size, from] = isColumn ? [w, x] : [h, y]
    const within = mean(Array.from({ length: size }, (_, n) => lineAt(isColumn, from + n)))
    const beyond = Math.min(
      0,
      mean([lineAt(isColumn, first - 2 * inward), lineAt(isColumn, first - 3 * inward)]),
    )
    if (within - beyond < 1e-6) return 0
    const covered = (at: number) => {
      const line = lineAt(isColumn, at)
      return line === null ? 0 : Math.max(0, Math.min(1, (line - beyond) / (within - beyond)))
    }
    return 1 - covered(first) - covered(first - inward)
  }
  return [
    x + edge(true, x, 1),
    y + edge(false, y, 1),
    x + w - edge(true, x + w - 1, -1),
    y + h - edge(false, y + h - 1, -1),
  ]
}

function erase(plane: Float32Array, [x, y, w, h]: Box, columns: number): void {
  eachCell([x - 1, y - 1, w + 2, h + 2], columns, at => {
    if (at < plane.length) plane[at] = -unknown
  })
}

function eachCell([x, y, w, h]: Box, columns: number, each: (at: number) => void): void {
  for (let row = Math.max(0, y); row < y + h; row++)
    for (let column = Math.max(0, x); column < Math.min(columns, x + w); column++)
      each(row * columns + column)
}
