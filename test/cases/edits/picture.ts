/** Planar pictures (Y, U, V at full size) and what is drawn on them: the maths of the made films, independent of any media tool. */
import { between, type Random } from '../sound/random.ts'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Y, U and V, each width · height bytes. */
  readonly planes: readonly [Uint8ClampedArray, Uint8ClampedArray, Uint8ClampedArray]
}

export type Box = readonly [x: number, y: number, width: number, height: number]
export type Colour = readonly [y: number, u: number, v: number]

export const white: Colour = [235, 128, 128]
export const black: Colour = [16, 128, 128]
export const red: Colour = [82, 90, 240]
export const yellow: Colour = [210, 16, 146]

export function blank(width: number, height: number, colour: Colour = black): Picture {
  const plane = (value: number) => new Uint8ClampedArray(width * height).fill(value)
  return { width, height, planes: [plane(colour[0]), plane(colour[1]), plane(colour[2])] }
}

export function copyOf({ width, height, planes }: Picture): Picture {
  return { width, height, planes: [planes[0].slice(), planes[1].slice(), planes[2].slice()] }
}

export function fromBytes(bytes: Uint8Array, width: number, height: number): Picture {
  const size = width * height
  const plane = (n: number) => new Uint8ClampedArray(bytes.subarray(n * size, (n + 1) * size))
  return { width, height, planes: [plane(0), plane(1), plane(2)] }
}

/** Where each pixel of a picture is taken from: x' = a·x + b·y + c, y' = d·x + e·y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** Samples `from` by bilinear interpolation into `into` wherever the map lands inside; returns `into`. */
export function warp(from: Picture, map: Affine, into: Picture, within: Box | null = null): Picture {
  const [x0, y0, w, h] = within ?? [0, 0, into.width, into.height]
  const [a, b, c, d, e, f] = map
  for (let y = Math.max(0, y0); y < Math.min(into.height, y0 + h); y++)
    for (let x = Math.max(0, x0); x < Math.min(into.width, x0 + w); x++) {
      const sx = a * x + b * y + c
      const sy = d * x + e * y + f
      if (sx < -0.5 || sy < -0.5 || sx > from.width - 0.5 || sy > from.height - 0.5) continue
      const cx = Math.min(from.width - 1.001, Math.max(0, sx))
      const cy = Math.min(from.height - 1.001, Math.max(0, sy))
      const ix = cx | 0
      const iy = cy | 0
      const at = iy * from.width + ix
      const fx = cx - ix
      const fy = cy - iy
      for (let p = 0; p < 3; p++) {
        const s = from.planes[p] as Uint8ClampedArray
        const top = (s[at] as number) * (1 - fx) + (s[at + 1] as number) * fx
        const low = (s[at + from.width] as number) * (1 - fx) + (s[at + from.width + 1] as number) * fx
        ;(into.planes[p] as Uint8ClampedArray)[y * into.width + x] = top * (1 - fy) + low * fy
      }
    }
  return into
}

export function mixed(one: Picture, two: Picture, share: number): Picture {
  const out = copyOf(one)
  for (let p = 0; p < 3; p++) {
    const to = out.planes[p] as Uint8ClampedArray
    const other = two.planes[p] as Uint8ClampedArray
    for (let n = 0; n < to.length; n++) to[n] = (to[n] as number) * (1 - share) + (other[n] as number) * share
  }
  return out
}

/** Paints every pixel for which `isInside` says so. */
export function paint(
  picture: Picture,
  colour: Colour,
  [x0, y0, w, h]: Box,
  isInside: (x: number, y: number) => boolean = () => true,
): void {
  for (let y = Math.max(0, y0); y < Math.min(picture.height, y0 + h); y++)
    for (let x = Math.max(0, x0); x < Math.min(picture.width, x0 + w); x++)
      if (isInside(x, y))
        for (let p = 0; p < 3; p++)
          (picture.planes[p] as Uint8ClampedArray)[y * picture.width + x] = colour[p] as number
}

/** Lines of blocks like letters: what a caption looks like to a machine. */
export function lettering(picture: Picture, [x0, y0, w, h]: Box, random: Random, colour: Colour): void {
  const height = Math.max(5, Math.round(h * 0.7))
  const top = y0 + Math.round((h - height) / 2)
  for (let x = x0 + 3; x < x0 + w - height; x += Math.round(height * 0.75)) {
    if (random() < 0.15) continue
    const bits = Math.floor(random() * 32768)
    const cell = height / 5
    paint(
      picture,
      colour,
      [x, top, Math.round(height * 0.6), height],
      (px, py) =>
        ((bits >> (Math.floor((py - top) / cell) * 3 + Math.floor(((px - x) / height) * 5))) & 1) === 1,
    )
  }
}

/** A place: octaves of noise with shapes on it, large enough for cameras to look around in. */
export function place(random: Random, width: number, height: number): Picture {
  const out = blank(width, height)
  for (let octave = 0; octave < 5; octave++) {
    const cell = 160 / 2 ** octave
    const columns = Math.ceil(width / cell) + 2
    const lattice = (spread: number) =>
      Float32Array.from({ length: columns * (Math.ceil(height / cell) + 2) }, () =>
        between(random, -spread, spread),
      )
    const spreads = [46 / 1.5 ** octave, octave < 3 ? 16 : 0, octave < 3 ? 16 : 0]
    for (let p = 0; p < 3; p++) {
      const values = lattice(spreads[p] as number)
      const plane = out.planes[p] as Uint8ClampedArray
      const base = octave === 0 ? (p === 0 ? 110 : 128) : null
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const gx = x / cell
          const gy = y / cell
          const at = (gy | 0) * columns + (gx | 0)
          const fx = gx - (gx | 0)
          const fy = gy - (gy | 0)
          const top = (values[at] as number) * (1 - fx) + (values[at + 1] as number) * fx
          const low = (values[at + columns] as number) * (1 - fx) + (values[at + columns + 1] as number) * fx
          const n = y * width + x
          plane[n] = (base ?? (plane[n] as number)) + top * (1 - fy) + low * fy
        }
    }
  }
  for (let n = 0; n < 160; n++) {
    const w = Math.round(between(random, 8, 120))
    const h = Math.round(between(random, 6, 100))
    const x = Math.round(between(random, -20, width))
    const y = Math.round(between(random, -20, height))
    const colour: Colour = [between(random, 20, 230), between(random, 90, 166), between(random, 90, 166)]
    const isRound = random() < 0.3
    paint(out, colour, [x, y, w, h], (px, py) =>
      isRound ? ((px - x) / w - 0.5) ** 2 + ((py - y) / h - 0.5) ** 2 < 0.25 : (px + py) % 9 !== 0,
    )
  }
  return out
}

/** A blurred, blocked or filled part of the picture, as redaction tools make it. */
export function hide(picture: Picture, box: Box, how: 'blur' | 'mosaic' | 'box'): void {
  if (how === 'box') {
    paint(picture, black, box)
    return
  }
  const [x0, y0, w, h] = box.map(Math.round) as unknown as Box
  const cell = how === 'mosaic' ? Math.max(6, Math.round(w / 6)) : 0
  const radius = Math.max(4, Math.round(w / 8))
  const from = copyOf(picture)
  for (let p = 0; p < 3; p++) {
    const s = from.planes[p] as Uint8ClampedArray
    const to = picture.planes[p] as Uint8ClampedArray
    const meanOf = (left: number, top: number, right: number, low: number) => {
      let sum = 0
      let count = 0
      for (let y = Math.max(0, top); y < Math.min(picture.height, low); y++)
        for (let x = Math.max(0, left); x < Math.min(picture.width, right); x++, count++)
          sum += s[y * picture.width + x] as number
      return count === 0 ? 0 : sum / count
    }
    for (let y = Math.max(0, y0); y < Math.min(picture.height, y0 + h); y++)
      for (let x = Math.max(0, x0); x < Math.min(picture.width, x0 + w); x++) {
        const left = x0 + Math.floor((x - x0) / cell) * cell
        const top = y0 + Math.floor((y - y0) / cell) * cell
        to[y * picture.width + x] =
          how === 'mosaic'
            ? meanOf(left, top, Math.min(left + cell, x0 + w), Math.min(top + cell, y0 + h))
            : meanOf(x - radius, y - radius, x + radius + 1, y + radius + 1)
      }
  }
}
