import { Levels, type Pictures } from '../../../core/src/edits/index.ts'

/** Pictures as small as films are compared by. */
export const [width, height] = [128, 72]

/** A place of soft spots, at any point. */
export function place(x: number, y: number): number {
  const spot = (n: number, m: number) => {
    const mixed = Math.imul(n * 374761393 + m * 668265263, 1274126177)
    return ((mixed ^ (mixed >>> 15)) >>> 24) * 0.8
  }
  const [u, v] = [x / 7, y / 7]
  const [n, m] = [Math.floor(u), Math.floor(v)]
  const [fx, fy] = [u - n, v - m]
  const row = (at: number) => (1 - fx) * spot(n, at) + fx * spot(n + 1, at)
  return (1 - fy) * row(m) + fy * row(m + 1)
}

/** So many pictures of whatever has a grey level at each point of each. */
export function pictures(count: number, at: (x: number, y: number, frame: number) => number): Levels {
  const frames = Array.from({ length: count }, (_, frame) =>
    Uint8Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width), frame)),
  )
  const made: Pictures = {
    ...{ width, height, fullWidth: width, fullHeight: height, count },
    times: Float64Array.from({ length: count + 1 }, (_, n) => n / 30),
    luma: frame => frames[frame] as Uint8Array,
    colour: () => new Uint8Array((width * height) / 2).fill(128),
  }
  return new Levels(made)
}
