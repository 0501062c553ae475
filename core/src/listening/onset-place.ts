/** So much is looked at before the block in which a level jumps farthest: the last part of it is where that jump is sought. */
export const pastOnsetMs = 20
const soughtMs = 8
/** An earlier stroke of the same sound lies in the rest, but for its first part, which says how loud it was before. */
const quietMs = 8
/** It is this high against the height, as most recorders' own delays of a filter are not, and this high against what was before: noise rises by less. */
const stroke = { share: 0.1, overQuiet: 2.5 }
/** What is only so high may be a first stroke or not: the place is as unsure as it lies before. */
const faintStroke = { share: 0.05, overQuiet: 1.35 }

export interface OnsetPlace {
  readonly at: number
  /** The stroke that the level jumps farthest by: `at`, or some milliseconds later. */
  readonly main: number
  /** Within how many samples it could as well lie. */
  readonly widthSamples: number
  /** How long before it something rises that may be its first stroke, and may be none. */
  readonly unsureSamples: number
}

/**
 * The sample at which a sound begins in `signal`, which starts `pastOnsetMs` before the block in which its level jumps farthest. `ms` is the
 * number of samples in a millisecond.
 */
export function beginning(signal: Float32Array, ms: number): OnsetPlace {
  const from = (pastOnsetMs - soughtMs) * ms
  const height = highest(signal, from + 7 * ms, signal.length)
  const bar = 0.1 * Math.abs(signal[height] as number)
  const main = placedIn(signal, from, Math.min(signal.length, height + Math.round(ms / 4) + 5), ms)
  const earlier = strokeIn(signal, height, ms, stroke)
  const found =
    earlier === null || earlier > main.at - ms / 2
      ? main
      : placedIn(signal, earlier - 4 * ms, earlier + Math.round(ms / 4) + 5, ms)
  // Codecs let a sound be heard faintly some milliseconds before it comes; what is a tenth as high is the sound itself.
  const loudFrom = (place: number) => {
    let at = place
    while (at < height && Math.abs(signal[at] as number) < bar) at++
    return at
  }
  const at = loudFrom(found.at)
  const faint = strokeIn(signal, height, ms, faintStroke) ?? at
  return {
    at,
    main: loudFrom(main.at),
    widthSamples: found.widthSamples + 2 * (at - found.at),
    unsureSamples: Math.max(0, at - faint),
  }
}

type Split = Pick<OnsetPlace, 'at' | 'widthSamples'>

function placedIn(signal: Float32Array, from: number, to: number, leastBefore: number): Split {
  const { at, widthSamples } = onsetPlace(signal.subarray(from, to), to - from, leastBefore)
  return { at: from + at, widthSamples }
}

/** Claps, locks and bolts strike several times within milliseconds, and the first stroke is not always the loudest: the first sample of one, or null. */
function strokeIn(
  signal: Float32Array,
  height: number,
  ms: number,
  { share, overQuiet }: { readonly share: number; readonly overQuiet: number },
): number | null {
  const quiet = Math.abs(signal[highest(signal, 0, quietMs * ms)] as number)
  const bar = Math.max(share * Math.abs(signal[height] as number), overQuiet * quiet)
  for (let n = quietMs * ms; n < height; n++) if (Math.abs(signal[n] as number) >= bar) return n
  return null
}

function highest(signal: Float32Array, from: number, to: number): number {
  let place = from
  for (let n = from; n < to; n++)
    if (Math.abs(signal[n] as number) > Math.abs(signal[place] as number)) place = n
  return place
}

/** How finely the first look goes; the second looks at every sample near the best. */
const coarse = 6

/**
 * The sample at which a sound begins, by the split of a stretch that explains its variance best on both sides: the criterion of
 * Akaike as seismologists pick arrivals with it (Maeda 1985, Zisin 38, 365). `signal[0 … count)` begins in what came before and ends at
 * the height of the sound; at least `leastBefore` samples lie before the split, since the variance of a few says nothing. Also says
 * within how many samples the split could as well lie: where the criterion is worse by less than 4.
 */
function onsetPlace(signal: Float32Array, count: number, leastBefore: number): Split {
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
