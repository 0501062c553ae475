import { type Affine, areaScale, atLevels, type Box, fromLevels } from './affine.ts'
import { type Alignment, aligned, type Freedom } from './align.ts'
import { type FilmView, type Fit, fitOf, type Viewing, viewOf } from './compare.ts'
import type { Grid } from './picture-kernels.ts'
import type { Levels } from './pictures.ts'
import { lieOf, wholeOnto } from './thumbs.ts'

interface KeptView {
  readonly view: FilmView
  readonly map: Affine
  readonly inside: readonly [number, number, number, number]
  readonly level: number
  readonly grid: Grid
}

/** Pictures narrower than this are not halved. */
const leastDetailed = 200
/** Pixels across a box at the size it is looked at: half of it has some twenty blocks. */
const leastHalved = 80

const mostViewedFrames = 64
const mostViewsOfFrame = 6
const keptViews = new WeakMap<Levels, Map<number, KeptView[]>>()

/** A film and one recording, held against each other at the sizes at which their pixels are about equally large. */
export class Pairing {
  readonly film: Levels
  readonly raw: Levels
  /** From pixels of the recording's level 0 to the film's level 0. */
  readonly map: Affine
  /** The part of the film's frame that may show it, in pixels of level 0. */
  readonly box: Box
  readonly filmLevel: number
  readonly rawLevel: number
  readonly #atLevels: Affine
  readonly #inside: readonly [number, number, number, number]
  readonly #isSmall: boolean
  #coverage: number | null = null
  readonly #filmGrid: Grid
  readonly #rawGrid: Grid

  /** `half` 1 asks for half the usual size, where enough of the picture is left at that; `isSmall` never asks for more. */
  constructor(film: Levels, raw: Levels, map: Affine, box: Box, half: 0 | 1 = 0, isSmall = false) {
    this.film = film
    this.raw = raw
    this.map = map
    this.box = box
    const scale = Math.sqrt(Math.abs(areaScale(map)))
    const usual = film.width(0) >= leastDetailed ? 1 : 0
    this.#isSmall = isSmall
    const coarser =
      (half || isSmall) && box[2] >> usual >= leastHalved && box[3] >> usual >= leastHalved / 2 ? 1 : 0
    const wanted = usual + coarser + Math.round(Math.log2(1 / scale))
    const isShrunk = usual > 0 && wanted > 2 + coarser
    this.filmLevel = (isShrunk ? 0 : usual) + coarser
    this.rawLevel = Math.max(0, Math.min(2 + (coarser > 0 ? 1 : 0), wanted - (isShrunk ? 1 : 0)))
    this.#atLevels = atLevels(map, this.rawLevel, this.filmLevel)
    const s = 2 ** this.filmLevel
    this.#inside = [box[0] / s, box[1] / s, (box[0] + box[2]) / s, (box[1] + box[3]) / s]
    this.#filmGrid = { width: film.width(this.filmLevel), height: film.height(this.filmLevel) }
    this.#rawGrid = { width: raw.width(this.rawLevel), height: raw.height(this.rawLevel) }
  }

  /** The film's frame on the recording's grid; the last ones are kept, for the same is asked for many frames of a recording. */
  view(frame: number): FilmView {
    const kept = keptViews.get(this.film) ?? new Map<number, KeptView[]>()
    keptViews.set(this.film, kept)
    const here = kept.get(frame) ?? []
    const known = here.find(each => this.#isMine(each))
    if (known) return known.view
    const view = viewOf(this.film.kernels, this.#viewing(frame))
    if (here.length >= mostViewsOfFrame) here.shift()
    here.push({ view, map: this.#atLevels, inside: this.#inside, level: this.filmLevel, grid: this.#rawGrid })
    // Asked for last, goes last.
    kept.delete(frame)
    kept.set(frame, here)
    for (const oldest of kept.keys()) {
      if (kept.size <= mostViewedFrames) break
      kept.delete(oldest)
    }
    return view
  }

  #viewing(frame: number): Viewing {
    return {
      film: this.film.at(frame, this.filmLevel),
      filmGrid: this.#filmGrid,
      rawGrid: this.#rawGrid,
      map: this.#atLevels,
      inside: this.#inside,
    }
  }

  #isMine({ map, inside, level, grid }: KeptView): boolean {
    return (
      level === this.filmLevel &&
      grid.width === this.#rawGrid.width &&
      grid.height === this.#rawGrid.height &&
      map.every((value, n) => value === this.#atLevels[n]) &&
      inside.every((value, n) => value === this.#inside[n])
    )
  }

  fit(view: FilmView, rawFrame: number): Fit {
    return fitOf(view, this.raw.at(rawFrame, this.rawLevel))
  }

  /** The map that lays the film's frame best onto the recording's; told for level 0. */
  aligned(frame: number, rawFrame: number, rounds: number, freedom: Freedom = 'affine'): Alignment {
    return this.alignedTo(frame, this.raw.at(rawFrame, this.rawLevel), rounds, freedom)
  }

  /** The same for a picture of the recording's that is a mixture of its frames, at its level. */
  alignedTo(frame: number, raw: Uint8Array, rounds: number, freedom: Freedom = 'affine'): Alignment {
    const found = aligned(this.film.kernels, this.#viewing(frame), raw, rounds, freedom)
    return { ...found, map: fromLevels(found.map, this.rawLevel, this.filmLevel) }
  }

  with(map: Affine, half: 0 | 1 = 0): Pairing {
    return new Pairing(this.film, this.raw, map, this.box, half, this.#isSmall)
  }

  /** The same at half the size from here on: what a recording's noise leaves in its finer pixels, and no film has, is not told from a wrong place. */
  get small(): Pairing {
    return new Pairing(this.film, this.raw, this.map, this.box, 1, true)
  }

  /** The whole of the recording is laid onto its box, plainly, mirrored or turned by quarters. */
  get isWhole(): boolean {
    const whole = wholeOnto(this.raw.width(0), this.raw.height(0), this.box, lieOf(this.map))
    return whole.every((value, n) => Math.abs(value - (this.map[n] as number)) < 1e-6)
  }

  /** The part of its box that the recording covers, as a share of the film's whole frame. */
  get coverage(): number {
    this.#coverage ??= this.#measuredCoverage()
    return this.#coverage
  }

  #measuredCoverage(): number {
    const { width, height } = this.raw.pictures
    const [a, b, c, d, e, f] = this.map
    let inside = 0
    const steps = 12
    // From the film back: points of the box that the recording reaches.
    const determinant = a * e - b * d
    for (let row = 0; row < steps; row++)
      for (let column = 0; column < steps; column++) {
        const u = this.box[0] + (this.box[2] * (column + 0.5)) / steps - c
        const v = this.box[1] + (this.box[3] * (row + 0.5)) / steps - f
        const x = (e * u - b * v) / determinant
        const y = (a * v - d * u) / determinant
        if (x > -1 && y > -1 && x < width && y < height) inside++
      }
    return (
      (inside / steps ** 2) *
      Math.min(1, (this.box[2] * this.box[3]) / (this.film.width(0) * this.film.height(0)))
    )
  }
}

/** How a frame of a recording fits, per block and less what "from nowhere" costs: below 0 it explains the film. */
export function marginOf(view: FilmView, fit: Fit): number {
  const count = view.blocks.length
  return count < 6 ? 1 : (fit.cost - view.noneCost) / count
}

/** Width against height, as a film of another shape that shows the whole of a recording squeezes it. */
export function squeezedBy({ film, raw }: Pairing): number {
  return film.width(0) / film.height(0) / (raw.width(0) / raw.height(0))
}
