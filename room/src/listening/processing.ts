// What is done to sound so that an ear makes out more of it. Every step can be taken off; the samples it is done to stay as they are.
import { inverseSpectrum, type Transform, transformOf } from '../sound/transform.ts'

export interface Processing {
  /** Below this nothing is heard: handling, wind, engines. 0 leaves everything. */
  readonly highPassHz: number
  /** Mains hum and its multiples are cut out in narrow notches. */
  readonly humHz: 0 | 50 | 60
  /** How much of what stays the same all the time is taken off, in dB at most. 0 leaves everything. */
  readonly noiseDb: number
  readonly gainDb: number
}

export const untouched: Processing = { highPassHz: 0, humHz: 0, noiseDb: 0, gainDb: 0 }

/** Speech loses nothing that carries words; what is left is gentler than what a newsroom would call restoration. */
export const suggested: Processing = { highPassHz: 120, humHz: 0, noiseDb: 9, gainDb: 9 }

export function isUntouched({ highPassHz, humHz, noiseDb, gainDb }: Processing): boolean {
  return highPassHz === 0 && humHz === 0 && noiseDb === 0 && gainDb === 0
}

/** Samples from −1 to 1 as they are heard: as many as came, each at its own time. */
export function processed(samples: Float32Array, rate: number, how: Processing): Float32Array<ArrayBuffer> {
  let out = Float32Array.from(samples)
  if (how.highPassHz > 0) {
    // Two in a row: 24 dB an octave.
    const pass = highPass(how.highPassHz, rate)
    out = filtered(filtered(out, pass), pass)
  }
  if (how.humHz > 0)
    for (let multiple = 1; multiple <= 6; multiple++) out = filtered(out, notch(how.humHz * multiple, rate))
  if (how.noiseDb > 0) out = withoutNoise(out, how.noiseDb)
  if (how.gainDb !== 0) out = louder(out, how.gainDb)
  return out
}

interface Filter {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

/** Second order, Butterworth; after R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients". */
function highPass(hz: number, rate: number): Filter {
  const w = (2 * Math.PI * hz) / rate
  const alpha = Math.sin(w) / Math.SQRT2
  const cos = Math.cos(w)
  const a0 = 1 + alpha
  const edge = (1 + cos) / 2 / a0
  return { b: [edge, -2 * edge, edge], a: [(-2 * cos) / a0, (1 - alpha) / a0] }
}

/** A thirtieth of its pitch wide: a voice that passes it loses nothing that is heard. */
const notchQuality = 30

function notch(hz: number, rate: number): Filter {
  const w = (2 * Math.PI * hz) / rate
  const alpha = Math.sin(w) / (2 * notchQuality)
  const cos = Math.cos(w)
  const a0 = 1 + alpha
  return { b: [1 / a0, (-2 * cos) / a0, 1 / a0], a: [(-2 * cos) / a0, (1 - alpha) / a0] }
}

function filtered(samples: Float32Array, { b, a }: Filter): Float32Array<ArrayBuffer> {
  const out = new Float32Array(samples.length)
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  for (let n = 0; n < samples.length; n++) {
    const x = samples[n] as number
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2
    out[n] = y
    ;[x2, x1, y2, y1] = [x1, x, y1, y]
  }
  return out
}

const frame = 2048
const hop = frame / 4
/** The quietest fifth of all windows is taken for what is always there. */
const quietShare = 0.2
/** What the mean of that fifth is of the mean of all, where there is nothing but noise: its powers lie exponentially. */
const quietOfMean = 0.107
/** One window of noise in twenty is above three times its mean. */
const overNoise = 3

/**
 * Takes off what is always there: in each pitch, windows that are not clearly louder than the quietest fifth are made quieter by `mostDb`, and no
 * more, so that nothing is gated away and no tinkling is left. Spectral subtraction with a floor (Berouti, Schwartz and Makhoul, ICASSP 1979).
 */
function withoutNoise(samples: Float32Array, mostDb: number): Float32Array<ArrayBuffer> {
  const frames = Math.max(0, Math.ceil((samples.length + frame) / hop))
  if (samples.length < frame || frames < 8) return Float32Array.from(samples)
  const transform = transformOf(frame)
  const bins = frame / 2 + 1
  const powers = new Float32Array(frames * bins)
  for (let at = 0; at < frames; at++) {
    const { re, im } = spectrumAt(transform, samples, at * hop - frame / 2)
    for (let bin = 0; bin < bins; bin++)
      powers[at * bins + bin] = (re[bin] as number) ** 2 + (im[bin] as number) ** 2
  }
  const noise = quietest(powers, frames, bins)
  const floor = 10 ** (-mostDb / 20)
  const out = new Float32Array(samples.length)
  const before = new Float32Array(bins).fill(floor)
  for (let at = 0; at < frames; at++) {
    const start = at * hop - frame / 2
    const { re, im } = spectrumAt(transform, samples, start)
    for (let bin = 0; bin < bins; bin++) {
      const power = powers[at * bins + bin] as number
      const left = power > 0 ? Math.sqrt(Math.max(0, 1 - (overNoise * (noise[bin] as number)) / power)) : 0
      // Falls slowly, so that the end of a word is not cut; rises at once.
      const gain = Math.max(floor, left, 0.7 * (before[bin] as number))
      before[bin] = gain
      re[bin] = (re[bin] as number) * gain
      im[bin] = (im[bin] as number) * gain
      if (bin > 0 && bin < frame / 2) {
        re[frame - bin] = re[bin] as number
        im[frame - bin] = -(im[bin] as number)
      }
    }
    const back = inverseSpectrum(transform, re, im)
    // Windowed twice with Hann, four windows overlap to one and a half.
    for (let n = 0; n < frame; n++) {
      const to = start + n
      if (to >= 0 && to < out.length)
        out[to] = (out[to] as number) + ((back[n] as number) * (transform.window[n] as number)) / 1.5
    }
  }
  return out
}

function spectrumAt(transform: Transform, samples: Float32Array, start: number) {
  return transform.forward(n => samples[start + n] ?? 0)
}

/** In each pitch the mean power of what is always there, from its quietest windows. */
function quietest(powers: Float32Array, frames: number, bins: number): Float32Array {
  const noise = new Float32Array(bins)
  const column = new Float32Array(frames)
  const count = Math.max(1, Math.floor(frames * quietShare))
  for (let bin = 0; bin < bins; bin++) {
    for (let at = 0; at < frames; at++) column[at] = powers[at * bins + bin] as number
    column.sort()
    let sum = 0
    for (let at = 0; at < count; at++) sum += column[at] as number
    noise[bin] = sum / count / quietOfMean
  }
  return noise
}

/** Louder, bent over softly near full scale instead of clipped. */
function louder(samples: Float32Array, gainDb: number): Float32Array<ArrayBuffer> {
  const factor = 10 ** (gainDb / 20)
  return Float32Array.from(samples, value => bent(value * factor))
}

const bend = 0.7

function bent(value: number): number {
  const size = Math.abs(value)
  if (size <= bend) return value
  return Math.sign(value) * (bend + (1 - bend) * Math.tanh((size - bend) / (1 - bend)))
}
