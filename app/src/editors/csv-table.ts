import { decimalFromMicros } from '@sightline/core/time'
import { csvText } from '../csv.ts'
import { type Arrangement, type Clip, type LeftOut, onLine, type Track } from './arrangement.ts'
import { nearestFrame, timeCode } from './frames.ts'
import { clipNote, leftOutText, plain } from './notes.ts'
import { type FrameClip, framesOfTrack } from './on-frames.ts'
import { countingText } from './rates.ts'

/** Times in seconds are exact to a microsecond; time codes are whole frames, and `remainder_ms` is what they leave over. */
const columns = [
  'recording',
  'file_url',
  'sha256',
  'state',
  'track',
  'piece',
  'pieces',
  'group',
  'sequence_from_s',
  'sequence_to_s',
  'sequence_from_timecode',
  'sequence_to_timecode',
  'sequence_rate',
  'remainder_ms',
  'group_clock_from_s',
  'group_clock_to_s',
  'media_from_s',
  'media_to_s',
  'source_from_s',
  'source_to_s',
  'source_timecode',
  'drift_ppm',
  'drift_over_clip_ms',
  'error_ms',
  'placed_by',
  'duplicate_of',
  'note',
] as const
type Column = (typeof columns)[number]
type Row = Readonly<Partial<Record<Column, string>>>

/** A row for each clip, in the order of the tracks, then one for each recording that has no place. Empty is unknown. */
export function csvTable(arrangement: Arrangement): string {
  const rows: readonly Row[] = [
    ...arrangement.tracks.flatMap((track, index) =>
      framesOfTrack(arrangement, track, false).map(made => clipRow(arrangement, track, index + 1, made)),
    ),
    ...arrangement.leftOut.map(leftOutRow),
  ]
  return csvText([columns, ...rows.map(row => columns.map(column => row[column] ?? ''))])
}

function clipRow(arrangement: Arrangement, track: Track, number: number, made: FrameClip): Row {
  const { counting, groups } = arrangement
  const { media } = track
  const { clip } = made
  const clockZero = groups.find(({ group }) => group === track.group)?.clockZero ?? 0
  const to = clip.at + onLine(clip, clip.source.to - clip.source.from)
  return {
    recording: plain(track.name),
    file_url: media.url,
    sha256: media.sha256,
    state: 'placed',
    track: String(number),
    piece: clip.piece ? String(clip.piece.number) : '1',
    pieces: clip.piece ? String(clip.piece.of) : '1',
    group: track.group,
    sequence_from_s: decimalFromMicros(clip.at),
    sequence_to_s: decimalFromMicros(to),
    sequence_from_timecode: timeCode(made.at, counting),
    sequence_to_timecode: timeCode(made.at + made.lasts, counting),
    sequence_rate: countingText(counting),
    remainder_ms: String(Number(made.remainderMs.toFixed(3))),
    group_clock_from_s: decimalFromMicros(clip.at - clockZero),
    group_clock_to_s: decimalFromMicros(to - clockZero),
    media_from_s: decimalFromMicros(media.origin + clip.source.from),
    media_to_s: decimalFromMicros(media.origin + clip.source.to),
    source_from_s: decimalFromMicros(clip.source.from),
    source_to_s: decimalFromMicros(clip.source.to),
    source_timecode: sourceTimeCode(track, clip),
    drift_ppm: String(clip.driftPpm),
    drift_over_clip_ms: String(Number(made.driftLeftMs.toFixed(3))),
    error_ms: track.errorMs === null ? '' : String(track.errorMs),
    placed_by: track.by,
    duplicate_of: track.duplicateOf === null ? '' : plain(track.duplicateOf),
    note: clipNote(arrangement, track, clip, made),
  }
}

/** The file's own time code where the clip begins; empty where it has none. */
function sourceTimeCode({ media }: Track, clip: Clip): string {
  const { timeCode: own, rate } = media
  if (own === null || rate === null) return ''
  const frame = own.frame + nearestFrame(clip.source.from, rate)
  return timeCode(frame, { rate, isDropFrame: own.isDropFrame })
}

function leftOutRow(each: LeftOut): Row {
  return {
    recording: plain(each.name),
    file_url: each.media?.url ?? '',
    sha256: each.media?.sha256 ?? '',
    state: `not placed: ${each.why}`,
    duplicate_of: each.duplicateOf === null ? '' : plain(each.duplicateOf),
    note: leftOutText(each),
  }
}
