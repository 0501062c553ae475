import type { SyncFeatures } from './input.ts'

/**
 * The changes of level of a recording, ready to be correlated: per band a series at 20 ms steps with its slow course
 * taken out, clipped, and of one variance over the valid frames, in sixteenths of its standard deviation. Frames that hold no
 * sound are 0 and not valid. One byte a value: an hour takes 4.5 MB where floats took 18, and many hours stand in memory at once.
 */
export interface CoarseSeries {
  readonly frames: number
  readonly bands: readonly Int8Array[]
  readonly valid: Uint8Array
  readonly validFrames: number
}

export const coarseHopSeconds = 0.02
/** Two frames of 10 ms become one: half the work, and speech has little modulation above 25 Hz. */
const fold = 2
/** Half width of the running mean that is taken out: 0.5 s to either side. */
const meanReach = 25
/** Half decibels. A door or a bang counts, but not more than a strong syllable. */
const clipUp = 36
const clipDown = 18
/** Steps in a standard deviation: rounding adds 0.0003 of the variance. */
const stepsPerDeviation = 16

export function coarseSeries(features: SyncFeatures): CoarseSeries {
  const { bands, values } = features
  const frames = Math.floor(values.length / bands / fold)
  const valid = new Uint8Array(frames)
  for (let frame = 0; frame < frames; frame++)
    valid[frame] =
      isHeard(values, frame * fold * bands) && isHeard(values, (frame * fold + 1) * bands) ? 1 : 0
  const validFrames = valid.reduce((sum, each) => sum + each, 0)
  const before = runningTotal(valid)
  const level = new Float32Array(frames)
  const series = Array.from({ length: bands }, (_, band) => {
    level.fill(0)
    for (let frame = 0; frame < frames; frame++) {
      const at = frame * fold * bands + band
      if (valid[frame]) level[frame] = ((values[at] as number) + (values[at + bands] as number)) / fold
    }
    return changesOf(level, valid, before)
  })
  return { frames, bands: series, valid, validFrames }
}

function isHeard(values: Uint8Array, at: number): boolean {
  return values[at] !== 0
}

function runningTotal(values: Float32Array | Uint8Array): Float64Array {
  const totals = new Float64Array(values.length + 1)
  for (let n = 0; n < values.length; n++) totals[n + 1] = (totals[n] as number) + (values[n] as number)
  return totals
}

function changesOf(level: Float32Array, valid: Uint8Array, validBefore: Float64Array): Int8Array {
  const before = runningTotal(level)
  const changes = new Float32Array(level.length)
  const out = new Int8Array(level.length)
  let sum = 0
  let squares = 0
  let count = 0
  for (let n = 0; n < level.length; n++) {
    if (!valid[n]) continue
    const from = Math.max(0, n - meanReach)
    const to = Math.min(level.length, n + meanReach + 1)
    const held = (validBefore[to] as number) - (validBefore[from] as number)
    const mean = ((before[to] as number) - (before[from] as number)) / held
    const change = Math.max(-clipDown, Math.min(clipUp, (level[n] as number) - mean))
    changes[n] = change
    sum += change
    squares += change * change
    count++
  }
  if (count === 0) return out
  const mean = sum / count
  const variance = squares / count - mean * mean
  const gain = variance > 0.05 ? stepsPerDeviation / Math.sqrt(variance) : 0
  for (let n = 0; n < out.length; n++)
    if (valid[n]) out[n] = Math.max(-128, Math.min(127, Math.round(((changes[n] as number) - mean) * gain)))
  return out
}
