import type { BlockLevels } from './block-levels.ts'

/** A block in which the level jumps, with the larger of two ratios: this and the next 2 ms against the 10 ms before. */
export interface OnsetCandidate {
  readonly block: number
  readonly ratio: number
  /** Which of the two levels jumps farther. */
  readonly by: 'plain' | 'sharp'
}

const afterBlocks = 3
const beforeBlocks = 10
/** Two onsets nearer than this are one: hands and locks strike twice within milliseconds. */
const apartBlocks = 12
/** 4.5 and 6 dB: steady noise reaches neither; the plain level of low voices swings by more than that of their edges. */
const leastSharp = 2.8
const leastPlain = 4
/** 4.8 dB of the plain level, where nothing has jumped for so many blocks: dull bangs over a deep street, not the tails of others. */
const leastDeep = 3
const deepBlocks = 250
/** A hundred-thousandth of full scale squared is what 16 bits cannot say: jumps below are of rounding. */
const leastEnergy = 1e-9

/** Every block from `from` up to `to` where the level jumps, once for each jump. */
export function onsetCandidates(levels: BlockLevels, from: number, to: number): readonly OnsetCandidate[] {
  const first = Math.max(from, beforeBlocks)
  const last = Math.min(to, levels.count - afterBlocks)
  const sharp = jumps(levels.sharp, first, last, leastSharp)
  const plain = jumps(levels.plain, first, last, leastDeep)
  const found: OnsetCandidate[] = []
  let clear = Number.NEGATIVE_INFINITY
  for (let at = nextJump(sharp, plain, 0); at < sharp.length; at = nextJump(sharp, plain, at + 1)) {
    const isClear = (sharp[at] as number) >= leastSharp || (plain[at] as number) >= leastPlain
    if (isClear) clear = at
    else if (at - clear < deepBlocks) continue
    keep(found, candidateAt(first + at, sharp[at] as number, plain[at] as number))
  }
  return found
}

/** The next place from `from` on where either level jumps: nearly all of them are passed over here. */
function nextJump(sharp: Float32Array, plain: Float32Array, from: number): number {
  let at = from
  while (at < sharp.length && (sharp[at] as number) < leastSharp && (plain[at] as number) < leastDeep) at++
  return at
}

function candidateAt(block: number, sharp: number, plain: number): OnsetCandidate {
  return sharp / leastSharp >= plain / leastPlain
    ? { block, ratio: sharp, by: 'sharp' }
    : { block, ratio: plain, by: 'plain' }
}

/** Of those too near to each other the one that jumps farthest. */
function keep(found: OnsetCandidate[], candidate: OnsetCandidate): void {
  const previous = found.at(-1)
  if (!previous || candidate.block - previous.block >= apartBlocks) found.push(candidate)
  else if (sizeOf(previous) < sizeOf(candidate)) found[found.length - 1] = candidate
}

function sizeOf({ ratio, by }: OnsetCandidate): number {
  return ratio / (by === 'sharp' ? leastSharp : leastPlain)
}

/** How far the level jumps at each block, and 0 where that is less than `least`: dividing takes longest, and is done only near it. */
function jumps(energy: Float32Array, from: number, to: number, least: number): Float32Array {
  const out = new Float32Array(Math.max(0, to - from))
  const nearly = (0.99 * least * afterBlocks) / beforeBlocks
  const quiet = beforeBlocks * leastEnergy
  let before = 0
  let after = 0
  for (let n = from - beforeBlocks; n < from; n++) before += energy[n] as number
  for (let n = from; n < from + afterBlocks; n++) after += energy[n] as number
  for (let n = from; n < to; n++) {
    if (after > nearly * (before + quiet))
      out[n - from] = after / afterBlocks / (before / beforeBlocks + leastEnergy)
    before += (energy[n] as number) - (energy[n - beforeBlocks] as number)
    after += (energy[n + afterBlocks] as number) - (energy[n] as number)
  }
  return out
}
