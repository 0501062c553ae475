/** Where a film's frames differ from the recording they show, in cells of four by four pixels of the small picture. */
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
/** Detail, in grey levels from pixel to pixel, below which none can be told to be lost. */
const leastDetail = 3.5
/** A part of the detail that coding takes, in a cell where it takes much. */
const codedDetail = 0.55

export interface Looked {
  /** Frames earlier or later in the recording than the run is taken to show. */
  readonly moved?: number
  readonly window?: Window
  readonly light?: FrameLight
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

export class Differences {
  readonly columns: number
  readonly rows: number
  readonly #segment: Segment
  readonly #film: Levels
  readonly #raw: Levels
  readonly #light: RunLight
  #usual = 0.9
  readonly #strengths = new Map<number, number>()
  readonly #softened = new Map<number, Uint8Array>()

  constructor(segment: Segment, film: Levels, raw: Levels, light: RunLight) {
    this.#segment = segment
    this.#film = film
    this.#raw = raw
    this.#light = light
    this.columns = Math.floor(film.width(0) / cell)
    this.rows = Math.floor(film.height(0) / cell)
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

  /** The n-th frame of the run. */
  lit(n: number, asked: Looked = {}): LitFrame {
    const { moved, window = this.whole } = asked
    const own = laidLuma(this.#segment, this.#film, this.#raw, n, moved, window)
    const film = this.#soft(n)
    const width = this.#film.width(0)
    const [left, top, right, bottom] = window
    const each = (what: (value: number) => number) => {
      for (let y = top; y < bottom; y++)
        for (let at = y * width + left; at < y * width + right; at++)
          if ((own[at] as number) >= 0) own[at] = Math.max(0, what(own[at] as number))
    }
    each(value => toned(this.#light, value))
    const light = asked.light ?? frameLight(film, own, 5)
    const { gain, lift } = light
    if (Math.abs(gain - 1) > 0.004 || Math.abs(lift) > 0.3) each(value => gain * value + lift)
    return { n, asked, film, raw: own, light }
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
    const { columns, rows } = this
    const { film, raw } = lit
    const width = this.#film.width(0)
    const height = this.#film.height(0)
    const out = new Float32Array(columns * rows)
    const own = new Float32Array(columns * rows)
    const left = new Float32Array(columns * rows)
    const [c0, r0, c1, r1] = this.#cellsOf(lit.asked.window ?? this.whole)
    const spared = this.#sparedAt(lit.n)
    for (let row = r0; row < r1; row++)
      for (let column = c0; column < c1; column++) {
        let [sum, count, bare, detail, shown] = [0, 0, 0, 0, 0]
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
              detail += Math.abs(next - value) + Math.abs(under - value)
              shown +=
                Math.abs((film[at + 1] as number) - seen) + Math.abs((film[at + width] as number) - seen)
            }
          }
        const at = row * columns + column
        if (bare === cell * cell) out[at] = uncovered(film, row, column, width)
        else if (count >= (cell * cell) / 2) {
          out[at] = sum / count
          own[at] = detail / count
          left[at] = shown / count
        }
      }
    this.#addColour(lit, out)
    const lost = lostDetail(own, left, columns, [c0, r0, c1, r1])
    // A window may be all blurred: what coding leaves is told by whole frames.
    if (lit.asked.window === undefined && lost.usual !== null) this.#usual = lost.usual
    for (const [at, detail, seen] of lost.told)
      out[at] = (out[at] as number) + 1.5 * Math.max(0, codedDetail * this.#usual * detail - seen)
    return out
  }

  /** The same pixel by pixel, in the window that was asked for; rows of its width. */
  pixels(lit: LitFrame): Float32Array {
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
        if (value === nothing) out[n] = shown > darkBar ? foreign : 0
        if (value < 0) continue
        if (Math.abs(shown - value) > coded) out[n] = beyond(shown, raw, x, y, at, width, height, spared)
        if (x + 1 >= right || y + 1 >= bottom) continue
        const [next, under] = [raw[at + 1] as number, raw[at + width] as number]
        if (next < 0 || under < 0) continue
        own[n] = Math.abs(next - value) + Math.abs(under - value)
        seen[n] = Math.abs((film[at + 1] as number) - shown) + Math.abs((film[at + width] as number) - shown)
      }
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
    return out
  }

  /** The recording's colours as the film's run shows them. */
  #colours({
    n,
    light,
    asked: { moved, window = this.whole, light: known },
  }: LitFrame): readonly [Float32Array, Float32Array] {
    const [u, v] = laidColour(this.#segment, this.#film, this.#raw, n, moved, window)
    const { colours, tint } = this.#light
    for (let at = 0; at < u.length; at++) {
      const [x, y] = [(u[at] as number) - 128, (v[at] as number) - 128]
      if (x < -128) continue
      u[at] = 128 + colours[0] * x + colours[1] * y + tint[0]
      v[at] = 128 + colours[2] * x + colours[3] * y + tint[1]
    }
    if (Math.abs(light.gain - 1) < 0.05) return [u, v]
    const strength = known
      ? (this.#strengths.get(n) ?? 1)
      : frameColour(this.#film.pictures.colour(this.#segment.from + n), u, v)
    if (!known) this.#strengths.set(n, strength)
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
  const [p, q] = [seen[at] as number, seen[u.length + at] as number]
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
  const [x0, x1] = [Math.max(-x, -reach), Math.min(width - 1 - x, reach)]
  const [y0, y1] = [Math.max(-y, -reach), Math.min(height - 1 - y, reach)]
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

interface Detail {
  /** Of cells in which the recording has detail: how much it has, and how much the film. */
  readonly told: readonly (readonly [at: number, detail: number, seen: number])[]
  /** The share that the film has in the middle one of them. */
  readonly usual: number | null
}

function lostDetail(
  own: Float32Array,
  left: Float32Array,
  columns: number,
  [c0, r0, c1, r1]: Window,
): Detail {
  const around = (of: Float32Array, x: number, y: number) => {
    let [sum, count] = [0, 0]
    for (let ny = Math.max(r0, y - 1); ny <= Math.min(r1 - 1, y + 1); ny++)
      for (let nx = Math.max(c0, x - 1); nx <= Math.min(c1 - 1, x + 1); nx++, count++)
        sum += of[ny * columns + nx] as number
    return sum / count
  }
  const shares: number[] = []
  const told: (readonly [at: number, detail: number, seen: number])[] = []
  for (let y = r0; y < r1; y++)
    for (let x = c0; x < c1; x++) {
      const at = y * columns + x
      if ((own[at] as number) === 0) continue
      const detail = around(own, x, y)
      if (detail < leastDetail) continue
      const seen = around(left, x, y)
      told.push([at, detail, seen])
      shares.push(seen / detail)
    }
  if (shares.length < 8) return { told, usual: null }
  shares.sort((a, b) => a - b)
  return { told, usual: Math.min(1, shares[shares.length >> 1] as number) }
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
