import { SightlineError } from '@sightline/core/errors'
import { sampleRate, ToMono } from '@sightline/core/sound'
import { type MediaMicros, mediaMicros } from '@sightline/core/time'
import type { SoundTrack } from '../media/facts.ts'
import type { MediaFile } from '../media/media-file.ts'
import { longLook } from '../media/probe.ts'
import { type ByteReader, lastLine, runTool } from '../media/run.ts'

/** The track that stands for a recording's sound: the one marked as default, else the first that has samples. */
export function soundTrackOf<T extends SoundTrack>(facts: {
  readonly audio: readonly T[]
}): (T & { readonly start: MediaMicros }) | null {
  const tracks = facts.audio.filter((track): track is T & { start: MediaMicros } => track.start !== null)
  return tracks.find(track => track.isDefault) ?? tracks[0] ?? null
}

/** Media time of the first sample that decoding gives for a track: its start on the grid of samples, of 8 kHz where nothing else is said. */
export function soundOrigin(track: { readonly start: MediaMicros }, rate: number = sampleRate): MediaMicros {
  return mediaMicros((firstSampleOf(track, rate) * 1e6) / rate)
}

export interface DecodedSound {
  readonly samples: number
  /** What the decoder had to say about damage; null when it ended well. */
  readonly trouble: string | null
}

/**
 * Half the usual length, with its edge moved down so that what folds back stays above 3.75 kHz, where nothing is looked
 * at: a tenth of the decoder's time.
 */
const shortFilter = 'filter_size=16:cutoff=0.93'

/** A second at a time: a write for each small frame of a codec would cost half as much again as decoding. */
export const pipeSamples = 32_768

/** Decoding runs at several hundred times real time; the rest is for slow shares. */
export const timeLimitSeconds = 3600

/** Timestamps that jitter by less than 10 ms (containers that count in milliseconds) are no gaps. */
export const gapFilter = 'async=1:min_hard_comp=0.01'

/**
 * Decodes one track to 8 kHz mono 16-bit samples (of several channels what `ToMono` makes of two) on raw presentation time: gaps in the track are filled with zeros, so
 * sample n stands at `soundOrigin + n / 8000 s`. Throws 'cancelled', 'media.timeout', 'media.missing-tool', and
 * 'media.failed' when not one sample came out.
 */
export function decodeSound(
  media: MediaFile,
  track: SoundTrack & { readonly start: MediaMicros },
  signal: AbortSignal,
  onSamples: OnSamples,
): Promise<DecodedSound> {
  return decode(media, soundOutput(track, onSamples), signal, { keepsNothing: false })
}

/** What `decodeSound` gives, as one output among those of a run of ffmpeg. */
export function soundOutput(
  track: SoundTrack & { readonly start: MediaMicros },
  onSamples: OnSamples,
): SoundOutput {
  // In two steps: `first_pts` counts samples of what goes in, so only at an equal rate is it a time on our grid.
  const gaps = `${gapFilter}:first_pts=${firstSampleOf(track, sampleRate)}`
  const filter = `aresample=${sampleRate}:${shortFilter},aresample=${sampleRate}:${gaps}`
  return outputOf(track, { rate: sampleRate, filter }, onSamples)
}

/** Above 48 kHz nothing is heard; below 4 kHz no recorder works. */
const highestRate = 48_000
const lowestRate = 4000

/** The rate that `decodeFullSound` gives a track at: its own, up to 48 kHz. */
export function fullRateOf({ sampleRate: own }: Pick<SoundTrack, 'sampleRate'>): number {
  return own >= lowestRate && own <= highestRate ? own : highestRate
}

/**
 * As `decodeSound`, at `fullRateOf` the track: sample n stands at `soundOrigin(track, rate) + n / rate`. What `onSamples` is given stands until it returns, or until
 * what it returned is kept.
 */
export function decodeFullSound(
  media: MediaFile,
  track: SoundTrack & { readonly start: MediaMicros },
  signal: AbortSignal,
  onSamples: OnSamples,
): Promise<DecodedSound> {
  const rate = fullRateOf(track)
  const gaps = `aresample=${rate}:${gapFilter}:first_pts=${firstSampleOf(track, rate)}`
  const filter = rate === track.sampleRate ? gaps : `aresample=${rate},${gaps}`
  return decode(media, outputOf(track, { rate, filter }, onSamples), signal, { keepsNothing: true })
}

export type OnSamples = (samples: Int16Array) => void | Promise<void>

/** The sound of one track as an output of ffmpeg: the words that ask for it, and what takes its bytes. */
export interface SoundOutput {
  readonly words: (target: string) => readonly string[]
  readonly take: ByteReader
  /** To be called when the tool has ended: gives what is left, and says how many samples there were. */
  readonly finish: () => Promise<number>
}

interface Making {
  readonly rate: number
  readonly filter: string
}

function outputOf(track: SoundTrack, { rate, filter }: Making, onSamples: OnSamples): SoundOutput {
  const channels = track.channels > 1 ? 2 : 1
  return {
    words: target => [
      ...['-map', `0:${track.track}`, '-af', `${filter},asetnsamples=n=${pipeSamples}:p=0`],
      ...['-ac', String(channels), '-flush_packets', '0', '-f', 's16le', target],
    ],
    ...soundTaker(channels, rate, onSamples),
  }
}

/** Takes the bytes of 16-bit samples of one or two channels, and gives `onSamples` the mono of them. */
export function soundTaker(
  channels: number,
  rate: number,
  onSamples: OnSamples,
): Pick<SoundOutput, 'take' | 'finish'> {
  const joiner = new SampleJoiner(channels)
  const toMono = channels === 2 ? new ToMono(rate) : null
  let samples = 0
  const give = (mono: Int16Array) => {
    samples += mono.length
    return mono.length > 0 ? onSamples(mono) : undefined
  }
  return {
    take: chunk => {
      const whole = joiner.add(chunk)
      return give(toMono ? toMono.push(whole) : whole)
    },
    finish: async () => {
      if (toMono) await give(toMono.finish())
      return samples
    },
  }
}

async function decode(
  media: MediaFile,
  output: SoundOutput,
  signal: AbortSignal,
  { keepsNothing }: { readonly keepsNothing: boolean },
): Promise<DecodedSound> {
  const end = await runTool({
    tool: 'ffmpeg',
    input: media,
    inputOptions: ['-copyts', ...longLook, '-vn', '-sn', '-dn'],
    args: output.words('pipe:1'),
    onStdout: output.take,
    keepsNothing,
    signal,
    timeLimitSeconds,
    isBackground: true,
  })
  const samples = await output.finish()
  if (samples === 0) {
    throw new SightlineError(
      'media.failed',
      `expected sound in ${media.name}, and none could be decoded: ${lastLine(end.stderrTail)}`,
    )
  }
  return { samples, trouble: end.kind === 'failed' ? lastLine(end.stderrTail) : null }
}

function firstSampleOf({ start }: { readonly start: MediaMicros }, rate: number): number {
  return Math.round((start * rate) / 1e6)
}

/** Cuts a stream of bytes into whole frames of 16-bit samples; a pipe may break anywhere. */
class SampleJoiner {
  readonly #frameBytes: number
  #rest = new Uint8Array(0)

  constructor(channels: number) {
    this.#frameBytes = 2 * channels
  }

  /** The whole frames so far; the view may be of the chunk itself. */
  add(chunk: Uint8Array): Int16Array {
    const isWhole = this.#rest.length === 0 && chunk.length % this.#frameBytes === 0
    if (isWhole && chunk.byteOffset % 2 === 0)
      return new Int16Array(chunk.buffer as ArrayBuffer, chunk.byteOffset, chunk.length / 2)
    const length = this.#rest.length + chunk.length
    const bytes = new Uint8Array(length - (length % this.#frameBytes))
    const taken = bytes.length - this.#rest.length
    if (taken < 0) {
      this.#rest = Uint8Array.from([...this.#rest, ...chunk])
      return new Int16Array(0)
    }
    bytes.set(this.#rest)
    bytes.set(chunk.subarray(0, taken), this.#rest.length)
    this.#rest = chunk.slice(taken)
    // ffmpeg was asked for little-endian samples, which is this machine's order on both supported processors.
    return new Int16Array(bytes.buffer)
  }
}
