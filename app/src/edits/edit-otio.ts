import { basename, resolve } from 'node:path'
import { fileUrl } from '../editors/media.ts'
import { plain } from '../editors/notes.ts'
import type { DiffReport } from './diff-report.ts'
import type { EditClock } from './edit-clock.ts'

interface Laid {
  readonly at: number
  readonly to: number
  readonly made: Json
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What the film shows as OpenTimelineIO JSON: a track for each layer of pictures and one for sound, speeds as time warps, the rest as markers. */
export function diffOtio(report: DiffReport, title: string, clock: EditClock): string {
  const rate = report.edited.rate ? report.edited.rate[0] / report.edited.rate[1] : 30
  const ofFilm = (frame: number) => Math.round(clock.film(frame) * rate)
  const time = (value: number, perSecond: number): Json => ({
    OTIO_SCHEMA: 'RationalTime.1',
    rate: perSecond,
    value,
  })
  const range = (start: number, length: number, perSecond: number): Json => ({
    OTIO_SCHEMA: 'TimeRange.1',
    start_time: time(start, perSecond),
    duration: time(length, perSecond),
  })
  const gap = (length: number): Json => ({
    OTIO_SCHEMA: 'Gap.1',
    metadata: {},
    name: '',
    source_range: range(0, length, rate),
    effects: [],
    markers: [],
    enabled: true,
  })
  const clip = (
    raw: string,
    start: number,
    length: number,
    perSecond: number,
    speed: number,
    metadata: { readonly [key: string]: Json },
  ): Json => ({
    OTIO_SCHEMA: 'Clip.2',
    metadata: { sightline: metadata },
    name: plain(basename(raw)),
    source_range: {
      OTIO_SCHEMA: 'TimeRange.1',
      start_time: time(start, perSecond),
      duration: time(length, rate),
    },
    effects:
      speed === 1
        ? []
        : [
            {
              OTIO_SCHEMA: speed === 0 ? 'FreezeFrame.1' : 'LinearTimeWarp.1',
              metadata: {},
              name: 'speed',
              effect_name: speed === 0 ? 'FreezeFrame' : 'LinearTimeWarp',
              enabled: true,
              time_scalar: speed,
            },
          ],
    markers: [],
    enabled: true,
    media_references: {
      DEFAULT_MEDIA: {
        OTIO_SCHEMA: 'ExternalReference.1',
        metadata: {},
        name: plain(basename(raw)),
        available_range: null,
        available_image_bounds: null,
        target_url: fileUrl(resolve(raw)),
      },
    },
    active_media_reference_key: 'DEFAULT_MEDIA',
  })
  const track = (name: string, kind: 'Video' | 'Audio', clips: readonly Laid[]): Json => {
    const children: Json[] = []
    let at = 0
    for (const each of clips) {
      if (each.at > at) children.push(gap(each.at - at))
      children.push(each.made)
      at = each.to
    }
    return {
      OTIO_SCHEMA: 'Track.1',
      metadata: {},
      name,
      source_range: null,
      effects: [],
      markers: [],
      enabled: true,
      children,
      kind,
    }
  }
  /** What is there at one time stands on tracks of its own: on one, something would be left out. */
  const tracks = (name: string, kind: 'Video' | 'Audio', clips: readonly Laid[]): readonly Json[] => {
    const rows: Laid[][] = []
    for (const each of clips.toSorted((one, two) => one.at - two.at)) {
      const row = rows.find(others => (others.at(-1)?.to ?? 0) <= each.at)
      if (row) row.push(each)
      else rows.push([each])
    }
    return rows.map((row, n) => track(n === 0 ? name : `${name} at the same time, ${n + 1}`, kind, row))
  }
  const layers = [...new Set(report.segments.map(({ layer }) => layer))].sort()
  const pictures = layers.flatMap(layer =>
    tracks(
      layer === 0 ? 'pictures' : `pictures over or under, ${layer}`,
      'Video',
      report.segments
        .filter(each => each.layer === layer)
        .map(({ start, end, raw, rawStart, rate: speed, score, ambiguous }) => {
          const [at, to, own] = [ofFilm(start), ofFilm(end), clock.rateOf(raw)]
          // Where frames are not evenly spaced their numbers are no time: the instant counts.
          const from = Number((clock.raw(raw, rawStart) * own).toFixed(3))
          const more = { score, ...(ambiguous ? { ambiguous } : {}) }
          return { at, to, made: clip(raw, from, to - at, own, speed, more) }
        }),
    ),
  )
  const sounds = report.audio.flatMap(({ kind, start, end, raw, rawStart, score }) => {
    if (raw === undefined || rawStart === undefined) return []
    const [at, to] = [start, end].map(each => Math.round(clock.filmTime(each) * rate)) as [number, number]
    const from = Number((clock.rawTime(raw, rawStart) * rate).toFixed(3))
    return to > at ? [{ at, to, made: clip(raw, from, to - at, rate, 1, { kind, score }) }] : []
  })
  const markers: Json[] = report.edits.map(({ kind, start, end, crop, region }) => ({
    OTIO_SCHEMA: 'Marker.2',
    metadata: { sightline: { ...(crop ? { crop } : {}), ...(region ? { region } : {}) } },
    name: kind,
    color: 'YELLOW',
    marked_range: range(ofFilm(start), ofFilm(end) - ofFilm(start), rate),
    comment: '',
  }))
  const timeline: Json = {
    OTIO_SCHEMA: 'Timeline.1',
    metadata: {
      sightline: {
        tool: report.tool,
        method: report.method,
        film: { name: plain(basename(report.edited.file)), sha256: report.edited.sha256 },
        note: 'Candidates found by a program, for a person to check.',
      },
    },
    name: plain(title),
    global_start_time: time(0, rate),
    tracks: {
      OTIO_SCHEMA: 'Stack.1',
      metadata: {},
      name: 'tracks',
      source_range: null,
      effects: [],
      markers,
      enabled: true,
      children: [...pictures, ...tracks('sound', 'Audio', sounds)],
    },
  }
  return `${JSON.stringify(timeline, null, 2)}\n`
}
