// Sound for the look test: one invented sound that every recording of the fiction hears at the same case time, with noise of
// its own, so that what the room shows of two recordings is compared in truth.
import type { LookAlong, PairLook, SampleSource, SyncTransforms } from '@sightline/core/sync'
import { pairLook, samplesPerSecond } from '@sightline/core/sync'
import type { MediaMicros } from '@sightline/core/time'
import { type Fictional, recordings } from './fictional-case.ts'

/** Where the recording that the machine refuses would lie, in case seconds. */
const refusedStart = 14.4

const made = new Map<string, SampleSource>()

/** 8 kHz samples of a recording of the fiction; null for one without sound. */
export function samplesOf(id: string): SampleSource | null {
  const recording = recordings.find(each => each.id === id)
  if (!recording?.sound) return null
  const known = made.get(id)
  if (known) return known
  const values = soundOf(recording)
  const source: SampleSource = {
    originMicros: Math.round(recording.first * 1e6) as MediaMicros,
    count: values.length,
    read: (from, count) => values.subarray(from, from + count),
  }
  made.set(id, source)
  return source
}

export function lookAt(a: string, b: string, at: LookAlong): PairLook | null {
  const [upper, lower] = [samplesOf(a), samplesOf(b)]
  return upper && lower ? pairLook(plainTransforms, upper, lower, at) : null
}

function soundOf(recording: Fictional): Int16Array {
  const own = recording.name.length * 1_000_003
  const start = recording.start ?? refusedStart
  const drift = ((recording.start ?? 0) % 7) * 1e-6
  const inside = (spans: Fictional['absent'], at: number) => spans.some(([from, to]) => at >= from && at < to)
  const values = new Int16Array(Math.round(recording.seconds * samplesPerSecond))
  for (let n = 0; n < values.length; n++) {
    const local = n / samplesPerSecond
    if (inside(recording.absent, local) || inside(recording.silent, local)) continue
    const exact = (start + local * (1 + drift)) * samplesPerSecond
    const whole = Math.floor(exact)
    const here = streetAt(whole)
    const common = here + (streetAt(whole + 1) - here) * (exact - whole)
    values[n] = Math.round(26_000 * Math.max(-1, Math.min(1, common + 0.012 * noiseAt(own + n))))
  }
  return values
}

/** What every recording hears is made once; a sample of it that was not made yet is not a number. */
const street = new Float64Array(90 * samplesPerSecond).fill(Number.NaN)

function streetAt(sample: number): number {
  let value = street[sample] ?? Number.NaN
  if (Number.isNaN(value)) street[sample] = value = heardAt(sample)
  return value
}

/** What is heard in the street at a sample of the case clock: voices that come and go, three bangs, a fan. */
function heardAt(sample: number): number {
  const time = sample / samplesPerSecond
  const voice = Math.max(0, Math.sin(time * 2.1) * Math.sin(time * 0.53 + 1)) * Math.sin(time * 11.3) ** 2
  const bang = [44.31, 44.9, 45.6].reduce(
    (sum, at) => sum + (time >= at ? Math.exp((at - time) / 0.06) : 0),
    0,
  )
  let smooth = 0
  for (let n = 0; n < 5; n++) smooth += noiseAt(sample + n)
  return (smooth / 5) * (0.05 + 0.4 * voice + 1.2 * bang)
}

/** Noise from −1 to 1, the same for the same number. */
function noiseAt(n: number): number {
  let mixed = Math.imul(n ^ (n >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 31 - 1
}

/** A Fourier transform of powers of two in plain code, packed as the engine wants it. Slow, and good enough for a test. */
const plainTransforms: SyncTransforms = {
  ofSize: size => {
    const re = new Float64Array(size)
    const im = new Float64Array(size)
    return {
      forward(signal, spectrum) {
        re.set(signal)
        im.fill(0)
        transform(re, im, -1)
        for (let bin = 1; bin < size / 2; bin++) {
          spectrum[2 * bin] = re[bin] as number
          spectrum[2 * bin + 1] = im[bin] as number
        }
        spectrum[0] = re[0] as number
        spectrum[1] = re[size / 2] as number
      },
      inverse(spectrum, signal) {
        re.fill(0)
        im.fill(0)
        re[0] = spectrum[0] as number
        re[size / 2] = spectrum[1] as number
        for (let bin = 1; bin < size / 2; bin++) {
          re[bin] = re[size - bin] = spectrum[2 * bin] as number
          im[bin] = spectrum[2 * bin + 1] as number
          im[size - bin] = -(im[bin] as number)
        }
        transform(re, im, 1)
        signal.set(re)
      },
    }
  },
}

function transform(re: Float64Array, im: Float64Array, sign: 1 | -1): void {
  const size = re.length
  for (let n = 1, reversed = 0; n < size; n++) {
    let bit = size >> 1
    for (; reversed & bit; bit >>= 1) reversed ^= bit
    reversed |= bit
    if (n >= reversed) continue
    swap(re, n, reversed)
    swap(im, n, reversed)
  }
  for (let length = 2; length <= size; length *= 2) {
    const half = length / 2
    for (let k = 0; k < half; k++) {
      const angle = (sign * 2 * Math.PI * k) / length
      const cos = Math.cos(angle)
      const sin = Math.sin(angle)
      for (let from = k; from < size; from += length) {
        const x = re[from + half] as number
        const y = im[from + half] as number
        const tr = x * cos - y * sin
        const ti = x * sin + y * cos
        re[from + half] = (re[from] as number) - tr
        im[from + half] = (im[from] as number) - ti
        re[from] = (re[from] as number) + tr
        im[from] = (im[from] as number) + ti
      }
    }
  }
}

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] as number
  values[a] = values[b] as number
  values[b] = kept
}
