import type { Arrangement, Clip, LeftOut, Track } from './arrangement.ts'
import { framesOf } from './frames.ts'
import type { EditorMedia } from './media.ts'
import {
  type About,
  arrangementNotes,
  clipNote,
  groupMarks,
  leftOutText,
  lengthOnLine,
  plain,
  speedOf,
} from './notes.ts'
import { driftOver, needsRetiming } from './on-frames.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A rate as OpenTimelineIO counts: frames a second, as a plain number. */
type Rate = { readonly num: number; readonly den: number }

/**
 * The time line as OpenTimelineIO JSON (schemas Timeline.1, Stack.1, Track.1, Clip.2, Gap.1, ExternalReference.1,
 * LinearTimeWarp.1, Marker.2). Times keep their fractions of a frame: this format rounds nothing.
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
    global_start_time: time(0, counting.rate),
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
  for (const clip of track.clips) {
    const isRetimed = needsRetiming(arrangement, clip)
    if (clip.at > at) children.push(gap(clip.at - at, rate))
    children.push(otioClip(arrangement, track, clip, isRetimed))
    at = clip.at + lengthOnLine(clip, isRetimed)
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

function otioClip(arrangement: Arrangement, track: Track, clip: Clip, isRetimed: boolean): Json {
  const { media } = track
  const rate = media.rate ?? arrangement.counting.rate
  const sourceFrom = framesOf(clip.source.from, rate) + (media.timeCode?.frame ?? 0)
  const driftLeftMs = isRetimed ? 0 : driftOver(clip) / 1000
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
      start_time: { OTIO_SCHEMA: 'RationalTime.1', rate: rate.num / rate.den, value: sourceFrom },
      duration: time(lengthOnLine(clip, isRetimed), rate),
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
      start_time: {
        OTIO_SCHEMA: 'RationalTime.1',
        rate: rate.num / rate.den,
        value: media.timeCode?.frame ?? 0,
      },
      duration: time(media.lengthMicros, rate),
    },
    available_image_bounds: null,
    target_url: media.url,
  }
}

function gap(micros: number, rate: Rate): Json {
  return {
    OTIO_SCHEMA: 'Gap.1',
    metadata: {},
    name: '',
    source_range: { OTIO_SCHEMA: 'TimeRange.1', start_time: time(0, rate), duration: time(micros, rate) },
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
    marked_range: { OTIO_SCHEMA: 'TimeRange.1', start_time: time(at, rate), duration: time(0, rate) },
    comment,
  }
}

function leftOut(each: LeftOut): Json {
  return { name: plain(each.name), url: each.media?.url ?? null, why: each.why, note: leftOutText(each) }
}

function time(micros: number, rate: Rate): Json {
  return { OTIO_SCHEMA: 'RationalTime.1', rate: rate.num / rate.den, value: framesOf(micros, rate) }
}
