/** Where a film's frames differ from the recording they show, in cells of four by four pixels of the small picture. */
import { type Around, cell, cellNumbers, ofCell } from './around-kernels.ts'
import { peaks, type Spared } from './beyond-around.ts'
import {
  addColours,
  addLostPixels,
  addMeans,
  foreign,
  leastDetail,
  putPixels,
  putSteps,
  recolour,
  strengthen,
  tonedIn,
} from './difference-rows.ts'
import { type Detail, noDetail } from './gone-detail.ts'
import { asSoft, laidColour, laidLuma, laidQuarter, scaleOf, type Window } from './laid.ts'
import { type FrameLight, frameColour, frameLight, frameSaturation, type RunLight, toned } from './light.ts'
import { type LightPart, lightIn } from './light-parts.ts'
import type { Levels } from './pictures.ts'
import { ranked } from './ranked.ts'
import type { Segment } from './segments.ts'
import { WindowedPlanes } from './windowed-planes.ts'

/** Pixels of a cell. */
const area = cell * cell

/** Differences that coding makes anywhere, in grey levels of one pixel. */
const coded = 2
const darkBar = 60
/** A part of the detail that coding takes, in a cell where it takes much. */
const codedDetail = 0.55

/** Saturations by which a frame shows colours clearly otherwise than its run: by less, and by less of a part, coding does. */
const leastOther = 0.2
const clearlyOther = 0.28
const mostDarkened = 0.15
const faintly = 0.1

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

/** Frames that are kept as soft as the recording: what is found in some is looked at again. */
const mostSoftened = 48

interface LookedCells {
  readonly cells: Float32Array
  readonly detail: Detail
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
  readonly #lightParts: readonly LightPart[]
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
  readonly #saturations = new Map<number, number | null>()
  readonly #softened = new Map<number, Uint8Array>()
  #tonesOf: FrameLight | null = null
  readonly #out: Float32Array
  readonly #own: Float32Array
  readonly #left: Float32Array
  readonly #windowed: WindowedPlanes
  readonly #windowedColour: WindowedPlanes

  constructor(segment: Segment, film: Levels, raw: Levels, lights: readonly LightPart[]) {
    this.#segment = segment
    this.#film = film
    this.#raw = raw
    this.#lightParts = lights
    this.#plane = new Float32Array(film.width(0) * film.height(0))
    this.#quarter = new Float32Array(film.width(2) * film.height(2))
    const half = film.width(1) * film.height(1)
    this.#colour = [new Float32Array(half), new Float32Array(half)]
    this.columns = Math.floor(film.width(0) / cell)
    this.rows = Math.floor(film.height(0) / cell)
    const cells = this.columns * this.rows
    this.#out = new Float32Array(cells)
    this.#own = new Float32Array(cells)
    this.#left = new Float32Array(cells)
    this.#windowed = new WindowedPlanes({ width: film.width(0), height: film.height(0) }, 1)
    this.#windowedColour = new WindowedPlanes({ width: film.width(1), height: film.height(1) }, 2)
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
    const own = laidQuarter(this.#segment, this.#film, this.#raw, n, this.#quarter)
    const usual = lightIn(this.#lightParts, n)
    tonedAll(usual, own)
    const light = frameLight(this.#film.at(this.#segment.from + n, 2), own, 1)
    this.#lights.set(n, light)
    return light
  }

  /** How saturated a frame shows the recording, where it is clearly another than its run's; else what the run has. */
  saturationAt(n: number): number | null {
    const known = this.#saturations.get(n)
    if (known !== undefined) return known
    const usual = lightIn(this.#lightParts, n).saturation
    // What is darkened, as by a fade, loses colour with its light; of a run that is dark for the most part the others have their own.
    const isAsLight = this.lightAt(n).gain > 1 - mostDarkened
    const own = isAsLight ? frameSaturation(n, this.#segment, this.#film, this.#raw) : usual
    const isOther =
      own !== null &&
      usual !== null &&
      Math.abs(own - usual) > leastOther &&
      Math.abs(Math.log((own + faintly) / (usual + faintly))) > clearlyOther
    this.#saturations.set(n, isOther ? own : usual)
    return isOther ? own : usual
  }

  /** What a tone of the recording, in quarters of a grey level, is in the light of a frame. */
  #tonesIn(n: number, light: FrameLight): Float32Array {
    const table = this.#table
    if (this.#tonesOf === light) return table
    this.#tonesOf = light
    const { gain, lift } = light
    putTones(lightIn(this.#lightParts, n), gain, lift, table)
    return table
  }

  /** The n-th frame of the run. What is asked for without a window is written over by the next such asking. */
  lit(n: number, asked: Looked = {}): LitFrame {
    return this.#litInto(n, asked, asked.window ? undefined : this.#plane)
  }

  #litInto(n: number, asked: Looked, into: Float32Array | undefined): LitFrame {
    const { moved, window } = asked
    const own = laidLuma(this.#segment, this.#film, this.#raw, n, { moved, window, into })
    const light = this.lightAt(n)
    const tones = this.#tonesIn(n, light)
    const width = this.#film.width(0)
    tonedIn(own, width, window ?? this.whole, tones)
    return { n, asked, film: this.#soft(n), raw: own, light }
  }

  #soft(n: number): Uint8Array {
    const frame = this.#segment.from + n
    const known = this.#softened.get(frame)
    if (known) return known
    const film = asSoft(this.#film.at(frame, 0), this.#film.pictures, scaleOf(this.#segment, n))
    if (this.#softened.size > mostSoftened) this.#softened.clear()
    this.#softened.set(frame, film)
    return film
  }

  /**
   * How much each cell of the n-th frame differs, in grey levels: beyond what a shift by a pixel makes, in colour, and in detail that is gone. Written over by
   * the next asking.
   */
  cells(n: number, asked: Looked = {}): Float32Array {
    return this.#cellsOf(this.#brieflyLit(n, asked), null)
  }

  /** The same, and the detail of each cell: squares of a mosaic have edges, but others than the recording. */
  looked(n: number, asked: Looked = {}): LookedCells {
    const detail = noDetail(this.columns * this.rows)
    const lit = this.#brieflyLit(n, asked)
    return { cells: this.#cellsOf(lit, detail), detail, light: lit.light }
  }

  /** As `lit`, to be looked at before the next one is. */
  #brieflyLit(n: number, asked: Looked): LitFrame {
    const { window } = asked
    return this.#litInto(n, asked, window ? this.#windowed.planesFor(window)[0] : this.#plane)
  }

  #cellsOf(lit: LitFrame, kept: Detail | null): Float32Array {
    const window = this.#cellsIn(lit.asked.window ?? this.whole)
    this.#out.fill(0)
    const { n, film, raw } = lit
    const grid = { width: this.#film.width(0), height: this.#film.height(0) }
    const pixels: Window = [window[0] * cell, window[1] * cell, window[2] * cell, window[3] * cell]
    const sums = this.#film.kernels.cells(film, raw, grid, pixels, coded, this.#sparedAt(n))
    const from = { window, columns: this.columns, rows: this.rows, sums }
    putUncovered(from, film, this.#film.width(0), this.#out)
    putCells(from, this.#own, this.#left, this.#out)
    if (kept) keepDetail(from, kept)
    this.#addColour(lit, window)
    this.#addLost(window, lit.asked.window === undefined)
    return this.#out
  }

  /** How far pixels of a window lie outside of what is around them. */
  #around({ n, film, raw }: LitFrame, window: Window): Around {
    const grid = { width: this.#film.width(0), height: this.#film.height(0) }
    return this.#film.kernels.beyond(film, raw, grid, window, coded, this.#sparedAt(n))
  }

  /** The share of the recording's detail that the film has where it has little else: what coding and scaling leave. */
  get usualDetail(): number {
    return this.#usual
  }

  /** Where the recording has detail, and the film far less of it than it has elsewhere. A window may be all blurred: what is usual is told by whole frames. */
  #addLost(window: Window, isWhole: boolean): void {
    const { columns } = this
    const details = this.#details
    const seens = this.#seens
    const shares = this.#shares
    const told = putDetails(this.#own, this.#left, window, columns, details, seens, shares)
    if (isWhole && told > 8) this.#usual = Math.min(1, ranked(shares, told, told >> 1))
    addLost(details, seens, codedDetail * this.#usual, window, columns, this.#out)
  }

  /** The same pixel by pixel, in the window that was asked for; rows of its width. */
  pixels(lit: LitFrame): PixelDifferences {
    const { film, raw } = lit
    const width = this.#film.width(0)
    const [left, top, right, bottom] = lit.asked.window ?? this.whole
    const w = right - left
    const around = this.#around(lit, [left, top, right, bottom])
    const out = new Float32Array(w * (bottom - top))
    const own = new Float32Array(out.length)
    const seen = new Float32Array(out.length)
    for (let y = top; y < bottom; y++) {
      const at = y * width + left
      const off = around.start + (y - top) * around.stride
      putPixels(film, raw, at, w, around.values, off, out, (y - top) * w)
      if (y + 1 < bottom) putSteps(film, raw, at, w - 1, width, own, seen, (y - top) * w)
    }
    const luma = out.slice()
    for (let y = 1; y < bottom - top - 1; y++)
      addLostPixels(own, seen, y * w + 1, (y + 1) * w - 1, w, codedDetail * this.#usual, out)
    const ch = this.#film.height(1)
    const last = this.#film.width(1) - 1
    const first = Math.min(last, left >> 1)
    const end = Math.min(last, (right - 1) >> 1) + 1
    const line = (y: number) => Math.min(ch - 1, y >> 1)
    const colours = this.#coloursAround(lit, [first, line(top), end, line(bottom - 1) + 1])
    for (let y = top; y < bottom; y++) {
      const from = colours.start + (line(y) - line(top)) * colours.stride
      addColours(colours.values, from, left, right, first, end - first, out, (y - top) * w)
    }
    return { all: out, luma }
  }

  /** The recording's colours as the film's run shows them; written over by the next asking. */
  #colours({ n, light, asked }: LitFrame): readonly Float32Array[] {
    const isPlain = Math.abs(light.gain - 1) < 0.05
    // Told by whole frames only.
    const strength = isPlain ? 1 : this.#strengthAt(n)
    const planes = this.#runColours(n, asked)
    if (isPlain) return planes
    const [left, top, right, bottom] = this.#colourWindow(asked.window)
    const width = this.#film.width(1)
    for (const plane of planes)
      for (let y = top; y < bottom; y++) strengthen(plane, y * width + left, y * width + right, strength)
    return planes
  }

  #strengthAt(n: number): number {
    const known = this.#strengths.get(n)
    if (known !== undefined) return known
    const [u, v] = this.#runColours(n, {}) as [Float32Array, Float32Array]
    const strength = frameColour(this.#film.pictures.colour(this.#segment.from + n), u, v)
    this.#strengths.set(n, strength)
    return strength
  }

  /** In the colours of the run, whatever the light of the frame is. */
  #runColours(n: number, { moved, window }: Looked): readonly Float32Array[] {
    const [left, top, right, bottom] = this.#colourWindow(window)
    const planes = window ? this.#windowedColour.planesFor([left, top, right, bottom]) : this.#colour
    const [u, v] = laidColour(this.#segment, this.#film, this.#raw, n, { moved, window }, planes)
    const { tint } = lightIn(this.#lightParts, n)
    const colours = this.#coloursAt(n)
    const width = this.#film.width(1)
    for (let y = top; y < bottom; y++) recolour(u, v, y * width + left, y * width + right, colours, tint)
    return planes
  }

  /** The window in pixels of colour, and those beside it, which are looked at as well. */
  #colourWindow([left, top, right, bottom]: Window = this.whole): Window {
    return [
      Math.max(0, (left >> 1) - 1),
      Math.max(0, (top >> 1) - 1),
      Math.min(this.#film.width(1), ((right + 1) >> 1) + 1),
      Math.min(this.#film.height(1), ((bottom + 1) >> 1) + 1),
    ]
  }

  /** The run's colours, stronger or weaker in a frame that shows them otherwise. */
  #coloursAt(n: number): RunLight['colours'] {
    const { colours, saturation: usual } = lightIn(this.#lightParts, n)
    const own = this.saturationAt(n)
    if (own === usual || own === null || usual === null) return colours
    if (usual < leastOther) return [own, 0, 0, own]
    const over = own / usual
    return [over * colours[0], over * colours[1], over * colours[2], over * colours[3]]
  }

  #cellsIn([left, top, right, bottom]: Window): Window {
    return [
      Math.floor(left / cell),
      Math.floor(top / cell),
      Math.min(this.columns, Math.floor(right / cell)),
      Math.min(this.rows, Math.floor(bottom / cell)),
    ]
  }

  #addColour(lit: LitFrame, [c0, r0, c1, r1]: Window): void {
    const half = cell / 2
    const [width, height] = [this.#film.width(1), this.#film.height(1)]
    const left = c0 * half
    const right = Math.min(width, c1 * half)
    const around = this.#coloursAround(lit, [left, r0 * half, right, Math.min(height, r1 * half)])
    for (let row = r0; row < r1; row++) {
      const lines = Math.min(half, height - row * half)
      const from = around.start + (row - r0) * half * around.stride
      addMeans(around, from, lines, right - left, half, this.#out, row * this.columns + c0)
    }
  }

  /** The same of colours, the window in their pixels. */
  #coloursAround(lit: LitFrame, window: Window): Around {
    const [u, v] = this.#colours(lit) as [Float32Array, Float32Array]
    const seen = this.#film.pictures.colour(this.#segment.from + lit.n)
    const grid = { width: this.#film.width(1), height: this.#film.height(1) }
    return this.#film.kernels.colours(seen, u, v, grid, window)
  }
}

/** The numbers that the cells of a window come to, one cell after another. */
interface Sums {
  readonly window: Window
  readonly columns: number
  readonly rows: number
  readonly sums: Float64Array
}

// Loops by themselves: what is called often is compiled once and for all.

function putUncovered(
  { window, columns, sums }: Sums,
  film: Uint8Array,
  width: number,
  out: Float32Array,
): void {
  const [c0, r0, c1, r1] = window
  for (let row = r0, from: number = ofCell.bare; row < r1; row++)
    for (let column = c0; column < c1; column++, from += cellNumbers)
      if (sums[from] === area) out[row * columns + column] = uncovered(film, row, column, width)
}

/** What differs in each cell, and how much detail it has. */
function putCells(
  { window, columns, rows, sums }: Sums,
  own: Float32Array,
  left: Float32Array,
  out: Float32Array,
): void {
  const [c0, r0, c1, r1] = window
  for (let row = r0, from = 0; row < r1; row++)
    for (let column = c0; column < c1; column++, from += cellNumbers) {
      const at = row * columns + column
      const count = sums[from + ofCell.count] as number
      const isWhole = isWholeCell(count, row, column, rows, columns)
      own[at] = isWhole ? (sums[from + ofCell.detail] as number) / count : 0
      left[at] = isWhole ? (sums[from + ofCell.shown] as number) / count : 0
      if (isWhole) out[at] = (sums[from + ofCell.off] as number) / count
    }
}

function keepDetail({ window, columns, rows, sums }: Sums, kept: Detail): void {
  const [c0, r0, c1, r1] = window
  for (let row = r0, from = 0; row < r1; row++)
    for (let column = c0; column < c1; column++, from += cellNumbers) {
      const at = row * columns + column
      const count = sums[from + ofCell.count] as number
      if (!isWholeCell(count, row, column, rows, columns)) continue
      kept.square[at] = sums[from + ofCell.square] as number
      kept.seen[at] = sums[from + ofCell.seen] as number
      kept.alike[at] = sums[from + ofCell.alike] as number
      kept.peak[at] = sums[from + ofCell.peak] as number
      kept.pixels[at] = count
    }
}

/** Where a cell lies is asked first: most have all of their pixels, and what was never asked would have to be compiled again once it is. */
function isWholeCell(count: number, row: number, column: number, rows: number, columns: number): boolean {
  return count >= (isOutermost(row, column, rows, columns) ? area / 2 : area)
}

/** What detail the recording has around each cell, where it has enough, and what the film has there; how many such there are, and their shares. */
function putDetails(
  own: Float32Array,
  left: Float32Array,
  window: Window,
  columns: number,
  details: Float32Array,
  seens: Float32Array,
  shares: Float32Array,
): number {
  const [c0, r0, c1, r1] = window
  let told = 0
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
  return told
}

function addLost(
  details: Float32Array,
  seens: Float32Array,
  usual: number,
  window: Window,
  columns: number,
  out: Float32Array,
): void {
  const [c0, r0, c1, r1] = window
  for (let y = r0; y < r1; y++)
    for (let at = y * columns + c0, end = y * columns + c1; at < end; at++) {
      const detail = details[at] as number
      if (detail === 0) continue
      const lost = usual * detail - (seens[at] as number)
      if (lost > 0) out[at] = (out[at] as number) + 1.5 * lost
    }
}

/** The tones of a picture in the light of its run; what it has none of stays. */
function tonedAll(usual: RunLight, picture: Float32Array): void {
  for (let at = 0; at < picture.length; at++) {
    const value = picture[at] as number
    if (value >= 0) picture[at] = toned(usual, value)
  }
}

/** What each tone, in quarters of a grey level, is in the light of a frame. */
function putTones(usual: RunLight, gain: number, lift: number, table: Float32Array): void {
  for (let at = 0; at < table.length; at++)
    table[at] = Math.max(0, gain * Math.max(0, toned(usual, Math.min(255, at / 4))) + lift)
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
