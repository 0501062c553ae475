import type { MeasuredOnset } from './impulse-finder.ts'

/**
 * What an onset may be off by, in milliseconds, 95 times in 100: how flat the best place is, how slowly the sound rises, and how little it stands
 * out. Fitted on made scenes (`npm run bench -- listening` prints how often it holds).
 */
export function onsetErrorMs({ widthSamples, features, isClipped }: MeasuredOnset, rate: number): number {
  const width = (1000 * widthSamples) / rate
  const rise = 2 ** features.rise
  const faint = Math.max(0, 12 - features.above) / 12
  const error = 0.1 + 500 / rate + 0.5 * width + 0.1 * rise + 1.5 * faint ** 2 + (isClipped ? 0.1 : 0)
  return Number(Math.min(12, error).toFixed(2))
}
