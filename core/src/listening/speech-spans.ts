import { type MediaMicros, mediaMicros } from '../time/index.ts'
import type { SpeechSpan } from './result.ts'

export const speechWindowMicros = 32_000

/** Speech begins where the network is this sure, and goes on while it is not less sure than the second. */
const begins = 0.5
const goesOn = 0.25
/** Shorter pauses are within a sentence, shorter bursts are no words. In windows of 32 ms. */
const shortestPause = 8
const shortestSpeech = 4
/** The network is sure a little after the first sound of a word, and for a little after its last. */
const leadMicros = 40_000
const trailMicros = 0

/**
 * Spans of speech out of a probability for each 32 ms: plain hysteresis. `origin` is the media time of the first window, `end` that of the
 * end of the sound.
 */
export function speechSpans(
  probabilities: Float32Array,
  origin: MediaMicros,
  end: MediaMicros,
): readonly SpeechSpan[] {
  const runs: { from: number; to: number }[] = []
  let from = -1
  for (let n = 0; n <= probabilities.length; n++) {
    const sure = probabilities[n] ?? 0
    if (from < 0 && sure >= begins) from = n
    else if (from >= 0 && sure < goesOn) {
      const last = runs.at(-1)
      if (last && from - last.to < shortestPause) last.to = n
      else runs.push({ from, to: n })
      from = -1
    }
  }
  const spans: SpeechSpan[] = []
  for (const run of runs) {
    if (run.to - run.from < shortestSpeech) continue
    let sum = 0
    for (let n = run.from; n < run.to; n++) sum += probabilities[n] as number
    const begin = Math.max(spans.at(-1)?.to ?? origin, origin + run.from * speechWindowMicros - leadMicros)
    const stop = Math.min(end, origin + run.to * speechWindowMicros + trailMicros)
    spans.push({
      from: mediaMicros(begin),
      to: mediaMicros(Math.max(begin, stop)),
      score: Number((sum / (run.to - run.from)).toFixed(3)),
    })
  }
  return spans
}
