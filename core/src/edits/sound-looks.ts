/** What a stretch of sound looks like by itself: silence, a steady tone, speech, or neither. */
import type { Sound } from './sound-lags.ts'

export const hop = 80
/** Peak level of a hop below which there is nothing but the coder's dither, of 32768. */
const silentLevel = 12

/** Which of hops [from, to) hold nothing, of a sound that is read `lag` samples later. What lies outside of it is no silence. */
export function silentHops(sound: Sound, from: number, to: number, lag = 0): Uint8Array {
  const samples = sound.slice(from * hop + lag, to * hop + lag)
  return Uint8Array.from({ length: to - from }, (_, n) => {
    const at = (from + n) * hop + lag
    if (at < 0 || at >= sound.length) return 0
    for (let k = n * hop; k < (n + 1) * hop; k++) if (Math.abs(samples[k] as number) > silentLevel) return 0
    return 1
  })
}

/** A sine wave foretells itself: x[n+1] = 2 cos(w) x[n] − x[n−1] (Prony), over 20 ms. */
export function isSteadyTone(samples: Int16Array, at: number): boolean {
  const [from, to] = [Math.max(1, at - hop / 2), Math.min(samples.length - 1, at + 1.5 * hop)]
  let [cross, middle, energy] = [0, 0, 0]
  for (let n = from; n < to; n++) {
    const [a, b, c] = [samples[n - 1] as number, samples[n] as number, samples[n + 1] as number]
    cross += (a + c) * b
    middle += b * b
    energy += (a + c) ** 2
  }
  if (middle / Math.max(1, to - from) < 150 ** 2) return false
  const turn = cross / middle
  const left = energy - 2 * turn * cross + turn * turn * middle
  return Math.abs(turn) < 1.95 && left / (energy + middle) < 0.004
}

/** A censoring tone is as loud all along; a note dies away. */
export function isEven(samples: Int16Array, from: number, to: number): boolean {
  const levels: number[] = []
  for (let at = from + hop; at + 2 * hop < to; at += hop) {
    let sum = 0
    for (let n = at; n < at + hop; n++) sum += (samples[n] as number) ** 2
    levels.push(Math.sqrt(sum / hop))
  }
  const sorted = levels.sort((a, b) => a - b)
  return (
    (sorted[Math.floor(sorted.length * 0.1)] ?? 0) > 0.75 * (sorted[Math.floor(sorted.length * 0.9)] ?? 1)
  )
}

/** Decibels below its loud parts to which a voice falls that nothing but itself was recorded with; a street, a room or a tune stays above. */
const pauseDecibels = -45
const lookSamples = 160

/** A voice laid over a film was recorded by itself: between its words there is next to nothing. Of all its parts together. */
export function isLikeNarration(parts: readonly Int16Array[]): boolean {
  const levels: number[] = []
  for (const samples of parts)
    for (let at = 0; at + lookSamples <= samples.length; at += lookSamples) {
      let sum = 0
      for (let n = at; n < at + lookSamples; n++) sum += (samples[n] as number) ** 2
      levels.push(Math.sqrt(sum / lookSamples) + 1)
    }
  if (levels.length < 10) return false
  const sorted = levels.sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * sorted.length)] as number
  return 20 * Math.log10(at(0.05) / at(0.9)) < pauseDecibels
}
