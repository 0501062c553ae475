/**
 * What is done with every level of 1 ms: of the edges and of the sound as it is, the one as the other. Levels lie in arrays that were asked for here, or in parts of them that begin
 * where those do.
 */
export interface LevelLoops {
  /** Zeros. */
  floats(count: number): Float32Array
  /** Places from `from` up to `to` where either level jumps. What is answered stands until it is asked for again. */
  jumps(levels: BothLevels, from: number, to: number): Jumps
  /** Brings the number at `place` of a course to the loudest mean of five that ends in one of the blocks from `first` up to `to`, where that is louder. */
  lift(levels: BothLevels, first: number, to: number, course: BothLevels, place: number): void
  /** `before` and the levels from `from` up to `to`, added up in their order; and the largest of these. */
  added(levels: Float32Array, from: number, to: number, before: number): Added
  /** Sums of `size` levels from `from` on, and of as many `every` levels later, `count` of them. What is answered stands until it is asked for again. */
  sums(levels: BothLevels, from: number, every: number, size: number, count: number): Sums
  /** Blocks from `block` on, 200 at most, until three in a row are 10 dB below the loudest three so far. */
  lasting(levels: Float32Array, block: number): number
}

export interface BothLevels {
  readonly sharp: Float32Array
  readonly plain: Float32Array
}

/** At how many places levels jump, at which, and how far each of the two does there. Of a jump that is clearly none it is 0. */
export interface Jumps {
  readonly count: number
  readonly places: Int32Array
  readonly sharp: Float32Array
  readonly plain: Float32Array
}

export interface Added {
  readonly sum: number
  readonly largest: number
}

/** Of the edges and of the sound by turns; and the largest of each. */
export interface Sums {
  readonly each: Float64Array
  readonly largest: Float64Array
}

/** A level jumps by the ratio of so many blocks against those before. */
export const afterBlocks = 3
export const beforeBlocks = 10
/** 4.5 and 6 dB: steady noise reaches neither; the plain level of low voices swings by more than that of their edges. Of the latter less is looked at. */
export const leastSharp = 2.8
export const leastDeep = 3
/** A hundred-thousandth of full scale squared is what 16 bits cannot say: jumps below are of rounding. */
export const leastEnergy = 1e-9
/** Dividing takes longest, and is done only near what is asked for: this share of it. */
export const near = 0.99
/** Levels of a course are means of so many blocks, as an onset's is. */
export const meanBlocks = 5
/** No level is less: what 16 bits leave of silence. */
export const quiet = 1e-10
export const longestLasting = 200

/** By plain loops: what other makers are held against. */
export function plainLevelLoops(): LevelLoops {
  return {
    floats: count => new Float32Array(count),
    jumps({ sharp, plain }, from, to) {
      const [edges, whole] = [jumpsOf(sharp, from, to, leastSharp), jumpsOf(plain, from, to, leastDeep)]
      const places = Int32Array.from(edges.keys()).filter(
        n => (edges[n] as number) >= leastSharp || (whole[n] as number) >= leastDeep,
      )
      const at = (ratios: Float32Array) => Float32Array.from(places, n => ratios[n] as number)
      const found = { count: places.length, sharp: at(edges), plain: at(whole) }
      return { ...found, places: places.map(n => from + n) }
    },
    lift({ sharp, plain }, first, to, course, place) {
      course.sharp[place] = loudestIn(sharp, first, to, course.sharp[place] as number)
      course.plain[place] = loudestIn(plain, first, to, course.plain[place] as number)
    },
    added(levels, from, to, before) {
      let [sum, largest] = [before, 0]
      for (let n = from; n < to; n++) {
        const level = levels[n] as number
        sum += level
        if (level > largest) largest = level
      }
      return { sum, largest }
    },
    sums({ sharp, plain }, from, every, size, count) {
      const each = new Float64Array(2 * count)
      const largest = new Float64Array(2)
      for (let n = 0; n < 2 * count; n++) {
        const levels = n % 2 === 0 ? sharp : plain
        const first = from + (n >> 1) * every
        let sum = 0
        for (let k = first; k < first + size; k++) sum += levels[k] as number
        each[n] = sum
        largest[n % 2] = Math.max(largest[n % 2] as number, sum)
      }
      return { each, largest }
    },
    lasting(levels, block) {
      let top = 0
      for (let n = block; n < block + longestLasting; n++) {
        const three = (levels[n] as number) + (levels[n + 1] as number) + (levels[n + 2] as number)
        const level = three / 3 + quiet
        if (level > top) top = level
        else if (level < top / 10) return n - block
      }
      return longestLasting
    },
  }
}

/** How far the level jumps at each block, and 0 where that is less than `least`. */
function jumpsOf(energy: Float32Array, from: number, to: number, least: number): Float32Array {
  const out = new Float32Array(Math.max(0, to - from))
  const nearly = nearlyOf(least)
  let before = 0
  let after = 0
  for (let n = from - beforeBlocks; n < from; n++) before += energy[n] as number
  for (let n = from; n < from + afterBlocks; n++) after += energy[n] as number
  for (let n = from; n < to; n++) {
    if (after > nearly * (before + beforeBlocks * leastEnergy))
      out[n - from] = after / afterBlocks / (before / beforeBlocks + leastEnergy)
    before += (energy[n] as number) - (energy[n - beforeBlocks] as number)
    after += (energy[n + afterBlocks] as number) - (energy[n] as number)
  }
  return out
}

/** A sum of levels after a place that is more than so many times the sum before may be a jump by `least`. */
export function nearlyOf(least: number): number {
  return (near * least * afterBlocks) / beforeBlocks
}

function loudestIn(levels: Float32Array, first: number, to: number, known: number): number {
  let top = known
  for (let end = first; end < to; end++) {
    let sum = 0
    for (let n = end - meanBlocks + 1; n <= end; n++) sum += levels[n] as number
    if (sum / meanBlocks > top) top = Math.fround(sum / meanBlocks)
  }
  return top
}
