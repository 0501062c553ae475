import { SightlineError } from '@sightline/core/errors'
import { type MediaMicros, microsOfTicks, type Rational, rationalFrom } from '@sightline/core/time'
import type { MediaFile } from './media-file.ts'
import { requireDone, runTool } from './run.ts'

/** Where two lists of frame times first part. A null time: that list has ended. */
export interface FirstDifference {
  readonly frame: number
  readonly expected: MediaMicros | null
  readonly found: MediaMicros | null
}

/** Whether the review copy shows its frames at the very times at which the decoded original shows them. */
export interface Proof {
  readonly frames: number
  readonly isEqual: boolean
  readonly firstDifference: FirstDifference | null
}

/** A list of frame times in ticks, ascending. */
export interface TickTimes {
  readonly ticks: Float64Array
  readonly timeBase: Rational
}

/** Compares two lists frame by frame as exact fractions, without rounding. */
export function proveEqual(expected: TickTimes, found: TickTimes): Proof {
  const length = Math.max(expected.ticks.length, found.ticks.length)
  for (let frame = 0; frame < length; frame++) {
    const a = expected.ticks[frame]
    const b = found.ticks[frame]
    if (a !== undefined && b !== undefined && isSameTime(a, expected.timeBase, b, found.timeBase)) continue
    const micros = (ticks: number | undefined, timeBase: Rational) =>
      ticks === undefined ? null : (microsOfTicks(ticks, timeBase) as MediaMicros)
    const firstDifference = {
      frame,
      expected: micros(a, expected.timeBase),
      found: micros(b, found.timeBase),
    }
    return { frames: expected.ticks.length, isEqual: false, firstDifference }
  }
  return { frames: expected.ticks.length, isEqual: true, firstDifference: null }
}

function isSameTime(a: number, baseA: Rational, b: number, baseB: Rational): boolean {
  const left = a * baseA.num * baseB.den
  const right = b * baseB.num * baseA.den
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left === right
  return BigInt(a) * BigInt(baseA.num * baseB.den) === BigInt(b) * BigInt(baseB.num * baseA.den)
}

/** Reads the presentation times of the picture track of a file that we wrote, in ascending order. */
export async function readBackTimes(file: MediaFile, signal: AbortSignal): Promise<TickTimes> {
  const ticks: number[] = []
  let timeBase: Rational | null = null
  let open = ''
  const takeLine = (line: string) => {
    const [section, value = ''] = line.split(',')
    if (section === 'packet' && /^-?\d+$/.test(value)) ticks.push(Number(value))
    if (section === 'stream') timeBase ??= rationalFrom(value)
  }
  const end = await runTool({
    tool: 'ffprobe',
    input: file,
    args: [
      ...['-loglevel', 'error', '-select_streams', 'v:0', '-of', 'csv'],
      ...['-show_entries', 'packet=pts:packet_side_data=:stream=time_base'],
    ],
    onStdout: chunk => {
      const lines = (open + Buffer.from(chunk).toString('latin1')).split('\n')
      open = lines.pop() ?? ''
      for (const line of lines) takeLine(line)
    },
    signal,
    timeLimitSeconds: 600,
  })
  requireDone(end, 'reading the review copy back')
  takeLine(open)
  if (timeBase === null) throw new SightlineError('media.failed', 'the review copy has no picture track')
  return { ticks: Float64Array.from(ticks).sort(), timeBase }
}
