/** A seeded source of numbers in [0, 1), so that every made recording can be made again (splitmix32). */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
}

/** Roughly normal noise, mean 0 and variance 1: three uniform numbers are near enough for sound, and quick. */
export function normalFrom(random: Random): Random {
  return () => 2 * (random() + random() + random() - 1.5)
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random()
}
