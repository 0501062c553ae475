import type { Levels } from './pictures.ts'

/** Speeds that editing programs offer. */
const offered = [
  0,
  0.1,
  0.125,
  0.2,
  0.25,
  1 / 3,
  0.4,
  0.5,
  0.6,
  2 / 3,
  0.75,
  0.8,
  1,
  1.25,
  1.5,
  2,
  3,
  4,
  5,
  6,
  8,
]
/** Two clocks differ by less than this, and so do 29.97 and 30 frames a second. */
const clocks = 0.004
const nearRate = 0.045

/** A recording put into a film of another rate frame for frame plays at this speed; null where the two rates are the same. */
export function frameForFrame(film: Levels, raw: Levels): number | null {
  const rate = raw.frameSeconds / film.frameSeconds
  return Math.abs(rate - 1) > clocks && rate > 0.3 && rate < 3 ? rate : null
}

/** Whether an editing program offers this speed, or a conversion makes it. */
export function isOffered(rate: number, frames: number | null): boolean {
  const size = Math.abs(rate)
  return (frames === null ? offered : [...offered, frames]).some(each => Math.abs(size - each) < clocks)
}

/** The usual speed that a measured one is taken for, or the measured one where none is near. `error` is how far off it may be measured. */
export function snappedRate(rate: number, frames: number | null, error = nearRate): number {
  const size = Math.abs(rate)
  let best = rate
  let least = 1
  for (const usual of frames === null ? offered : [...offered, frames]) {
    const off = Math.abs(size - usual) / (Math.min(nearRate, error) * Math.max(1, usual))
    if (off < least) [least, best] = [off, Math.sign(rate) * usual || 0]
  }
  return best
}
