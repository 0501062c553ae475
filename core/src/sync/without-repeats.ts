import { type SampleSource, type SyncTools, samplesPerSecond } from './input.ts'
import { takeOut, windowLength } from './phase-window.ts'

/** Longer recordings are not taken apart in memory: 40 minutes are 38 MB. */
export const longestApart = 40 * 60 * samplesPerSecond

/**
 * A recording less everything in it that sounds again `apart` samples later or, where that is outside, earlier: what is left
 * beside an alarm or a loop, whose rounds all look alike. Windows of 2 s are taken apart and laid over each other by halves.
 */
export function withoutRepeats(source: SampleSource, apart: number, tools: SyncTools): SampleSource {
  const transform = tools.fft.ofSize(windowLength)
  const taper = Float32Array.from(
    { length: windowLength },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / windowLength),
  )
  const sum = new Float32Array(source.count)
  const signal = new Float32Array(windowLength)
  const own = new Float32Array(windowLength)
  const repeat = new Float32Array(windowLength)
  const spectrumAt = (from: number, spectrum: Float32Array) => {
    signal.fill(0)
    const start = Math.max(0, from)
    const end = Math.min(source.count, from + windowLength)
    if (end > start) signal.set(source.read(start, end - start), start - from)
    for (let n = 0; n < windowLength; n++) signal[n] = (signal[n] as number) * (taper[n] as number)
    transform.forward(signal, spectrum)
  }
  const step = Math.round(Math.abs(apart))
  for (let from = -windowLength / 2; from < source.count; from += windowLength / 2) {
    spectrumAt(from, own)
    const isInside = from + step + windowLength <= source.count
    spectrumAt(isInside ? from + step : from - step, repeat)
    takeOut(own, repeat)
    transform.inverse(own, signal)
    const first = Math.max(0, from)
    const last = Math.min(source.count, from + windowLength)
    for (let at = first; at < last; at++) sum[at] = (sum[at] as number) + (signal[at - from] as number)
  }
  const samples = Int16Array.from(sum, value =>
    Math.max(-32768, Math.min(32767, Math.round(value / windowLength))),
  )
  return {
    originMicros: source.originMicros,
    count: source.count,
    read: (from, count) => samples.subarray(from, from + count),
  }
}
