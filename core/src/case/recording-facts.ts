// What is known of a media file by reading its container and packet times, before anything is decoded.
import * as z from 'zod/mini'
import { MediaMicrosValue } from './ids.ts'

/** What is out of the ordinary about a recording. A finding about the file, never about why. */
export const oddities = [
  /** The file ends before its own tables say it should. */
  'truncated',
  /** Parts of the file could not be read as what they claim to be. */
  'damaged',
  /** The container holds frames that its edit list says are not to be shown. */
  'edit-list',
  /** The first frame or sample of the recording has a time after 0. */
  'starts-late',
  'audio-starts-late',
  /** Stretches between sound packets that no packet covers. */
  'audio-gaps',
  'variable-frame-rate',
  'interlaced',
  'rotated',
  'no-audio',
  'no-video',
  /** Packets of the picture carry no presentation time: frame times come from decoding or are unknown. */
  'missing-timestamps',
  /** Two or more frames claim the same time. */
  'repeated-timestamps',
  'several-video-tracks',
  'several-audio-tracks',
] as const
export type Oddity = (typeof oddities)[number]

const Count = z.int().check(z.nonnegative())
const RationalValue = z.strictObject({
  num: z.int().check(z.positive()),
  den: z.int().check(z.positive()),
})
const SpanValue = z.strictObject({ from: MediaMicrosValue, to: MediaMicrosValue })
const Short = z.string().check(z.maxLength(200))

/** A list that may be cut so that facts stay small; `leftOut` says by how many. */
const Spans = z.strictObject({ spans: z.array(SpanValue).check(z.maxLength(200)), leftOut: Count })

/** How frames really follow each other, measured on their presentation times. */
export const FrameTiming = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['constant', 'variable']),
    minMicros: z.number(),
    medianMicros: z.number(),
    maxMicros: z.number(),
    /** Where the next frame comes later than one and a half median intervals. */
    longIntervals: Spans,
  }),
  z.strictObject({ kind: z.literal('unknown') }),
])
export type FrameTiming = z.infer<typeof FrameTiming>

export const VideoFacts = z.strictObject({
  /** Number of the track inside the container, as ffprobe counts streams. */
  track: Count,
  codec: Short,
  profile: z.nullable(Short),
  pixelFormat: z.nullable(Short),
  bitDepth: z.nullable(Count),
  /** Pixels as coded, before rotation and without regard to pixel shape. */
  codedWidth: Count,
  codedHeight: Count,
  /** Upright, in square pixels, whole: what a person sees. */
  displayWidth: Count,
  displayHeight: Count,
  /** Degrees clockwise that make the picture upright. */
  rotation: z.number(),
  sampleAspect: z.nullable(RationalValue),
  timeBase: RationalValue,
  start: z.nullable(MediaMicrosValue),
  end: z.nullable(MediaMicrosValue),
  fieldOrder: z.nullable(z.enum(['progressive', 'top-first', 'bottom-first'])),
  declaredRate: z.nullable(RationalValue),
  averageRate: z.nullable(RationalValue),
  /** Frames in presentation order, or null where packets carry no times. */
  frames: z.nullable(Count),
  timing: FrameTiming,
})
export type VideoFacts = z.infer<typeof VideoFacts>

export const AudioFacts = z.strictObject({
  track: Count,
  codec: Short,
  profile: z.nullable(Short),
  sampleRate: Count,
  channels: Count,
  language: z.nullable(Short),
  isDefault: z.boolean(),
  start: z.nullable(MediaMicrosValue),
  end: z.nullable(MediaMicrosValue),
  /** Stretches inside the track that no packet covers. */
  gaps: Spans,
})
export type AudioFacts = z.infer<typeof AudioFacts>

/** A time that the file claims for itself, word for word, with every reason not to take it at its word. */
export const ClaimedTime = z.strictObject({
  tag: Short,
  /** The track it is written on, or null for the whole file. */
  track: z.nullable(Count),
  value: Short,
  cautions: z.array(z.enum(['may-be-local-time', 'may-be-end-of-recording', 'not-a-date', 'never-set'])),
})
export type ClaimedTime = z.infer<typeof ClaimedTime>

export const DeviceTag = z.strictObject({ tag: Short, track: z.nullable(Count), value: Short })

/**
 * What is known of one media file. Times are raw presentation times of the container.
 * Under 40 kB as JSON: lists are cut and say by how much.
 */
export const RecordingFacts = z.strictObject({
  v: z.literal(1),
  /** ffprobe's name of the container's kind. */
  container: Short,
  bytes: Count,
  start: z.nullable(MediaMicrosValue),
  end: z.nullable(MediaMicrosValue),
  video: z.nullable(VideoFacts),
  /** Further picture tracks that are not shown; cover art does not count. */
  otherVideoTracks: z.array(Count).check(z.maxLength(32)),
  audio: z.array(AudioFacts).check(z.maxLength(16)),
  claimedTimes: z.array(ClaimedTime).check(z.maxLength(40)),
  device: z.array(DeviceTag).check(z.maxLength(40)),
  /** Names of tags that tell places or persons. They are present in the file; their values are not copied. */
  privateTags: z.array(Short).check(z.maxLength(40)),
  oddities: z.array(z.enum(oddities)),
})
export type RecordingFacts = z.infer<typeof RecordingFacts>
