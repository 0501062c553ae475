import type { RecordingFacts, Why } from '@sightline/core/case'
import type { FrameTimes } from '@sightline/core/time'
import { endsEarly } from './box-lengths.ts'
import { factsOf, type SoundTrack, soundTracksOf } from './facts.ts'
import { type Listing, listingSchema, readable, type TrackListing } from './ffprobe-listing.ts'
import type { MediaFile } from './media-file.ts'
import { PacketLines, readJson } from './packet-lines.ts'
import { type Packets, PacketTimes } from './packet-times.ts'
import { lastLine, maxPixels, runTool, type ToolEnd } from './run.ts'

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

/** Every packet with its track, times, flags, and what the decoder leaves out of its samples. */
const allPackets = [
  ...['-show_packets', '-show_entries'],
  'packet=stream_index,pts,duration,flags:packet_side_data=skip_samples',
] as const

/**
 * Reads container, tracks and the times of all packets of a media file without decoding it, by one run of ffprobe: starting it costs as much as
 * listing minutes. Throws only 'cancelled', 'media.timeout' and 'media.missing-tool'.
 */
export async function probe(file: MediaFile, signal: AbortSignal): Promise<Probed> {
  if (file.bytes === 0) return refused('intake.empty', `${file.name} holds no bytes`)
  const first = await list(file, allPackets, [], signal)
  if (first.kind === 'refused') return first
  const isWhole = first.listing.streams.every(track => !isPending(track))
  const second = isWhole ? first : await list(file, allPackets, longLook, signal)
  if (second.kind === 'refused') return second
  const { listing, packets } = second
  const reason = whyNot(file, second)
  if (reason) return { kind: 'refused', why: reason }
  const known = factsOf({
    ...{ file, listing, packets },
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
const firstPackets = [...allPackets, '-read_intervals', '%+#96']

/** As `probe`, for who only hears: the packets of an hour are not listed. */
export async function probeSound(file: MediaFile, signal: AbortSignal): Promise<ProbedSound> {
  const first = file.bytes === 0 ? null : await list(file, firstPackets, [], signal)
  if (
    first?.kind === 'listed' &&
    !first.listing.streams.some(isPending) &&
    !first.packets.isDamaged &&
    !whyNot(file, first)
  ) {
    const audio = soundTracksOf(first.listing, first.packets.byTrack)
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

interface Listed {
  readonly kind: 'listed'
  readonly listing: Listing
  /** Of the tracks that can be read. */
  readonly packets: Packets
  /** What the decoder said of a size of pictures that it refused. */
  readonly refusedSize: RegExpExecArray | null
}
type Refusal = Extract<Probed, { kind: 'refused' }>

/**
 * Container, tracks, and the packets that `packets` asks for. A file over whose packets ffprobe breaks off has told nothing of its tracks: they are asked
 * for alone, and the packets are those that it came to (`before`).
 */
async function list(
  file: MediaFile,
  packets: readonly string[],
  options: readonly string[],
  signal: AbortSignal,
  before: PacketLines | null = null,
): Promise<Listed | Refusal> {
  const lines = new PacketLines()
  const sizes: RegExpExecArray[] = []
  const end = await runTool({
    tool: 'ffprobe',
    input: file,
    inputOptions: options,
    args: ['-loglevel', 'error', '-show_format', '-show_streams', ...packets, '-of', 'json=compact=1'],
    onStdout: chunk => lines.add(chunk),
    onStderrLine: line => {
      const size = sizes.length === 0 && refusedSizeIn.exec(line)
      if (size) sizes.push(size)
    },
    signal,
    timeLimitSeconds,
  })
  const text = lines.end()
  const refusedSize = sizes[0] ?? null
  if (end.kind === 'failed') {
    if (lines.byTrack.size > 0) return await list(file, [], options, signal, lines)
    return refusedSize
      ? { kind: 'refused', why: tooLarge(file, refusedSize[1] ?? '', refusedSize[2] ?? '') }
      : refused('media.unreadable', `${file.name}: ${whatFfprobeSaid(end)}`)
  }
  const { success, data: listing } = listingSchema.safeParse(readJson(text))
  if (!success)
    return refused(
      'media.unreadable',
      `${file.name}: its list of tracks does not have the form that is expected`,
    )
  const isShort = /partial file|truncat|end of file/i.test(end.stderrTail)
  const isDamaged = before !== null || damageWords.test(end.stderrTail)
  const byTrack = timesOf(listing, before ?? lines)
  return { kind: 'listed', listing, packets: { byTrack, isDamaged, isShort }, refusedSize }
}

function timesOf(listing: Listing, { byTrack }: PacketLines): ReadonlyMap<number, PacketTimes> {
  return new Map(
    listing.streams
      .filter(readable)
      .map(track => [track.index, byTrack.get(track.index) ?? new PacketTimes()]),
  )
}

/** A track that the container announces and whose first packets were not met yet. */
function isPending(track: TrackListing): boolean {
  if (track.codec_type === 'audio') return track.codec_name !== undefined && !(Number(track.sample_rate) > 0)
  return track.codec_type === 'video' && track.codec_name !== undefined && !(track.width && track.height)
}

function whyNot(file: MediaFile, { listing, refusedSize }: Listed): Why | null {
  const tracks = listing.streams.filter(readable)
  const large = tracks.find(track => (track.width ?? 0) * (track.height ?? 0) > maxPixels)
  if (large) return tooLarge(file, String(large.width), String(large.height))
  if (refusedSize && !tracks.some(track => track.codec_type === 'video'))
    return tooLarge(file, refusedSize[1] ?? '', refusedSize[2] ?? '')
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
const refusedSizeIn = /Picture size (\d+)x(\d+) (?:is invalid|exceeds)/

const damageWords = /corrupt|invalid|error (?:reading|decoding)|missing picture/i

function tooLarge(file: MediaFile, width: string, height: string): Why {
  const message = `${file.name} has pictures of ${width}×${height} pixels; more than ${maxPixels / 1e6} million are not opened`
  return { code: 'media.unsupported', message }
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
