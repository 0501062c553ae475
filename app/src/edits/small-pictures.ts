import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { RecordingFacts } from '@sightline/core/case'
import { FingerprintMaker } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'
import { type FrameTimes, microsOfTicks } from '@sightline/core/time'
import { FilterMarks } from '../media/filter-marks.ts'
import type { MediaFile } from '../media/media-file.ts'
import { longLook } from '../media/probe.ts'
import { lastLine, runTool, type ToolEnd, type ToolRun } from '../media/run.ts'
import type { SoundOutput } from '../sound/decode.ts'
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
  /** Whether the decoder told of as many pictures as the packet index has, each at its time. */
  readonly areAsIndexed: boolean
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
    /** Sound that the same run decodes: starting one costs as much as decoding some ten seconds of small pictures. */
    readonly sound?: SoundOutput
    /** What the decoder says, line by line. */
    readonly onStderrLine?: (line: string) => void
    /** What makes it say more than usual. */
    readonly sayingMore?: readonly string[]
    /** How far it is, as far as it is known how many pictures there are. */
    readonly onFraction: (fraction: number) => void
  },
): Promise<SmallPictures> {
  const size = detailSize(video, options.longest)
  const expected = expectedCount(frameTimes, video)
  let decoded = 0
  const marks = new FilterMarks(() => {
    decoded++
    // Many marks come at once: nothing is told to who has given up in between.
    if (expected === null || decoded % tellEvery !== 0 || options.signal.aborted) return
    options.onFraction(Math.min(1, decoded / expected))
  })
  const asked = options.fingerprints
  const maker =
    asked === 'none'
      ? null
      : new FingerprintMaker(size, usualSeconds(frameTimes, video), asked === 'thumbs-and-corners')
  const isPlain = maker === null && !options.isPacked
  const kept = isPlain
    ? await keptPlain(media, video, size, marks, options)
    : await keptInOrder(media, video, size, marks, maker, options)
  const { count, end } = kept
  if (count === 0)
    throw new SightlineError(
      'media.failed',
      `expected pictures in ${media.name}, and none could be decoded: ${lastLine(end.stderrTail)}`,
    )
  const fingerprints = maker && join(options.workDir, `${options.name}.fingerprints`)
  if (maker && fingerprints) writeFingerprints(fingerprints, maker.finish())
  return {
    ...size,
    count,
    fingerprints,
    times: timesOf(count, frameTimes, marks.ticks, video),
    areAsIndexed: areAsIndexed(count, frameTimes, marks.ticks, video),
    fullWidth: video.displayWidth,
    fullHeight: video.displayHeight,
    trouble: end.kind === 'failed' ? lastLine(end.stderrTail) : null,
    path: kept.path,
    packed: kept.packed,
  }
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Kept {
  readonly path: string
  readonly count: number
  readonly packed: Packed | null
  readonly end: ToolEnd
}

type KeepOptions = Omit<Parameters<typeof decodePictures>[3], 'longest' | 'fingerprints' | 'onFraction'>

/** Luma and chroma of one picture. */
const wholeBytesOf = ({ width, height }: Size) => width * height + 2 * (width >> 1) * (height >> 1)

/** The decoder writes them itself: handing them on through a pipe took half as much again as decoding them. */
async function keptPlain(
  media: MediaFile,
  video: Video,
  size: Size,
  marks: FilterMarks,
  options: KeepOptions,
): Promise<Kept> {
  // A folder of its own: a decoder can write to nothing else.
  const outputDir = join(options.workDir, `${options.name}.decoded`)
  await mkdir(outputDir, { recursive: true })
  const end = await runTool({ ...decoding(media, video, size, marks, plainName, options), outputDir })
  const path = join(outputDir, plainName)
  const bytes = await stat(path).then(
    found => found.size,
    () => 0,
  )
  return { path, count: Math.floor(bytes / wholeBytesOf(size)), packed: null, end }
}

const plainName = 'pictures'

/** One after another, as they are decoded: to be packed, and to be looked through for `maker`. */
async function keptInOrder(
  media: MediaFile,
  video: Video,
  size: Size,
  marks: FilterMarks,
  maker: FingerprintMaker | null,
  options: KeepOptions,
): Promise<Kept> {
  const path = join(options.workDir, `${options.name}.pictures`)
  const file = openSync(path, 'w')
  try {
    const writer = options.isPacked ? new PackedWriter(file, size) : null
    const frame = new Uint8Array(wholeBytesOf(size))
    let held = 0
    let count = 0
    const take = (chunk: Uint8Array) => {
      for (let at = 0; at < chunk.length; ) {
        const part = chunk.subarray(at, at + frame.length - held)
        frame.set(part, held)
        held += part.length
        at += part.length
        if (held < frame.length) continue
        held = 0
        maker?.add(frame.subarray(0, size.width * size.height))
        if (writer) writer.add(frame)
        else
          for (let written = 0; written < frame.length; )
            written += writeSync(file, frame, written, frame.length - written, count * frame.length + written)
        count++
      }
    }
    const end = await runTool({ ...decoding(media, video, size, marks, 'pipe:1', options), onStdout: take })
    return { path, count, packed: writer?.finish() ?? null, end }
  } finally {
    closeSync(file)
  }
}

/** Files are read by two at once and share the processor: with more threads than it has cores, small ones took a fifth more of it. */
export const filesAtOnce = 2
const threadsForEach = Math.max(1, Math.floor(availableParallelism() / filesAtOnce))

/** One thread for the filters: pictures this small are scaled sooner than handed from thread to thread. */
function decoding(
  media: MediaFile,
  video: Video,
  { width, height }: Size,
  marks: FilterMarks,
  target: string,
  { sound, onStderrLine, sayingMore = [], signal }: KeepOptions,
): ToolRun {
  return {
    tool: 'ffmpeg',
    input: media,
    inputOptions: [
      ...['-filter_threads', '1', '-threads', String(threadsForEach), '-copyts'],
      ...[...longLook, ...(sound ? [] : ['-an']), '-sn', '-dn'],
    ],
    args: [
      ...sayingMore,
      ...['-map', `0:${video.track}`, '-fps_mode', 'passthrough'],
      ...[
        '-vf',
        `metadata=mode=add:key=f:value=1,metadata=mode=print:file=pipe\\\\:4,scale=${width}:${height}:flags=area,format=yuv420p`,
      ],
      ...['-f', 'rawvideo', target],
      ...(sound?.words('pipe:5') ?? []),
    ],
    pipes: [marks.add, ...(sound ? [sound.take] : [])],
    ...(onStderrLine ? { onStderrLine } : {}),
    signal,
    timeLimitSeconds,
    isBackground: true,
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

function areAsIndexed(
  count: number,
  index: FrameTimes | null,
  ticks: Float64Array,
  { timeBase }: Video,
): boolean {
  if (!index || index.boundaries.length !== count + 1 || ticks.length !== count) return false
  return ticks.every((tick, n) => microsOfTicks(tick, timeBase) === index.boundaries[n])
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
