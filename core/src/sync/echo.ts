import { type SampleSource, type SyncTools, samplesPerSecond } from './input.ts'
import { type Line, pivoted } from './line.ts'
import { type FittedLine, fitLine, stackAlong } from './line-fit.ts'
import { phaseWindow, windowLength } from './phase-window.ts'

/** Echoes are looked for this far: 100 ms are 34 m more of a way. */
const reach = (100 * samplesPerSecond) / 1000
/** Nearer than this, two peaks are one sound in a room, or a voice and its pitch. */
const nearest = (10 * samplesPerSecond) / 1000
const windowsMost = 40
const windowsFewest = 6
/** A second peak is worth a question from this part of the first. */
const leastPart = 0.3
/** Above the scatter of all other lags, in its deviations: the peak of a pair, and that of a recording beside itself. */
const leastPeak = 6
const leastRepeat = 6
const doubtfulRepeat = 4
/** A repeat that both recordings hold belongs to the sound (a rattle, an alarm), not to one room. */
const leastMore = 1.5

/** Two recordings, of which the line tells where b lies on a. */
export interface EchoInput {
  readonly a: SampleSource
  readonly b: SampleSource
  readonly tools: SyncTools
}

/**
 * A recorder that hears a wall better than the person who speaks is placed by the wall: late by the detour. Then the two
 * recordings agree a second time, at the direct sound, and the one with the wall agrees with itself at that distance. Gives the
 * line of the direct sound where both are clear, a wider error where they are not, else the line as it is.
 */
export function offEcho(
  fit: FittedLine,
  span: { readonly from: number; readonly to: number },
  { a, b, tools }: EchoInput,
): FittedLine {
  const starts = startsIn(span)
  if (starts.length < windowsFewest) return fit
  const both = agreementAlong(a, b, fit.line, starts, tools)
  if (!both) return fit
  const peaks = secondPeaks(both)
  if (peaks.length === 0) return fit
  const level = { pivot: 0, lag: 0, slope: 0 }
  const onA = starts.map(start => Math.round(start + pivoted(fit.line, start).lag))
  const ownA = agreementAlong(a, a, level, onA, tools)
  const ownB = agreementAlong(b, b, level, starts, tools)
  if (!ownA || !ownB) return fit
  // The direct sound of a comes before its echo; that of b likewise, which lies at a greater lag.
  const late = { a: detour(peaks, -1, ownA, ownB), b: detour(peaks, 1, ownB, ownA) }
  const shift = late.b.sure - late.a.sure
  const doubt = Math.max(late.a.doubtful, late.b.doubtful)
  const moved = shift === 0 ? fit : movedBy(fit, shift, { a, b, tools }, starts)
  return doubt === 0 ? moved : { ...moved, lagError: Math.max(moved.lagError, doubt) }
}

function startsIn({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  const room = to - from - windowLength - 2 * reach
  if (room < 0) return []
  const count = Math.min(windowsMost, 1 + Math.floor(room / (windowLength / 2)))
  return Array.from({ length: count }, (_, n) =>
    Math.round(from + reach + (count > 1 ? (n * room) / (count - 1) : 0)),
  )
}

/** Mean agreement at the lags −reach … +reach off a line, less its median, in its own deviations. */
function agreementAlong(
  a: SampleSource,
  b: SampleSource,
  line: Line,
  starts: readonly number[],
  { fft }: SyncTools,
): Float32Array | null {
  const window = phaseWindow(fft, a, b)
  const sum = new Float32Array(2 * reach + 1)
  let count = 0
  for (const start of starts) {
    const loaded = window.load(line, start)
    if (!loaded) continue
    const shift = Math.round(loaded.shift)
    const values = window.agreement(reach + 1)
    for (let n = 0; n < sum.length; n++)
      sum[n] = (sum[n] as number) + Math.max(-50, Math.min(50, values[n + 1 + shift] as number))
    count++
  }
  if (count < windowsFewest) return null
  const sorted = Float32Array.from(sum).sort()
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))] as number
  const middle = at(0.5)
  // Half the distance between the quartiles, as a deviation: peaks do not touch it.
  const deviation = (at(0.75) - at(0.25)) / 1.349
  return deviation > 0 ? sum.map(value => (value - middle) / deviation) : null
}

interface Peak {
  /** Samples off the line. */
  readonly at: number
  readonly height: number
}

function secondPeaks(curve: Float32Array): readonly Peak[] {
  const first = Math.max(...curve.subarray(reach - nearest + 1, reach + nearest))
  const peaks: Peak[] = []
  for (let n = 1; n < curve.length - 1; n++) {
    const height = curve[n] as number
    if (Math.abs(n - reach) < nearest || height < leastPart * first || height < leastPeak) continue
    if (height >= (curve[n - 1] as number) && height > (curve[n + 1] as number))
      peaks.push({ at: n - reach, height })
  }
  return peaks.toSorted((x, y) => y.height - x.height)
}

/** Samples by which a recording's louder sound comes after its direct sound: surely, or (each other 0) perhaps. */
function detour(
  peaks: readonly Peak[],
  side: -1 | 1,
  own: Float32Array,
  other: Float32Array,
): { readonly sure: number; readonly doubtful: number } {
  for (const { at } of peaks) {
    if (Math.sign(at) !== side) continue
    const [mine, others] = [own, other].map(curve =>
      Math.max(...curve.subarray(reach + Math.abs(at) - 2, reach + Math.abs(at) + 3)),
    ) as [number, number]
    if (mine < leastMore * others) continue
    if (mine > leastRepeat) return { sure: Math.abs(at), doubtful: 0 }
    if (mine > doubtfulRepeat) return { sure: 0, doubtful: Math.abs(at) }
  }
  return { sure: 0, doubtful: 0 }
}

/** The line so many samples further, fitted there if enough windows agree there too. */
function movedBy(
  fit: FittedLine,
  shift: number,
  { a, b, tools }: EchoInput,
  starts: readonly number[],
): FittedLine {
  const line = { ...fit.line, lag: fit.line.lag + shift }
  const stacked = stackAlong(phaseWindow(tools.fft, a, b), line, starts, { lagReach: 4, slopeReach: 1e-7 })
  const refitted = stacked && fitLine(stacked.line, stacked.agreements)
  const isNear = refitted && Math.abs(pivoted(refitted.line, line.pivot).lag - line.lag) < nearest
  // The louder windows tell the rate; the direct sound tells the place.
  return isNear
    ? {
        ...fit,
        line: { ...line, lag: pivoted(refitted.line, line.pivot).lag },
        lagError: Math.max(fit.lagError, refitted.lagError),
      }
    : { ...fit, line, lagError: Math.max(fit.lagError, 4) }
}
