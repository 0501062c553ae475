/**
 * Does to a picture made from recordings what the lines say was done to the film's: light, colour and fades, boxes, mosaics and
 * blurs. How strongly is measured on the film's own picture; what was drawn is no recording's and cannot be made again, so it is left out of what is compared.
 */
import type { EditKind } from '../case/index.ts'
import type { StandingLine } from './laid-over.ts'
import { type Box, boxAt, boxSideOf } from './picture-box.ts'
import { mixOf } from './warp.ts'

/** Luma, and chroma at half the size; both sides are even. */
export interface ColourPicture {
  readonly width: number
  readonly height: number
  readonly luma: Uint8Array
  readonly u: Uint8Array
  readonly v: Uint8Array
}

/** What a line says of one frame; `region` in pixels of the pictures, null for all of it. */
export interface Done {
  readonly kind: EditKind
  readonly region: Box | null
}

/** What lines in force say was done to the film's picture at an instant; `scale` is of the pictures against the film's own pixels. */
export function doneAt(
  lines: readonly StandingLine[],
  at: number,
  scale: readonly [x: number, y: number],
): readonly Done[] {
  return lines.flatMap(({ line, status }): readonly Done[] => {
    if (status === 'dismissed' || line.part !== 'picture' || line.from > at || at >= line.to) return []
    const box = boxSideOf(line.kind) === 'region' ? boxAt(line, at) : null
    if (!box) return [{ kind: line.kind, region: null }]
    const [x, y, w, h] = box
    const [across, down] = scale
    const region = [x * across, y * down, w * across, h * down].map(Math.round) as unknown as Box
    return [{ kind: line.kind, region }]
  })
}

export interface MadeLike<P extends ColourPicture> {
  readonly picture: P
  /** Kinds that were made again and left less apart than without. */
  readonly by: readonly EditKind[]
  /** 0 where something was drawn over the film's picture; null where nothing was. */
  readonly bare: Uint8Array | null
}

/** What stands on the film's picture and comes from no recording. */
const drawn: ReadonlySet<EditKind> = new Set(['overlay', 'title', 'black', 'insert'])
const ofLight: ReadonlySet<EditKind> = new Set(['colour', 'fade'])

/** `made` is changed nowhere; where nothing is to be done it comes back as it is. */
export function madeLike<P extends ColourPicture>(
  film: ColourPicture,
  made: P,
  reached: Uint8Array,
  done: readonly Done[],
): MadeLike<P> {
  const hidden = done.filter(({ kind }) => kind === 'redaction')
  // Without a place it is not known where: then all is compared.
  const over = done.filter(({ kind, region }) => region && drawn.has(kind))
  const bare = over.length > 0 ? without(new Uint8Array(film.luma.length).fill(1), film, over) : null
  const light = done.find(({ kind }) => ofLight.has(kind))
  let picture = made
  const by = new Set<EditKind>()
  if (light) {
    const plain = without(reached.slice(), film, [...hidden, ...over])
    const lit = inLightOf(film, made, plain)
    if (lit) {
      picture = lit
      by.add(light.kind)
    }
  }
  for (const { kind, region } of hidden) {
    const box = inside(region ?? [0, 0, film.width, film.height], film)
    const likest = box && likestHidden(film, picture, box, bare)
    if (!likest) continue
    picture = likest
    by.add(kind)
  }
  return { picture, by: [...by], bare }
}

/** Two neighbouring frames of one recording mixed as the film's picture is, or null where the first alone is as near. */
export function blendedLike<P extends ColourPicture>(
  film: ColourPicture,
  one: P,
  neighbours: readonly P[],
): P | null {
  let best: { readonly picture: P; readonly apart: number } | null = null
  const plain = apartIn(film.luma, one.luma, null)
  for (const two of neighbours) {
    const share = mixOf(film.luma, one.luma, two.luma)
    if (share > mostOfOne) continue
    const mix = (a: Uint8Array, b: Uint8Array) =>
      a.map((value, n) => Math.round(share * value + (1 - share) * (b[n] as number)))
    const picture = { ...one, luma: mix(one.luma, two.luma), u: mix(one.u, two.u), v: mix(one.v, two.v) }
    const apart = apartIn(film.luma, picture.luma, null)
    if (apart < mixed * plain && apart < (best?.apart ?? Number.POSITIVE_INFINITY)) best = { picture, apart }
  }
  return best?.picture ?? null
}

/** A mixture with less than a tenth of another frame is coding. */
const mostOfOne = 0.9
/** Of two frames of a still scene the mean has less noise than either: a mixture has to leave less than that would. */
const mixed = 0.7
/** What is made again has to leave clearly less. */
const clearly = 0.95

function without(mask: Uint8Array, size: ColourPicture, of: readonly Done[]): Uint8Array {
  for (const { region } of of) {
    const box = inside(region ?? [0, 0, size.width, size.height], size)
    if (!box) continue
    const [x, y, w, h] = box
    for (let row = y; row < y + h; row++) mask.fill(0, row * size.width + x, row * size.width + x + w)
  }
  return mask
}

/** The part of a box that lies on the picture, on even pixels so that chroma has the same; null where none does. */
function inside([x, y, w, h]: Box, { width, height }: ColourPicture): Box | null {
  const even = (value: number) => 2 * Math.round(value / 2)
  const [left, top] = [Math.max(0, even(x)), Math.max(0, even(y))]
  const [right, bottom] = [Math.min(width, even(x + w)), Math.min(height, even(y + h))]
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null
}

/** Mean distance where a mask is 1. */
function apartIn(one: Uint8Array, two: Uint8Array, mask: Uint8Array | null): number {
  let sum = 0
  let count = 0
  for (let n = 0; n < one.length; n++) {
    if (mask && mask[n] === 0) continue
    sum += Math.abs((one[n] as number) - (two[n] as number))
    count++
  }
  return count === 0 ? 0 : sum / count
}

const gammas = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.4, 1.6, 1.8, 2, 2.4]
const fewest = 64

/** A tone curve (gamma, then gain and lift) and a strength and a tint of the colours, as the film's picture has them. */
function inLightOf<P extends ColourPicture>(film: ColourPicture, made: P, mask: Uint8Array): P | null {
  let best: { readonly tones: Uint8Array; readonly apart: number } | null = null
  for (const gamma of gammas) {
    const curve = Float64Array.from({ length: 256 }, (_, n) => 255 * (n / 255) ** gamma)
    const fit = straight(film.luma, made.luma, mask, value => curve[value] as number)
    if (!fit) return null
    const tones = Uint8Array.from(curve, value => held(fit.gain * value + fit.lift))
    const apart = apartIn(film.luma, toned(made.luma, tones), mask)
    if (best === null || apart < best.apart) best = { tones, apart }
  }
  if (!best) return null
  const luma = toned(made.luma, best.tones)
  const coarse = halfMask(mask, film)
  const [u, v] = (['u', 'v'] as const).map(plane => {
    const fit = straight(film[plane], made[plane], coarse, value => value)
    return fit ? made[plane].map(value => held(fit.gain * value + fit.lift)) : made[plane]
  }) as [Uint8Array, Uint8Array]
  const nearer = (plane: 'u' | 'v', own: Uint8Array) =>
    apartIn(film[plane], own, coarse) < clearly * apartIn(film[plane], made[plane], coarse)
  const isLit = best.apart < clearly * apartIn(film.luma, made.luma, mask)
  return isLit || nearer('u', u) || nearer('v', v) ? { ...made, luma, u, v } : null
}

function toned(plane: Uint8Array, tones: Uint8Array): Uint8Array {
  return plane.map(value => tones[value] as number)
}

function held(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)))
}

function halfMask(mask: Uint8Array, { width, height }: ColourPicture): Uint8Array {
  const half = width >> 1
  return Uint8Array.from({ length: half * (height >> 1) }, (_, n) => {
    const [x, y] = [2 * (n % half), 2 * Math.floor(n / half)]
    return mask[y * width + x] as number
  })
}

/** Least squares; a picture turned into its negative is none of these. */
function straight(
  film: Uint8Array,
  made: Uint8Array,
  mask: Uint8Array,
  curve: (value: number) => number,
): { readonly gain: number; readonly lift: number } | null {
  let count = 0
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0]
  for (let n = 0; n < film.length; n++) {
    if (mask[n] === 0) continue
    const x = curve(made[n] as number)
    const y = film[n] as number
    count++
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
  }
  if (count < fewest) return null
  const spread = sumXX - (sumX * sumX) / count
  const gain = spread < count ? 1 : Math.max(0, Math.min(4, (sumXY - (sumX * sumY) / count) / spread))
  return { gain, lift: (sumY - gain * sumX) / count }
}

/** A box of one colour, a mosaic, or a blur: which of them, and of what size, leaves least; null where none leaves less than the plain picture. */
function likestHidden<P extends ColourPicture>(
  film: ColourPicture,
  made: P,
  box: Box,
  bare: Uint8Array | null,
): P | null {
  const [x, y, w, h] = box
  const half: Box = [x >> 1, y >> 1, w >> 1, h >> 1]
  const mask = new Uint8Array(film.luma.length)
  for (let row = y; row < y + h; row++)
    for (let column = x; column < x + w; column++) {
      const at = row * film.width + column
      mask[at] = bare ? (bare[at] as number) : 1
    }
  const both = (
    change: (plane: Uint8Array, film: Uint8Array, across: number, box: Box, scale: 1 | 2) => Uint8Array,
  ) => ({
    ...made,
    luma: change(made.luma, film.luma, made.width, box, 1),
    u: change(made.u, film.u, made.width >> 1, half, 2),
    v: change(made.v, film.v, made.width >> 1, half, 2),
  })
  const shortest = Math.min(w, h)
  const sizes = [4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48].filter(size => 2 * size <= shortest)
  const tries = [
    () =>
      both((plane, own, across, at) => {
        const out = plane.slice()
        fill(out, across, at, meanIn(own, across, at))
        return out
      }),
    ...sizes.map(
      size => () => both((plane, _, across, at, scale) => inCells(plane, across, at, size / scale)),
    ),
    ...sizes.map(
      size => () => both((plane, _, across, at, scale) => blurred(plane, across, at, size / 2 / scale)),
    ),
  ]
  let best: { readonly picture: P; readonly apart: number } | null = null
  for (const each of tries) {
    const picture = each()
    const apart = apartIn(film.luma, picture.luma, mask)
    if (best === null || apart < best.apart) best = { picture, apart }
  }
  return best && best.apart < clearly * apartIn(film.luma, made.luma, mask) ? best.picture : null
}

function meanIn(plane: Uint8Array, across: number, [x, y, w, h]: Box): number {
  let sum = 0
  for (let row = y; row < y + h; row++)
    for (let column = x; column < x + w; column++) sum += plane[row * across + column] as number
  return sum / Math.max(1, w * h)
}

/** Squares of one value each, counted from the box's own corner. */
function inCells(plane: Uint8Array, across: number, [x, y, w, h]: Box, size: number): Uint8Array {
  const out = plane.slice()
  for (let top = 0; top < h; top += size)
    for (let left = 0; left < w; left += size) {
      const cell: Box = [x + left, y + top, Math.min(size, w - left), Math.min(size, h - top)]
      fill(out, across, cell, meanIn(plane, across, cell))
    }
  return out
}

function fill(plane: Uint8Array, across: number, [x, y, w, h]: Box, value: number): void {
  for (let row = y; row < y + h; row++) plane.fill(Math.round(value), row * across + x, row * across + x + w)
}

/** Three means over boxes of a radius: nearly a Gaussian of that standard deviation (Wells 1986). What lies around the box takes part. */
function blurred(plane: Uint8Array, across: number, [x, y, w, h]: Box, radius: number): Uint8Array {
  const down = plane.length / across
  const reach = Math.max(1, Math.round(radius))
  const margin = 3 * reach
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)]
  const [right, bottom] = [Math.min(across, x + w + margin), Math.min(down, y + h + margin)]
  const [wide, high] = [right - left, bottom - top]
  let from = new Float32Array(wide * high)
  for (let row = 0; row < high; row++)
    for (let column = 0; column < wide; column++)
      from[row * wide + column] = plane[(top + row) * across + left + column] as number
  for (let round = 0; round < 3; round++) {
    from = meansAlong(from, wide, high, 1, wide, reach)
    from = meansAlong(from, high, wide, wide, 1, reach)
  }
  const out = plane.slice()
  for (let row = y; row < y + h; row++)
    for (let column = x; column < x + w; column++)
      out[row * across + column] = from[(row - top) * wide + column - left] as number
  return out
}

/** Running means along lines of `length` values that lie `step` apart; lines begin `between` apart. Beyond the ends the last value goes on. */
function meansAlong(
  from: Float32Array,
  length: number,
  lines: number,
  step: number,
  between: number,
  reach: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(from.length)
  for (let line = 0; line < lines; line++) {
    const at = (n: number) => from[line * between + step * Math.max(0, Math.min(length - 1, n))] as number
    let sum = 0
    for (let n = -reach; n <= reach; n++) sum += at(n)
    for (let n = 0; n < length; n++) {
      out[line * between + step * n] = sum / (2 * reach + 1)
      sum += at(n + reach + 1) - at(n - reach)
    }
  }
  return out
}
