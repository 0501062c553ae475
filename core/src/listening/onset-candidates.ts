import type { BlockLevels } from './block-levels.ts'
import { afterBlocks, beforeBlocks, type LevelLoops, leastSharp, plainLevelLoops } from './level-loops.ts'

/** A block in which the level jumps, with the larger of two ratios: this and the next 2 ms against the 10 ms before. */
export interface OnsetCandidate {
  readonly block: number
  readonly ratio: number
  /** Which of the two levels jumps farther. */
  readonly by: 'plain' | 'sharp'
}

/** Two onsets nearer than this are one: hands and locks strike twice within milliseconds. */
const apartBlocks = 12
/** 6 dB. */
const leastPlain = 4
/** 4.8 dB of the plain level do where nothing has jumped for so many blocks: dull bangs over a deep street, not the tails of others. */
const deepBlocks = 250

/** Every block from `from` up to `to` where the level jumps, once for each jump. */
export function onsetCandidates(
  levels: BlockLevels,
  from: number,
  to: number,
  loops: LevelLoops = plainLevelLoops(),
): readonly OnsetCandidate[] {
  const first = Math.max(from, beforeBlocks)
  const last = Math.min(to, levels.count - afterBlocks)
  const { count, places, sharp, plain } = loops.jumps(levels, first, last)
  const found: OnsetCandidate[] = []
  let clear = Number.NEGATIVE_INFINITY
  for (let n = 0; n < count; n++) {
    const at = places[n] as number
    const isClear = (sharp[n] as number) >= leastSharp || (plain[n] as number) >= leastPlain
    if (isClear) clear = at
    else if (at - clear < deepBlocks) continue
    keep(found, candidateAt(at, sharp[n] as number, plain[n] as number))
  }
  return found
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
