/** How far tones are off a straight line where a gamma bends them: more than coding does, evenly, and all of them. */

/** Tones that tell a bend, and how far the first and last of them are from each other. */
const leastTones = 10
const leastReach = 12
/** Mean distance from the bend, in grey levels: one of 0.7 to 2 leaves less, and what is drawn over some of the tones leaves more. */
const mostLeft = 3
/** Grey levels: as much as is counted of each tone. */
const mostBent = 64

/** The parabola through what the n-th tone is off by (null where it is not known), weighed by how often each is there; null where they do not lie on one. */
export function bendOf(
  off: readonly (number | null)[],
  sizes: ArrayLike<number>,
): ((tone: number) => number) | null {
  const known = [...off.keys()].filter(n => off[n] !== null)
  if (known.length < leastTones || (known.at(-1) as number) - (known[0] as number) < leastReach) return null
  const weightOf = (n: number) => sizes[n] as number
  const total = known.reduce((sum, n) => sum + weightOf(n), 0)
  const meanOf = (of: (n: number) => number) => known.reduce((sum, n) => sum + weightOf(n) * of(n), 0) / total
  // Polynomials that are at right angles under these weights, so that each is fitted by itself.
  const middle = meanOf(n => n)
  const first = (n: number) => n - middle
  const spread = meanOf(n => first(n) ** 2)
  const lean = meanOf(n => first(n) ** 3) / spread
  const second = (n: number) => first(n) ** 2 - lean * first(n) - spread
  const offAt = (n: number) => off[n] as number
  const [a, b, c] = [
    meanOf(offAt),
    meanOf(n => offAt(n) * first(n)) / spread,
    meanOf(n => offAt(n) * second(n)) /
      Math.max(
        1e-9,
        meanOf(n => second(n) ** 2),
      ),
  ]
  const bend = (n: number) => Math.max(-mostBent, Math.min(mostBent, a + b * first(n) + c * second(n)))
  return meanOf(n => Math.abs(offAt(n) - bend(n))) < mostLeft ? bend : null
}
