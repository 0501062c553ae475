import type { RecordingFacts, Why } from '@sightline/core/case'
import type { FrameTimes } from '@sightline/core/time'
import { endsEarly } from './box-lengths.ts'
import { factsOf, type SoundTrack, soundTracksOf } from './facts.ts'
import { type Listing, listingSchema, readable, type TrackListing } from './ffprobe-listing.ts'
import type { MediaFile } from './media-file.ts'
import { PacketLines } from './packet-lines.ts'
import { type Packets, PacketTimes } from './packet-times.ts'
import { lastLine, maxPixels, requireDone, runTool, type ToolEnd } from './run.ts'

/** What probing a file came to. A refusal is a finding with its reason. */
export type Probed =
  | {
      readonly kind: 'recording'
      readonly facts: RecordingFacts
      /** When each frame is shown, or null without pictures or where only decoding can tell (`missing-timestamps`). */
      readonly frameTimes: FrameTimes | null
    }
  | { readonly kind: 'refused'; readonly why: Why }

/** An hour of 4K is listed in seconds; a file on a slow share takes its reading time. */
const timeLimitSeconds = 1800

/**
 * Input options for recordings with a track that begins long after the others (a buffer without sound kept before
 * the event): the usual five seconds of looking ahead do not find it in a transport stream.
 */
export const longLook = ['-probesize', '200M', '-analyzeduration', '180M'] as const

/**
 * Reads container, tracks and the times of all packets of a media file without decoding it: ffprobe twice, once for
 * the listing and once for the packets. Throws only 'cancelled', 'media.timeout' and 'media.missing-tool'.
 */
export async function probe(file: MediaFile, signal: AbortSignal): Promise<Probed> {
  if (file.bytes === 0) return refused('intake.empty', `${file.name} holds no bytes`)
  const first = await list(file, [], signal)
  if (first.kind === 'refused') return first
  const isWhole = first.listing.streams.every(track => !isPending(track))
  const second = isWhole ? first : await list(file, longLook, signal)
  if (second.kind === 'refused') return second
  const { listing } = second
  const reason = whyNot(file, listing, second.stderr)
  if (reason) return { kind: 'refused', why: reason }
  const packets = await packetTimes(file, listing, isWhole ? [] : longLook, signal)
  const known = factsOf({
    file,
    listing,
    packets,
    endsEarly: await endsEarly(file, listing.format.format_name),
  })
  if (known.facts.video === null && known.facts.audio.every(track => track.start === null))
    return refused(
      'media.unreadable',
      `${file.name} has tracks but not one frame or sample could be found in it`,
    )
  return { kind: 'recording', ...known }
}

/** The tracks of sound, by what decoding them needs. Where one begins is told by its first packets. */
export type ProbedSound =
  | { readonly kind: 'sound'; readonly audio: readonly SoundTrack[]; readonly endsEarly: boolean }
  | Extract<Probed, { kind: 'refused' }>

/** The packets in which the beginning of each track of sound is looked for. Where one has none among them, all are listed. */
const firstPackets = [
  ...['-show_packets', '-read_intervals', '%+#96', '-show_entries'],
  'packet=stream_index,pts,duration,flags:packet_side_data=skip_samples',
]

/** As `probe`, for who only hears: the packets of an hour are not listed. */
export async function probeSound(file: MediaFile, signal: AbortSignal): Promise<ProbedSound> {
  const first = file.bytes === 0 ? null : await list(file, [], signal, firstPackets)
  if (
    first?.kind === 'listed' &&
    !first.listing.streams.some(isPending) &&
    !isDamaged(first.stderr) &&
    !whyNot(file, first.listing, first.stderr)
  ) {
    const audio = soundTracksOf(first.listing, firstTimes(first.listing))
    if (audio.length > 0 && audio.every(track => track.start !== null))
      return {
        kind: 'sound',
        audio,
        endsEarly: await endsEarly(file, first.listing.format.format_name),
      }
  }
  const probed = await probe(file, signal)
  if (probed.kind === 'refused') return probed
  const { audio, oddities } = probed.facts
  return { kind: 'sound', audio, endsEarly: oddities.includes('truncated') }
}

function firstTimes(listing: Listing): ReadonlyMap<number, PacketTimes> {
  const byTrack = new Map(listing.streams.map(track => [track.index, new PacketTimes()]))
  const rates = new Map(listing.streams.map(track => [track.index, samplesPerTick(track)]))
  for (const { stream_index, pts = null, duration = null, flags, side_data_list = [] } of listing.packets ??
    []) {
    const times = byTrack.get(stream_index)
    for (const { skip_samples = 0 } of side_data_list)
      times?.addSkipping(pts, skip_samples, rates.get(stream_index) ?? 1)
    times?.add(pts, duration, flags)
  }
  return byTrack
}

type Listed = { readonly kind: 'listed'; readonly listing: Listing; readonly stderr: string } | Refusal
type Refusal = Extract<Probed, { kind: 'refused' }>

async function list(
  file: MediaFile,
  options: readonly string[],
  signal: AbortSignal,
  more: readonly string[] = [],
): Promise<Listed> {
  const parts: Uint8Array[] = []
  const end = await runTool({
    tool: 'ffprobe',
    input: file,
    inputOptions: options,
    args: ['-loglevel', 'error', '-show_format', '-show_streams', ...more, '-of', 'json'],
    onStdout: chunk => {
      parts.push(chunk)
    },
    signal,
    timeLimitSeconds,
  })
  if (end.kind === 'failed') {
    const why = sizeRefused(file, end.stderrTail)
    return why
      ? { kind: 'refused', why }
      : refused('media.unreadable', `${file.name}: ${whatFfprobeSaid(end)}`)
  }
  const parsed = listingSchema.safeParse(readJson(Buffer.concat(parts).toString()))
  return parsed.success
    ? { kind: 'listed', listing: parsed.data, stderr: end.stderrTail }
    : refused('media.unreadable', `${file.name}: its list of tracks does not have the form that is expected`)
}

/** A track that the container announces and whose first packets were not met yet. */
function isPending(track: TrackListing): boolean {
  if (track.codec_type === 'audio') return track.codec_name !== undefined && !(Number(track.sample_rate) > 0)
  return track.codec_type === 'video' && track.codec_name !== undefined && !(track.width && track.height)
}

function whyNot(file: MediaFile, listing: Listing, stderr: string): Why | null {
  const tracks = listing.streams.filter(readable)
  const large = tracks.find(track => (track.width ?? 0) * (track.height ?? 0) > maxPixels)
  if (large) return tooLarge(file, String(large.width), String(large.height))
  const unopened = tracks.some(track => track.codec_type === 'video') ? null : sizeRefused(file, stderr)
  if (unopened) return unopened
  if (tracks.length > 0) return null
  const found = listing.streams.map(
    track => `${track.codec_type ?? 'unknown'} ${track.codec_name ?? 'of unknown kind'}`,
  )
  return {
    code: 'media.unreadable',
    message: `${file.name} was recognised as ${listing.format.format_name} but holds no picture or sound that can be read${found.length > 0 ? ` (found: ${found.slice(0, 8).join(', ')})` : ''}`,
  }
}

/** The decoder's own refusal of a picture size, where the container does not tell the size. */
function sizeRefused(file: MediaFile, stderr: string): Why | null {
  const size = /Picture size (\d+)x(\d+) (?:is invalid|exceeds)/.exec(stderr)
  return size ? tooLarge(file, size[1] ?? '', size[2] ?? '') : null
}

function tooLarge(file: MediaFile, width: string, height: string): Why {
  const message = `${file.name} has pictures of ${width}×${height} pixels; more than ${maxPixels / 1e6} million are not opened`
  return { code: 'media.unsupported', message }
}

async function packetTimes(
  file: MediaFile,
  listing: Listing,
  options: readonly string[],
  signal: AbortSignal,
): Promise<Packets> {
  const byTrack = new Map(listing.streams.filter(readable).map(track => [track.index, new PacketTimes()]))
  const rates = new Map(listing.streams.map(track => [track.index, samplesPerTick(track)]))
  const lines = new PacketLines(byTrack, rates)
  const end = await runTool({
    tool: 'ffprobe',
    input: file,
    inputOptions: options,
    args: [
      ...['-loglevel', 'error', '-show_packets', '-of', 'csv=p=0', '-show_entries'],
      'packet=stream_index,pts,duration,flags:packet_side_data=side_data_type,skip_samples',
    ],
    onStdout: chunk => lines.add(chunk),
    signal,
    timeLimitSeconds,
  })
  lines.end()
  const isShort = /partial file|truncat|end of file/i.test(end.stderrTail)
  if (end.kind === 'failed' && [...byTrack.values()].every(times => times.count === 0))
    requireDone(end, `reading the packets of ${file.name}`)
  return { byTrack, isDamaged: isDamaged(end.stderrTail) || end.kind === 'failed', isShort }
}

function isDamaged(stderr: string): boolean {
  return /corrupt|invalid|error (?:reading|decoding)|missing picture/i.test(stderr)
}

function samplesPerTick(track: TrackListing): number {
  const [num = 1, den = 1] = track.time_base.split('/').map(Number)
  return (Number(track.sample_rate ?? 0) * num) / den || 1
}

function whatFfprobeSaid(end: ToolEnd): string {
  const said = lastLine(end.stderrTail).replace(/^file:\/proc\/self\/fd\/\d+: /, '')
  if (/moov atom not found/.test(end.stderrTail))
    return 'the index of the film (moov) is missing: the file was cut off, or its recorder never finished it'
  if (/not on whitelist|Invalid argument/i.test(end.stderrTail))
    return 'its content is of a kind that is deliberately not opened as media'
  return /Invalid data found/.test(said)
    ? 'its content was expected to be video or sound and could not be read as such'
    : said
}

function refused(code: Why['code'], message: string): Refusal {
  return { kind: 'refused', why: { code, message } }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
