import { type Corners, cornersOf } from './features.ts'
import type { Levels } from './pictures.ts'

/** Each table looks at 16 of a corner's 256 bits; two that differ in 30 agree in one table of eight in two of three cases. */
const tables = 16
const keys = 1 << 16
/** A pattern that is nearly everywhere tells nothing. */
const mostInBucket = 2048
/** So few frames are compared one by one. */
const fewFrames = 200

/** Corners of some frames of a recording, and which frames have corners like those of a picture. Made when first asked for. */
export class CornerIndex {
  readonly #levels: Levels
  readonly frames: Int32Array
  #made: Made | null = null

  constructor(levels: Levels, frames: Int32Array) {
    this.#levels = levels
    this.frames = frames
  }

  corners(n: number): Corners {
    this.#made ??= madeOf(this.#levels, this.frames)
    return this.#made.corners[n] as Corners
  }

  /** The frames (as their place in `frames`) that share most corners with a picture, with how many they seem to share. */
  likest(film: Corners, most: number): readonly { readonly at: number; readonly votes: number }[] {
    if (this.frames.length <= fewFrames)
      return [...this.frames.keys()].map(at => ({ at, votes: Number.POSITIVE_INFINITY }))
    this.#made ??= madeOf(this.#levels, this.frames)
    const { starts, entries } = this.#made
    const votes = new Float32Array(this.frames.length)
    const seen = new Int32Array(this.frames.length).fill(-1)
    for (let corner = 0; corner < film.count; corner++)
      for (let table = 0; table < tables; table++) {
        const bucket = starts[table] as Int32Array
        const key = keyOf(film, corner, table)
        const [from, to] = [bucket[key] as number, bucket[key + 1] as number]
        if (to - from > mostInBucket) continue
        const of = entries[table] as Int32Array
        for (let n = from; n < to; n++) {
          const at = of[n] as number
          if (seen[at] === corner) continue
          seen[at] = corner
          votes[at] = (votes[at] as number) + 1
        }
      }
    return [...votes.keys()]
      .filter(at => (votes[at] as number) >= 2)
      .map(at => ({ at, votes: votes[at] as number }))
      .sort((one, two) => two.votes - one.votes)
      .slice(0, most)
  }
}

interface Made {
  readonly corners: readonly Corners[]
  /** By table: where the frames of each key begin in `entries`. */
  readonly starts: readonly Int32Array[]
  readonly entries: readonly Int32Array[]
}

function madeOf(levels: Levels, frames: Int32Array): Made {
  const corners = [...frames].map(frame => cornersOf(levels, frame))
  const total = corners.reduce((sum, { count }) => sum + count, 0)
  const starts: Int32Array[] = []
  const entries: Int32Array[] = []
  for (let table = 0; table < tables; table++) {
    const start = new Int32Array(keys + 1)
    for (const each of corners)
      for (let n = 0; n < each.count; n++) {
        const key = keyOf(each, n, table) + 1
        start[key] = (start[key] as number) + 1
      }
    for (let key = 1; key <= keys; key++) start[key] = (start[key] as number) + (start[key - 1] as number)
    const next = start.slice()
    const entry = new Int32Array(total)
    for (const [at, each] of corners.entries())
      for (let n = 0; n < each.count; n++) {
        const key = keyOf(each, n, table)
        entry[next[key] as number] = at
        next[key] = (next[key] as number) + 1
      }
    starts.push(start)
    entries.push(entry)
  }
  return { corners, starts, entries }
}

function keyOf({ bits }: Corners, corner: number, table: number): number {
  const word = bits[corner * 8 + (table >> 1)] as number
  return table & 1 ? word >>> 16 : word & 0xffff
}
