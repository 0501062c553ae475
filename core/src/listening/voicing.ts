import type { OnsetLoops } from './onset-loops.ts'

/** Voices from 70 to 400 Hz, looked for in 40 ms at about 4 kHz. */
const voice = { rate: 4000, seconds: 0.04, lowHz: 70, highHz: 400 } as const

/** How well the edges of 40 ms from `samples[from]` on repeat at a voice's pitch: 0 to 1. */
export function voicing(loops: OnsetLoops, samples: Float32Array, from: number, rate: number): number {
  const step = Math.max(1, Math.round(rate / voice.rate))
  const thinned = rate / step
  const [first, last] = [Math.floor(thinned / voice.highHz), Math.floor(thinned / voice.lowHz)]
  return loops.voicing(samples, from, step, Math.round(thinned * voice.seconds), first, last)
}
