import { basename, resolve } from 'node:path'
import { fileUrl } from '../editors/media.ts'
import { plain } from '../editors/notes.ts'
import type { DiffReport } from './diff-report.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** What the film shows as OpenTimelineIO JSON: a track for each layer of pictures and one for sound, speeds as time warps, the rest as markers. */
export function diffOtio(report: DiffReport, title: string, rateOf: (raw: string) => number): string {
  const rate = report.edited.rate ? report.edited.rate[0] / report.edited.rate[1] : 30
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
  const track = (
    name: string,
    kind: 'Video' | 'Audio',
    clips: readonly { readonly at: number; readonly to: number; readonly made: Json }[],
  ): Json => {
    const children: Json[] = []
    let at = 0
    for (const each of clips) {
      if (each.at < at) continue
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
  const layers = [...new Set(report.segments.map(({ layer }) => layer))].sort()
  const pictures = layers.map(layer =>
    track(
      layer === 0 ? 'pictures' : `pictures over or under, ${layer}`,
      'Video',
      report.segments
        .filter(each => each.layer === layer)
        .map(each => ({
          at: each.start,
          to: each.end,
          made: clip(each.raw, each.rawStart, each.end - each.start, rateOf(each.raw), each.rate, {
            score: each.score,
            ...(each.ambiguous ? { ambiguous: each.ambiguous } : {}),
          }),
        })),
    ),
  )
  const sounds = report.audio.flatMap(({ kind, start, end, raw, rawStart, score }) => {
    if (raw === undefined || rawStart === undefined) return []
    const [at, to] = [Math.round(start * rate), Math.round(end * rate)]
    return to > at ? [{ at, to, made: clip(raw, rawStart * rate, to - at, rate, 1, { kind, score }) }] : []
  })
  const markers: Json[] = report.edits.map(({ kind, start, end, crop, region }) => ({
    OTIO_SCHEMA: 'Marker.2',
    metadata: { sightline: { ...(crop ? { crop } : {}), ...(region ? { region } : {}) } },
    name: kind,
    color: 'YELLOW',
    marked_range: range(start, end - start, rate),
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
      children: [...pictures, track('sound', 'Audio', sounds)],
    },
  }
  return `${JSON.stringify(timeline, null, 2)}\n`
}
