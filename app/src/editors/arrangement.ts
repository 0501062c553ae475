// The one model that every format for editors is written from: which recording lies where on a time line.
import { clockMapOf, type Placed, type Placement } from '@sightline/core/case'
import { type ClockPiece, caseTimeOn, type MediaMicros, type On, type Span, span } from '@sightline/core/time'
import { microsOfFrames } from './frames.ts'
import type { EditorMedia } from './media.ts'
import { type SequenceRate, sequenceRate } from './rates.ts'

/** A time on the time line of an editor, in whole microseconds from its beginning. */
export type SequenceMicros = On<'sequence'>
/** A position inside a file as an editor counts: whole microseconds from its first frame. */
export type SourceMicros = On<'source'>

/** A recording that is to be arranged, by the name it was given under. */
export interface ToArrange {
  readonly name: string
  readonly media: EditorMedia | null
  readonly placement: Placement
  /** The recording this one is another copy of. */
  readonly duplicateOf: string | null
}

/**
 * A stretch of a recording on the time line, exactly where it belongs: `source.from` lies at `at`, and the recorder's clock
 * makes its microseconds 1 + driftPpm · 10⁻⁶ long there.
 */
export interface Clip {
  readonly at: SequenceMicros
  readonly source: Span<SourceMicros>
  readonly driftPpm: number
  /** Which piece of a recording with cuts, counted from 1; null for a recording in one piece. */
  readonly piece: { readonly number: number; readonly of: number } | null
}

/** One recording on a track of its own. A recording whose pieces lie on each other has further tracks. */
export interface Track {
  readonly name: string
  readonly media: EditorMedia
  readonly group: string
  readonly errorMs: number | null
  readonly by: Placed['by']
  readonly duplicateOf: string | null
  readonly clips: readonly Clip[]
}

/** A stretch of the time line on which one group lies. `clockZero` is where the group's clock shows 0; it may lie before 0. */
export interface GroupStretch {
  readonly group: string
  readonly from: SequenceMicros
  readonly to: SequenceMicros
  readonly clockZero: SequenceMicros
}

export type WhyLeftOut = Extract<Placement, { kind: 'unplaced' }>['why'] | 'no-length'

/** A recording that has no place on the time line. `media` is null where nothing of it could be read. */
export interface LeftOut {
  readonly name: string
  readonly media: EditorMedia | null
  readonly why: WhyLeftOut
  readonly duplicateOf: string | null
}

export interface Arrangement {
  readonly counting: SequenceRate
  readonly size: { readonly width: number; readonly height: number }
  readonly groups: readonly GroupStretch[]
  /** In the order the recordings were given. */
  readonly tracks: readonly Track[]
  readonly leftOut: readonly LeftOut[]
  readonly to: SequenceMicros
}

/** Groups share no clock, so the time between them means nothing: long enough to be seen as a break. */
const breakMicros = 10_000_000

/**
 * Lays recordings out on one time line. Each group begins on a whole second, at its earliest frame; groups follow one
 * another with a break of at least ten seconds. What has no place stays in `leftOut`.
 */
export function arrange(recordings: readonly ToArrange[]): Arrangement {
  const placed: PlacedRecording[] = []
  const leftOut: LeftOut[] = []
  for (const recording of recordings) {
    const { name, media, placement, duplicateOf } = recording
    if (placement.kind === 'unplaced') leftOut.push({ name, media, why: placement.why, duplicateOf })
    else if (media === null) leftOut.push({ name, media, why: 'no-length', duplicateOf })
    else placed.push({ name, media, placement, duplicateOf, stretches: stretchesOf(media, placement) })
  }
  const counting = sequenceRate(placed.flatMap(({ media }) => (media.picture ? [media.rate] : [])))
  const groups = groupStretches(placed)
  const shiftOf = new Map(groups.map(({ group, clockZero }) => [group, clockZero]))
  return {
    counting,
    size: sizeFor(placed.map(({ media }) => media)),
    groups,
    tracks: placed.flatMap(each =>
      tracksOf(each, shiftOf.get(each.placement.group) as number, microsOfFrames(1, counting.rate)),
    ),
    leftOut,
    to: (groups.at(-1)?.to ?? 0) as SequenceMicros,
  }
}

interface PlacedRecording {
  readonly name: string
  readonly media: EditorMedia
  readonly placement: Placed
  readonly duplicateOf: string | null
  readonly stretches: readonly Stretch[]
}

/** A stretch of media on the clock of its group. */
interface Stretch {
  readonly media: Span<MediaMicros>
  readonly onClock: Span
  readonly driftPpm: number
}

/** The parts of a recording that each piece of its map covers; what lies before the first piece belongs to it. */
function stretchesOf({ origin, lengthMicros }: EditorMedia, placement: Placed): readonly Stretch[] {
  const map = clockMapOf(placement)
  const end = origin + lengthMicros
  return map.flatMap((piece: ClockPiece, index) => {
    const from = index === 0 ? origin : Math.max(origin, piece.from)
    const to = Math.min(end, map[index + 1]?.from ?? end)
    if (to <= from) return []
    const media = span(from as MediaMicros, to as MediaMicros)
    const onClock = span(Math.round(caseTimeOn(piece, media.from)), Math.round(caseTimeOn(piece, media.to)))
    return [{ media, onClock, driftPpm: piece.driftPpm }]
  })
}

function groupStretches(placed: readonly PlacedRecording[]): readonly GroupStretch[] {
  const names = [...new Set(placed.map(({ placement }) => placement.group))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  )
  const groups: GroupStretch[] = []
  for (const group of names) {
    const onClock = placed
      .filter(({ placement }) => placement.group === group)
      .flatMap(({ stretches }) => stretches.map(stretch => stretch.onClock))
    const before = groups.at(-1)?.to
    const from = before === undefined ? 0 : Math.ceil((before + breakMicros) / 1e6) * 1e6
    const clockZero = from - Math.min(...onClock.map(each => each.from))
    const to = clockZero + Math.max(...onClock.map(each => each.to))
    groups.push({
      group,
      from: from as SequenceMicros,
      to: to as SequenceMicros,
      clockZero: clockZero as SequenceMicros,
    })
  }
  return groups
}

function tracksOf(recording: PlacedRecording, clockZero: number, frameMicros: number): readonly Track[] {
  const { name, media, placement, duplicateOf, stretches } = recording
  const clips = stretches
    .map(
      (stretch, index): Clip => ({
        at: (stretch.onClock.from + clockZero) as SequenceMicros,
        source: span(
          (stretch.media.from - media.origin) as SourceMicros,
          (stretch.media.to - media.origin) as SourceMicros,
        ),
        driftPpm: stretch.driftPpm,
        piece: stretches.length === 1 ? null : { number: index + 1, of: stretches.length },
      }),
    )
    .sort((a, b) => a.at - b.at)
  const { group, errorMs, by } = placement
  return lanesOf(clips, frameMicros).map(lane => ({
    name,
    media,
    group,
    errorMs,
    by,
    duplicateOf,
    clips: lane,
  }))
}

/** Pieces that lie on each other by more than a frame stand in further lanes; by less, the earlier gives way. */
function lanesOf(clips: readonly Clip[], frameMicros: number): readonly (readonly Clip[])[] {
  const lanes: Clip[][] = []
  for (const clip of clips) {
    const lane = lanes.find(each => endOf(each.at(-1) as Clip) <= clip.at + frameMicros)
    if (!lane) {
      lanes.push([clip])
      continue
    }
    const last = lane.at(-1) as Clip
    const tooLong = endOf(last) - clip.at
    if (tooLong > 0) {
      const { from, to } = last.source
      lane[lane.length - 1] = { ...last, source: span(from, Math.max(from, to - tooLong) as SourceMicros) }
    }
    lane.push(clip)
  }
  return lanes
}

/** Where a clip ends on the time line, however it is played: as long as it lasts on its own clock or on the group's. */
function endOf(clip: Clip): number {
  const length = clip.source.to - clip.source.from
  return clip.at + Math.max(length, onLine(clip, length))
}

/** How long a stretch of a clip's own time lasts on the time line, where its drift is corrected. In whole microseconds. */
export function onLine({ driftPpm }: Pick<Clip, 'driftPpm'>, micros: number): number {
  return Math.round(micros * (1 + driftPpm * 1e-6))
}

/** The picture size most recordings have, of equally common ones the larger. */
function sizeFor(media: readonly EditorMedia[]): Arrangement['size'] {
  const sizes = media.flatMap(({ picture }) =>
    picture ? [{ width: picture.displayWidth, height: picture.displayHeight }] : [],
  )
  const count = (a: Arrangement['size']) =>
    sizes.filter(b => a.width === b.width && a.height === b.height).length
  const best = sizes.toSorted((a, b) => count(b) - count(a) || b.width * b.height - a.width * a.height)[0]
  return best ?? { width: 1920, height: 1080 }
}
