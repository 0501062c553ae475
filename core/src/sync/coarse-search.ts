import type { CoarseSeries } from './coarse-series.ts'
import type { SyncTransform, SyncTransforms } from './input.ts'

/** A lag worth a closer look: a − b in coarse frames at frame `centre` of b, from `length` frames of b around it. */
export interface CoarsePeak {
  readonly lag: number
  readonly slope: number
  readonly centre: number
  readonly length: number
  /** Standard deviations above what unrelated stretches of these recordings give. */
  readonly z: number
}

// b is cut into blocks of 38 s: within one, two clocks that differ by 520 ppm move the lag by one frame. Rows of blocks are
// then added along slopes of up to one frame per row (a Taylor tree), which finds weak agreement over minutes at any drift.
const blockFrames = 1920
/** Room for the slopes at the edges of each stretch of lags. */
const marginFrames = 80
const transformFrames = 2 * blockFrames + 2 * marginFrames
const lagsHeld = blockFrames + 2 * marginFrames
const panelRows = 64
const treeLevels = 4
/** Less than 3 s in common is not looked at: chance and echoes rule there. */
const fewestFrames = 150
const peaksKept = 256

/** Blocks of b that are tried first, each against all of a, spread evenly: two and a half minutes, then seven. */
const sampledRows = [4, 11] as const
/** A peak this high, and twice as high as the next, is taken at once. Unrelated sound reaches 5, a loop has many equals. */
const decisivePeak = 14

/**
 * The best distinct lags, best first. `b` should be the shorter. Cost grows with the product of the lengths, except where
 * a few blocks of b already decide.
 */
export function coarsePeaks(
  a: CoarseSeries,
  b: CoarseSeries,
  fft: SyncTransforms,
  check: () => void,
  count: number,
): readonly CoarsePeak[] {
  for (const rows of sampledRows) {
    if (Math.ceil(b.frames / blockFrames) <= 2 * rows) break
    const [first, second, ...more] = sampledPeaks(a, b, rows, fft, check).slice(0, count)
    if (first && first.z > decisivePeak && first.z > 2 * (second?.z ?? 0))
      return second ? [first, second, ...more] : [first]
  }
  return allPeaks(a, b, fft, check, count)
}

function sampledPeaks(
  a: CoarseSeries,
  b: CoarseSeries,
  rows: number,
  fft: SyncTransforms,
  check: () => void,
): readonly CoarsePeak[] {
  const transform = fft.ofSize(transformFrames)
  const found = new PeakList(peaksKept)
  const step = Math.ceil(b.frames / blockFrames) / rows
  const blocks = Array.from({ length: rows }, (_, n) => {
    const row = Math.floor((n + 0.5) * step)
    return { row, spectra: spectraOf(b, row * blockFrames, blockFrames, transform) }
  })
  const lastOfA = Math.ceil(a.frames / blockFrames) - 1
  for (let index = -1; index <= lastOfA; index++) {
    check()
    const segment = spectraOf(a, index * blockFrames - marginFrames, transformFrames, transform)
    for (const { row, spectra } of blocks) {
      const strip = correlate(spectra, segment, transform)
      if (!strip) continue
      found.search(strip.sums, strip.counts, {
        lag: (index - row) * blockFrames - marginFrames,
        slope: 0,
        shift: 0,
        firstFrame: row * blockFrames,
        length: blockFrames,
      })
    }
  }
  return found.distinct(peaksKept)
}

function allPeaks(
  a: CoarseSeries,
  b: CoarseSeries,
  fft: SyncTransforms,
  check: () => void,
  count: number,
): readonly CoarsePeak[] {
  const transform = fft.ofSize(transformFrames)
  const found = new PeakList(peaksKept)
  const rowsOfB = Math.ceil(b.frames / blockFrames)
  const lastOfA = Math.ceil(a.frames / blockFrames) - 1
  for (let firstRow = 0; firstRow < rowsOfB; firstRow += panelRows) {
    const rows = Math.min(panelRows, rowsOfB - firstRow)
    const blocks = Array.from({ length: rows }, (_, row) =>
      spectraOf(b, (firstRow + row) * blockFrames, blockFrames, transform),
    )
    const segments = new Map<number, Spectra>()
    for (let diagonal = -firstRow - rows; diagonal <= lastOfA - firstRow; diagonal++) {
      check()
      segments.delete(firstRow + diagonal - 1)
      const strips: (Strip | null)[] = []
      for (let row = 0; row < rows; row++) {
        const index = firstRow + row + diagonal
        if (index < -1 || index > lastOfA) {
          strips.push(null)
          continue
        }
        let segment = segments.get(index)
        if (!segment) {
          segment = spectraOf(a, index * blockFrames - marginFrames, transformFrames, transform)
          segments.set(index, segment)
        }
        strips.push(correlate(blocks[row] as Spectra, segment, transform))
      }
      climb(strips, { firstRow, lag: diagonal * blockFrames }, found)
    }
  }
  return found.distinct(count)
}

interface Spectra {
  /** Per band one packed spectrum. */
  readonly bands: readonly Float32Array[]
  readonly valid: Float32Array
  readonly validFrames: number
}

function spectraOf(series: CoarseSeries, from: number, length: number, transform: SyncTransform): Spectra {
  const signal = new Float32Array(transformFrames)
  const start = Math.max(0, from)
  const end = Math.min(series.frames, from + length)
  const spectrumOf = (values: Int8Array | Uint8Array) => {
    signal.fill(0)
    if (end > start) signal.set(values.subarray(start, end), start - from)
    const spectrum = new Float32Array(transformFrames)
    transform.forward(signal, spectrum)
    return spectrum
  }
  let validFrames = 0
  for (let frame = start; frame < end; frame++) validFrames += series.valid[frame] as number
  return { bands: series.bands.map(spectrumOf), valid: spectrumOf(series.valid), validFrames }
}

/** One block against one segment: correlation at each lag over its own noise, and how many frames it rests on. */
interface Strip {
  readonly sums: Float32Array
  readonly counts: Float32Array
}

const product = new Float32Array(transformFrames)
const correlation = new Float32Array(transformFrames)

function correlate(block: Spectra, segment: Spectra, transform: SyncTransform): Strip | null {
  if (block.validFrames < fewestFrames || segment.validFrames < fewestFrames) return null
  const counts = new Float32Array(lagsHeld)
  if (block.validFrames === blockFrames && segment.validFrames === transformFrames) counts.fill(blockFrames)
  else {
    product.fill(0)
    addProduct(block.valid, segment.valid)
    transform.inverse(product, correlation)
    for (let n = 0; n < lagsHeld; n++) counts[n] = Math.round((correlation[n] as number) / transformFrames)
  }
  product.fill(0)
  for (let band = 0; band < block.bands.length; band++)
    addProduct(block.bands[band] as Float32Array, segment.bands[band] as Float32Array)
  transform.inverse(product, correlation)
  const sums = new Float32Array(lagsHeld)
  let power = 0
  let held = 0
  for (let n = 0; n < lagsHeld; n++) {
    const count = counts[n] as number
    if (count < fewestFrames) continue
    const sum = correlation[n] as number
    sums[n] = sum
    power += (sum * sum) / count
    held++
  }
  if (held === 0) return null
  const gain = Math.sqrt(held / (power || 1))
  for (let n = 0; n < lagsHeld; n++) sums[n] = (sums[n] as number) * gain
  return { sums, counts }
}

/** product += conj(block) · segment, in the packed layout. */
function addProduct(block: Float32Array, segment: Float32Array): void {
  product[0] = (product[0] as number) + (block[0] as number) * (segment[0] as number)
  product[1] = (product[1] as number) + (block[1] as number) * (segment[1] as number)
  for (let n = 2; n < transformFrames; n += 2) {
    const br = block[n] as number
    const bi = block[n + 1] as number
    const sr = segment[n] as number
    const si = segment[n + 1] as number
    product[n] = (product[n] as number) + br * sr + bi * si
    product[n + 1] = (product[n + 1] as number) + br * si - bi * sr
  }
}

/** Neighbouring strips added along slopes, level by level; every level is searched for peaks. */
function climb(
  strips: readonly (Strip | null)[],
  place: { readonly firstRow: number; readonly lag: number },
  found: PeakList,
): void {
  for (const direction of [1, -1]) {
    let level: readonly (Bundle | null)[] = strips.map(strip =>
      strip ? { shifts: [strip.sums], counts: strip.counts } : null,
    )
    for (let height = 0; height <= treeLevels && level.length > 0; height++) {
      const span = 2 ** height
      for (const [group, bundle] of level.entries()) {
        // Slope 0 is the same in both directions.
        bundle?.shifts.forEach((sums, shift) => {
          if (direction === -1 && shift === 0) return
          const slope = span > 1 ? (direction * shift) / ((span - 1) * blockFrames) : 0
          const firstFrame = (place.firstRow + group * span) * blockFrames
          found.search(sums, bundle.counts, {
            lag: place.lag - marginFrames,
            slope,
            shift: direction * shift,
            firstFrame,
            length: span * blockFrames,
          })
        })
      }
      if (level.length === 1) break
      level = Array.from({ length: Math.ceil(level.length / 2) }, (_, at) =>
        join(level[2 * at] ?? null, level[2 * at + 1] ?? null, direction),
      )
    }
  }
}

interface Bundle {
  /** By total shift over the group's rows. */
  readonly shifts: readonly Float32Array[]
  readonly counts: Float32Array
}

function join(early: Bundle | null, late: Bundle | null, direction: number): Bundle | null {
  // A group of one row has no slope of its own; alone it was searched a level below.
  if (!early || !late) return null
  const counts = Float32Array.from(early.counts, (count, n) => count + (late.counts[n] as number))
  const shifts = Array.from({ length: 2 * early.shifts.length }, (_, total) => {
    const inner = total >> 1
    const offset = direction * (total - inner)
    const sums = (early.shifts[inner] as Float32Array).slice()
    const added = late.shifts[inner] as Float32Array
    const from = Math.max(0, -offset)
    const to = Math.min(lagsHeld, lagsHeld - offset)
    for (let n = from; n < to; n++) sums[n] = (sums[n] as number) + (added[n + offset] as number)
    return sums
  })
  return { shifts, counts }
}

interface Searched {
  readonly lag: number
  readonly slope: number
  readonly shift: number
  readonly firstFrame: number
  readonly length: number
}

class PeakList {
  readonly #limit: number
  #peaks: CoarsePeak[] = []
  #threshold = 3

  constructor(limit: number) {
    this.#limit = limit
  }

  search(sums: Float32Array, counts: Float32Array, where: Searched): void {
    for (let n = marginFrames; n < marginFrames + blockFrames; n++) {
      const sum = sums[n] as number
      const count = counts[n] as number
      if (sum <= 0 || sum * sum <= this.#threshold * this.#threshold * count || count < fewestFrames) continue
      const before = sums[n - 1] as number
      const after = sums[n + 1] as number
      if (sum < before || sum <= after) continue
      const bend = before - 2 * sum + after
      const shift = bend < 0 ? (0.5 * (before - after)) / bend : 0
      this.#add({
        // The first row is at `lag`; the middle of the group has gone half the total shift further.
        lag: where.lag + n + shift + where.shift / 2,
        slope: where.slope,
        centre: where.firstFrame + where.length / 2,
        length: where.length,
        z: sum / Math.sqrt(count),
      })
    }
  }

  #add(peak: CoarsePeak): void {
    this.#peaks.push(peak)
    if (this.#peaks.length < 2 * this.#limit) return
    this.#peaks.sort((a, b) => b.z - a.z)
    this.#peaks.length = this.#limit
    this.#threshold = Math.max(this.#threshold, (this.#peaks.at(-1) as CoarsePeak).z)
  }

  distinct(count: number): readonly CoarsePeak[] {
    const chosen: CoarsePeak[] = []
    for (const peak of this.#peaks.sort((a, b) => b.z - a.z)) {
      if (chosen.length === count) break
      if (!chosen.some(other => isSameLag(other, peak))) chosen.push(peak)
    }
    return chosen
  }
}

/** Within 0.2 s after allowing for a drift that neither peak has measured yet. */
function isSameLag(a: CoarsePeak, b: CoarsePeak): boolean {
  const apart = Math.abs(a.centre - b.centre)
  const slope = a.length >= b.length ? a.slope : b.slope
  const expected = a.lag + slope * (b.centre - a.centre)
  return Math.abs(b.lag - expected) < 10 + apart * 520e-6
}
