// A picture that says which frame it is: 16 black or white cells hold the frame number, 16 more below hold its inverse.
// No imports: the same file paints in Node and reads in the page.

export const counterBits = 16

export interface Size {
  readonly width: number
  readonly height: number
}

/** Luma of one frame, row by row: the cells in the upper third, a moving pattern below so that frames need decoding. */
export function paintCounter({ width, height }: Size, frame: number): Uint8Array {
  const luma = new Uint8Array(width * height)
  const band = Math.floor(height / 6)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = (frame >> (counterBits - 1 - Math.floor((x * counterBits) / width))) & 1
      const isWhite = y < band ? bit === 1 : bit === 0
      const pattern = 40 + ((x * 3 + frame * 7) & 127) + ((((x + frame * 5) >> 4) ^ (y >> 4)) & 1) * 48
      luma[y * width + x] = y < 2 * band ? (isWhite ? 235 : 16) : pattern
    }
  }
  return luma
}

/** Reads the frame number from the pixels (RGBA) of the upper third of a picture; null when the two copies do not agree. */
export function readCounter(rgba: Uint8ClampedArray, { width, height }: Size): number | null {
  const bandAt = (band: number) => Math.floor(((band + 0.5) * height) / 2)
  let frame = 0
  for (let cell = 0; cell < counterBits; cell++) {
    const x = Math.floor(((cell + 0.5) * width) / counterBits)
    const upper = (rgba[(bandAt(0) * width + x) * 4] as number) >= 128
    const lower = (rgba[(bandAt(1) * width + x) * 4] as number) >= 128
    if (upper === lower) return null
    frame = frame * 2 + (upper ? 1 : 0)
  }
  return frame
}

/** Turns a picture a quarter counter-clockwise, as a camera held upright stores it: shown turned clockwise, it is right again. */
export function turnedBack(luma: Uint8Array, { width, height }: Size): Uint8Array {
  const turned = new Uint8Array(luma.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[(width - 1 - x) * height + y] = luma[y * width + x] as number
  return turned
}
