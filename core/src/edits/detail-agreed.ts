/** Whether the detail of a film's pictures is that of the recording they were laid on, or the map was made to fit by chance. */
import { restsOf } from './compare.ts'
import { mapOf } from './laid.ts'
import { blockArea } from './picture-kernels.ts'
import type { Segment } from './segments.ts'

const sampled = 8
/** Variance of a block's own pixels from which it has detail, in squared grey levels. */
const leastDetail = 40
/** Share of that which may be left once the recording is taken out. */
const mostLeft = 0.5
/** Share of the picture explained above which nothing more is asked. */
const surelyExplained = 0.7
/** Of the blocks with detail: patterns laid on other recordings agreed in 0 to 0.27, recordings in 0.42 to 1. */
const leastAgreed = 0.3

/** Whether a run whose map was fitted freely, turned or mirrored, explains little, and hardly any of the detail its frames have. */
export function isFittedByChance(segment: Segment): boolean {
  const { maps, track } = segment
  const [a, , , d] = maps[0] ?? track.pairing.map
  // Few editors turn or mirror a picture, and of maps made to fit by chance nearly all do.
  const isOdd = a < 0 || Math.abs(Math.atan2(d, a)) > leastTurn
  return isOdd && track.isRigid && explainedIn(segment) < surelyExplained && !sharesDetail(segment)
}

/** Whether more than hardly any of the detail of a run's frames is the recording's; true where they have none. */
export function sharesDetail(segment: Segment): boolean {
  return agreedDetail(segment) >= leastAgreed
}

/** In radians. */
const leastTurn = 0.017

function explainedIn({ track, from, to }: Segment): number {
  let sum = 0
  for (let frame = from; frame < to; frame++) sum += track.explained[frame - track.from] ?? 0
  return sum / (to - from)
}

/** Share of the blocks with detail, over some frames of a run, in which the recording has the same; 1 where none has any. */
function agreedDetail(segment: Segment): number {
  const { from, to, frames, track } = segment
  const count = Math.min(sampled, to - from)
  let [seen, agreed] = [0, 0]
  for (let k = 0; k < count; k++) {
    const n = Math.floor(((k + 0.5) * (to - from)) / count)
    const pairing = track.pairing.with(mapOf(segment, n))
    const view = pairing.view(from + n)
    const rests = new Float32Array(view.blocks.length)
    restsOf(view, pairing.raw.at(frames[n] as number, pairing.rawLevel), rests)
    for (const [block, rest] of rests.entries()) {
      const sum = view.sums[block] as number
      const own = ((view.squares[block] as number) - sum ** 2 / blockArea) / blockArea
      if (own < leastDetail) continue
      seen++
      if (rest < mostLeft * own) agreed++
    }
  }
  return seen === 0 ? 1 : agreed / seen
}
