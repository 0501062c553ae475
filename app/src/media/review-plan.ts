// The one ffmpeg command that makes everything for review from one decode. Pure: facts in, words out.
import type { RecordingFacts } from '@sightline/core/case'
import { decimalFromMicros, type Rational } from '@sightline/core/time'
import { longLook } from './probe.ts'

/** Which tracks of the recording are used. The ladder of attempts takes one away when both together fail. */
export interface Tracks {
  readonly video: RecordingFacts['video']
  readonly audio: RecordingFacts['audio'][number] | null
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** Thumbnails in one picture, row by row; the times are those of the frames really taken. */
export interface StripPlan {
  readonly thumb: Size
  readonly columns: number
  readonly rows: number
  readonly everyMicros: number
}

export interface ReviewPlan {
  readonly inputOptions: readonly string[]
  readonly args: readonly string[]
  readonly proxyName: 'proxy.mp4' | 'proxy.m4a'
  readonly size: Size | null
  readonly strip: StripPlan | null
}

/** Where the tool writes what is not a file. The numbers are descriptors: see `ToolRun.pipes`. */
export const reviewPipes = { sound: 4, frames: 5, thumbs: 6, soundMarks: 7 } as const
export const soundHertz = 8000

const longestStrip = 120
/** Half a second: closer thumbnails show no more. */
const shortestStepMicros = 500_000
const thumbSide = 144
const proxyShortSide = 720
/** Recorders of the field lose single packets (20 ms and more); time stamps in milliseconds jitter by less. */
const smallestFilledGapSeconds = 0.015
/** A step this long after the start before sound comes is found only by looking ahead longer (see `longLook`). */
const lateTrackMicros = 4_000_000

/**
 * Plans the review derivation of a recording from the tracks named. At least one of them is not null.
 * `isHeard`: the sound is also wanted as 8 kHz samples.
 */
export function planReview(facts: RecordingFacts, tracks: Tracks, isHeard: boolean): ReviewPlan {
  const { video, audio } = tracks
  const size = video ? proxySize(video) : null
  const strip = video && size ? stripPlan(facts, video, size) : null
  const pictures = video && size && strip ? pictureWords(video, size, strip, stripStart(facts, video)) : null
  const proxyName = video ? 'proxy.mp4' : 'proxy.m4a'
  return {
    inputOptions: [
      '-copyts',
      ...(needsLongLook(facts) ? longLook : []),
      ...(video ? steadyGraph(video) : []),
    ],
    args: [
      ...['-progress', 'pipe:1', '-stats_period', '0.5', '-nostats'],
      ...(pictures ? ['-filter_complex', pictures.graph] : []),
      ...(audio ? ['-filter_complex', soundGraph(audio, isHeard)] : []),
      ...(pictures ? ['-map', '[proxy]', ...pictures.encoding] : []),
      ...(audio ? ['-map', '[sound]', '-c:a', 'aac', '-b:a', audio.channels > 1 ? '128k' : '80k'] : []),
      ...['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'],
      // Without a wait for the other tracks: sound may begin minutes after the picture.
      ...['-max_muxing_queue_size', '1000000', '-avoid_negative_ts', 'disabled'],
      ...['-movflags', '+faststart', '-f', 'mp4', proxyName],
      ...(pictures ? [...['-map', '[strip]'], ...stillWords('strip.jpg')] : []),
      ...(pictures ? [...['-map', '[poster]'], ...stillWords('poster.jpg')] : []),
      ...(audio && isHeard
        ? ['-map', '[heard]', '-f', 's16le', '-c:a', 'pcm_s16le', `pipe:${reviewPipes.sound}`]
        : []),
    ],
    proxyName,
    size,
    strip,
  }
}

/** Upright, square pixels, even sides, the short one at most 720, never enlarged. */
export function proxySize(video: NonNullable<RecordingFacts['video']>): Size {
  return fitted(video.displayWidth, video.displayHeight, proxyShortSide)
}

/** Ticks of the proxy's track: a multiple of the source's, so that every one of its times is a whole number of them. */
export function proxyTimescale(timeBase: Rational): number {
  return timeBase.den * Math.max(1, Math.ceil(10_000 / timeBase.den))
}

/**
 * Pictures that change their size on the way (streamed copies do) would start the filters anew, and with them the
 * strip and the memory of the last time. Scaling takes any size; turning and deinterlacing do not.
 */
function steadyGraph(video: NonNullable<RecordingFacts['video']>): readonly string[] {
  return video.rotation === 0 && !isInterlaced(video) ? ['-reinit_filter:v', '0'] : []
}

function isInterlaced(video: NonNullable<RecordingFacts['video']>): boolean {
  return video.fieldOrder === 'top-first' || video.fieldOrder === 'bottom-first'
}

function needsLongLook(facts: RecordingFacts): boolean {
  const starts = [facts.video?.start, ...facts.audio.map(track => track.start)]
  return starts.some(start => start != null && facts.start !== null && start - facts.start > lateTrackMicros)
}

function stripPlan(
  facts: RecordingFacts,
  video: NonNullable<RecordingFacts['video']>,
  size: Size,
): StripPlan {
  const from = video.start ?? facts.start
  const to = video.end ?? facts.end
  // Ten seconds a step where nobody knows how long the recording is: twenty minutes fit.
  const duration = from === null || to === null ? 10_000_000 * longestStrip : Math.max(1, to - from)
  const everyMicros = Math.max(shortestStepMicros, Math.ceil(duration / longestStrip))
  const thumbs = Math.min(longestStrip, Math.ceil(duration / everyMicros))
  const columns = Math.min(12, thumbs)
  return {
    thumb: fitted(size.width, size.height, thumbSide),
    columns,
    rows: Math.ceil(thumbs / columns),
    everyMicros,
  }
}

function stripStart(facts: RecordingFacts, video: NonNullable<RecordingFacts['video']>): number {
  return video.start ?? facts.start ?? 0
}

function pictureWords(
  video: NonNullable<RecordingFacts['video']>,
  size: Size,
  strip: StripPlan,
  startMicros: number,
): { readonly graph: string; readonly encoding: readonly string[] } {
  const bin = (time: string) =>
    `floor((${time}-(${decimalFromMicros(startMicros)}))/${decimalFromMicros(strip.everyMicros)})`
  const posterAt = decimalFromMicros(startMicros + Math.min(3_000_000, Math.round(strip.everyMicros / 2)))
  const thumb = `scale=${strip.thumb.width}:${strip.thumb.height}`
  const main = [
    marks(reviewPipes.frames),
    // Two frames of one time cannot be told apart by it; an encoder refuses them.
    "select='isnan(prev_selected_pts)+gt(pts,prev_selected_pts)'",
    ...(isInterlaced(video) ? ['yadif=mode=send_frame:parity=auto:deint=interlaced'] : []),
    `scale=${size.width}:${size.height}`,
    'setsar=1',
    'format=yuv420p',
  ].join(',')
  const stills = [
    `[forstrip]select='isnan(prev_t)+gt(${bin('t')},${bin('prev_t')})',${marks(reviewPipes.thumbs)},${thumb},format=yuvj420p,tile=${strip.columns}x${strip.rows}[strip]`,
    // The first frame when none is as late as that.
    `[forposter]select='isnan(prev_selected_t)+between(${posterAt},prev_t,t)',format=yuvj420p[poster]`,
  ]
  const timescale = String(proxyTimescale(video.timeBase))
  return {
    graph: [`[0:${video.track}]${main},split=3[proxy][forstrip][forposter]`, ...stills].join(';'),
    encoding: [
      ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '24', '-g', '15', '-bf', '0'],
      ...['-fps_mode:v', 'passthrough'],
      ...['-enc_time_base:v', `${video.timeBase.num}:${video.timeBase.den}`],
      ...['-video_track_timescale', timescale, '-movie_timescale', timescale],
    ],
  }
}

function soundGraph(audio: NonNullable<Tracks['audio']>, isHeard: boolean): string {
  const main = [
    `aresample=48000:async=1:min_hard_comp=${smallestFilledGapSeconds}`,
    'aformat=channel_layouts=mono|stereo',
    // Chunks of a second, each marked with its time before it is made coarse. The mark must not lie in a buffer.
    'asetnsamples=n=48000:p=0',
    `ametadata=mode=add:key=f:value=1,ametadata=mode=print:direct=1:file=pipe\\\\:${reviewPipes.soundMarks}`,
  ].join(',')
  if (!isHeard) return `[0:${audio.track}]${main}[sound]`
  const coarse = `aformat=sample_fmts=s16:sample_rates=${soundHertz}:channel_layouts=mono`
  return `[0:${audio.track}]${main},asplit=2[sound][tohear];[tohear]${coarse}[heard]`
}

/** Writes the time of each frame that passes. A frame without any tag is not printed, so one is put on. */
function marks(pipe: number): string {
  return `metadata=mode=add:key=f:value=1,metadata=mode=print:file=pipe\\\\:${pipe}`
}

function stillWords(name: string): readonly string[] {
  return [
    '-fps_mode:v',
    'passthrough',
    '-frames:v',
    '1',
    '-c:v',
    'mjpeg',
    '-q:v',
    '5',
    '-f',
    'image2',
    '-update',
    '1',
    name,
  ]
}

function fitted(width: number, height: number, shortSide: number): Size {
  const factor = Math.min(1, shortSide / Math.min(width, height))
  return { width: even(width * factor), height: even(height * factor) }
}

function even(length: number): number {
  return Math.max(2, Math.floor(length / 2 + 1e-9) * 2)
}
