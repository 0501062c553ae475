import type { Oddity, RecordingFacts } from '@sightline/core/case'
import {
  type FrameTimes,
  type MediaMicros,
  mediaMicros,
  microsFromDecimal,
  microsOfTicks,
  type Rational,
  rationalFrom,
  type Span,
  span,
} from '@sightline/core/time'
import { claimsOf } from './claims.ts'
import { type Listing, readable, type TrackListing } from './ffprobe-listing.ts'
import type { MediaFile } from './media-file.ts'
import { frameBoundaries, gapsBetween, medianInterval, type Packets, PacketTimes } from './packet-times.ts'

type Video = NonNullable<RecordingFacts['video']>
type Audio = RecordingFacts['audio'][number]
/** What decoding a track of sound needs to know of it. */
export type SoundTrack = Pick<Audio, 'track' | 'sampleRate' | 'channels' | 'isDefault' | 'start'>

interface Found {
  readonly file: MediaFile
  readonly listing: Listing
  readonly packets: Packets
  readonly endsEarly: boolean
}

/** Puts together what is known of a recording from ffprobe's listing and the packet times. */
export function factsOf(found: Found): {
  readonly facts: RecordingFacts
  readonly frameTimes: FrameTimes | null
} {
  const { listing, packets, file } = found
  const cameras = listing.streams.filter(
    track => track.codec_type === 'video' && readable(track) && !timesOf(packets, track).isEmpty,
  )
  const shown = cameras.find(track => track.disposition?.['default']) ?? cameras[0]
  const picture = shown ? videoOf(shown, timesOf(packets, shown)) : null
  const audio = listing.streams
    .filter(track => track.codec_type === 'audio' && readable(track))
    .map(track => audioOf(track, timesOf(packets, track)))
  const video = picture?.video ?? null
  const starts = [video?.start, ...audio.map(track => track.start)].filter(isKnown)
  const ends = [video?.end, ...audio.map(track => track.end)].filter(isKnown)
  const facts: RecordingFacts = {
    v: 1,
    container: listing.format.format_name,
    bytes: file.bytes,
    start: starts.length > 0 ? mediaMicros(Math.min(...starts)) : null,
    end: ends.length > 0 ? mediaMicros(Math.max(...ends)) : null,
    video,
    otherVideoTracks: cameras
      .filter(track => track !== shown)
      .map(track => track.index)
      .slice(0, 32),
    audio: audio.slice(0, 16),
    ...claimsOf(listing),
    oddities: [],
  }
  const odd = odditiesOf(facts, found, shown ? timesOf(packets, shown) : null)
  return { facts: { ...facts, oddities: odd }, frameTimes: picture?.frameTimes ?? null }
}

/** The tracks of sound, from the first packets: where they end is not known. */
export function soundTracksOf(
  listing: Listing,
  byTrack: ReadonlyMap<number, PacketTimes>,
): readonly SoundTrack[] {
  return listing.streams
    .filter(track => track.codec_type === 'audio' && readable(track))
    .map(track => audioOf(track, byTrack.get(track.index) ?? new PacketTimes()))
}

function videoOf(
  track: TrackListing,
  times: PacketTimes,
): { readonly video: Video; readonly frameTimes: FrameTimes | null } {
  const timeBase = timeBaseOf(track)
  const declaredRate = rationalFrom(track.r_frame_rate ?? '')
  const averageRate = rationalFrom(track.avg_frame_rate ?? '')
  const isTimed = times.untimed === 0 && times.count > 0
  const boundaries = isTimed ? frameBoundaries(times.sorted(), timeBase, averageRate ?? declaredRate) : null
  const video: Video = {
    track: track.index,
    codec: track.codec_name ?? 'unknown',
    profile: track.profile === undefined ? null : String(track.profile),
    pixelFormat: track.pix_fmt ?? null,
    bitDepth: bitDepthOf(track),
    ...dimensionsOf(track),
    timeBase,
    start: boundaries ? mediaMicros(boundaries[0] ?? 0) : null,
    end: boundaries ? mediaMicros(boundaries.at(-1) ?? 0) : null,
    fieldOrder: fieldOrderOf(track),
    declaredRate,
    averageRate,
    frames: boundaries ? boundaries.length - 1 : null,
    timing: boundaries ? timingOf(boundaries.subarray(0, -1), timeBase) : { kind: 'unknown' },
  }
  return { video, frameTimes: boundaries ? { boundaries } : null }
}

function dimensionsOf(
  track: TrackListing,
): Pick<
  Video,
  'codedWidth' | 'codedHeight' | 'displayWidth' | 'displayHeight' | 'rotation' | 'sampleAspect'
> {
  const codedWidth = track.width ?? 0
  const codedHeight = track.height ?? 0
  const sampleAspect = rationalFrom(track.sample_aspect_ratio ?? '')
  // ffprobe counts counter-clockwise.
  const turned = -(track.side_data_list?.find(data => data.rotation !== undefined)?.rotation ?? 0)
  const rotation = ((Math.round(turned) % 360) + 360) % 360
  const square = Math.max(
    1,
    Math.round(sampleAspect ? (codedWidth * sampleAspect.num) / sampleAspect.den : codedWidth),
  )
  const isOnItsSide = rotation === 90 || rotation === 270
  return {
    codedWidth,
    codedHeight,
    displayWidth: isOnItsSide ? codedHeight : square,
    displayHeight: isOnItsSide ? square : codedHeight,
    rotation,
    sampleAspect,
  }
}

function bitDepthOf(track: TrackListing): number | null {
  const raw = Number(track.bits_per_raw_sample)
  if (raw > 0) return raw
  if (track.pix_fmt === undefined) return null
  const deep = /(9|10|12|14|16)(?:le|be)$/.exec(track.pix_fmt)
  return deep ? Number(deep[1]) : 8
}

/** Two letters: the field coded first and the field shown first. */
function fieldOrderOf(track: TrackListing): Video['fieldOrder'] {
  switch (track.field_order) {
    case 'progressive':
      return 'progressive'
    case 'tt':
    case 'bt':
      return 'top-first'
    case 'bb':
    case 'tb':
      return 'bottom-first'
    default:
      // DV is interlaced by its standard, lower field first, and ffprobe does not say so.
      return track.codec_name === 'dvvideo' ? 'bottom-first' : null
  }
}

function timingOf(times: Float64Array, timeBase: Rational): Video['timing'] {
  const medianMicros = medianInterval(times)
  if (medianMicros === null) return { kind: 'unknown' }
  let minMicros = Number.POSITIVE_INFINITY
  let maxMicros = 0
  const long: Span<MediaMicros>[] = []
  for (let at = 1; at < times.length; at++) {
    const interval = (times[at] as number) - (times[at - 1] as number)
    minMicros = Math.min(minMicros, interval)
    maxMicros = Math.max(maxMicros, interval)
    if (interval > medianMicros * 1.5)
      long.push(span(mediaMicros(times[at - 1] as number), mediaMicros(times[at] as number)))
  }
  // Constant: every interval within a tick and a half of the middle one, as rounding to ticks leaves it.
  const slack = Math.max(2, 1.5 * microsOfTicks(1, timeBase))
  const isConstant = medianMicros - minMicros <= slack && maxMicros - medianMicros <= slack
  return {
    kind: isConstant ? 'constant' : 'variable',
    minMicros,
    medianMicros,
    maxMicros,
    longIntervals: cut(isConstant ? [] : long),
  }
}

function audioOf(track: TrackListing, times: PacketTimes): Audio {
  const timeBase = timeBaseOf(track)
  const sorted = times.sorted()
  const last = sorted.ticks.length - 1
  const first = times.firstSampleTicks(samplesPerTick(track)) ?? sorted.ticks[0]
  const end = last < 0 ? null : (sorted.ticks[last] as number) + (sorted.durations[last] as number)
  return {
    track: track.index,
    codec: track.codec_name ?? 'unknown',
    profile: track.profile === undefined ? null : String(track.profile),
    sampleRate: Number(track.sample_rate),
    channels: track.channels ?? 0,
    language: track.tags?.['language'] ?? null,
    isDefault: track.disposition?.['default'] === 1,
    start: first === undefined ? null : mediaMicros(microsOfTicks(first, timeBase)),
    end: end === null ? null : mediaMicros(microsOfTicks(end, timeBase)),
    gaps: cut(gapsBetween(sorted, timeBase)),
  }
}

/** Sound that begins this much after the picture is worth saying: more than a frame and a packet. */
const lateSoundMicros = 60_000
/** A container's stated duration and its last packet differ by rounding and lead-in; half a second is more than that. */
const missingEndMicros = 500_000

function odditiesOf(facts: RecordingFacts, found: Found, pictureTimes: PacketTimes | null): Oddity[] {
  const { video, audio } = facts
  const heard = audio.filter(track => track.start !== null)
  const firstSound = heard.length > 0 ? Math.min(...heard.map(track => track.start as number)) : null
  const holds: Record<Oddity, boolean> = {
    truncated: found.endsEarly || found.packets.isShort || isShorterThanStated(facts, found.listing),
    damaged: found.packets.isDamaged || [...found.packets.byTrack.values()].some(times => times.corrupt > 0),
    'edit-list': (pictureTimes?.discarded ?? 0) > 0,
    'starts-late': facts.start !== null && facts.start > 0,
    'audio-starts-late':
      firstSound !== null && isKnown(video?.start) && firstSound - video.start > lateSoundMicros,
    'audio-gaps': audio.some(track => track.gaps.spans.length > 0),
    'variable-frame-rate': video?.timing.kind === 'variable',
    interlaced: video?.fieldOrder === 'top-first' || video?.fieldOrder === 'bottom-first',
    rotated: (video?.rotation ?? 0) !== 0,
    'no-audio': heard.length === 0,
    'no-video': video === null,
    'missing-timestamps': (pictureTimes?.untimed ?? 0) > 0,
    'repeated-timestamps': video !== null && pictureTimes !== null && pictureTimes.sorted().repeated > 0,
    'several-video-tracks': facts.otherVideoTracks.length > 0,
    'several-audio-tracks': audio.length > 1,
  }
  return (Object.keys(holds) as Oddity[]).filter(oddity => holds[oddity])
}

function isShorterThanStated(facts: RecordingFacts, listing: Listing): boolean {
  if (!/\bmov\b|\bmatroska\b|\bavi\b/.test(listing.format.format_name)) return false
  const stated = microsFromDecimal(listing.format.duration ?? '')
  if (stated === null || facts.start === null || facts.end === null) return false
  // Matroska counts from 0 and QuickTime from the first frame: the kinder reading decides.
  return stated - Math.max(facts.end, facts.end - facts.start) > missingEndMicros
}

function timesOf(packets: Packets, track: TrackListing): PacketTimes {
  return packets.byTrack.get(track.index) ?? new PacketTimes()
}

function timeBaseOf(track: TrackListing): Rational {
  return rationalFrom(track.time_base) ?? { num: 1, den: 1_000_000 }
}

function samplesPerTick(track: TrackListing): number {
  const { num, den } = timeBaseOf(track)
  return (Number(track.sample_rate ?? 0) * num) / den || 1
}

function cut(spans: readonly Span<MediaMicros>[]): Audio['gaps'] {
  return { spans: spans.slice(0, 200), leftOut: Math.max(0, spans.length - 200) }
}

function isKnown(value: MediaMicros | null | undefined): value is MediaMicros {
  return value !== null && value !== undefined
}
