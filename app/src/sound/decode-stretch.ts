import { heardRate } from '@sightline/core/api'
import type { RecordingFacts } from '@sightline/core/case'
import { ToMono } from '@sightline/core/sound'
import type { MediaMicros } from '@sightline/core/time'
import type { MediaFile } from '../media/media-file.ts'
import { longLook } from '../media/probe.ts'
import { requireDone, runTool } from '../media/run.ts'

/** A minute at once: more than a person hears at a go, and an answer of less than 6 MB. */
export const mostHeardSamples = 60 * heardRate

/** Decoding begins this much earlier: codecs need what came before, and a file may be cut into packets of any length. */
const runUpSeconds = 2

interface StretchAsked {
  /** Counted in samples of `rate` from media time 0. */
  readonly first: number
  readonly count: number
  readonly rate?: number
}

type Track = RecordingFacts['audio'][number]

/**
 * Decodes a stretch of one track to mono 16-bit samples at `rate` (`heardRate` if not said): sample n stands `first + n` samples after media
 * time 0, on raw presentation time. What the track lacks is silence; the answer always has `count` samples.
 * Throws 'media.failed' where nothing could be decoded, 'media.timeout', 'cancelled'.
 */
export async function decodeStretch(
  media: MediaFile,
  track: Track & { readonly start: MediaMicros },
  { first, count, rate = heardRate }: StretchAsked,
  signal: AbortSignal,
): Promise<Int16Array> {
  const channels = track.channels > 1 ? 2 : 1
  const seekTo = Math.max(track.start / 1e6, first / rate - runUpSeconds)
  // First the gaps of the track, as in `decodeSound`; then what runs on without a break is padded or cut at its head. In one step the head
  // would be left alone where it is off by less than a gap (1 ms by default), so the second step minds a quarter of a sample.
  const filter = [
    `aresample=${rate}:async=1:min_hard_comp=0.01`,
    `aresample=${rate}:async=1:min_comp=0.000005:min_hard_comp=0.000005:first_pts=${first}`,
    `apad=whole_len=${count}`,
    `atrim=end_sample=${count}`,
  ].join(',')
  const parts: Uint8Array[] = []
  const end = await runTool({
    tool: 'ffmpeg',
    input: media,
    inputOptions: ['-copyts', ...longLook, '-ss', seekTo.toFixed(6), '-vn', '-sn', '-dn'],
    args: [
      ...['-map', `0:${track.track}`, '-af', filter, '-ac', String(channels)],
      ...['-f', 's16le', 'pipe:1'],
    ],
    onStdout: chunk => {
      parts.push(chunk)
    },
    signal,
    timeLimitSeconds: 60,
  })
  const bytes = Buffer.concat(parts)
  if (bytes.length === 0) requireDone(end, `decoding the sound of ${media.name}`)
  const whole = bytes.length - (bytes.length % (2 * channels))
  const heard = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + whole))
  const mono = channels === 2 ? toMono(heard) : heard
  const samples = new Int16Array(count)
  samples.set(mono.subarray(0, count))
  return samples
}

function toMono(interleaved: Int16Array): Int16Array {
  const joiner = new ToMono()
  const head = joiner.push(interleaved)
  const tail = joiner.finish()
  const all = new Int16Array(head.length + tail.length)
  all.set(head)
  all.set(tail, head.length)
  return all
}
