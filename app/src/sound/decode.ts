import type { RecordingFacts } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { sampleRate } from '@sightline/core/sound'
import { type MediaMicros, mediaMicros } from '@sightline/core/time'
import type { MediaFile } from '../media/media-file.ts'
import { longLook } from '../media/probe.ts'
import { lastLine, runTool } from '../media/run.ts'

type AudioFacts = RecordingFacts['audio'][number]

/** The track that stands for a recording's sound: the one marked as default, else the first that has samples. */
export function soundTrackOf(facts: RecordingFacts): (AudioFacts & { readonly start: MediaMicros }) | null {
  const tracks = facts.audio.filter(
    (track): track is AudioFacts & { start: MediaMicros } => track.start !== null,
  )
  return tracks.find(track => track.isDefault) ?? tracks[0] ?? null
}

/** Media time of the first 8 kHz sample that `decodeSound` gives for a track: its start on the grid of samples. */
export function soundOrigin(track: { readonly start: MediaMicros }): MediaMicros {
  return mediaMicros((firstSampleOf(track) * 1e6) / sampleRate)
}

export interface DecodedSound {
  readonly samples: number
  /** What the decoder had to say about damage; null when it ended well. */
  readonly trouble: string | null
}

/** Decoding runs at several hundred times real time; the rest is for slow shares. */
const timeLimitSeconds = 3600

/**
 * Decodes one track to 8 kHz mono 16-bit samples on raw presentation time: gaps in the track are filled with zeros, so
 * sample n stands at `soundOrigin + n / 8000 s`. Throws 'cancelled', 'media.timeout', 'media.missing-tool', and
 * 'media.failed' when not one sample came out.
 */
export async function decodeSound(
  media: MediaFile,
  track: AudioFacts & { readonly start: MediaMicros },
  signal: AbortSignal,
  onSamples: (samples: Int16Array) => void | Promise<void>,
): Promise<DecodedSound> {
  const joiner = new SampleJoiner()
  let samples = 0
  // Timestamps that jitter by less than 10 ms (containers that count in milliseconds) are no gaps.
  // In two steps: `first_pts` counts samples of what goes in, so only at an equal rate is it a time on our grid.
  const gaps = `async=1:min_hard_comp=0.01:first_pts=${firstSampleOf(track)}`
  const filter = `aresample=${sampleRate},aresample=${sampleRate}:${gaps}`
  const end = await runTool({
    tool: 'ffmpeg',
    input: media,
    inputOptions: ['-copyts', ...longLook, '-vn', '-sn', '-dn'],
    args: ['-map', `0:${track.track}`, '-af', filter, '-ac', '1', '-f', 's16le', 'pipe:1'],
    onStdout: async chunk => {
      const whole = joiner.add(chunk)
      samples += whole.length
      if (whole.length > 0) await onSamples(whole)
    },
    signal,
    timeLimitSeconds,
    isBackground: true,
  })
  if (samples === 0) {
    throw new SightlineError(
      'media.failed',
      `expected sound in ${media.name}, and none could be decoded: ${lastLine(end.stderrTail)}`,
    )
  }
  return { samples, trouble: end.kind === 'failed' ? lastLine(end.stderrTail) : null }
}

function firstSampleOf({ start }: { readonly start: MediaMicros }): number {
  return Math.round((start * sampleRate) / 1e6)
}

/** Cuts a stream of bytes into whole 16-bit samples; a pipe may break anywhere. */
class SampleJoiner {
  #odd: number | null = null

  add(chunk: Uint8Array): Int16Array {
    const extra = this.#odd === null ? 0 : 1
    const bytes = new Uint8Array((extra + chunk.length) & ~1)
    if (this.#odd !== null) bytes[0] = this.#odd
    bytes.set(chunk.subarray(0, bytes.length - extra), extra)
    this.#odd = (extra + chunk.length) % 2 === 1 ? (chunk.at(-1) ?? null) : null
    // ffmpeg was asked for little-endian samples, which is this machine's order on both supported processors.
    return new Int16Array(bytes.buffer)
  }
}
