/** Where a film's frames differ from the recording they show, in cells of four by four pixels of the small picture. */
import { type Detail, noDetail } from './gone-detail.ts'
import { asSoft, laidColour, laidLuma, nothing, scaleOf, type Window } from './laid.ts'
import { type FrameLight, frameColour, frameLight, type RunLight, toned } from './light.ts'
import type { Levels } from './pictures.ts'
import type { Segment } from './segments.ts'

export const cell = 4

/** Differences that coding makes anywhere, in grey levels of one pixel. */
const coded = 2
const codedColour = 3
/** Where no recording lies, what is not a bar differs as much as can be. */
const foreign = 30
const darkBar = 60
const black = 16
const nearBlack = 6
/** Detail, in grey levels from pixel to pixel, below which none can be told to be lost. */
const leastDetail = 3.5
/** A part of the detail that coding takes, in a cell where it takes much. */
const codedDetail = 0.55

export interface Looked {
  /** Frames earlier or later in the recording than the run is taken to show. */
  readonly moved?: number
  readonly window?: Window
}

/** One frame of a run, film and recording pixel by pixel; only in the window that was asked for. */
export interface LitFrame {
  readonly n: number
  readonly asked: Looked
  readonly film: Uint8Array
  /** In the film's light; below 0 where the film shows none of it. */
  readonly raw: Float32Array
  /** Over what the run's light is. */
  readonly light: FrameLight
}

/** In rows of the window that was asked for. */
export interface PixelDifferences {
  readonly all: Float32Array
  /** Without what colour and the pixels around each tell, which are not known to the pixel. */
  readonly luma: Float32Array
}

export class Differences {
  readonly columns: number
  readonly rows: number
  readonly #segment: Segment
  readonly #film: Levels
  readonly #raw: Levels
  readonly #light: RunLight
  #usual = 0.9
  readonly #lights = new Map<number, FrameLight>()
  readonly #details: Float32Array
  readonly #seens: Float32Array
  readonly #shares: Float32Array
  readonly #table = new Float32Array(4 * 256 + 1)
  readonly #plane: Float32Array
  readonly #quarter: Float32Array
  readonly #colour: readonly [Float32Array, Float32Array]
  readonly #strengths = new Map<number, number>()
  readonly #softened = new Map<number, Uint8Array>()

  constructor(segment: Segment, film: Levels, raw: Levels, light: RunLight) {
    this.#segment = segment
    this.#film = film
    this.#raw = raw
    this.#light = light
    this.#plane = new Float32Array(film.width(0) * film.height(0))
    this.#quarter = new Float32Array(film.width(2) * film.height(2))
    const half = film.width(1) * film.height(1)
    this.#colour = [new Float32Array(half), new Float32Array(half)]
    this.columns = Math.floor(film.width(0) / cell)
    this.rows = Math.floor(film.height(0) / cell)
    const cells = this.columns * this.rows
    this.#details = new Float32Array(cells)
    this.#seens = new Float32Array(cells)
    this.#shares = new Float32Array(cells)
  }

  /** How far a map may be off, and how much thin lines: the more, the larger a pixel of the recording became. */
  #sparedAt(n: number): Spared {
    const scale = scaleOf(this.#segment, n)
    return {
      reach: scale > 1.3 || this.#segment.maps.length > 1 ? 2 : 1,
      peaks: peaks + 0.3 * Math.max(0, Math.min(1, scale - 1)),
    }
  }

  get whole(): Window {
    return [0, 0, this.#film.width(0), this.#film.height(0)]
  }

  /** The light of a frame over its run's, from pictures of a quarter of the size. */
  lightAt(n: number): FrameLight {
    const known = this.#lights.get(n)
    if (known) return known
    const own = laidLuma(this.#segment, this.#film, this.#raw, n, { level: 2, into: this.#quarter })
    for (let at = 0; at < own.length; at++) {
      const value = own[at] as number
      if (value >= 0) own[at] = toned(this.#light, value)
    }
    const light = frameLight(this.#film.at(this.#segment.from + n, 2), own, 1)
    this.#lights.set(n, light)
    return light
  }

  /** What a tone of the recording, in quarters of a grey level, is in the light of a frame. */
  #tonesIn({ gain, lift }: FrameLight): Float32Array {
    const table = this.#table
    for (let n = 0; n < table.length; n++)
      table[n] = Math.max(0, gain * Math.max(0, toned(this.#light, Math.min(255, n / 4))) + lift)
    return table
  }

  /** The n-th frame of the run. What is asked for without a window is written over by the next such asking. */
  lit(n: number, asked: Looked = {}): LitFrame {
    const { moved, window } = asked
    const into = window ? undefined : this.#plane
    const own = laidLuma(this.#segment, this.#film, this.#raw, n, { moved, window, into })
    const light = this.lightAt(n)
    const tones = this.#tonesIn(light)
    const width = this.#film.width(0)
    const [left, top, right, bottom] = window ?? this.whole
    for (let y = top; y < bottom; y++)
      for (let at = y * width + left, end = y * width + right; at < end; at++) {
        const value = own[at] as number
        if (value >= 0) own[at] = tones[(4 * value + 0.5) | 0] as number
      }
    return { n, asked, film: this.#soft(n), raw: own, light }
  }

  #soft(n: number): Uint8Array {
    const frame = this.#segment.from + n
    const known = this.#softened.get(frame)
    if (known) return known
    const film = asSoft(this.#film.at(frame, 0), this.#film.pictures, scaleOf(this.#segment, n))
    if (this.#softened.size > 8) this.#softened.clear()
    this.#softened.set(frame, film)
    return film
  }

  /** How much each cell differs, in grey levels: beyond what a shift by a pixel makes, in colour, and in detail that is gone. */
  cells(lit: LitFrame): Float32Array {
    return this.looked(lit).cells
  }

  /** The same, and the detail of each cell: squares of a mosaic have edges, but others than the recording. */
  looked(lit: LitFrame): { readonly cells: Float32Array; readonly detail: Detail } {
    const { columns, rows } = this
    const { film, raw } = lit
    const width = this.#film.width(0)
    const height = this.#film.height(0)
    const out = new Float32Array(columns * rows)
    const own = new Float32Array(columns * rows)
    const left = new Float32Array(columns * rows)
    const kept = noDetail(columns * rows)
    const [c0, r0, c1, r1] = this.#cellsOf(lit.asked.window ?? this.whole)
    const spared = this.#sparedAt(lit.n)
    for (let row = r0; row < r1; row++)
      for (let column = c0; column < c1; column++) {
        let sum = 0
        let count = 0
        let bare = 0
        let detail = 0
        let shown = 0
        let [alike, square, other, peak] = [0, 0, 0, 0]
        for (let y = row * cell; y < (row + 1) * cell; y++)
          for (let x = column * cell, at = y * width + x; x < (column + 1) * cell; x++, at++) {
            const value = raw[at] as number
            if (value < 0) {
              if (value === nothing) bare++
              continue
            }
            count++
            const seen = film[at] as number
            if (Math.abs(seen - value) > coded) sum += beyond(seen, raw, x, y, at, width, height, spared)
            const next = raw[at + 1] as number
            const under = raw[at + width] as number
            if (x + 1 < width && y + 1 < height && next >= 0 && under >= 0) {
              const [x1, y1] = [next - value, under - value]
              const x2 = (film[at + 1] as number) - seen
              const y2 = (film[at + width] as number) - seen
              detail += Math.abs(x1) + Math.abs(y1)
              shown += Math.abs(x2) + Math.abs(y2)
              alike += x1 * x2 + y1 * y2
              square += x1 * x1 + y1 * y1
              other += x2 * x2 + y2 * y2
              peak = Math.max(peak, Math.abs(x1), Math.abs(y1))
            }
          }
        const at = row * columns + column
        if (bare === cell * cell) out[at] = uncovered(film, row, column, width)
        else if (
          count === cell * cell ||
          (count >= (cell * cell) / 2 && isOutermost(row, column, rows, columns))
        ) {
          out[at] = sum / count
          own[at] = detail / count
          left[at] = shown / count
          kept.square[at] = square
          kept.seen[at] = other
          kept.alike[at] = alike
          kept.peak[at] = peak
          kept.pixels[at] = count
        }
      }
    this.#addColour(lit, out)
    this.#addLost(out, own, left, [c0, r0, c1, r1], lit.asked.window === undefined)
    return { cells: out, detail: kept }
  }

  /** The share of the recording's detail that the film has where it has little else: what coding and scaling leave. */
  get usualDetail(): number {
    return this.#usual
  }

  /** Where the recording has detail, and the film far less of it than it has elsewhere. A window may be all blurred: what is usual is told by whole frames. */
  #addLost(out: Float32Array, own: Float32Array, left: Float32Array, window: Window, isWhole: boolean): void {
    const { columns } = this
    const [c0, r0, c1, r1] = window
    const [details, seens] = [this.#details, this.#seens]
    let told = 0
    const shares = this.#shares
    for (let y = r0; y < r1; y++)
      for (let x = c0; x < c1; x++) {
        const at = y * columns + x
        details[at] = 0
        if ((own[at] as number) === 0) continue
        const detail = meanAround(own, x, y, columns, window)
        if (detail < leastDetail) continue
        const seen = meanAround(left, x, y, columns, window)
        details[at] = detail
        seens[at] = seen
        shares[told++] = seen / detail
      }
    if (isWhole && told > 8) {
      const sorted = shares.subarray(0, told).sort()
      this.#usual = Math.min(1, sorted[told >> 1] as number)
    }
    for (let y = r0; y < r1; y++)
      for (let at = y * columns + c0, end = y * columns + c1; at < end; at++) {
        const detail = details[at] as number
        if (detail === 0) continue
        const lost = codedDetail * this.#usual * detail - (seens[at] as number)
        if (lost > 0) out[at] = (out[at] as number) + 1.5 * lost
      }
  }

  /** The same pixel by pixel, in the window that was asked for; rows of its width. */
  pixels(lit: LitFrame): PixelDifferences {
    const { film, raw } = lit
    const [width, height] = [this.#film.width(0), this.#film.height(0)]
    const [left, top, right, bottom] = lit.asked.window ?? this.whole
    const w = right - left
    const spared = this.#sparedAt(lit.n)
    const out = new Float32Array(w * (bottom - top))
    const own = new Float32Array(out.length)
    const seen = new Float32Array(out.length)
    for (let y = top, n = 0; y < bottom; y++)
      for (let x = left, at = y * width + x; x < right; x++, at++, n++) {
        const value = raw[at] as number
        const shown = film[at] as number
        if (value === nothing) out[n] = Math.abs(shown - black) > nearBlack ? foreign : 0
        if (value < 0) continue
        if (Math.abs(shown - value) > coded) out[n] = beyond(shown, raw, x, y, at, width, height, spared)
        if (x + 1 >= right || y + 1 >= bottom) continue
        const [next, under] = [raw[at + 1] as number, raw[at + width] as number]
        if (next < 0 || under < 0) continue
        own[n] = Math.abs(next - value) + Math.abs(under - value)
        seen[n] = Math.abs((film[at + 1] as number) - shown) + Math.abs((film[at + width] as number) - shown)
      }
    const luma = out.slice()
    const around = (of: Float32Array, x: number, y: number) => {
      let sum = 0
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) sum += of[(y + dy) * w + x + dx] as number
      return sum / 9
    }
    for (let y = 1; y < bottom - top - 1; y++)
      for (let x = 1; x < w - 1; x++) {
        const detail = around(own, x, y)
        if (detail < leastDetail) continue
        const lost = codedDetail * this.#usual * detail - around(seen, x, y)
        if (lost > 0) out[y * w + x] = (out[y * w + x] as number) + 1.5 * lost
      }
    const [u, v] = this.#colours(lit)
    const colour = this.#film.pictures.colour(this.#segment.from + lit.n)
    const [cw, ch] = [this.#film.width(1), this.#film.height(1)]
    for (let y = top, n = 0; y < bottom; y++)
      for (let x = left; x < right; x++, n++) {
        const [cx, cy] = [Math.min(cw - 1, x >> 1), Math.min(ch - 1, y >> 1)]
        const at = cy * cw + cx
        if ((u[at] as number) < 0) continue
        out[n] = (out[n] as number) + colourBeyond(colour, u, v, cx, cy, at, cw, ch)
      }
    return { all: out, luma }
  }

  /** The recording's colours as the film's run shows them. */
  #colours({ n, light, asked: { moved, window } }: LitFrame): readonly [Float32Array, Float32Array] {
    const [u, v] = laidColour(
      this.#segment,
      this.#film,
      this.#raw,
      n,
      { moved, window },
      window ? [] : this.#colour,
    )
    const { colours, tint } = this.#light
    for (let at = 0; at < u.length; at++) {
      if ((u[at] as number) < 0) continue
      const x = (u[at] as number) - 128
      const y = (v[at] as number) - 128
      u[at] = 128 + colours[0] * x + colours[1] * y + tint[0]
      v[at] = 128 + colours[2] * x + colours[3] * y + tint[1]
    }
    if (Math.abs(light.gain - 1) < 0.05) return [u, v]
    const strength =
      this.#strengths.get(n) ?? frameColour(this.#film.pictures.colour(this.#segment.from + n), u, v)
    // Told by whole frames only.
    if (window === undefined) this.#strengths.set(n, strength)
    for (let at = 0; at < u.length; at++) {
      if ((u[at] as number) < 0) continue
      u[at] = 128 + strength * ((u[at] as number) - 128)
      v[at] = 128 + strength * ((v[at] as number) - 128)
    }
    return [u, v]
  }

  #cellsOf([left, top, right, bottom]: Window): Window {
    return [
      Math.floor(left / cell),
      Math.floor(top / cell),
      Math.min(this.columns, Math.floor(right / cell)),
      Math.min(this.rows, Math.floor(bottom / cell)),
    ]
  }

  #addColour(lit: LitFrame, out: Float32Array): void {
    const { columns } = this
    const [u, v] = this.#colours(lit)
    const seen = this.#film.pictures.colour(this.#segment.from + lit.n)
    const [width, height] = [this.#film.width(1), this.#film.height(1)]
    const half = cell / 2
    const [c0, r0, c1, r1] = this.#cellsOf(lit.asked.window ?? this.whole)
    for (let row = r0; row < r1; row++)
      for (let column = c0; column < c1; column++) {
        let sum = 0
        let count = 0
        for (let y = row * half; y < Math.min(height, (row + 1) * half); y++)
          for (
            let x = column * half, at = y * width + x;
            x < Math.min(width, (column + 1) * half);
            x++, at++
          ) {
            if ((u[at] as number) < 0) continue
            count++
            sum += colourBeyond(seen, u, v, x, y, at, width, height)
          }
        if (count > 0) out[row * columns + column] = (out[row * columns + column] as number) + sum / count
      }
  }
}

function colourBeyond(
  seen: Uint8Array,
  u: Float32Array,
  v: Float32Array,
  x: number,
  y: number,
  at: number,
  width: number,
  height: number,
): number {
  const p = seen[at] as number
  const q = seen[u.length + at] as number
  let off = 0
  if (Math.abs(p - (u[at] as number)) > codedColour)
    off += Math.max(0, beyond(p, u, x, y, at, width, height, sparedColour) - codedColour)
  if (Math.abs(q - (v[at] as number)) > codedColour)
    off += Math.max(0, beyond(q, v, x, y, at, width, height, sparedColour) - codedColour)
  return off
}

/** Lines thinner than a pixel come out weaker or stronger from scaling, by this part of the contrast around them. */
const peaks = 0.3
const sparedColour: Spared = { reach: 1, peaks }

interface Spared {
  /** In pixels. */
  readonly reach: number
  readonly peaks: number
}

/** How far a value lies outside of what the pixels around the same place have. */
function beyond(
  value: number,
  plane: Float32Array,
  x: number,
  y: number,
  at: number,
  width: number,
  height: number,
  { reach, peaks: part }: Spared,
): number {
  let low = plane[at] as number
  let high = low
  const x0 = Math.max(-x, -reach)
  const x1 = Math.min(width - 1 - x, reach)
  const y0 = Math.max(-y, -reach)
  const y1 = Math.min(height - 1 - y, reach)
  for (let dy = y0; dy <= y1; dy++)
    for (let dx = x0, p = at + dy * width + x0; dx <= x1; dx++, p++) {
      const near = plane[p] as number
      if (near < 0) continue
      if (near < low) low = near
      else if (near > high) high = near
    }
  const spare = part * (high - low)
  return Math.max(0, value > high ? value - high - spare : low - value - spare)
}

/** At the film's own edge a cell is cut by what is left out there; anywhere else the recording's picture ends in it, and scaling smears that. */
function isOutermost(row: number, column: number, rows: number, columns: number): boolean {
  return row === 0 || column === 0 || row === rows - 1 || column === columns - 1
}

function meanAround(
  of: Float32Array,
  x: number,
  y: number,
  columns: number,
  [c0, r0, c1, r1]: Window,
): number {
  let sum = 0
  let count = 0
  const last = Math.min(c1 - 1, x + 1)
  for (let ny = Math.max(r0, y - 1); ny <= Math.min(r1 - 1, y + 1); ny++)
    for (let nx = Math.max(c0, x - 1); nx <= last; nx++, count++) sum += of[ny * columns + nx] as number
  return sum / count
}

function uncovered(film: Uint8Array, row: number, column: number, width: number): number {
  let low = 255
  let high = 0
  for (let y = row * cell; y < (row + 1) * cell; y++)
    for (let x = column * cell; x < (column + 1) * cell; x++) {
      const value = film[y * width + x] as number
      if (value < low) low = value
      if (value > high) high = value
    }
  return high > darkBar || high - low > 9 ? foreign : 0
}
