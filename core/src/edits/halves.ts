/** Pictures at half their size, as plain loops (see `picture-kernels.ts`). */

export interface HalfKernels {
  /** Means of two by two pixels; an odd last row or column is left out. */
  halved(from: Uint8Array, width: number, height: number): Uint8Array
}

export const plainHalves: HalfKernels = { halved }

const odds = 0x00ff00ff
const twos = 0x00020002

function halved(from: Uint8Array, width: number, height: number): Uint8Array {
  const [w, h] = [width >> 1, height >> 1]
  const out = new Uint8Array(w * h)
  if (width % 4 === 0 && from.byteOffset % 4 === 0) {
    // Four pixels at once: every other one has sixteen bits to itself.
    const words = new Int32Array(from.buffer, from.byteOffset, (width * height) >> 2)
    for (let y = 0; y < h; y++) halvedWords(words, (2 * y * width) >> 2, width >> 2, out, y * w)
  } else for (let y = 0; y < h; y++) halvedRow(from, 2 * y * width, width, out, y * w)
  return out
}

function halvedWords(from: Int32Array, start: number, across: number, out: Uint8Array, row: number): void {
  for (let at = start, end = start + across, to = row; at < end; at++, to += 2) {
    const x = from[at] as number
    const y = from[at + across] as number
    const sums = (x & odds) + ((x >>> 8) & odds) + (y & odds) + ((y >>> 8) & odds) + twos
    out[to] = sums >>> 2
    out[to + 1] = sums >>> 18
  }
}

function halvedRow(from: Uint8Array, start: number, width: number, out: Uint8Array, row: number): void {
  for (let at = start, to = row, end = row + (width >> 1); to < end; to++, at += 2)
    out[to] =
      ((from[at] as number) +
        (from[at + 1] as number) +
        (from[at + width] as number) +
        (from[at + width + 1] as number) +
        2) >>
      2
}
