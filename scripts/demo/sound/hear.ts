/** What a microphone hears: each source delayed and weakened by the air between, and once more by way of the house front. */
import { distance, type Point } from '../motion.ts'
import { lowPass, rate } from './signals.ts'
import { type Source, soundSeconds } from './sources.ts'

/** Metres a second in dry air of 20 °C. */
export const speedOfSound = 343.2
/** The house front stands at z = −16.1; part of the sound comes back from it. */
const wallZ = -16.1
const wallReturns = 0.42
/** Nearer than this a source is not a point. */
const nearest = 0.25

/** Pressure at a moving microphone over the whole exercise, 48 kHz, sample n at n/48000 s of the case clock. */
export function heardAt(microphone: (t: number) => Point, sources: readonly Source[]): Float32Array {
  const out = new Float32Array(soundSeconds * rate)
  for (const source of sources) {
    addPath(out, source, microphone, point => point, 1)
    if (!source.isFar)
      addPath(out, source, microphone, point => ({ ...point, z: 2 * wallZ - point.z }), wallReturns)
  }
  return out
}

function addPath(
  out: Float32Array,
  source: Source,
  microphone: (t: number) => Point,
  mirror: (point: Point) => Point,
  share: number,
): void {
  const seconds = source.signal.length / rate
  const middle = distance(mirror(source.place(source.at + seconds / 2)), microphone(source.at + seconds / 2))
  // Air takes the high tones: about −3 dB at 8 kHz over 30 m.
  const signal =
    source.isFar || middle < 3 ? source.signal : lowPass(source.signal.slice(), 24_000 / (1 + middle / 22))
  // Delay and level change slowly: they are worked out 100 times a second and drawn straight in between.
  const stepSamples = rate / 100
  const delayAt = (emitted: number) => {
    const from = mirror(source.place(emitted))
    let heard = emitted + distance(from, microphone(emitted)) / speedOfSound
    for (let turn = 0; turn < 3; turn++) heard = emitted + distance(from, microphone(heard)) / speedOfSound
    return heard - emitted
  }
  const levelOf = (delay: number) => (source.isFar ? share : share / Math.max(nearest, delay * speedOfSound))
  let before = delayAt(source.at)
  for (let from = 0; from < signal.length; from += stepSamples) {
    const to = Math.min(signal.length, from + stepSamples)
    const after = delayAt(source.at + to / rate)
    const outFrom = Math.ceil((source.at + from / rate + before) * rate)
    const outTo = (source.at + to / rate + after) * rate
    const scale = (to - from) / (outTo - (source.at + from / rate + before) * rate)
    for (let at = outFrom; at < outTo; at++) {
      if (at < 0 || at >= out.length) continue
      const n = from + (at - (source.at + from / rate + before) * rate) * scale
      const u = (n - from) / (to - from)
      out[at] = (out[at] as number) + levelOf(before + u * (after - before)) * between(signal, n)
    }
    before = after
  }
}

/** Value between samples: cubic through four neighbours (Catmull and Rom 1974). */
export function between(signal: Float32Array, position: number): number {
  const n = Math.floor(position)
  const u = position - n
  const p0 = signal[n - 1] ?? 0
  const p1 = signal[n] ?? 0
  const p2 = signal[n + 1] ?? 0
  const p3 = signal[n + 2] ?? 0
  return p1 + 0.5 * u * (p2 - p0 + u * (2 * p0 - 5 * p1 + 4 * p2 - p3 + u * (3 * (p1 - p2) + p3 - p0)))
}
