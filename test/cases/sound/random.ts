/**
 * A seeded source of numbers in [0, 1), so that every made recording can be made again: sfc32 (C. Doty-Humphrey, PractRand),
 * whose state of 128 bits keeps the streams of different seeds apart. Streams that meet somewhere would give two events the
 * very same noise, and a recording of each would rightly be placed by it.
 */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, Math.floor(seed / 2 ** 32) | 0, 0x5bd1e995, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 15; round++) next()
  return next
}

/** Roughly normal noise, mean 0 and variance 1: three uniform numbers are near enough for sound, and quick. */
export function normalFrom(random: Random): Random {
  return () => 2 * (random() + random() + random() - 1.5)
}

export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random()
}
