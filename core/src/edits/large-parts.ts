/** Parts of recordings that a film shows enlarged, found by their tones: coded at a low rate, hardly any corner of them is left. */
import type { Affine, Box } from './affine.ts'
import { Pairing } from './pairing.ts'
import type { Levels } from './pictures.ts'
import type { Candidate, Reference } from './search.ts'
import { shownBox, thumbColumns, thumbGrid, thumbRows } from './thumbs.ts'

/** Shares of a recording's width that are looked for. */
const parts = [0.9, 0.8, 0.71, 0.63, 0.56, 0.5, 0.44, 0.38, 0.34, 0.31, 0.28, 0.25]
/** Cells of a part: fewer are like many others. */
const fewest = 28
const alike = 0.5
/** Places by thumbs that are held against the film more finely, and of those the ones whose map is measured. */
const mostCoarse = 40
const mostFine = 4
/** Seconds: thumbs of one place show the same moment; the likeliest frame of one is where all near it are found from. */
const moment = 0.3
const findable = 0.5
/** Pixels at half the size across which the film's picture is held against recordings: as many as a quarter of a recording has. */
const level = 1
/** Correlation of tones below which a map is not measured, and the margin above which it says nothing. */
const leastLike = 0.6
const leastPart = -0.15

interface CoarsePlace {
  readonly raw: number
  readonly frame: number
  readonly part: Box
  readonly like: number
}

/** The likeliest places for one frame of the film, likeliest first. */
export function largeParts(
  film: Levels,
  frame: number,
  references: readonly Reference[],
): readonly Candidate[] {
  const box = shownBox(film, frame)
  const coarse = coarsePlaces(film, frame, box, references)
  const finer = coarse
    .flatMap(each => finely(film, frame, box, references, each) ?? [])
    .filter(({ like }) => like > leastLike)
    .sort((one, two) => two.like - one.like)
    .filter((each, n, all) => !all.slice(0, n).some(better => isNear(each, better, references, findable)))
    .slice(0, mostFine)
  return finer
    .flatMap(({ raw, frame: at, part }) => {
      const { levels } = references[raw] as Reference
      const start = new Pairing(film, levels, partOnto(part, box), box)
      const rough = start.small.aligned(frame, at, 6, 'upright')
      const begun = rough.margin < 0 ? start.with(rough.map) : start
      const fit = begun.aligned(frame, at, 4, 'upright')
      if (fit.margin > leastPart) return []
      const { margin, explained } = fit
      return [{ raw, frame: at, pairing: start.with(fit.map), margin, explained, rate: 1 }]
    })
    .sort((one, two) => one.margin - two.margin)
}

function coarsePlaces(
  film: Levels,
  frame: number,
  box: Box,
  references: readonly Reference[],
): readonly CoarsePlace[] {
  const found: CoarsePlace[] = []
  for (const [raw, { levels, thumbs, thumbFrames }] of references.entries()) {
    const { width, height } = levels.pictures
    const shape = box[2] / box[3] / (width / height)
    for (const share of parts) {
      const columns = Math.round(thumbColumns * share)
      const rows = Math.round((thumbRows * share) / shape)
      if (columns * rows < fewest || rows > thumbRows) continue
      const query = thumbGrid(film, frame, box, columns, rows)
      if (!query) continue
      const { likes, at: places } = film.kernels.likestParts(query, { columns, rows }, thumbs, alike)
      for (let n = 0; n < thumbs.count; n++) {
        const like = likes[n] as number
        if (like < alike) continue
        const place = places[n] as number
        const part: Box = [
          ((place % thumbColumns) * width) / thumbColumns,
          (Math.floor(place / thumbColumns) * height) / thumbRows,
          width * share,
          (height * share) / shape,
        ]
        found.push({ raw, frame: thumbFrames[n] as number, part, like })
      }
    }
  }
  const out: CoarsePlace[] = []
  for (const each of found.sort((one, two) => two.like - one.like)) {
    if (out.length >= mostCoarse) break
    const isKnown = (other: CoarsePlace) =>
      isNear(each, other, references, moment) && Math.abs(other.part[2] / each.part[2] - 1) < 0.01
    if (!out.some(isKnown)) out.push(each)
  }
  return out
}

function isNear(
  one: CoarsePlace,
  two: CoarsePlace,
  references: readonly Reference[],
  seconds: number,
): boolean {
  const { frameSeconds } = (references[one.raw] as Reference).levels
  return one.raw === two.raw && Math.abs(one.frame - two.frame) * frameSeconds < seconds
}

/** Scales and pixels around a coarse place that are tried. */
const scales = [0.92, 1, 1.08]
const reach = 5

/** The place near a coarse one at which tones correlate best, at half the size. */
function finely(
  film: Levels,
  frame: number,
  box: Box,
  references: readonly Reference[],
  { raw, frame: at, part }: CoarsePlace,
): CoarsePlace | null {
  const { levels } = references[raw] as Reference
  const picture = levels.at(at, level)
  const [width, height] = [levels.width(level), levels.height(level)]
  const size = 2 ** level
  let best: CoarsePlace | null = null
  for (const scale of scales) {
    const columns = Math.round((part[2] * scale) / size)
    const rows = Math.round((part[3] * scale) / size)
    if (columns > width || rows > height) continue
    const asked = tonesOf(film, frame, box, columns, rows)
    if (!asked) continue
    const left = Math.round(part[0] / size - (columns - part[2] / size) / 2)
    const top = Math.round(part[1] / size - (rows - part[3] / size) / 2)
    for (let y = Math.max(0, top - reach); y <= Math.min(height - rows, top + reach); y++)
      for (let x = Math.max(0, left - reach); x <= Math.min(width - columns, left + reach); x++) {
        const like = likeAt(picture, width, x, y, asked, columns, rows)
        if (best && like <= best.like) continue
        best = { raw, frame: at, part: [x * size, y * size, columns * size, rows * size], like }
      }
  }
  return best
}

/** Means of a box's parts less the mean of all, of length 1; null where it has no tones. */
function tonesOf(film: Levels, frame: number, box: Box, columns: number, rows: number): Float32Array | null {
  const from = box[2] >= 4 * columns ? 2 : box[2] >= 2 * columns ? 1 : 0
  const picture = film.at(frame, from)
  const width = film.width(from)
  const size = 1 / (1 << from)
  const xs = endsOf(box[0] * size, (box[2] * size) / columns, columns)
  const ys = endsOf(box[1] * size, (box[3] * size) / rows, rows)
  return levelled(meansWithin(picture, width, xs, ys))
}

/** Of all parts, row after row. Whole numbers only, so that it is compiled once. */
function meansWithin(picture: Uint8Array, width: number, xs: Int32Array, ys: Int32Array): Float32Array {
  const out = new Float32Array((xs.length >> 1) * (ys.length >> 1))
  for (let row = 0, n = 0; row < ys.length; row += 2)
    for (let column = 0; column < xs.length; column += 2, n++) {
      const x0 = xs[column] as number
      const x1 = xs[column + 1] as number
      const y0 = ys[row] as number
      const y1 = ys[row + 1] as number
      let sum = 0
      for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) sum += picture[y * width + x] as number
      out[n] = sum / ((x1 - x0) * (y1 - y0))
    }
  return out
}

/** Less the mean of all, of length 1, in place. */
function levelled(out: Float32Array): Float32Array | null {
  let mean = 0
  for (let n = 0; n < out.length; n++) mean += out[n] as number
  mean /= out.length
  let square = 0
  for (let n = 0; n < out.length; n++) {
    out[n] = (out[n] as number) - mean
    square += (out[n] as number) ** 2
  }
  if (square < out.length) return null
  const length = Math.sqrt(square)
  for (let n = 0; n < out.length; n++) out[n] = (out[n] as number) / length
  return out
}

/** The pixels of a line that each of its parts has most of, one at least: the first of each, and the one beyond. */
function endsOf(start: number, size: number, parts: number): Int32Array {
  const out = new Int32Array(2 * parts)
  for (let n = 0; n < parts; n++) {
    const first = Math.floor(start + n * size + 0.5)
    const beyond = Math.floor(start + (n + 1) * size + 0.5)
    out[2 * n] = beyond > first ? first : Math.floor(start + (n + 0.5) * size)
    out[2 * n + 1] = beyond > first ? beyond : first + 1
  }
  return out
}

function likeAt(
  picture: Uint8Array,
  width: number,
  left: number,
  top: number,
  asked: Float32Array,
  columns: number,
  rows: number,
): number {
  let [both, sum, squares] = [0, 0, 0]
  for (let row = 0, n = 0; row < rows; row++)
    for (let at = (top + row) * width + left, end = at + columns; at < end; at++, n++) {
      const value = picture[at] as number
      both += value * (asked[n] as number)
      sum += value
      squares += value * value
    }
  const spread = squares - sum ** 2 / asked.length
  return spread < asked.length ? 0 : both / Math.sqrt(spread)
}

function partOnto([px, py, pw, ph]: Box, [x, y, w, h]: Box): Affine {
  const [sx, sy] = [w / pw, h / ph]
  return [sx, 0, x - px * sx + sx / 2 - 0.5, 0, sy, y - py * sy + sy / 2 - 0.5]
}
