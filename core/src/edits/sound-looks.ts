/** What a stretch of sound looks like by itself: silence, a steady tone, speech, or neither. */
import type { Sound, SoundTransforms } from './sound-lags.ts'

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

/** Samples of a look, 32 ms: bins of 31.25 Hz, of which a tone fills five. */
const look = 256
const besideTone = 2
const [firstBin, lastBin] = [8, 118]
/** Share of the power that a tone has, another sound lower than it beside it; below 500 Hz voices come near that. */
const leastTone = 0.75
const leastLowTone = 0.97
const lowBin = 16
/** Root mean square below which nobody would set it over anything, of 32768. */
const leastLevel = 150
/** A censoring tone is as loud all along, by power; a note dies away. */
const leastEven = 0.5
/** Hops: shorter than this it is a note or a vowel. */
const shortestTone = 20

/** Hops [from, to) over which a sound is one steady tone, and its bin of 31.25 Hz. */
export interface Tone {
  readonly from: number
  readonly to: number
  readonly bin: number
}

/** Steady tones in hops [from, to) of a sound. */
export function tonesIn(
  sound: Sound,
  from: number,
  to: number,
  transforms: SoundTransforms,
): readonly Tone[] {
  const transform = transforms.ofSize(look)
  const beside = (look - hop) / 2
  const samples = sound.slice(from * hop - beside, to * hop + beside)
  const signal = new Float32Array(look)
  const tones: Tone[] = []
  let run: { from: number; bin: number; powers: number[] } | null = null
  const end = (at: number) => {
    if (run && at - run.from >= shortestTone && isEven(run.powers))
      tones.push({ from: run.from, to: at, bin: run.bin })
    run = null
  }
  for (let n = 0; n < to - from; n++) {
    for (let k = 0; k < look; k++)
      signal[k] = (samples[n * hop + k] as number) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (k + 0.5)) / look))
    transform.forward(signal, signal)
    const told = toneOf(signal)
    if (run && (!told || Math.abs(told.bin - (run as { bin: number }).bin) > 1)) end(from + n)
    if (!told) continue
    run ??= { from: from + n, bin: told.bin, powers: [] }
    run.powers.push(told.power)
  }
  end(to)
  return tones
}

function toneOf(spectrum: Float32Array): { readonly bin: number; readonly power: number } | null {
  const powerAt = (bin: number) => (spectrum[2 * bin] as number) ** 2 + (spectrum[2 * bin + 1] as number) ** 2
  let [all, most, bin] = [0, 0, 0]
  for (let n = besideTone; n <= lastBin; n++) {
    const power = powerAt(n)
    all += power
    if (power > most && n >= firstBin) [most, bin] = [power, n]
  }
  if (bin === 0) return null
  let power = 0
  for (let n = bin - besideTone; n <= bin + besideTone; n++) power += powerAt(n)
  // A window of this shape makes a sum of squares of 3/8 of its length, half of it above zero.
  const level = (leastLevel ** 2 * 3 * look * look) / 16
  return power > level && power > (bin < lowBin ? leastLowTone : leastTone) * all ? { bin, power } : null
}

function isEven(powers: readonly number[]): boolean {
  const sorted = powers.slice(2, -2).sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(part * sorted.length)] ?? 0
  return at(0.1) > leastEven * at(0.9)
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
