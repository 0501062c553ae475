import type { Arrangement, LeftOut, Track } from './arrangement.ts'
import { framesOf, nearestFrame, wholeFrames } from './frames.ts'
import type { EditorMedia } from './media.ts'
import { type About, arrangementNotes, clipNote, groupMarks, leftOutText, plain, speedOf } from './notes.ts'
import { type ExactClip, exactTrack } from './on-frames.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A rate as OpenTimelineIO counts: frames a second, as a plain number. */
type Rate = { readonly num: number; readonly den: number }

/**
 * The time line as OpenTimelineIO JSON (schemas Timeline.1, Stack.1, Track.1, Clip.2, Gap.1, ExternalReference.1,
 * LinearTimeWarp.1, Marker.2). Clips begin on whole frames, so that no program has to round, and a fraction of a frame into
 * their files, so that nothing is rounded all the same.
 */
export function otioText(arrangement: Arrangement, about: About): string {
  const { counting } = arrangement
  const tracks = [
    ...arrangement.tracks
      .filter(({ media }) => media.kind === 'picture')
      .map(track => otioTrack(arrangement, track, 'Video')),
    ...arrangement.tracks
      .filter(({ media }) => media.sound)
      .map(track => otioTrack(arrangement, track, 'Audio')),
  ]
  const timeline: Json = {
    OTIO_SCHEMA: 'Timeline.1',
    metadata: {
      sightline: {
        tool: about.tool,
        notes: [...arrangementNotes(arrangement, about)],
        rate: `${counting.rate.num}/${counting.rate.den}`,
        isDropFrame: counting.isDropFrame,
        groups: arrangement.groups.map(({ group, from, to, clockZero }) => ({
          group,
          fromMicros: from,
          toMicros: to,
          clockZeroMicros: clockZero,
        })),
        notPlaced: arrangement.leftOut.map(leftOut),
      },
    },
    name: about.title,
    global_start_time: frames(0, counting.rate),
    tracks: {
      OTIO_SCHEMA: 'Stack.1',
      metadata: {},
      name: 'tracks',
      source_range: null,
      effects: [],
      markers: groupMarks(arrangement).map(({ at, name, note }) => marker(at, name, note, counting.rate)),
      enabled: true,
      children: tracks,
    },
  }
  return `${JSON.stringify(timeline, null, 2)}\n`
}

function otioTrack(arrangement: Arrangement, track: Track, kind: 'Video' | 'Audio'): Json {
  const { rate } = arrangement.counting
  const children: Json[] = []
  let at = 0
  for (const made of exactTrack(arrangement, track)) {
    if (made.at > at) children.push(gap(made.at - at, rate))
    children.push(otioClip(arrangement, track, made))
    at = made.at + made.lasts
  }
  return {
    OTIO_SCHEMA: 'Track.1',
    metadata: { sightline: { group: track.group } },
    name: plain(track.media.name),
    source_range: null,
    effects: [],
    markers: [],
    enabled: true,
    children,
    kind,
  }
}

function otioClip(arrangement: Arrangement, track: Track, made: ExactClip): Json {
  const { clip, isRetimed, driftLeftMs } = made
  const { media } = track
  const line = arrangement.counting.rate
  const rate = media.rate ?? line
  const sourceFrom = inFrames(made.sourceFromMicros, rate) + (media.timeCode?.frame ?? 0)
  return {
    OTIO_SCHEMA: 'Clip.2',
    metadata: {
      sightline: {
        note: clipNote(arrangement, track, clip, { remainderMs: 0, isRetimed, driftLeftMs }),
        group: track.group,
        by: track.by,
        errorMs: track.errorMs,
        driftPpm: clip.driftPpm,
        sha256: media.sha256,
        duplicateOf: track.duplicateOf,
        atMicros: clip.at,
        mediaFromMicros: media.origin + clip.source.from,
        mediaToMicros: media.origin + clip.source.to,
      },
    },
    name: plain(media.name),
    source_range: {
      OTIO_SCHEMA: 'TimeRange.1',
      start_time: frames(sourceFrom, rate),
      duration: frames(made.lasts, line),
    },
    effects: isRetimed
      ? [
          {
            OTIO_SCHEMA: 'LinearTimeWarp.1',
            metadata: {},
            name: 'clock drift',
            effect_name: 'LinearTimeWarp',
            enabled: true,
            time_scalar: speedOf(clip),
          },
        ]
      : [],
    markers: [],
    enabled: true,
    media_references: { DEFAULT_MEDIA: externalReference(media, rate) },
    active_media_reference_key: 'DEFAULT_MEDIA',
  }
}

/** Editors find the right stretch of a file by its own time code, so the available range begins there. */
function externalReference(media: EditorMedia, rate: Rate): Json {
  return {
    OTIO_SCHEMA: 'ExternalReference.1',
    metadata: {},
    name: plain(media.name),
    available_range: {
      OTIO_SCHEMA: 'TimeRange.1',
      start_time: frames(media.timeCode?.frame ?? 0, rate),
      duration: frames(
        media.rate ? wholeFrames(media.lengthMicros, rate) : framesOf(media.lengthMicros, rate),
        rate,
      ),
    },
    available_image_bounds: null,
    target_url: media.url,
  }
}

function gap(lasts: number, rate: Rate): Json {
  return {
    OTIO_SCHEMA: 'Gap.1',
    metadata: {},
    name: '',
    source_range: { OTIO_SCHEMA: 'TimeRange.1', start_time: frames(0, rate), duration: frames(lasts, rate) },
    effects: [],
    markers: [],
    enabled: true,
  }
}

function marker(at: number, name: string, comment: string, rate: Rate): Json {
  return {
    OTIO_SCHEMA: 'Marker.2',
    metadata: {},
    name,
    color: 'RED',
    marked_range: {
      OTIO_SCHEMA: 'TimeRange.1',
      start_time: frames(nearestFrame(at, rate), rate),
      duration: frames(0, rate),
    },
    comment,
  }
}

function leftOut(each: LeftOut): Json {
  return { name: plain(each.name), url: each.media?.url ?? null, why: each.why, note: leftOutText(each) }
}

function frames(value: number, rate: Rate): Json {
  return { OTIO_SCHEMA: 'RationalTime.1', rate: rate.num / rate.den, value }
}

/** Unlike `framesOf`, of microseconds with a fraction; whole frames come out whole. */
function inFrames(micros: number, { num, den }: Rate): number {
  const value = (micros * num) / (den * 1e6)
  return Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value
}
