// What ffprobe tells of a plain MP4 recording, read from the file's own tables: starting ffprobe takes as long as decoding some seconds of pictures.
import type { RecordingFacts } from '@sightline/core/case'
import type { FrameTimes } from '@sightline/core/time'
import { factsOf } from './facts.ts'
import type { Listing, TrackListing } from './ffprobe-listing.ts'
import type { MediaFile } from './media-file.ts'
import { PacketTimes } from './packet-times.ts'
import { maxPixels } from './run.ts'

export interface PlainFacts {
  /** As `probe` tells them, but for what only the pictures' own headers say: profile, form of pixels, order of fields; and without what tags claim. */
  readonly facts: RecordingFacts
  readonly frameTimes: FrameTimes
}

/** More than the tables of ten hours take. */
const mostBytes = 64 << 20
const mostBoxes = 64

/**
 * Null for any file of which ffprobe might tell otherwise: what is not one track of H.264 at one rate from 0 on, upright, with square pixels, and one of plain AAC, whole and in
 * one piece, has to be probed. Whoever decodes it has to see that ffmpeg finds the same: pictures at these times, and what `TrackWords` reads.
 */
export async function plainFacts(file: MediaFile): Promise<PlainFacts | null> {
  const moov = await moovOf(file)
  const movie = moov && movieIn(moov)
  if (!movie) return null
  const { facts, frameTimes } = factsOf({ file, ...movie, endsEarly: false })
  return frameTimes !== null && facts.oddities.length === 0 ? { facts, frameTimes } : null
}

/** Makes ffmpeg say what `TrackWords` reads. */
export const trackWordsAsked = ['-loglevel', 'level+info', '-nostats'] as const

/** What makes a file one that has to be probed. */
export class NotPlain extends Error {}

type HeardTrack = Pick<RecordingFacts['audio'][number], 'sampleRate' | 'channels'>

/** Reads what ffmpeg says of the tracks of its input, a line at a time. Pixels that are not square, and fields, may be told by the pictures alone. */
export class TrackWords {
  readonly #video: NonNullable<RecordingFacts['video']>
  readonly #sound: HeardTrack
  #isInput = true
  #tracks = 0

  constructor(video: NonNullable<RecordingFacts['video']>, sound: HeardTrack) {
    this.#video = video
    this.#sound = sound
  }

  /** Whether both tracks were as the tables have them. */
  get isPlain(): boolean {
    return this.#tracks === 2
  }

  /** Throws `NotPlain`. */
  readonly add = (line: string): void => {
    if (/\[(?:error|fatal|panic)\] /.test(line)) throw new NotPlain()
    if (line.startsWith('[info] Stream mapping:') || line.startsWith('[info] Output #')) this.#isInput = false
    const [, kind, words = ''] =
      (this.#isInput && /^\[info\] +Stream #0:\d+\S*: (\w+): (.*)$/.exec(line)) || []
    if (kind === undefined) return
    this.#tracks++
    if (kind === 'Video' ? !this.#isVideo(words) : kind !== 'Audio' || !this.#isSound(words))
      throw new NotPlain()
  }

  #isVideo(words: string): boolean {
    const [, width, height, across, up] =
      /^h264 .*?, (\d+)x(\d+)(?: \[SAR (\d+):(\d+) DAR [^\]]*\])?, /.exec(words) ?? []
    const { codedWidth, codedHeight } = this.#video
    const isSized = Number(width) === codedWidth && Number(height) === codedHeight
    return isSized && across === up && !/ first\b/.test(words)
  }

  #isSound(words: string): boolean {
    const { sampleRate, channels } = this.#sound
    return (
      words.startsWith('aac (LC) ') &&
      words.includes(`, ${sampleRate} Hz, ${channels === 1 ? 'mono' : 'stereo'}, `)
    )
  }
}

interface Movie {
  readonly listing: Listing
  readonly packets: {
    readonly byTrack: ReadonlyMap<number, PacketTimes>
    readonly isDamaged: false
    readonly isShort: false
  }
}

async function moovOf(file: MediaFile): Promise<Boxes | null> {
  let moov: Buffer | null = null
  let position = 0
  for (let n = 0; n < mostBoxes && position < file.bytes; n++) {
    const head = Buffer.from(await file.read(position, 16))
    if (head.length < 8) return null
    const kind = head.toString('latin1', 4, 8)
    const short = head.readUInt32BE(0)
    if (short === 1 && head.length < 16) return null
    const [length, from] = short === 1 ? [Number(head.readBigUInt64BE(8)), 16] : [short, 8]
    const isKnown = n === 0 ? kind === 'ftyp' : ['free', 'skip', 'wide', 'mdat', 'moov'].includes(kind)
    if (!isKnown || length < from || position + length > file.bytes) return null
    if (kind === 'moov') {
      if (moov !== null || length > mostBytes) return null
      moov = Buffer.from(await file.read(position + from, length - from))
      if (moov.length !== length - from) return null
    }
    position += length
  }
  return moov && position === file.bytes ? new Boxes(moov) : null
}

/** Boxes within a box. What lies beyond its end is read as nothing. */
class Boxes {
  readonly #bytes: Buffer

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  all(kind: string, from = 0): readonly Buffer[] {
    const found: Buffer[] = []
    for (let at = from; at + 8 <= this.#bytes.length; ) {
      const length = this.#bytes.readUInt32BE(at)
      if (length < 8 || at + length > this.#bytes.length) break
      if (this.#bytes.toString('latin1', at + 4, at + 8) === kind)
        found.push(this.#bytes.subarray(at + 8, at + length))
      at += length
    }
    return found
  }

  /** The only one of its kind along a way of kinds; null where there is none, or more. */
  only(...way: readonly string[]): Buffer | null {
    let here: Buffer | null = this.#bytes
    for (const kind of way) {
      const found: readonly Buffer[] = here === null ? [] : new Boxes(here).all(kind)
      here = found.length === 1 ? (found[0] as Buffer) : null
    }
    return here
  }
}

/** `numbers` of 32 bits each for each entry after a head of so many; null where the table is not of version 0, or shorter than it says. */
function tableOf(box: Buffer | null, numbers: number): readonly (readonly number[])[] | null {
  if (box === null || box.length < 8 || box[0] !== 0) return null
  const count = box.readUInt32BE(4)
  if (box.length < 8 + 4 * numbers * count) return null
  return Array.from({ length: count }, (_, n) =>
    Array.from({ length: numbers }, (_, k) => box.readInt32BE(8 + 4 * (n * numbers + k))),
  )
}

interface Track {
  readonly kind: 'vide' | 'soun'
  readonly listing: Omit<TrackListing, 'index'>
  readonly times: PacketTimes
}

function movieIn(moov: Boxes): Movie | null {
  const mvhd = moov.only('mvhd')
  if (!mvhd || mvhd.length < 20 || mvhd[0] !== 0 || moov.all('mvex').length > 0) return null
  const [perSecond, duration] = [mvhd.readUInt32BE(12), mvhd.readUInt32BE(16)]
  const found = moov.all('trak').map(each => trackIn(new Boxes(each), perSecond))
  const tracks = found.filter(each => each !== null)
  const count = (kind: Track['kind']) => tracks.filter(each => each.kind === kind).length
  if (perSecond === 0 || tracks.length !== found.length || count('vide') !== 1 || count('soun') !== 1)
    return null
  const [width = 0, height = 0] = tracks.flatMap(({ listing }) =>
    listing.width ? [listing.width, listing.height ?? 0] : [],
  )
  if (width * height === 0 || width * height > maxPixels) return null
  return {
    listing: {
      streams: tracks.map(({ listing }, index) => ({ index, ...listing })),
      format: { format_name: 'mov,mp4,m4a,3gp,3g2,mj2', duration: (duration / perSecond).toFixed(6) },
    },
    packets: {
      byTrack: new Map(tracks.map(({ times }, index) => [index, times])),
      isDamaged: false,
      isShort: false,
    },
  }
}

/** Upright and as large as it is. */
const unturned = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000]

function trackIn(trak: Boxes, moviePerSecond: number): Track | null {
  const tkhd = trak.only('tkhd')
  const mdhd = trak.only('mdia', 'mdhd')
  const hdlr = trak.only('mdia', 'hdlr')
  const stbl = trak.only('mdia', 'minf', 'stbl')
  if (!tkhd || !mdhd || !hdlr || !stbl || tkhd.length < 84 || mdhd.length < 20 || hdlr.length < 12)
    return null
  const isTurned = unturned.some((value, n) => tkhd.readInt32BE(40 + 4 * n) !== value)
  const isOn = ((tkhd[3] as number) & 1) === 1
  if (tkhd[0] !== 0 || mdhd[0] !== 0 || isTurned || !isOn) return null
  const [perSecond, length] = [mdhd.readUInt32BE(12), mdhd.readUInt32BE(16)]
  const edit = editOf(trak, perSecond, length, moviePerSecond)
  const samples = samplesOf(new Boxes(stbl))
  if (perSecond === 0 || edit === null || samples === null) return null
  const kind = hdlr.toString('latin1', 8, 12)
  const own = { time_base: `1/${perSecond}`, disposition: { default: 1 } }
  if (kind === 'vide') {
    const size = sizeIn(new Boxes(stbl).only('stsd'))
    const times = pictureTimes(samples, edit)
    if (!size || !times) return null
    const shared = commonOf(perSecond, samples.step)
    const rate = `${perSecond / shared}/${samples.step / shared}`
    const listing = {
      codec_type: 'video',
      codec_name: 'h264',
      ...size,
      r_frame_rate: rate,
      avg_frame_rate: rate,
      ...own,
    }
    return { kind, listing, times }
  }
  if (kind !== 'soun') return null
  const sound = soundIn(new Boxes(stbl).only('stsd'))
  const times = soundTimes(samples, edit)
  if (!sound || !times || sound.rate !== perSecond) return null
  const listing = {
    codec_type: 'audio',
    codec_name: 'aac',
    sample_rate: String(sound.rate),
    channels: sound.channels,
    ...own,
  }
  return { kind, listing, times }
}

/** The part of a track that is shown, in its ticks. */
interface Edit {
  readonly from: number
  readonly length: number
}

function editOf(trak: Boxes, perSecond: number, length: number, moviePerSecond: number): Edit | null {
  if (trak.all('edts').length === 0) return { from: 0, length }
  const edits = tableOf(trak.only('edts', 'elst'), 3)
  const [duration = 0, from = -1, rate = 0] = edits?.[0] ?? []
  if (edits?.length !== 1 || duration <= 0 || from < 0 || rate !== 0x10000) return null
  return { from, length: Math.min(length, Math.round((duration * perSecond) / moviePerSecond)) }
}

interface Samples {
  readonly count: number
  /** Ticks from one to the next, and of the last. */
  readonly step: number
  readonly last: number
  /** By how much each is shown later than decoded; null where all are shown as they are decoded. */
  readonly later: Float64Array | null
}

function samplesOf(stbl: Boxes): Samples | null {
  const stsz = stbl.only('stsz')
  const steps = tableOf(stbl.only('stts'), 2)
  if (!stsz || stsz.length < 12 || !steps || steps.length < 1 || steps.length > 2) return null
  const count = stsz.readUInt32BE(8)
  const [[most = 0, step = 0] = [], [odd = 0, last = step] = []] = steps
  if (count === 0 || most + odd !== count || odd > 1 || step <= 0 || last <= 0) return null
  if (stbl.all('ctts').length === 0) return { count, step, last, later: null }
  const shifts = tableOf(stbl.only('ctts'), 2)
  if (!shifts || shifts.some(([times = 0, shift = 0]) => times <= 0 || shift < 0)) return null
  if (shifts.reduce((sum, [times = 0]) => sum + times, 0) !== count) return null
  const later = new Float64Array(count)
  let at = 0
  for (const [times = 0, shift = 0] of shifts) {
    later.fill(shift, at, at + times)
    at += times
  }
  return { count, step, last, later }
}

function commonOf(one: number, two: number): number {
  return two === 0 ? one : commonOf(two, one % two)
}

/** At one rate from 0 on, none of them left out. */
function pictureTimes({ count, step, last, later }: Samples, { from, length }: Edit): PacketTimes | null {
  if (last !== step) return null
  const times = new PacketTimes()
  const shown = Float64Array.from({ length: count }, (_, n) => n * step + (later?.[n] ?? 0) - from)
  for (const ticks of shown) times.add(ticks, step, '')
  const sorted = times.sorted()
  const isEven = sorted.repeated === 0 && sorted.ticks.every((ticks, n) => ticks === n * step)
  // A little shorter than it is by rounding, or cut before its end: how long the last is shown, ffprobe tells otherwise.
  return isEven && length === count * step ? times : null
}

/** Of AAC, whose decoder may have to be started one packet before what is heard. */
const packetSamples = 1024

function soundTimes({ count, step, later }: Samples, { from, length }: Edit): PacketTimes | null {
  if (later || step !== packetSamples || (from !== 0 && from !== packetSamples)) return null
  const first = from / packetSamples
  const times = new PacketTimes()
  if (first > 0) times.addSkipping(-from, from)
  for (let n = first; n < count; n++) {
    const ticks = n * step - from
    const rest = n === count - 1 ? length - ticks : step
    if (rest <= 0 || rest > packetSamples) return null
    times.add(ticks, rest, '')
  }
  return times
}

/** The only entry of a table of formats, where it is of this kind. */
function entryOf(stsd: Buffer | null, kind: string): Buffer | null {
  if (!stsd || stsd.length < 16 || stsd.readUInt32BE(4) !== 1) return null
  return stsd.toString('latin1', 12, 16) === kind ? stsd.subarray(8, 8 + stsd.readUInt32BE(8)) : null
}

function sizeIn(stsd: Buffer | null): { readonly width: number; readonly height: number } | null {
  const entry = entryOf(stsd, 'avc1')
  if (!entry || entry.length < 86) return null
  const within = new Boxes(entry)
  const isCut = within.all('clap', 86).length > 0
  const isSquare = within
    .all('pasp', 86)
    .every(each => each.length === 8 && each.readUInt32BE(0) === each.readUInt32BE(4))
  if (isCut || !isSquare || within.all('avcC', 86).length !== 1) return null
  return { width: entry.readUInt16BE(32), height: entry.readUInt16BE(34) }
}

const rates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350]

/** Of plain AAC (low complexity) in one or two channels, by what its decoder is told. */
function soundIn(stsd: Buffer | null): { readonly rate: number; readonly channels: number } | null {
  const entry = entryOf(stsd, 'mp4a')
  if (!entry || entry.length < 36 || entry.readUInt16BE(16) !== 0) return null
  const esds = new Boxes(entry).all('esds', 36)[0]
  const stream = esds && descriptorOf(esds, 4, 3)
  const decoder = stream && stream[2] === 0 ? descriptorOf(stream, 3, 4) : null
  const told = decoder && decoder[0] === 0x40 ? descriptorOf(decoder, 13, 5) : null
  if (!told || told.length < 2) return null
  // Five bits of kind, four of rate, four of channels.
  const bits = told.readUInt16BE(0)
  const [kind, rate, channels] = [bits >> 11, rates[(bits >> 7) & 15], (bits >> 3) & 15]
  if (kind !== 2 || rate === undefined || (channels !== 1 && channels !== 2)) return null
  return { rate, channels }
}

/** A descriptor of this kind, whose length takes one to four bytes. */
function descriptorOf(bytes: Buffer, at: number, kind: number): Buffer | null {
  if (bytes[at] !== kind) return null
  let length = 0
  for (let n = 1; n <= 4; n++) {
    const part = bytes[at + n] ?? 0
    length = length * 128 + (part & 127)
    if (part < 128) return bytes.subarray(at + n + 1, at + n + 1 + length)
  }
  return null
}
