import { type SampleSource, type SyncTools, samplesPerSecond } from './input.ts'
import { bOf, lagAt, onA } from './line.ts'
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
/** Two stretches that follow one another leave no more than this between them. */
const longestJointSeconds = 4
/** 4 s around the place where a cut was noticed. */
const regionLength = 32768

/**
 * The cut between two stretches, to the sample where the sound allows it: before it the one line explains the sound, after
 * it the other. Null where the stretches do not lie end to end.
 */
export function cutBetween(before: Straight, after: Straight, input: PiecesInput): Cut | null {
  const { a, b } = input
  if (after.isBent) return bend(before, after)
  const joint = jointOf(before, after)
  if (!joint) return null
  const [one, two] = [before.fit.line, after.fit.line]
  const middle = (endsOf(before).last + endsOf(after).first) / 2
  if (joint.on === 'b') {
    const at = changePoint(input, { source: b, around: middle }, a, [n => onA(one, n), n => onA(two, n)])
    return { kind: 'jump', on: 'b', at }
  }
  const around = (onA(one, endsOf(before).last) + onA(two, endsOf(after).first)) / 2
  const at = changePoint(input, { source: a, around }, b, [n => bOf(one, n), n => bOf(two, n)])
  return { kind: 'jump', on: 'a', at }
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

/**
 * Where in `source` the sound of `other` under the first map ends and under the second begins: the place that gives the
 * largest sum of products of the whitened sounds, before it by the first, after it by the second map.
 */
function changePoint(
  { tools }: PiecesInput,
  { source, around }: { readonly source: SampleSource; readonly around: number },
  other: SampleSource,
  maps: readonly [(sample: number) => number, (sample: number) => number],
): number {
  const begin = Math.round(around - regionLength / 2)
  const own = whitened(tools.fft, n => at(source, begin + n))
  const [first, second] = maps.map(map => {
    const from = Math.round(map(begin))
    const held = samplesAround(other, from - 64, regionLength + 128)
    return whitened(tools.fft, n => held[Math.round(map(begin + n)) - from + 64] ?? 0)
  }) as [Float32Array, Float32Array]
  const held = samplesAround(source, begin, regionLength)
  let sum = 0
  let best = { sum: Number.NEGATIVE_INFINITY, n: regionLength / 2 }
  for (let n = 0; n < regionLength; n++) {
    if (sum > best.sum && held[n] !== undefined) best = { sum, n }
    sum += (own[n] as number) * ((first[n] as number) - (second[n] as number))
  }
  return begin + best.n
}

function samplesAround(source: SampleSource, from: number, count: number): Float32Array {
  const out = new Float32Array(count)
  const start = Math.max(0, from)
  const end = Math.min(source.count, from + count)
  if (end > start) out.set(source.read(start, end - start), start - from)
  return out
}

function at(source: SampleSource, sample: number): number {
  return sample >= 0 && sample < source.count ? (source.read(sample, 1)[0] as number) : 0
}

/** The sound with all frequencies from 120 to 3750 Hz made equally strong: what two microphones share, each in its own colours. */
function whitened(fft: PiecesInput['tools']['fft'], sampleOf: (n: number) => number): Float32Array {
  const transform = fft.ofSize(regionLength)
  const signal = Float32Array.from({ length: regionLength }, (_, n) => sampleOf(n))
  const spectrum = new Float32Array(regionLength)
  transform.forward(signal, spectrum)
  const binOf = (hz: number) => Math.round((hz * regionLength) / samplesPerSecond)
  for (let bin = 0; bin < regionLength / 2; bin++) {
    const re = spectrum[2 * bin] as number
    const im = spectrum[2 * bin + 1] as number
    const size = bin >= binOf(120) && bin < binOf(3750) ? Math.hypot(re, im) : 0
    const gain = size > 0 ? size ** -0.75 : 0
    spectrum[2 * bin] = re * gain
    spectrum[2 * bin + 1] = im * gain
  }
  transform.inverse(spectrum, signal)
  const power = signal.reduce((sum, each) => sum + each * each, 0)
  const scale = power > 0 ? Math.sqrt(regionLength / power) : 0
  return signal.map(each => each * scale)
}

/** Whose cut lies between two stretches, in seconds of room that it leaves; null where they do not lie end to end. */
function jointOf(
  before: Straight,
  after: Straight,
): { readonly on: 'a' | 'b'; readonly jump: number } | null {
  const [end, begin] = [before.hits.at(-1) as Hit, after.hits[0] as Hit]
  const middle = (end.middle + begin.middle) / 2
  const jump = lagAt(after.fit.line, middle) - lagAt(before.fit.line, middle)
  const gap = begin.middle - end.middle
  const longest = longestJointSeconds * second
  if (jump >= 0) return gap <= longest ? { on: 'b', jump } : null
  // b goes back in a (an edit), or a lacks what b has: then nothing of b agrees for as long as the jump is.
  const lacking = Math.abs(gap - second + jump)
  const repeating = Math.abs(gap - second)
  if (lacking <= repeating || -jump < 3 * second) return lacking <= longest ? { on: 'a', jump } : null
  return gap <= longest ? { on: 'b', jump } : null
}

function endsOf({ hits }: Straight): { readonly first: number; readonly last: number } {
  return { first: (hits[0] as Hit).middle, last: (hits.at(-1) as Hit).middle }
}
