import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordingFacts, Why } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type FrameTimes, type MediaMicros, mediaMicros, microsOfTicks } from '@sightline/core/time'
import { endsEarlyWords } from './box-lengths.ts'
import { FilterMarks } from './filter-marks.ts'
import { type MediaFile, openMediaFile } from './media-file.ts'
import { frameBoundaries } from './packet-times.ts'
import { type FirstDifference, type Proof, proveEqual, readBackTimes, type TickTimes } from './proof.ts'
import { planReview, type ReviewPlan, type Size, type Tracks } from './review-plan.ts'
import { ffmpegVersion, lastLine, runTool, type ToolEnd } from './run.ts'
import { type OnSound, SoundPipe } from './sound-pipe.ts'

export interface ReviewRun {
  readonly file: MediaFile
  readonly facts: RecordingFacts
  /** What the packet index said; compared with what was decoded. */
  readonly frameTimes: FrameTimes | null
  /** An existing folder that takes proxy.mp4 or proxy.m4a, strip.jpg and poster.jpg, and nothing else. */
  readonly outputDir: string
  /** 8 kHz mono sound in order; the first sample lies at `origin` on the recording's raw time. Restarts with `at` 0 if a second attempt is made. */
  readonly onSound?: OnSound
  /** From 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  readonly signal: AbortSignal
  readonly isBackground?: boolean
}

export interface Strip {
  readonly name: 'strip.jpg'
  readonly thumb: Size
  readonly columns: number
  /** Time of the frame that each thumbnail shows, row by row. */
  readonly times: readonly MediaMicros[]
}

/** What is made for looking at a recording. Files are named relative to the output folder. */
export interface Review {
  readonly kind: 'made'
  readonly proxy: {
    readonly name: 'proxy.mp4' | 'proxy.m4a'
    readonly size: Size | null
    readonly hasSound: boolean
  }
  /** The times of the frames as they were decoded: the truth that frame numbers count. Null without pictures. */
  readonly frameTimes: FrameTimes | null
  /** Where decoding and the packet index part, or null where they agree or no index was given. */
  readonly indexDifference: FirstDifference | null
  readonly strip: Strip | null
  readonly poster: { readonly name: 'poster.jpg'; readonly size: Size } | null
  /** The sound that was handed to `onSound`, if one was given; `unevenMicros` is how far its own time stamps stray from its samples. */
  readonly sound: {
    readonly origin: MediaMicros
    readonly samples: number
    readonly unevenMicros: number
  } | null
  /** Null without pictures. */
  readonly proof: Proof | null
  readonly decodeErrors: number
  /** Set when the result stands for less than the whole recording. */
  readonly partial: Why | null
  readonly ffmpegVersion: string
}

export type Reviewed = Review | { readonly kind: 'refused'; readonly why: Why }

/**
 * Makes everything for review from one decode by one ffmpeg: proxy, strip, poster, sound at 8 kHz and the decoded frame
 * times, then proves the proxy's times by reading them back. A file of which nothing decodes is refused with the
 * reason. Throws 'cancelled', 'media.timeout', 'media.missing-tool', 'store.full' and what `onSound` throws.
 */
export async function makeReview(run: ReviewRun): Promise<Reviewed> {
  const attempts = ladder(run.facts)
  let last: Attempt | null = null
  for (const tracks of attempts) {
    last = await attempt(run, tracks)
    if (last.isUsable) return await reviewOf(run, tracks, last, attempts[0] ?? tracks)
  }
  const said = last ? lastLine(last.end.stderrTail) : 'it has neither picture nor sound'
  const message = `${run.file.name}: nothing of it could be decoded (${said})`
  return { kind: 'refused', why: { code: 'media.unsupported', message } }
}

/** Both together first; when that fails, one of them may still do. */
function ladder(facts: RecordingFacts): readonly Tracks[] {
  const { video } = facts
  const heard = facts.audio.filter(track => track.start !== null && track.channels > 0)
  const audio = heard.find(track => track.isDefault) ?? heard[0] ?? null
  if (video && audio)
    return [
      { video, audio },
      { video, audio: null },
      { video: null, audio },
    ]
  return video || audio ? [{ video, audio }] : []
}

function unheard(): void {
  // Nobody asked for the sound; it is read so that the tool does not wait.
}

interface Attempt {
  readonly plan: ReviewPlan
  readonly end: ToolEnd
  readonly frames: FilterMarks
  readonly thumbs: FilterMarks
  readonly sound: SoundPipe
  readonly decodeErrors: number
  /** The frame times of the copy as read back, or null where it has no pictures or cannot be read. */
  readonly copied: TickTimes | null
  readonly isUsable: boolean
}

async function attempt(run: ReviewRun, tracks: Tracks): Promise<Attempt> {
  const plan = planReview(run.facts, tracks, run.onSound !== undefined)
  const frames = new FilterMarks()
  const thumbs = new FilterMarks()
  const sound = new SoundPipe(run.onSound ?? unheard)
  let decodeErrors = 0
  const end = await runTool({
    tool: 'ffmpeg',
    input: run.file,
    inputOptions: plan.inputOptions,
    args: plan.args,
    outputDir: run.outputDir,
    // In the order of `reviewPipes`.
    pipes: [sound.addSamples, frames.add, thumbs.add, sound.addMarks],
    onStdout: progressReader(run, tracks),
    onStderrLine: line => {
      if (line.includes('[error]') || line.includes('[fatal]')) decodeErrors++
    },
    signal: run.signal,
    timeLimitSeconds: timeLimitSeconds(run.facts),
    ...(run.isBackground === undefined ? {} : { isBackground: run.isBackground }),
  })
  if (/No space left on device/.test(end.stderrTail))
    throw new SightlineError(
      'store.full',
      `there was no space left while the review copy of ${run.file.name} was written`,
    )
  await sound.end()
  const hasContent = tracks.video ? frames.ticks.length > 0 : sound.chunks > 0
  const path = join(run.outputDir, plan.proxyName)
  const copied = hasContent && tracks.video ? await readBackIfWhole(path, run.signal) : null
  const isUsable = copied !== null || (hasContent && !tracks.video && (await isReadable(path, run.signal)))
  return { plan, end, frames, thumbs, sound, decodeErrors, copied, isUsable }
}

async function reviewOf(run: ReviewRun, tracks: Tracks, made: Attempt, wanted: Tracks): Promise<Review> {
  const { plan, frames, sound } = made
  const decoded = tracks.video ? { ticks: ascending(frames.ticks), timeBase: tracks.video.timeBase } : null
  const proof = decoded && made.copied ? proveEqual(decoded, made.copied) : null
  const frameTimes = tracks.video ? decodedTimes(run, tracks.video, frames) : null
  const indexDifference = frameTimes && run.frameTimes ? differenceOf(run.frameTimes, frameTimes) : null
  const shown = { made, tracks, wanted, indexDifference, proof }
  return {
    kind: 'made',
    proxy: { name: plan.proxyName, size: plan.size, hasSound: sound.chunks > 0 },
    frameTimes,
    indexDifference,
    strip: plan.strip && tracks.video ? stripOf(plan, made.thumbs, tracks.video) : null,
    poster: plan.size ? { name: 'poster.jpg', size: plan.size } : null,
    sound:
      sound.origin === null
        ? null
        : { origin: sound.origin, samples: sound.samples, unevenMicros: sound.unevenMicros },
    proof,
    decodeErrors: made.decodeErrors,
    partial: whyPartial(run, shown),
    ffmpegVersion: await ffmpegVersion(),
  }
}

type Video = NonNullable<Tracks['video']>

/** The frame times that decoding gave; the end of the last frame is the packet index's where the two agree on it. */
function decodedTimes(run: ReviewRun, video: Video, frames: FilterMarks): FrameTimes {
  const ticks = ascending(frames.ticks)
  const times = { ticks, durations: new Float64Array(ticks.length), repeated: 0 }
  const boundaries = frameBoundaries(times, video.timeBase, video.averageRate ?? video.declaredRate)
  const index = run.frameTimes?.boundaries
  if (index && index.at(-2) === boundaries.at(-2)) boundaries[boundaries.length - 1] = index.at(-1) ?? 0
  return { boundaries }
}

/** As the filter behind the marks does it: a frame that does not come after the one before is left out. */
function ascending(ticks: Float64Array): Float64Array {
  const kept = new Float64Array(ticks.length)
  let count = 0
  for (const tick of ticks) if (count === 0 || tick > (kept[count - 1] as number)) kept[count++] = tick
  return kept.subarray(0, count)
}

function differenceOf(index: FrameTimes, decoded: FrameTimes): FirstDifference | null {
  const micros = { num: 1, den: 1_000_000 }
  const asTicks = (times: FrameTimes) => ({ ticks: times.boundaries.subarray(0, -1), timeBase: micros })
  return proveEqual(asTicks(index), asTicks(decoded)).firstDifference
}

function stripOf(plan: ReviewPlan, thumbs: FilterMarks, video: Video): Strip | null {
  if (!plan.strip) return null
  const { thumb, columns, rows } = plan.strip
  const times = [...thumbs.ticks.subarray(0, columns * rows)]
  return {
    name: 'strip.jpg',
    thumb,
    columns,
    times: times.map(ticks => mediaMicros(microsOfTicks(ticks, video.timeBase))),
  }
}

interface Shown {
  readonly made: Attempt
  readonly tracks: Tracks
  readonly wanted: Tracks
  readonly indexDifference: FirstDifference | null
  readonly proof: Proof | null
}

function whyPartial(run: ReviewRun, shown: Shown): Why | null {
  const { made, tracks, wanted, indexDifference, proof } = shown
  const decoded = ascending(made.frames.ticks).length
  const listed = run.frameTimes ? run.frameTimes.boundaries.length - 1 : null
  const reasons = [
    wanted.video && !tracks.video ? 'its picture could not be decoded, only its sound' : null,
    wanted.audio && !tracks.audio
      ? `its sound (${wanted.audio.codec}) could not be decoded, only its picture`
      : null,
    tracks.video && indexDifference && listed !== null
      ? `${decoded} of ${listed} frames could be decoded`
      : null,
    proof?.firstDifference
      ? `its review copy does not keep the original's times from frame ${proof.firstDifference.frame} on`
      : null,
    run.facts.oddities.includes('truncated') ? endsEarlyWords : null,
    made.end.kind === 'failed' ? `the decoder gave up (${lastLine(made.end.stderrTail)})` : null,
    made.decodeErrors > 0
      ? `${made.decodeErrors} ${made.decodeErrors === 1 ? 'error was' : 'errors were'} met in decoding`
      : null,
  ].filter(reason => reason !== null)
  if (reasons.length === 0) return null
  return { code: 'media.unreadable', message: `${run.file.name}: ${reasons.join('; ')}` }
}

/** Null when the copy was not finished: its index is written last. */
async function readBackIfWhole(path: string, signal: AbortSignal): Promise<TickTimes | null> {
  try {
    await using proxy = await openMediaFile(path)
    return await readBackTimes(proxy, signal)
  } catch (error) {
    const isUnfinished = error instanceof SightlineError && /^media\.failed$|^intake\./.test(error.code)
    if (isUnfinished) return null
    throw error
  }
}

async function isReadable(path: string, signal: AbortSignal): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (!found || found.size === 0) return false
  await using proxy = await openMediaFile(path)
  const end = await runTool({
    tool: 'ffprobe',
    input: proxy,
    args: ['-loglevel', 'error', '-show_entries', 'stream=index'],
    signal,
    timeLimitSeconds: 600,
  })
  return end.kind === 'done'
}

function progressReader(run: ReviewRun, tracks: Tracks): (chunk: Uint8Array) => void {
  const { facts, onProgress } = run
  const frames = tracks.video?.frames ?? null
  return chunk => {
    const text = Buffer.from(chunk).toString('latin1')
    const frame = /^frame=(\d+)/m.exec(text)
    const time = /^out_time_us=(-?\d+)/m.exec(text)
    if (frames !== null && frame) onProgress?.(Math.min(1, Number(frame[1]) / frames))
    else if (time && facts.start !== null && facts.end !== null && facts.end > facts.start)
      onProgress?.(Math.min(1, Math.max(0, (Number(time[1]) - facts.start) / (facts.end - facts.start))))
  }
}

/** Thirty times real time, for slow machines that do several at once; at least a quarter of an hour. */
function timeLimitSeconds(facts: RecordingFacts): number {
  if (facts.start === null || facts.end === null) return 6 * 3600
  return Math.max(900, Math.ceil(((facts.end - facts.start) / 1e6) * 30))
}
