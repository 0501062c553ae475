import type { Fft } from './fft.ts'

/** The rate all sound work is done at: speech, alarms and shots have most of what tells them apart below 4 kHz. */
export const sampleRate = 8000
export const hopSamples = 80
export const bandCount = 24

const windowSamples = 256
const lowestHz = 180
const highestHz = 3700
/** One step of a stored value is half a decibel: finer than what noise does to a 32 ms window. */
const stepsPerDecibel = 2
/** dB of band energy that is stored as 1. Sound of one least bit gives about 15 dB, full scale about 125 dB. */
const floorDecibels = 4

/** Level of one window in 24 bands as bytes: 0 where every sample is zero, else half decibels above a fixed floor. */
export interface LogMel {
  /** `samples[at … at + 256)` becomes `out[to … to + 24)`. */
  measure(samples: Int16Array, at: number, out: Uint8Array, to: number): void
}

export const logMelWindow = windowSamples

/** Makes the meter with its tables. Triangular bands on the mel scale, Hann window, 10 ms apart by the caller. */
export function logMel(fft: Fft): LogMel {
  const transform = fft.ofSize(windowSamples)
  const taper = Float32Array.from(
    { length: windowSamples },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / windowSamples),
  )
  const bands = triangles()
  const signal = new Float32Array(windowSamples)
  const spectrum = new Float32Array(windowSamples)
  const power = new Float32Array(windowSamples / 2)
  const scale = (10 * stepsPerDecibel) / Math.LN10
  return {
    measure(samples, at, out, to) {
      let any = 0
      for (let n = 0; n < windowSamples; n++) {
        const sample = samples[at + n] as number
        any |= sample
        signal[n] = sample * (taper[n] as number)
      }
      if (any === 0) {
        out.fill(0, to, to + bandCount)
        return
      }
      transform.forward(signal, spectrum)
      for (let bin = 1; bin < power.length; bin++) {
        const re = spectrum[2 * bin] as number
        const im = spectrum[2 * bin + 1] as number
        power[bin] = re * re + im * im
      }
      for (let band = 0; band < bandCount; band++) {
        const { first, weights } = bands[band] as Triangle
        let energy = 1e-3
        for (let n = 0; n < weights.length; n++)
          energy += (weights[n] as number) * (power[first + n] as number)
        const steps = Math.round(scale * Math.log(energy) - floorDecibels * stepsPerDecibel)
        out[to + band] = Math.max(1, Math.min(255, steps))
      }
    },
  }
}

interface Triangle {
  readonly first: number
  readonly weights: Float32Array
}

function triangles(): readonly Triangle[] {
  const mel = (hz: number) => 1127 * Math.log1p(hz / 700)
  const low = mel(lowestHz)
  const step = (mel(highestHz) - low) / (bandCount + 1)
  return Array.from({ length: bandCount }, (_, band) => {
    const centre = low + (band + 1) * step
    const weights: number[] = []
    let first = 0
    for (let bin = 1; bin < windowSamples / 2; bin++) {
      const weight = 1 - Math.abs(mel((bin * sampleRate) / windowSamples) - centre) / step
      if (weight <= 0) continue
      if (weights.length === 0) first = bin
      weights.push(weight)
    }
    return { first, weights: Float32Array.from(weights) }
  })
}
