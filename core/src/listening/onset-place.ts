/** How finely the first look goes; the second looks at every sample near the best. */
const coarse = 6

/**
 * The sample at which a sound begins, by the split of a stretch that explains its variance best on both sides: the criterion of
 * Akaike as seismologists pick arrivals with it (Maeda 1985, Zisin 38, 365). `signal[0 … count)` begins in what came before and ends at
 * the height of the sound; at least `leastBefore` samples lie before the split, since the variance of a few says nothing. Also says
 * within how many samples the split could as well lie: where the criterion is worse by less than 4.
 */
export function onsetPlace(
  signal: Float32Array,
  count: number,
  leastBefore: number,
): { readonly at: number; readonly widthSamples: number } {
  const sums = new Float64Array(count + 1)
  for (let n = 0; n < count; n++) sums[n + 1] = (sums[n] as number) + (signal[n] as number) ** 2
  const total = sums[count] as number
  const least = 1e-12
  const [first, last] = [leastBefore, count - 4]
  const worth = (split: number) => {
    const before = sums[split] as number
    return (
      split * Math.log(before / split + least) +
      (count - split) * Math.log((total - before) / (count - split) + least)
    )
  }
  let best = Math.max(1, Math.min(first, last))
  let lowest = worth(best)
  const look = (from: number, to: number, step: number) => {
    for (let split = from; split <= to; split += step) {
      const value = worth(split)
      if (value < lowest) {
        lowest = value
        best = split
      }
    }
  }
  look(first, last, coarse)
  look(Math.max(first, best - coarse), Math.min(last, best + coarse), 1)
  let low = best
  let high = best
  while (low > first && worth(low - 1) <= lowest + 4) low--
  while (high < last && worth(high + 1) <= lowest + 4) high++
  return { at: best, widthSamples: high - low }
}
