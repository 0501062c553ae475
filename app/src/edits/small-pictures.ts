import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { FingerprintMaker } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'
import { type FrameTimes, microsOfTicks } from '@sightline/core/time'
import { FilterMarks } from '../media/filter-marks.ts'
import type { MediaFile } from '../media/media-file.ts'
import { longLook } from '../media/probe.ts'
import { lastLine, runTool } from '../media/run.ts'
import { writeFingerprints } from './fingerprint-file.ts'
import { type Packed, PackedWriter } from './packed-pictures.ts'
import type { PictureFacts } from './stored-pictures.ts'

export interface SmallPictures extends PictureFacts {
  /** The file that holds them, and how they lie in it; null where they lie one after another. */
  readonly path: string
  readonly packed: Packed | null
  /** The file of what it is looked up by; null where that was not asked for. */
  readonly fingerprints: string | null
  /** What the decoder had to say about damage; null when it ended well. */
  readonly trouble: string | null
}

export type AskedFingerprints = 'none' | 'thumbs' | 'thumbs-and-corners'

type Video = NonNullable<RecordingFacts['video']>

/** An hour of 4K on a slow machine. */
const timeLimitSeconds = 6 * 3600

/** Both sides even and no larger than the picture, the longer one near `longest`. */
export function detailSize(
  { displayWidth, displayHeight }: Pick<Video, 'displayWidth' | 'displayHeight'>,
  longest: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(displayWidth, displayHeight, 1))
  const even = (value: number) => Math.max(16, Math.round((value * scale) / 8) * 8)
  return { width: even(displayWidth), height: even(displayHeight) }
}

/**
 * Decodes every picture of a file once, to small ones in a file of `workDir`, and their times. Throws 'cancelled',
 * 'media.timeout', 'media.missing-tool', and 'media.failed' when not one picture came out.
 */
export async function decodePictures(
  media: MediaFile,
  video: Video,
  frameTimes: FrameTimes | null,
  options: {
    readonly longest: number
    readonly workDir: string
    readonly name: string
    readonly signal: AbortSignal
    /** Kept in less room, at a tenth of a millisecond for each small picture. */
    readonly isPacked: boolean
    /** What is made to look it up by: a film needs none, and corners may be made when they are first asked for. */
    readonly fingerprints: AskedFingerprints
    /** How far it is, as far as it is known how many pictures there are. */
    readonly onFraction: (fraction: number) => void
  },
): Promise<SmallPictures> {
  const { width, height } = detailSize(video, options.longest)
  const frameBytes = width * height
  const chromaBytes = (width >> 1) * (height >> 1)
  const wholeBytes = frameBytes + 2 * chromaBytes
  const path = join(options.workDir, `${options.name}.pictures`)
  const file = openSync(path, 'w')
  const writer = options.isPacked ? new PackedWriter(file, { width, height }) : null
  const expected = expectedCount(frameTimes, video)
  const asked = options.fingerprints
  const maker =
    asked === 'none'
      ? null
      : new FingerprintMaker(
          { width, height },
          usualSeconds(frameTimes, video),
          asked === 'thumbs-and-corners',
        )
  const marks = new FilterMarks()
  const frame = new Uint8Array(wholeBytes)
  let held = 0
  let count = 0
  const take = (chunk: Uint8Array) => {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + wholeBytes - held)
      frame.set(part, held)
      held += part.length
      at += part.length
      if (held < wholeBytes) continue
      held = 0
      maker?.add(frame.subarray(0, frameBytes))
      if (writer) writer.add(frame)
      else
        for (let written = 0; written < wholeBytes; )
          written += writeSync(file, frame, written, wholeBytes - written, count * wholeBytes + written)
      count++
      if (expected !== null && count % tellEvery === 0) options.onFraction(Math.min(1, count / expected))
    }
  }
  let packed: Packed | null = null
  const end = await runTool({
    tool: 'ffmpeg',
    input: media,
    inputOptions: ['-copyts', ...longLook, '-an', '-sn', '-dn'],
    args: [
      ...['-map', `0:${video.track}`, '-fps_mode', 'passthrough'],
      ...[
        '-vf',
        `metadata=mode=add:key=f:value=1,metadata=mode=print:file=pipe\\\\:4,scale=${width}:${height}:flags=area,format=yuv420p`,
      ],
      ...['-f', 'rawvideo', 'pipe:1'],
    ],
    pipes: [marks.add],
    onStdout: take,
    signal: options.signal,
    timeLimitSeconds,
    isBackground: true,
  })
    .then(ended => {
      packed = writer?.finish() ?? null
      return ended
    })
    .finally(() => closeSync(file))
  if (count === 0)
    throw new SightlineError(
      'media.failed',
      `expected pictures in ${media.name}, and none could be decoded: ${lastLine(end.stderrTail)}`,
    )
  const fingerprints = maker && join(options.workDir, `${options.name}.fingerprints`)
  if (maker && fingerprints) writeFingerprints(fingerprints, maker.finish())
  return {
    width,
    height,
    count,
    fingerprints,
    times: timesOf(count, frameTimes, marks.ticks, video),
    fullWidth: video.displayWidth,
    fullHeight: video.displayHeight,
    trouble: end.kind === 'failed' ? lastLine(end.stderrTail) : null,
    path,
    packed,
  }
}

/** Pictures between two tellings of how far it is. */
const tellEvery = 50

function expectedCount(frameTimes: FrameTimes | null, { frames }: Video): number | null {
  return frameTimes ? frameTimes.boundaries.length - 1 : frames
}

/** About how long a frame lasts, in seconds. */
function usualSeconds(
  index: FrameTimes | null,
  { averageRate, declaredRate }: Pick<Video, 'averageRate' | 'declaredRate'>,
): number {
  const all = index?.boundaries ?? []
  const [first = 0, last = 0] = [all[0], all.at(-1)]
  if (last > first) return (last - first) / (all.length - 1) / 1e6
  const rate = averageRate ?? declaredRate
  return rate && rate.num > 0 ? rate.den / rate.num : 1 / 25
}

/** The packet index where it counts as many frames as were decoded, else what the decoder said. */
function timesOf(
  count: number,
  index: FrameTimes | null,
  ticks: Float64Array,
  { timeBase, averageRate, declaredRate }: Video,
): Float64Array {
  if (index && index.boundaries.length === count + 1) return index.boundaries.map(each => each / 1e6)
  const usual = usualSeconds(null, { averageRate, declaredRate })
  const times = new Float64Array(count + 1)
  for (let n = 0; n <= count; n++) {
    const tick = n < ticks.length ? (ticks[n] as number) : null
    const before = n === 0 ? 0 : (times[n - 1] as number)
    const told = tick === null ? before + (n === 0 ? 0 : usual) : microsOfTicks(tick, timeBase) / 1e6
    times[n] = n > 0 && told <= before ? before + usual / 100 : told
  }
  return times
}
