import { type MediaMicros, mediaMicros } from '@sightline/core/time'
import { endsEarly } from '../media/box-lengths.ts'
import type { SoundTrack } from '../media/facts.ts'
import { FilterMarks } from '../media/filter-marks.ts'
import type { MediaFile } from '../media/media-file.ts'
import { longLook } from '../media/probe.ts'
import { maxPixels, runTool } from '../media/run.ts'
import { fullRateOf, gapFilter, type OnSamples, pipeSamples, soundTaker, timeLimitSeconds } from './decode.ts'

/** What the decoder says of itself before its first sample. */
type Told = Pick<SoundTrack, 'sampleRate' | 'channels'> & { readonly start: MediaMicros }

/**
 * Decodes the one track of sound of a plain recording as `decodeFullSound` does, without probing it first: starting ffprobe takes a fifth of what listening to a minute does.
 * What it would tell of a file, ffmpeg tells of it too, so long as there is little to tell. Null for any file of which it might be otherwise (of another kind,
 * with several tracks of sound, damaged, not decoded to its end): what was given of it counts for nothing then, and it is to be probed. `begin` is told the track and gives what takes its samples.
 * Throws 'cancelled', 'media.timeout' and 'media.missing-tool', and what `begin` and the taker of samples throw.
 */
export async function decodeAtOnce(
  media: MediaFile,
  signal: AbortSignal,
  begin: (track: Told) => Promise<OnSamples>,
): Promise<{ readonly endsEarly: boolean } | null> {
  if (!isOfPlainKind(await media.read(0, 64))) return null
  const words = new DecoderWords()
  const marks = new FilterMarks(words.mark)
  let taker: ReturnType<typeof soundTaker> | null = null
  const open = async (chunk: Uint8Array) => {
    const track = await words.told
    taker = soundTaker(track.channels, track.sampleRate, await begin(track))
    await taker.take(chunk)
  }
  try {
    const end = await runTool({
      tool: 'ffmpeg',
      input: media,
      inputOptions: ['-copyts', ...longLook, '-vn', '-sn', '-dn'],
      args: [
        ...['-loglevel', 'level+verbose', '-nostats', '-map', '0:a:0', '-af', filter],
        ...['-flush_packets', '0', '-f', 's16le', 'pipe:1'],
      ],
      onStdout: chunk => (taker ? taker.take(chunk) : open(chunk)),
      onStderrLine: words.add,
      pipes: [marks.add],
      keepsNothing: true,
      signal,
      timeLimitSeconds,
      isBackground: true,
    })
    const samples = await (taker as ReturnType<typeof soundTaker> | null)?.finish()
    if (end.kind === 'failed' || !samples || !words.isPlain) return null
    return { endsEarly: await endsEarly(media, words.format) }
  } catch (error) {
    if (error instanceof NotPlain) return null
    throw error
  }
}

/** As of `decodeFullSound`, at the rate that comes; the first piece is marked with its time. A mark for each of thousands took as long as looking at the file first. */
const filter = [
  `aresample=${gapFilter}`,
  `asetnsamples=n=${pipeSamples}:p=0`,
  'ametadata=mode=add:key=f:value=1:enable=not(n)',
  'ametadata=mode=print:direct=1:file=pipe\\\\:4',
].join(',')

/**
 * Containers that name their tracks at their head: MP4 and QuickTime, Matroska, RIFF and RF64, FLAC, MP3 with a tag. In others a track may be met later than
 * ffprobe looks. WebM holds Opus or Vorbis, which are heard from later on than their first packet, to the tick of a container that counts in milliseconds.
 */
function isOfPlainKind(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1')
  return (
    /^(?:....ftyp|RIFF....WAVE|RF64....WAVE|fLaC|ID3)/s.test(text) ||
    (text.startsWith(matroskaHead) && !text.includes('webm'))
  )
}

/** What ffmpeg has to find in them. */
const plainFormats = /^(?:mov|matroska|wav|flac|mp3)\b/
const matroskaHead = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]).toString('latin1')

/** What makes a file one that has to be probed. */
class NotPlain extends Error {}

/** Reads what ffmpeg says of its input and of the one filter it makes for it. */
class DecoderWords {
  /** Rate, channels and the time of the first sample; broken off where the file is not plain. */
  readonly told: Promise<Told>
  format = ''
  readonly #tell: (track: Told) => void
  readonly #refuse: (why: NotPlain) => void
  #isInput = false
  #sounds = 0
  #filters = 0
  #track: Pick<Told, 'sampleRate' | 'channels'> | null = null
  #first: number | null = null

  constructor() {
    const { promise, resolve, reject } = Promise.withResolvers<Told>()
    // Nobody waits for it where not one sample comes.
    promise.catch(() => undefined)
    this.told = promise
    this.#tell = resolve
    this.#refuse = reject
  }

  get isPlain(): boolean {
    return this.#sounds === 1 && this.#filters === 1 && this.format !== ''
  }

  /** The time of the first sample, in samples. */
  readonly mark = (ticks: number): void => {
    this.#first ??= ticks
    this.#tellAll()
  }

  /** One line of what ffmpeg says. Throws where the file is not plain. */
  readonly add = (line: string): void => {
    try {
      this.#take(line)
    } catch (error) {
      if (error instanceof NotPlain) this.#refuse(error)
      throw error
    }
  }

  #take(line: string): void {
    if (/\[(?:error|fatal|panic)\] /.test(line)) throw new NotPlain()
    const input = /^\[info\] Input #0, (\S+), from /.exec(line)
    if (input?.[1]) {
      if (!plainFormats.test(input[1])) throw new NotPlain()
      this.format = input[1]
      this.#isInput = true
    } else if (line.startsWith('[info] Stream mapping:')) {
      this.#isInput = false
      if (this.#sounds !== 1) throw new NotPlain()
    } else if (line.startsWith('[info] Output #0')) {
      if (this.#filters !== 1) throw new NotPlain()
    } else if (this.#isInput) this.#takeTrack(line)
    else this.#takeFilter(line)
  }

  #takeTrack(line: string): void {
    const [, kind, words = ''] = /^\[info\] +Stream #0:\d+\S*: (\w+): (.*)$/.exec(line) ?? []
    if (kind === 'Audio') {
      this.#sounds++
      if (!/^(?!none|unknown|opus|vorbis).*, \d+ Hz, (?:mono|stereo), /.test(words)) throw new NotPlain()
    } else if (kind === 'Video') {
      const [, width, height] = /, (\d+)x(\d+)\b/.exec(words) ?? []
      if (!(Number(width) * Number(height) <= maxPixels)) throw new NotPlain()
    }
  }

  /** Where the sound changes its kind on the way, a second filter is made. */
  #takeFilter(line: string): void {
    const found =
      /^\[graph_\d+_in_\S+ @ \w+\] \[verbose\] tb:1\/(\d+) samplefmt:\S+ samplerate:(\d+) chlayout:(\S+)/.exec(
        line,
      )
    if (!found) return
    const [, ticks, rate, layout] = found
    const sampleRate = Number(rate)
    const channels = layout === 'mono' ? 1 : 2
    if (++this.#filters > 1 || ticks !== rate || fullRateOf({ sampleRate }) !== sampleRate)
      throw new NotPlain()
    if (layout !== 'mono' && layout !== 'stereo') throw new NotPlain()
    this.#track = { sampleRate, channels }
    this.#tellAll()
  }

  #tellAll(): void {
    if (!this.#track || this.#first === null) return
    const start = mediaMicros(Math.round((this.#first * 1e6) / this.#track.sampleRate))
    this.#tell({ ...this.#track, start })
  }
}
