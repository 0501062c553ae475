import type { Corners } from './features.ts'

/** Each table looks at 16 of a corner's 256 bits; two that differ in 30 agree in one table of eight in two of three cases. */
const tables = 16
const keys = 1 << 16
/** A pattern that is nearly everywhere tells nothing. */
const mostInBucket = 2048

/** Some frames of one recording and their corners, which need not be in memory. */
export interface CornerFrames {
  readonly frames: Int32Array
  readonly corners: (n: number) => Corners
}

/** A frame of a recording: which recording, and the place in its `frames`. */
export interface CornerFrame {
  readonly raw: number
  readonly at: number
}

/** Which frames of all recordings have corners like those of a picture. The tables are made when they are first asked for. */
export class CornerIndex {
  readonly #recordings: readonly CornerFrames[]
  /** Number of the first frame of each recording among all. */
  readonly #firsts: Int32Array
  readonly #count: number
  #tables: readonly Table[] | null = null

  constructor(recordings: readonly CornerFrames[]) {
    this.#recordings = recordings
    this.#firsts = new Int32Array(recordings.length)
    let count = 0
    for (const [raw, { frames }] of recordings.entries()) {
      this.#firsts[raw] = count
      count += frames.length
    }
    this.#count = count
  }

  corners({ raw, at }: CornerFrame): Corners {
    return (this.#recordings[raw] as CornerFrames).corners(at)
  }

  frame({ raw, at }: CornerFrame): number {
    return (this.#recordings[raw] as CornerFrames).frames[at] as number
  }

  /** The frames that share most corners with a picture, as far as can be told without comparing them: all, where they are no more than `most`. */
  likest(film: Corners, most: number): readonly CornerFrame[] {
    if (this.#count <= most)
      return this.#recordings.flatMap(({ frames }, raw) => Array.from(frames, (_, at) => ({ raw, at })))
    this.#tables ??= tablesOf(this.#recordings, this.#firsts)
    const votes = new Uint16Array(this.#count)
    const seen = new Int32Array(this.#count).fill(-1)
    for (let corner = 0; corner < film.count; corner++)
      for (const [table, { starts, entries }] of this.#tables.entries()) {
        const key = keyOf(film, corner, table)
        const [from, to] = [starts[key] as number, starts[key + 1] as number]
        if (to - from > mostInBucket) continue
        for (let n = from; n < to; n++) {
          const at = entries[n] as number
          if (seen[at] === corner) continue
          seen[at] = corner
          votes[at] = (votes[at] as number) + 1
        }
      }
    return [...votes.keys()]
      .filter(at => (votes[at] as number) >= 2)
      .sort((one, two) => (votes[two] as number) - (votes[one] as number))
      .slice(0, most)
      .map(number => {
        const raw = this.#firsts.findLastIndex(first => first <= number)
        return { raw, at: number - (this.#firsts[raw] as number) }
      })
  }
}

interface Table {
  /** Where the frames of each key begin in `entries`. */
  readonly starts: Int32Array
  readonly entries: Uint16Array | Int32Array
}

/** Gone through twice, counting and filling: what may lie on a disk is not gathered. */
function tablesOf(recordings: readonly CornerFrames[], firsts: Int32Array): readonly Table[] {
  const starts = Array.from({ length: tables }, () => new Int32Array(keys + 1))
  const count = recordings.reduce((sum, { frames }) => sum + frames.length, 0)
  eachCorner(recordings, firsts, (corners, n) => {
    for (const [table, start] of starts.entries()) {
      const key = keyOf(corners, n, table) + 1
      start[key] = (start[key] as number) + 1
    }
  })
  for (const start of starts)
    for (let key = 1; key <= keys; key++) start[key] = (start[key] as number) + (start[key - 1] as number)
  const nexts = starts.map(start => start.slice())
  const entries = starts.map(start => {
    const total = start[keys] as number
    return count <= keys ? new Uint16Array(total) : new Int32Array(total)
  })
  eachCorner(recordings, firsts, (corners, n, number) => {
    for (const [table, next] of nexts.entries()) {
      const key = keyOf(corners, n, table)
      const of = entries[table] as Uint16Array | Int32Array
      of[next[key] as number] = number
      next[key] = (next[key] as number) + 1
    }
  })
  return starts.map((start, table) => ({
    starts: start,
    entries: entries[table] as Uint16Array | Int32Array,
  }))
}

function eachCorner(
  recordings: readonly CornerFrames[],
  firsts: Int32Array,
  take: (corners: Corners, n: number, number: number) => void,
): void {
  for (const [raw, { frames, corners }] of recordings.entries())
    for (let at = 0; at < frames.length; at++) {
      const here = corners(at)
      for (let n = 0; n < here.count; n++) take(here, n, (firsts[raw] as number) + at)
    }
}

function keyOf({ bits }: Corners, corner: number, table: number): number {
  const word = bits[corner * 8 + (table >> 1)] as number
  return table & 1 ? word >>> 16 : word & 0xffff
}
