/** What is drawn over, hidden in or set into the picture of a run: boxes that stay where film and recording differ. */
import { areaScale, type Box } from './affine.ts'
import type { Edit } from './kinds.ts'
import { scaled } from './kinds.ts'
import { partOf } from './lines.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'
import { blended } from './track.ts'

/** Cells of so many pixels of the detail picture. */
const cell = 4
const sampleStep = 3
/** A drawing stays this many frames. */
const shortest = 10
/** Pixels along the edges of a recording's picture that scaling and coding smear. */
const smeared = 1.6

interface Difference {
  /** Mean absolute difference after brightness and contrast are fitted, and how much of the recording's own detail is left. */
  readonly off: Float32Array
  readonly columns: number
  readonly rows: number
}

/** A part of the picture that differs, over film frames. */
export interface Region {
  readonly from: number
  readonly to: number
  /** In pixels of the film's detail picture. */
  readonly box: Box
  readonly kind: 'redaction' | 'overlay'
  readonly share: number
}

export function regionsOf(segment: Segment, film: Levels, raw: Levels): readonly Region[] {
  const { from, to } = segment
  const sampled: number[] = []
  for (let n = 0; n < to - from; n += sampleStep) sampled.push(n)
  if (sampled.length === 0) return []
  const shown = sampled.map(n => withTones(asSharp(laid(segment, film, raw, n), segment, film)))
  const differences = averaged(shown.map(each => differenceOf(each, film.width(0), film.height(0))))
  const [first] = differences
  if (!first) return []
  const isHot = differences.map(each => hotCells(each))
  // A cell counts where most samples around it say so: coding comes and goes, drawings stay.
  const steady = isHot.map((_, k) => {
    const around = isHot.slice(Math.max(0, k - 2), k + 3)
    return Uint8Array.from(first.off, (__, at) =>
      around.reduce((sum, each) => sum + (each[at] as number), 0) > around.length / 2 ? 1 : 0,
    )
  })
  const found: FoundBox[] = []
  for (const [k, hot] of steady.entries())
    for (const box of joined(hot, first.columns, first.rows)) {
      const last = found.findLast(each => each.to === k && overlapShare(each.cells, box) > 0.3)
      if (last) {
        last.to = k + 1
        last.cells = around(last.cells, box)
        addCover(last.cover, hot, box, first.columns)
      } else
        found.push({
          from: k,
          to: k + 1,
          cells: box,
          cover: addCover(new Float32Array(first.off.length), hot, box, first.columns),
        })
    }
  const raws = merged(found)
  return raws.flatMap(({ from: k0, to: k1, cover }) => {
    const frames = (k1 - k0) * sampleStep
    if (frames < shortest) return []
    const tight = tightBox(cover, first.columns, first.rows, k1 - k0)
    if (tight === null) return []
    const box: Box = [tight[0] * cell, tight[1] * cell, tight[2] * cell, tight[3] * cell]
    const share = (box[2] * box[3]) / (film.width(0) * film.height(0))
    const middle = shown[(k0 + k1) >> 1]
    if (!middle || share < 0.003) return []
    const start = from + (sampled[k0] as number) - (k0 > 0 ? 1 : 0)
    const end = k1 === sampled.length ? to : from + (sampled[k1 - 1] as number) + 2
    return [
      {
        from: Math.max(from, start),
        to: Math.min(to, end),
        box,
        kind: kindOf(middle, box, film.width(0)),
        share,
      },
    ]
  })
}

interface FoundBox {
  from: number
  to: number
  cells: Box
  cover: Float32Array
}

/** Cells between two parts of one drawing, such as the words of a line; and samples for which one may be too faint to see. */
const nearCells = 5
const nearSamples = 5

/** Parts of one drawing, beside or after one another, as one. */
function merged(found: readonly FoundBox[]): readonly FoundBox[] {
  const out: FoundBox[] = []
  for (const each of found.toSorted((one, two) => area(two.cells) - area(one.cells))) {
    const home = out.find(other => isOneDrawing(other, each))
    if (!home) {
      out.push({ ...each, cover: each.cover.slice() })
      continue
    }
    home.from = Math.min(home.from, each.from)
    home.to = Math.max(home.to, each.to)
    home.cells = around(home.cells, each.cells)
    for (let at = 0; at < home.cover.length; at++)
      home.cover[at] = (home.cover[at] as number) + (each.cover[at] as number)
  }
  return out
}

const area = ([, , w, h]: Box) => w * h

function isOneDrawing(one: FoundBox, two: FoundBox): boolean {
  const together = Math.min(one.to, two.to) - Math.max(one.from, two.from)
  const shorter = Math.min(one.to - one.from, two.to - two.from)
  const [ax, ay, aw, ah] = one.cells
  const [bx, by, bw, bh] = two.cells
  const gapX = Math.max(ax, bx) - Math.min(ax + aw, bx + bw)
  const gapY = Math.max(ay, by) - Math.min(ay + ah, by + bh)
  if (together > 0.6 * shorter) {
    // Words of one line: side by side, about as high.
    const isBeside = gapX < nearCells && -gapY > 0.6 * Math.min(ah, bh)
    const isBelow = gapY < nearCells && -gapX > 0.6 * Math.min(aw, bw)
    return isBeside || isBelow
  }
  return together > -nearSamples && overlapShare(one.cells, two.cells) > 0.6
}

const nothing = -1
const smear = -2

interface Laid {
  readonly film: Uint8Array
  /** The recording's frame as the film shows it, fitted in light; `nothing` where it shows none, `smear` along its edges. */
  readonly raw: Float32Array
}

/** The recording's frame laid into the film's. */
export function laid(
  segment: Segment,
  film: Levels,
  raw: Levels,
  n: number,
  light: readonly [gain: number, lift: number] | null = null,
): Laid {
  const map = segment.maps[Math.min(n, segment.maps.length - 1)] ?? segment.track.pairing.map
  const at = segment.from + n - segment.track.from
  const [gain, lift] = light ?? [segment.track.gains[at] ?? 1, segment.track.lifts[at] ?? 0]
  const [width, height] = [film.width(0), film.height(0)]
  const frame = segment.frames[n] as number
  const part = segment.isBlended
    ? partOf(
        raw,
        frame,
        segment.line.start + segment.line.rate * (film.pictures.times[segment.from + n] as number),
      )
    : 0
  const from =
    part > 0.05 && frame + 1 < raw.count
      ? blended(raw.at(frame, 0), raw.at(frame + 1, 0), part)
      : raw.at(frame, 0)
  const [rw, rh] = [raw.width(0), raw.height(0)]
  const [a, b, c, d, e, f] = map
  const determinant = a * e - b * d
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [u, v] = [x - c, y - f]
      const sx = (e * u - b * v) / determinant
      const sy = (a * v - d * u) / determinant
      if (sx < smeared || sy < smeared || sx > rw - 1 - smeared || sy > rh - 1 - smeared) {
        out[y * width + x] = sx < -0.7 || sy < -0.7 || sx > rw - 0.3 || sy > rh - 0.3 ? nothing : smear
        continue
      }
      const cx = Math.max(0, Math.min(rw - 1.001, sx))
      const cy = Math.max(0, Math.min(rh - 1.001, sy))
      const ix = cx | 0
      const iy = cy | 0
      const p = iy * rw + ix
      const [fx, fy] = [cx - ix, cy - iy]
      const top = (from[p] as number) * (1 - fx) + (from[p + 1] as number) * fx
      const low = (from[p + rw] as number) * (1 - fx) + (from[p + rw + 1] as number) * fx
      out[y * width + x] = Math.max(0, gain * (top * (1 - fy) + low * fy) + lift)
    }
  return { film: film.at(segment.from + n, 0), raw: out }
}

/** A part shown larger has more detail in the film's small picture than in the recording's: the film is made as soft. */
function asSharp(
  { film, raw }: Laid,
  { maps, track }: Segment,
  { pictures: { width, height } }: Levels,
): Laid {
  const scale = Math.sqrt(Math.abs(areaScale(maps[0] ?? track.pairing.map)))
  const reach = scale < 1.25 ? 0 : Math.round(scale * 0.75)
  if (reach === 0) return { film, raw }
  const across = softened(film, width, height, 1, width, reach)
  return { film: softened(across, height, width, width, 1, reach), raw }
}

/** Means along rows (or columns, with steps exchanged) of `reach` pixels to either side. */
function softened(
  from: Uint8Array,
  length: number,
  count: number,
  step: number,
  next: number,
  reach: number,
): Uint8Array {
  const out = new Uint8Array(from.length)
  for (let row = 0; row < count; row++) {
    const start = row * next
    for (let n = 0; n < length; n++) {
      const first = Math.max(0, n - reach)
      const last = Math.min(length - 1, n + reach)
      let sum = 0
      for (let k = first; k <= last; k++) sum += from[start + k * step] as number
      out[start + n * step] = sum / (last - first + 1)
    }
  }
  return out
}

const toneBins = 16

/** A change of gamma is no straight line: what each tone of the recording became, by the middle one of its pixels. */
function withTones({ film, raw }: Laid): Laid {
  const counts = Array.from({ length: toneBins }, () => new Uint32Array(256))
  const sizes = new Uint32Array(toneBins)
  for (let at = 0; at < raw.length; at += 2) {
    const value = raw[at] as number
    if (value < 0) continue
    const bin = Math.min(toneBins - 1, value >> 4)
    const off = Math.round((film[at] as number) - value)
    const slot = Math.max(0, Math.min(255, off + 128))
    const counted = counts[bin] as Uint32Array
    counted[slot] = (counted[slot] as number) + 1
    sizes[bin] = (sizes[bin] as number) + 1
  }
  const shift = counts.map((counted, bin) => {
    if ((sizes[bin] as number) < 200) return 0
    let seen = 0
    for (let slot = 0; slot < 256; slot++) {
      seen += counted[slot] as number
      if (2 * seen >= (sizes[bin] as number)) return Math.max(-14, Math.min(14, slot - 128))
    }
    return 0
  })
  if (shift.every(each => Math.abs(each) < 2)) return { film, raw }
  const toned = raw.map(value => {
    if (value < 0) return value
    const place = Math.min(toneBins - 1, Math.max(0, value / 16 - 0.5))
    const low = place | 0
    const high = Math.min(toneBins - 1, low + 1)
    return value + (shift[low] as number) * (low + 1 - place) + (shift[high] as number) * (place - low)
  })
  return { film, raw: toned }
}

/** Per cell: the mean difference, less what a shift of half a pixel would make of the recording's own edges. */
function differenceOf({ film, raw }: Laid, width: number, height: number): Difference {
  const [columns, rows] = [Math.floor(width / cell), Math.floor(height / cell)]
  const off = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let edge = 0
      let count = 0
      let bare = 0
      for (let y = row * cell; y < (row + 1) * cell; y++)
        for (let x = column * cell; x < (column + 1) * cell; x++) {
          const at = y * width + x
          const value = raw[at] as number
          if (value < 0) {
            if (value === nothing) bare++
            continue
          }
          count++
          sum += Math.abs(value - (film[at] as number))
          if (
            x + 1 < width &&
            y + 1 < height &&
            (raw[at + 1] as number) >= 0 &&
            (raw[at + width] as number) >= 0
          )
            edge += Math.abs((raw[at + 1] as number) - value) + Math.abs((raw[at + width] as number) - value)
        }
      off[row * columns + column] =
        bare > (cell * cell) / 2
          ? uncovered(film, row, column, width)
          : count < (cell * cell) / 2
            ? 0
            : Math.max(0, sum / count - 0.32 * (edge / count))
    }
  return { off, columns, rows }
}

/** Where no recording lies, what is not a bar differs as much as can be. */
const foreign = 30

function uncovered(film: Uint8Array, row: number, column: number, width: number): number {
  let low = 255
  let high = 0
  for (let y = row * cell; y < (row + 1) * cell; y++)
    for (let x = column * cell; x < (column + 1) * cell; x++) {
      const value = film[y * width + x] as number
      if (value < low) low = value
      if (value > high) high = value
    }
  return high > 60 || high - low > 9 ? foreign : 0
}

interface Steady extends Difference {
  /** The same, as it is on the mean over neighbouring samples: coding comes and goes. */
  readonly mean: Float32Array
}

function averaged(differences: readonly Difference[]): readonly Steady[] {
  return differences.map((each, k) => {
    const around = differences.slice(Math.max(0, k - 2), k + 3)
    const mean = Float32Array.from(
      each.off,
      (_, at) => around.reduce((sum, { off }) => sum + (off[at] as number), 0) / around.length,
    )
    return { ...each, mean }
  })
}

/** Cells that differ more than the frame's own usual difference explains. */
function hotCells({ off, mean }: Steady): Uint8Array {
  // Half of the picture may be something else: what is usual is told by the better part.
  const sorted = mean.slice().sort()
  const usual = 1.4 * (sorted[Math.floor(sorted.length * 0.4)] as number)
  const limit = Math.max(3.6, 2 * usual + 2)
  return Uint8Array.from(mean, (value, at) => (value > limit && (off[at] as number) > 0.6 * limit ? 1 : 0))
}

/** Boxes around cells that touch or nearly touch (one cell between), of at least three cells. */
function joined(hot: Uint8Array, columns: number, rows: number): readonly Box[] {
  const seen = new Uint8Array(hot.length)
  const boxes: Box[] = []
  for (let start = 0; start < hot.length; start++) {
    if (!hot[start] || seen[start]) continue
    const waiting = [start]
    seen[start] = 1
    let [left, top, right, low, count] = [columns, rows, 0, 0, 0]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const x = at % columns
      const y = (at - x) / columns
      count++
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      low = Math.max(low, y)
      for (let ny = Math.max(0, y - 2); ny <= Math.min(rows - 1, y + 2); ny++)
        for (let nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx++) {
          const next = ny * columns + nx
          if (!hot[next] || seen[next]) continue
          seen[next] = 1
          waiting.push(next)
        }
    }
    if (count >= 5) boxes.push([left, top, right - left + 1, low - top + 1])
  }
  return boxes
}

function overlapShare(one: Box, two: Box): number {
  const w = Math.min(one[0] + one[2], two[0] + two[2]) - Math.max(one[0], two[0])
  const h = Math.min(one[1] + one[3], two[1] + two[3]) - Math.max(one[1], two[1])
  return (Math.max(0, w) * Math.max(0, h)) / Math.min(one[2] * one[3], two[2] * two[3])
}

function around(one: Box, two: Box): Box {
  const [left, top] = [Math.min(one[0], two[0]), Math.min(one[1], two[1])]
  return [
    left,
    top,
    Math.max(one[0] + one[2], two[0] + two[2]) - left,
    Math.max(one[1] + one[3], two[1] + two[3]) - top,
  ]
}

function addCover(cover: Float32Array, hot: Uint8Array, [x, y, w, h]: Box, columns: number): Float32Array {
  for (let row = y; row < y + h; row++)
    for (let column = x; column < x + w; column++) {
      const at = row * columns + column
      cover[at] = (cover[at] as number) + (hot[at] as number)
    }
  return cover
}

/** The box of the cells that were seen in a good part of the samples, without what hangs on to the side of a full one. */
function tightBox(cover: Float32Array, columns: number, rows: number, samples: number): Box | null {
  const least = Math.max(1, 0.34 * samples)
  const isSeen = (x: number, y: number) => (cover[y * columns + x] as number) >= least
  let [left, top, right, low] = [columns, rows, -1, -1]
  for (let at = 0; at < cover.length; at++) {
    if ((cover[at] as number) < least) continue
    const x = at % columns
    const y = (at - x) / columns
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    low = Math.max(low, y)
  }
  if (right < left) return null
  const shareOf = (count: number, isHot: (n: number) => boolean) => {
    let hot = 0
    for (let n = 0; n < count; n++) if (isHot(n)) hot++
    return hot / count
  }
  const [height, width] = [low - top + 1, right - left + 1]
  const [x0, x1] = fullPart(left, right, x => shareOf(height, n => isSeen(x, top + n)))
  const [y0, y1] = fullPart(top, low, y => shareOf(width, n => isSeen(left + n, y)))
  return [x0, y0, x1 - x0 + 1, y1 - y0 + 1]
}

/** Leaves out thin ends where a good part of the rest is full: a caption beside the other half of a split screen. */
function fullPart(first: number, last: number, fullness: (n: number) => number): readonly [number, number] {
  const shares = Array.from({ length: last - first + 1 }, (_, n) => fullness(first + n))
  if (shares.filter(each => each > 0.8).length < 0.3 * shares.length) return [first, last]
  let [from, to] = [first, last]
  while (from < to && (shares[from - first] as number) < 0.34) from++
  while (to > from && (shares[to - first] as number) < 0.34) to--
  return [from, to]
}

/** Hidden where nearly all of the box differs and less detail is left than the recording has; else something is drawn over it. */
function kindOf({ film, raw }: Laid, [x0, y0, w, h]: Box, width: number): 'redaction' | 'overlay' {
  let [own, left, both, ff, rr, fs, rs, count] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let y = y0 + 1; y < y0 + h - 1; y++)
    for (let x = x0 + 1; x < x0 + w - 1; x++) {
      const at = y * width + x
      const [f, r] = [film[at] as number, raw[at] as number]
      if (r < 0) continue
      own += Math.abs((raw[at + 1] as number) - r) + Math.abs((raw[at + width] as number) - r)
      left += Math.abs((film[at + 1] as number) - f) + Math.abs((film[at + width] as number) - f)
      both += f * r
      ff += f * f
      rr += r * r
      fs += f
      rs += r
      count++
    }
  if (count < 20) return 'overlay'
  const spread = Math.sqrt(Math.max(0, ff / count - (fs / count) ** 2))
  const likeness =
    (both / count - (fs / count) * (rs / count)) /
    (spread * Math.sqrt(Math.max(1, rr / count - (rs / count) ** 2)) + 1)
  // A filled box is flat; a blur or mosaic keeps what is large and loses what is fine.
  if (spread < 7) return 'redaction'
  const isSofter = left < 0.8 * own
  return isSofter && likeness > 0.3 ? 'redaction' : 'overlay'
}

export function regionEdit({ from, to, box, kind }: Region, film: Levels): Edit {
  return { kind, start: from, end: to, region: scaled(box, film), score: 0.7 }
}
