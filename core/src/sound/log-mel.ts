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
  const { rising, firstBin, ends } = triangles()
  const signal = new Float32Array(windowSamples)
  const spectrum = new Float32Array(windowSamples)
  // The first takes what falls on the outer side of the first triangle.
  const energy = new Float32Array(bandCount + 1)
  const scale = 10 * stepsPerDecibel * Math.log10(2)
  // A logarithm from the exponent and 11 bits of the fraction: right to 0.002 dB, at a fraction of the time.
  const box = new Float32Array(1)
  const boxBits = new Int32Array(box.buffer)
  const fractions = Float32Array.from({ length: 2048 }, (_, n) => Math.log2(1 + (n + 0.5) / 2048))
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
      let bin = firstBin
      let up = 0
      for (let band = 0; band <= bandCount; band++) {
        // What rises towards this band's centre came from the stretch before; what falls from it is in this one.
        let whole = 0
        let rise = 0
        for (const end = ends[band] as number; bin < end; bin++) {
          const re = spectrum[2 * bin] as number
          const im = spectrum[2 * bin + 1] as number
          const power = re * re + im * im
          whole += power
          rise += (rising[bin] as number) * power
        }
        energy[band] = up + whole - rise + 1e-3
        up = rise
      }
      for (let band = 0; band < bandCount; band++) {
        box[0] = energy[band + 1] as number
        const bits = boxBits[0] as number
        const log2 = (bits >> 23) - 127 + (fractions[(bits >> 12) & 2047] as number)
        const steps = Math.round(scale * log2 - floorDecibels * stepsPerDecibel)
        out[to + band] = Math.max(1, Math.min(255, steps))
      }
    },
  }
}

/** Each bin lies between the centres of two neighbouring triangles: on the falling side of one, on the rising side of the next. */
function triangles() {
  const mel = (hz: number) => 1127 * Math.log1p(hz / 700)
  const low = mel(lowestHz)
  const step = (mel(highestHz) - low) / (bandCount + 1)
  /** Where the stretch between two centres ends, the first before the first centre. */
  const ends = new Uint8Array(bandCount + 1)
  const rising = new Float32Array(windowSamples / 2)
  const binOf = (hz: number) => (hz * windowSamples) / sampleRate
  const firstBin = Math.ceil(binOf(lowestHz))
  const lastBin = Math.ceil(binOf(highestHz))
  for (let bin = firstBin; bin < lastBin; bin++) {
    const place = (mel((bin * sampleRate) / windowSamples) - low) / step
    ends.fill(bin + 1, Math.floor(place))
    rising[bin] = place - Math.floor(place)
  }
  return { rising, firstBin, ends }
}
