import type { RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaMicros, microsOfTicks } from '@sightline/core/time'
import { FilterMarks } from '../media/filter-marks.ts'
import type { MediaFile } from '../media/media-file.ts'
import { lastLine, runTool } from '../media/run.ts'

export type Video = NonNullable<RecordingFacts['video']>

export interface FrameRun {
  readonly file: MediaFile
  readonly video: Video
  /** Media times of the frames wanted, ascending, each the time of a frame. */
  readonly at: readonly MediaMicros[]
  /** What is done to each frame taken, and how it is written: filters, then the output's options. */
  readonly filters: readonly string[]
  readonly output: readonly string[]
  readonly outputDir: string
  readonly signal: AbortSignal
}

/** Far enough before the frame that a key frame lies between, in most recordings. */
const runUpMicros = 12_000_000
const marksPipe = 4
/** Uncompressed 8K is 100 MB; a still is compressed. */
const largestStill = 400 * 2 ** 20

/**
 * Decodes named frames of an original and writes what becomes of them to standard output. Begins at a key frame shortly
 * before the first; where a file cannot be entered there, at its beginning. The times of the frames that were taken are
 * compared with those wanted: throws 'media.failed' when they are not the same, never gives another frame.
 */
export async function takeFrames(run: FrameRun): Promise<Uint8Array> {
  const first = run.at[0] ?? (0 as MediaMicros)
  const start = run.video.start ?? (0 as MediaMicros)
  const isNearStart = first - start < runUpMicros
  const near = isNearStart ? null : await attempt(run, first - runUpMicros)
  const taken = near !== null && isWhole(run, near.times) ? near : await attempt(run, null)
  if (isWhole(run, taken.times)) return taken.bytes
  throw new SightlineError(
    'media.failed',
    `${run.file.name}: expected ${run.at.length} frames from ${first / 1e6} s, found ${taken.times.length} (${lastLine(taken.said)})`,
  )
}

interface Taken {
  readonly bytes: Uint8Array
  readonly times: readonly number[]
  readonly said: string
}

async function attempt(run: FrameRun, seekTo: number | null): Promise<Taken> {
  const marks = new FilterMarks()
  const parts: Uint8Array[] = []
  let length = 0
  const end = await runTool({
    tool: 'ffmpeg',
    input: run.file,
    inputOptions: [
      '-copyts',
      ...(seekTo === null
        ? []
        : ['-seek_timestamp', '1', '-noaccurate_seek', '-ss', (seekTo / 1e6).toFixed(6)]),
    ],
    args: [
      ...['-filter_complex', `[0:${run.video.track}]${filtersOf(run)}[taken]`, '-map', '[taken]'],
      ...['-fps_mode', 'passthrough', '-frames:v', '1', ...run.output],
    ],
    outputDir: run.outputDir,
    pipes: [marks.add],
    onStdout: chunk => {
      length += chunk.length
      if (length > largestStill)
        throw new SightlineError('media.failed', `${run.file.name}: a still of more than 400 MB is not made`)
      parts.push(Uint8Array.from(chunk))
    },
    signal: run.signal,
    timeLimitSeconds: 1800,
  })
  const times = [...marks.ticks].map(ticks => microsOfTicks(ticks, run.video.timeBase))
  return { bytes: Buffer.concat(parts), times: times.slice(0, run.at.length), said: end.stderrTail }
}

/** Frames are chosen by their own time: no frame lies within a microsecond of another. */
function filtersOf({ at, filters }: FrameRun): string {
  const wanted = sumOf(at.map(time => `lte(abs(t*1000000-(${time})),0.51)`))
  return [
    `select='${wanted}'`,
    `metadata=mode=add:key=f:value=1,metadata=mode=print:file=pipe\\\\:${marksPipe}`,
    ...filters,
  ].join(',')
}

/** A sum in brackets, half and half: ffmpeg gives up a sum of a hundred that is written in a row. */
function sumOf(terms: readonly string[]): string {
  if (terms.length <= 1) return terms[0] ?? '0'
  const half = terms.length >> 1
  return `(${sumOf(terms.slice(0, half))}+${sumOf(terms.slice(half))})`
}

function isWhole(run: FrameRun, times: readonly number[]): boolean {
  return times.length === run.at.length && times.every((time, n) => Math.round(time) === run.at[n])
}

/** Square pixels: the picture as it is meant to be seen. Nothing where it has them already. */
export function squareFilters(video: Video): readonly string[] {
  const isTurned = Math.abs(video.rotation) % 180 === 90
  const [width, height] = isTurned
    ? [video.codedHeight, video.codedWidth]
    : [video.codedWidth, video.codedHeight]
  return width === video.displayWidth && height === video.displayHeight
    ? []
    : [`scale=${video.displayWidth}:${video.displayHeight}:flags=lanczos`, 'setsar=1']
}
