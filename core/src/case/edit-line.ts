import * as z from 'zod/mini'
import { MediaMicrosValue, RecordingId } from './ids.ts'

/** What can be done to the pictures of a film. */
export const editKinds = [
  'slow',
  'fast',
  'freeze',
  'reverse',
  'crop',
  'zoom',
  'letterbox',
  'mirror',
  'rotate',
  'pip',
  'split',
  'redaction',
  'overlay',
  'title',
  'black',
  'insert',
  'dissolve',
  'fade',
  'colour',
] as const
export type EditKind = (typeof editKinds)[number]

/** Where the sound of a film comes from, or that it comes from none of the recordings held. */
export const heardKinds = ['raw', 'other', 'offset', 'muted', 'bleep', 'replaced', 'voiceover'] as const
export type HeardKind = (typeof heardKinds)[number]

/** Left, top, width and height in whole pixels. */
const Box = z.tuple([z.int(), z.int(), z.int(), z.int()])
/** Where a box is at an instant of the film's own clock. */
const BoxThen = z.strictObject({ at: MediaMicrosValue, box: Box })
export type BoxThen = z.infer<typeof BoxThen>
/** About four a second over a minute: what moves is told by where it turns. */
export const mostPlaces = 240
/** The film's own clock; half-open, save that a trim is an instant. */
const during = { from: MediaMicrosValue, to: MediaMicrosValue }

/**
 * One thing that is said of an edited film: which stretch of a recording it shows, what of it comes from none of the recordings
 * held, how the picture or the sound differs, or what is left out at a join. It is anchored by the film's own time, so that
 * what a person said of it outlives a new comparison.
 */
export const EditLine = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('shown'),
    ...during,
    raw: RecordingId,
    /** The stretch of the recording, on its own clock; a negative rate shows it backwards, 0 holds its first frame. */
    rawFrom: MediaMicrosValue,
    rawTo: MediaMicrosValue,
    rate: z.number(),
    /** 0 fills the picture; 1 and more are set into it, beside it, or fade with it. */
    layer: z.int().check(z.minimum(0), z.maximum(9)),
  }),
  z.strictObject({ part: z.literal('unmatched'), ...during }),
  z.strictObject({
    part: z.literal('picture'),
    ...during,
    kind: z.enum(editKinds),
    factor: z.nullable(z.number()),
    /** `crop` in the recording's own pixels, `region` in the film's. */
    crop: z.nullable(Box),
    region: z.nullable(Box),
    /**
     * Of a box that moves: where it is at some instants of the film, evenly in between; `crop` or `region` is then around all of
     * it. In the order of time, and few enough for an entry of the log.
     */
    follows: z.optional(z.array(BoxThen).check(z.minLength(1), z.maxLength(mostPlaces))),
  }),
  z.strictObject({
    part: z.literal('sound'),
    ...during,
    kind: z.enum(heardKinds),
    raw: z.nullable(RecordingId),
    rawFrom: z.nullable(MediaMicrosValue),
  }),
  /** What of a recording is left out between two stretches that follow one another in the film. */
  z.strictObject({
    part: z.literal('trim'),
    ...during,
    raw: RecordingId,
    rawFrom: MediaMicrosValue,
    rawTo: MediaMicrosValue,
  }),
])
export type EditLine = z.infer<typeof EditLine>
export type EditPart = EditLine['part']
