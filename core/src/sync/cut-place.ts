import { type SampleSource, type SyncTools, samplesPerSecond } from './input.ts'
import { type Line, lagAt, onA } from './line.ts'
import type { FittedLine } from './line-fit.ts'
import type { PhaseWindow } from './phase-window.ts'

export interface PiecesInput {
  readonly window: PhaseWindow
  readonly a: SampleSource
  readonly b: SampleSource
  readonly tools: SyncTools
}

/** One window of b that clearly agrees: the sample at its middle, what lies there on a less that, and how clearly. */
export interface Hit {
  readonly middle: number
  readonly lag: number
  readonly z: number
}

export type Track = readonly Hit[]

/** A run of hits on one straight line. */
export interface Straight {
  readonly fit: FittedLine
  readonly hits: Track
  /** True where it goes on from the one before without a jump. */
  readonly isBent: boolean
}

/** Where one stretch ends and the next begins, and whose doing it is: a cut lies in the recording that lacks something. */
export interface Cut {
  readonly kind: 'jump' | 'bend'
  readonly on: 'a' | 'b'
  /** Sample of the recording that is cut. */
  readonly at: number
}

const second = samplesPerSecond
/** Stretches that follow one another directly leave about a second between their last and first window, and at most this. */
const longestJointSeconds = 4
/** 8 s around the place where a cut was noticed; a power of two. */
const regionLength = 65536
/** Jumps longer than this are told by the windows alone, whose places are known to a second. */
const shortJump = 3 * second

/**
 * The cut between two stretches, to the sample where the sound allows it: before it the one line explains the sound, after
 * it the other. Null where the stretches do not lie end to end on either recording.
 */
export function cutBetween(before: Straight, after: Straight, input: PiecesInput): Cut | null {
  if (after.isBent) return bend(before, after)
  const [one, two] = [before.fit.line, after.fit.line]
  const [end, begin] = [endsOf(before).last, endsOf(after).first]
  const jump = lagAt(two, (end + begin) / 2) - lagAt(one, (end + begin) / 2)
  // On b: b goes on at once, somewhere else in a. On a: a goes on at once, so that b has ‘-jump’ between the two.
  const gap = begin - end - second
  const isNear = (between: number) => Math.abs(gap - between) <= longestJointSeconds * second
  if (Math.abs(jump) > shortJump) {
    const on = Math.abs(gap) <= Math.abs(gap + jump) ? 'b' : 'a'
    const between = on === 'b' ? 0 : -jump
    if (!isNear(between)) return null
    const middle = (end + begin - between) / 2
    return cutOn(on, changePoint(input, [one, two], [middle, middle + between], between).at, one)
  }
  if (!isNear(0) && !isNear(-jump)) return null
  const middle = (end + begin) / 2
  const direct = changePoint(input, [one, two], [middle, middle], 0)
  const apart = changePoint(input, [one, two], [middle, middle], -jump)
  // The two differ by the stretch that one of them leaves unexplained, or explains twice: it is told by whether it agrees.
  const gained = Math.abs(direct.sum - apart.sum)
  const agrees = gained > 0.5 * Math.abs(jump) * Math.max(direct.mean, apart.mean)
  const isDirect = jump < 0 ? agrees : !agrees
  return isDirect ? cutOn('b', direct.at, one) : cutOn('a', apart.at, one)
}

/** The cut at the end of a stretch, at sample `end` of b. */
function cutOn(on: 'a' | 'b', end: number, line: Line): Cut {
  return { kind: 'jump', on, at: on === 'b' ? end : Math.round(onA(line, end)) }
}

/** A clock that changed its rate: the two lines meet. Which of the two clocks it was, this pair alone cannot tell. */
function bend(before: Straight, after: Straight): Cut {
  const [one, two] = [before.fit.line, after.fit.line]
  const [from, to] = [endsOf(before).last, endsOf(after).first]
  const apart = lagAt(two, 0) - lagAt(one, 0)
  const meeting = -apart / (two.slope - one.slope)
  const room = 20 * samplesPerSecond
  const at = meeting > from - room && meeting < to + room ? meeting : (from + to) / 2
  return { kind: 'bend', on: 'b', at: Math.round(at) }
}

interface ChangePoint {
  /** Sample of b at which the first line ends. */
  readonly at: number
  /** Products summed over the region, and what one sample gives on average where a line holds. */
  readonly sum: number
  readonly mean: number
}

/**
 * Where the sound of a under the first line ends and, `between` samples of b later, under the second begins: the place that
 * gives the largest sum of products of the two sounds, in a region of b around each of the two. Each range of frequency counts by
 * how well the sounds agree in it, which is the maximum likelihood weight of Hannan and Thomson (1971).
 */
function changePoint(
  { tools, a, b }: PiecesInput,
  lines: readonly [Line, Line],
  middles: readonly [number, number],
  between: number,
): ChangePoint {
  const begins = middles.map(middle => Math.round(middle - regionLength / 2))
  const [first, second] = lines.map((line, at) => {
    const begin = begins[at] as number
    return {
      begin,
      own: inBands(tools.fft, samplesAround(b, begin, regionLength)),
      laid: inBands(tools.fft, laidOn(a, line, begin)),
    }
  }) as [Region, Region]
  const weights = first.own.map((_, k) => {
    const likeness = (meanProduct(first, k, 0) + meanProduct(second, k, regionLength - surePart)) / 2
    return likeness > 0 ? likeness / (1 - Math.min(0.9, likeness) ** 2) : 0
  })
  const left = sumsOfProducts(first, weights)
  const right = sumsOfProducts(second, weights)
  const apart = Math.round(between) - (second.begin - first.begin)
  let best = { sum: Number.NEGATIVE_INFINITY, n: 0 }
  for (let n = Math.max(0, -apart); n + Math.max(0, apart) <= regionLength; n++) {
    const sum = (left[n] as number) - (right[n + apart] as number)
    if (sum > best.sum) best = { sum, n }
  }
  const sum = best.sum + (right[regionLength] as number)
  return { at: first.begin + best.n, sum, mean: sum / (regionLength - apart) }
}

/** At either end of the region the cut is not looked for in this much. */
const surePart = (regionLength * 3) / 8
/** Hz. About as wide as the bands of hearing. */
const bandEdges = [120, 250, 400, 600, 850, 1150, 1500, 1950, 2500, 3100, 3750]

/** A sound in ranges of frequency, each evened out in time. */
type Bands = readonly Float32Array[]

/** A region of b from sample `begin` on, and the sound of a that a line lays on it. */
interface Region {
  readonly begin: number
  readonly own: Bands
  readonly laid: Bands
}

/** The sound of a that lies on the region of b beginning there. */
function laidOn(a: SampleSource, line: Line, begin: number): Float32Array {
  const from = Math.round(onA(line, begin))
  const held = samplesAround(a, from - 64, regionLength + 128)
  return Float32Array.from(
    { length: regionLength },
    (_, n) => held[Math.round(onA(line, begin + n)) - from + 64] ?? 0,
  )
}

function samplesAround(source: SampleSource, from: number, count: number): Float32Array {
  const out = new Float32Array(count)
  const start = Math.max(0, from)
  const end = Math.min(source.count, from + count)
  if (end > start) out.set(source.read(start, end - start), start - from)
  return out
}

/** Bands in which all frequencies are equally strong: what two microphones share, each in its own colours. */
function inBands(fft: PiecesInput['tools']['fft'], signal: Float32Array): Bands {
  const transform = fft.ofSize(regionLength)
  const spectrum = new Float32Array(regionLength)
  transform.forward(signal, spectrum)
  const part = new Float32Array(regionLength)
  const binOf = (hz: number) => Math.round((hz * regionLength) / samplesPerSecond)
  return bandEdges.slice(1).map((top, at) => {
    part.fill(0)
    for (let bin = binOf(bandEdges[at] as number); bin < binOf(top); bin++) {
      const re = spectrum[2 * bin] as number
      const im = spectrum[2 * bin + 1] as number
      const size = Math.hypot(re, im)
      const gain = size > 0 ? size ** -0.75 : 0
      part[2 * bin] = re * gain
      part[2 * bin + 1] = im * gain
    }
    const band = new Float32Array(regionLength)
    transform.inverse(part, band)
    return evened(band)
  })
}

/** Of the mean power: what is fainter is not made as loud as the rest. */
const leastLevel = 0.05

/** Divided by its level over 60 ms, so that a bang does not outvote the seconds around it. */
function evened(band: Float32Array): Float32Array {
  const power = band.reduce((sum, each) => sum + each * each, 0) / band.length
  const floor = leastLevel * power
  const half = 240
  let around = 0
  for (let n = 0; n < half; n++) around += (band[n] as number) ** 2
  return band.map((each, n) => {
    around += (band[n + half] ?? 0) ** 2 - (band[n - half] ?? 0) ** 2
    const level = Math.sqrt(Math.max(0, around) / (2 * half) + floor)
    return level > 0 ? each / level : 0
  })
}

/** Over the sure part from sample `from` of the region on. */
function meanProduct({ own, laid }: Region, k: number, from: number): number {
  const [x, y] = [own[k] as Float32Array, laid[k] as Float32Array]
  let sum = 0
  for (let n = from; n < from + surePart; n++) sum += (x[n] as number) * (y[n] as number)
  return sum / surePart
}

/** At [n] the sum over all samples before n. */
function sumsOfProducts({ own, laid }: Region, weights: readonly number[]): Float64Array {
  const out = new Float64Array(regionLength + 1)
  for (let n = 0; n < regionLength; n++) {
    let here = 0
    for (const [k, weight] of weights.entries())
      here += weight * ((own[k] as Float32Array)[n] as number) * ((laid[k] as Float32Array)[n] as number)
    out[n + 1] = (out[n] as number) + here
  }
  return out
}

function endsOf({ hits }: Straight): { readonly first: number; readonly last: number } {
  return { first: (hits[0] as Hit).middle, last: (hits.at(-1) as Hit).middle }
}
