/** What of a film's picture a recording's picture does not explain, pixel by pixel, once brightness and contrast are evened. */

export interface Residual {
  /** Mean distance over the pixels compared, in steps of 8-bit luma (0 to 255). */
  readonly mean: number
  /** Share of the pixels compared that are further off than coding makes them, 0 to 1. */
  readonly share: number
  /** Share of the film's picture that the recording covers, 0 to 1. */
  readonly covered: number
  /** The film's luma is best told as gain · recording + lift. */
  readonly gain: number
  readonly lift: number
}

/** Steps of luma beyond which a pixel counts as different: heavy coding of moving pictures stays below it almost everywhere. */
export const differentSteps = 24
const leastCovered = 16

/**
 * Holds two pictures of one size against each other. `recording` is laid where the edit list says; where it covers nothing, `mask`
 * is 0. Writes into `apart` the distance of each pixel, and 0 where there is nothing to compare.
 */
export function residualOf(
  film: Uint8Array | Uint8ClampedArray,
  recording: Uint8Array | Uint8ClampedArray,
  mask: Uint8Array | null,
  apart: Uint8Array,
): Residual {
  const first = fitted(film, recording, mask, null)
  // Once more without what is far off: something drawn over the picture must not bend the rest.
  const { gain, lift } = fitted(film, recording, mask, first)
  let sum = 0
  let off = 0
  let count = 0
  for (let n = 0; n < film.length; n++) {
    if (mask && mask[n] === 0) {
      apart[n] = 0
      continue
    }
    const distance = Math.min(
      255,
      Math.round(Math.abs((film[n] as number) - gain * (recording[n] as number) - lift)),
    )
    apart[n] = distance
    sum += distance
    if (distance > differentSteps) off++
    count++
  }
  return {
    mean: count === 0 ? 0 : sum / count,
    share: count === 0 ? 0 : off / count,
    covered: film.length === 0 ? 0 : count / film.length,
    gain,
    lift,
  }
}

interface Light {
  readonly gain: number
  readonly lift: number
}

function fitted(
  film: Uint8Array | Uint8ClampedArray,
  recording: Uint8Array | Uint8ClampedArray,
  mask: Uint8Array | null,
  near: Light | null,
): Light {
  let count = 0
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0]
  for (let n = 0; n < film.length; n++) {
    if (mask && mask[n] === 0) continue
    const x = recording[n] as number
    const y = film[n] as number
    if (near && Math.abs(y - near.gain * x - near.lift) > differentSteps) continue
    count++
    sumX += x
    sumY += y
    sumXX += x * x
    sumXY += x * y
  }
  if (count < leastCovered) return near ?? { gain: 1, lift: 0 }
  const spread = sumXX - (sumX * sumX) / count
  // A picture that is flat says nothing of contrast.
  const slope = spread < 4 * count ? 1 : (sumXY - (sumX * sumY) / count) / spread
  const gain = Math.max(0.25, Math.min(4, slope))
  return { gain, lift: (sumY - gain * sumX) / count }
}
