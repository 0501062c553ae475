import { type Affine, areaScale, type Box, inverse } from './affine.ts'
import type { Levels } from './pictures.ts'

export const thumbColumns = 32
export const thumbRows = 18
const columns = thumbColumns
const rows = thumbRows
export const thumbCells = columns * rows

/** How a recording's picture lies in a frame: mirrored left to right or not, then turned clockwise by so many quarters. */
export interface Lie {
  readonly isMirrored: boolean
  readonly quarters: 0 | 1 | 2 | 3
}

export const asRecorded: Lie = { isMirrored: false, quarters: 0 }

/** How a map lays a picture, to the nearest quarter of a turn. */
export function lieOf(map: Affine): Lie {
  const isMirrored = areaScale(map) < 0
  const sign = isMirrored ? -1 : 1
  const quarters = Math.round(Math.atan2(sign * map[3], sign * map[0]) / (Math.PI / 2)) & 3
  return { isMirrored, quarters: quarters as Lie['quarters'] }
}

/** A frame as 32 × 18 numbers: means of its parts less what surrounds them, of length 1. Null for a frame without detail. */
export function thumbOf(levels: Levels, frame: number, box: Box, lie = asRecorded): Float32Array | null {
  return sharpened(meansOf(levels, 2, frame, box, columns, rows, lie), columns, rows)
}

/** The same of a box with another number of columns and rows: for holding a part of a recording's thumb against it. */
export function thumbGrid(
  levels: Levels,
  frame: number,
  box: Box,
  across: number,
  down: number,
): Float32Array | null {
  // A small box is looked at where it still has the pixels.
  const level = box[2] < 5 * across ? (box[2] < 2.5 * across ? 0 : 1) : 2
  return sharpened(meansOf(levels, level, frame, box, across, down, asRecorded), across, down)
}

function meansOf(
  levels: Levels,
  level: number,
  frame: number,
  box: Box,
  columns: number,
  rows: number,
  lie: Lie,
): Float32Array {
  const from = levels.at(frame, level)
  const width = levels.width(level)
  const means = new Float32Array(columns * rows)
  const size = 1 / (1 << level)
  const isOnSide = (lie.quarters & 1) === 1
  const across = isOnSide ? rows : columns
  const down = isOnSide ? columns : rows
  const xs = quartersOf(box[0] * size, box[2] * size, across, width)
  const ys = quartersOf(box[1] * size, box[3] * size, down, levels.height(level))
  // From the cells of the film's box to those of the recording's picture: whole numbers.
  const map = inverse(wholeOnto(columns, rows, [0, 0, across, down], lie))
  const first = (map[5] * columns + map[2]) | 0
  putMeans(
    from,
    width,
    xs,
    ys,
    means,
    first,
    (map[3] * columns + map[0]) | 0,
    (map[4] * columns + map[1]) | 0,
  )
  return means
}

// Loops by themselves, of one kind of numbers: boxes come as whole numbers and as others, and what is compiled for one has to be compiled again for the next.

/** Of each cell, the mean of the pixels at its quarters; the first goes to `first`, the next in its row and its column lie so far beyond. */
function putMeans(
  from: Uint8Array,
  width: number,
  xs: Int32Array,
  ys: Int32Array,
  means: Float32Array,
  first: number,
  perColumn: number,
  perRow: number,
): void {
  for (let y = 0, row = first; y < ys.length; y += 2, row += perRow) {
    const one = (ys[y] as number) * width
    const two = (ys[y + 1] as number) * width
    for (let x = 0, at = row; x < xs.length; x += 2, at += perColumn) {
      const left = xs[x] as number
      const right = xs[x + 1] as number
      const sum =
        (from[one + left] as number) +
        (from[one + right] as number) +
        (from[two + left] as number) +
        (from[two + right] as number)
      means[at] = sum / 4
    }
  }
}

/** The sides that were asked about last, again and again: of whole pictures, and of what is shown between bars. */
const lastSides: { start: number; length: number; parts: number; size: number; quarters: Int32Array }[] = []
const mostSides = 4

/** The pixels, of `size` in a line, at the first and the third quarter of each part of a side. */
function quartersOf(start: number, length: number, parts: number, size: number): Int32Array {
  for (const side of lastSides)
    if (side.start === start && side.length === length && side.parts === parts && side.size === size)
      return side.quarters
  const quarters = quartersOfSide(start, length, parts, size)
  if (lastSides.length === mostSides) lastSides.shift()
  lastSides.push({ start, length, parts, size, quarters })
  return quarters
}

function quartersOfSide(start: number, length: number, parts: number, size: number): Int32Array {
  const out = new Int32Array(2 * parts)
  for (let n = 0; n < 2 * parts; n++) {
    const place = start + (length * ((n >> 1) + (n & 1 ? 0.75 : 0.25))) / parts - 0.5
    out[n] = Math.min(size - 1, Math.max(0, Math.round(place)))
  }
  return out
}

/** Sums of up to five cells in a row, and of five such down: fourths of whole numbers, so that it does not matter in which order they are added and taken away. */
let across = new Float64Array(thumbCells)
let around = new Float64Array(thumbColumns)

function sharpened(means: Float32Array, columns: number, rows: number): Float32Array | null {
  const cells = columns * rows
  const out = new Float32Array(cells)
  if (across.length < cells) across = new Float64Array(cells)
  if (around.length < columns) around = new Float64Array(columns)
  putAcross(means, columns, rows, across)
  around.fill(0)
  addRow(across, 0, columns, around)
  if (rows > 1) addRow(across, columns, columns, around)
  let length = 0
  for (let row = 0; row < rows; row++) {
    if (row + 2 < rows) addRow(across, (row + 2) * columns, columns, around)
    if (row > 2) takeRow(across, (row - 3) * columns, columns, around)
    const high = Math.min(rows - 1, row + 2) - Math.max(0, row - 2) + 1
    length = putBeyond(means, around, row * columns, columns, high, length, out)
  }
  // A mean square of 0.15 grey levels: below it only coding is left.
  if (length < 0.15 * cells) return null
  const scale = 1 / Math.sqrt(length)
  for (let n = 0; n < cells; n++) out[n] = (out[n] as number) * scale
  return out
}

function putAcross(means: Float32Array, columns: number, rows: number, across: Float64Array): void {
  for (let row = 0, start = 0; row < rows; row++, start += columns) {
    const end = start + columns
    let sum = (means[start] as number) + (columns > 1 ? (means[start + 1] as number) : 0)
    for (let at = start; at < end; at++) {
      if (at + 2 < end) sum += means[at + 2] as number
      if (at - 2 > start) sum -= means[at - 3] as number
      across[at] = sum
    }
  }
}

function addRow(from: Float64Array, start: number, columns: number, sums: Float64Array): void {
  for (let n = 0; n < columns; n++) sums[n] = (sums[n] as number) + (from[start + n] as number)
}

function takeRow(from: Float64Array, start: number, columns: number, sums: Float64Array): void {
  for (let n = 0; n < columns; n++) sums[n] = (sums[n] as number) - (from[start + n] as number)
}

/** What a row's cells have beyond the mean of those around them, `high` rows of them; `length` and the squares of that. */
function putBeyond(
  means: Float32Array,
  sums: Float64Array,
  start: number,
  columns: number,
  high: number,
  length: number,
  out: Float32Array,
): number {
  let squares = length
  for (let column = 0; column < columns; column++) {
    const count = high * (Math.min(columns - 1, column + 2) - Math.max(0, column - 2) + 1)
    // Clipped, so that one bright lamp or caption does not decide.
    const value = Math.max(
      -24,
      Math.min(24, (means[start + column] as number) - (sums[column] as number) / count),
    )
    out[start + column] = value
    squares += value * value
  }
  return squares
}

/** 1 for equal pictures, about 0 for unrelated ones. */
export function likeness(one: Float32Array, two: Float32Array): number {
  let sum = 0
  for (let n = 0; n < thumbCells; n++) sum += (one[n] as number) * (two[n] as number)
  return sum
}

/** The part of a film's frame that is not bars: rows and columns at the edges that are darkish and the same all along. */
export function shownBox(levels: Levels, frame: number, crossed = 0): Box {
  const [width, height] = [levels.width(0), levels.height(0)]
  const luma = levels.at(frame, 0)
  const isBar = (start: number, step: number, length: number) => {
    let low = 255
    let high = 0
    let others = 0
    for (let n = 0, at = start; n < length; n++, at += step) {
      const value = luma[at] as number
      if (value <= 60 && Math.max(high, value) - Math.min(low, value) <= 9) {
        if (value < low) low = value
        if (value > high) high = value
      } else if (++others > crossed * length) return false
    }
    return true
  }
  let [top, low, left, right] = [0, height, 0, width]
  while (top < height * 0.4 && isBar(top * width, 1, width)) top++
  while (low > height * 0.6 && isBar((low - 1) * width, 1, width)) low--
  while (left < width * 0.4 && isBar(left, width, height)) left++
  while (right > width * 0.6 && isBar(right - 1, width, height)) right--
  // A dark frame is no frame with bars all around; bars come in pairs of one width.
  if (top >= height * 0.4 || left >= width * 0.4) return [0, 0, width, height]
  const least = 2
  if (top < least && height - low < least) [top, low] = [0, height]
  if (left < least && width - right < least) [left, right] = [0, width]
  return [left, top, right - left, low - top]
}

/** The map that lays the whole of a recording onto a box of the film, pictures of level 0; mirrored and turned when asked. */
export function wholeOnto(
  width: number,
  height: number,
  [left, top, w, h]: Box,
  { isMirrored, quarters } = asRecorded,
): Affine {
  const isOnSide = (quarters & 1) === 1
  const isFlipped = quarters >= 2 !== isMirrored
  const across = along(left, w, isOnSide ? height : width, isOnSide ? quarters === 1 : isFlipped)
  const down = along(top, h, isOnSide ? width : height, isOnSide ? isFlipped : quarters === 2)
  return isOnSide ? [0, ...across, down[0], 0, down[1]] : [across[0], 0, across[1], 0, ...down]
}

/** Pixels of a side laid onto a stretch, from its other end when asked: what one becomes, and where the first lies. */
function along(from: number, size: number, pixels: number, isBack: boolean): readonly [number, number] {
  const scale = size / pixels
  return isBack ? [-scale, from + size - scale / 2 - 0.5] : [scale, from + scale / 2 - 0.5]
}
