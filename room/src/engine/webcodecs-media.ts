import { SightlineError } from '@sightline/core/errors'
import { ptsOf } from '@sightline/core/time'
import {
  ADTS,
  AudioBufferSink,
  CustomSource,
  type EncodedPacket,
  EncodedPacketSink,
  FLAC,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny'
import { ByteRanges, type Network } from './byte-ranges.ts'
import { type ContainerTimes, type FrameMatch, matchFrames } from './frame-match.ts'
import type { FrameNeeds, FrameProvider, Media, SoundPiece, SoundProvider } from './frame-provider.ts'
import type { MediaRequests } from './media-requests.ts'
import { WebCodecsProvider } from './webcodecs-provider.ts'

/** Where a medium is read from. */
export interface HttpMedia {
  readonly url: string
  readonly requests: MediaRequests
  readonly network: Network
  /** Bytes of the file that may be kept, at any time. */
  readonly keepBytes?: () => number
  readonly onClose?: () => void
}

// Transport streams are left to the proxy: their reader adds 8 kB and they have no index to seek by.
const formats = [MP4, QTFF, MATROSKA, WEBM, WAVE, MP3, OGG, ADTS, FLAC]

/** Opens an original or a proxy over HTTP ranges, decoded by WebCodecs. Nothing is read before the first question. */
export function openHttpMedia({ url, requests, network, keepBytes, onClose }: HttpMedia): Promise<Media> {
  const bytes = new ByteRanges(url, { requests, network, ...(keepBytes ? { keepBytes } : {}) })
  const source = new CustomSource({
    getSize: () => bytes.size(),
    read: (start, end) => bytes.read(start, end),
    dispose: () => bytes.dispose(),
    // The blocks are held by ByteRanges; a second copy would be of no use.
    maxCacheSize: 2 ** 20,
    handleUnhandledError: () => undefined,
  })
  const input = new Input({ source, formats })
  let shiftMicros = 0
  return Promise.resolve({
    frames: async needs => {
      const { provider, match } = await openFrames(input, needs)
      shiftMicros = match.soundShiftMicros
      return provider
    },
    sound: () => openSound(input, shiftMicros),
    dispose: () => {
      input.dispose()
      bytes.dispose()
      onClose?.()
    },
  })
}

async function openFrames(
  input: Input,
  needs: FrameNeeds,
): Promise<{ readonly provider: FrameProvider; readonly match: FrameMatch }> {
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw refused('the media holds no pictures')
  const config = await supportedConfig(track)
  const packets = new EncodedPacketSink(track)
  const first = await packets.getFirstPacket({ metadataOnly: true })
  if (!first) throw refused('the media holds no packets of pictures')
  const { isInOrder, ...times } = await containerTimes(packets, first, ptsOf(needs.times, 0))
  const found = matchFrames(needs.times, times)
  // A file that holds only parts of a recording counts from 0, wherever in the recording they lie.
  const match =
    typeof found === 'string'
      ? matchFrames(needs.times, await containerTimes(packets, first, first.timestamp * 1e6))
      : found
  if (typeof match === 'string') throw refused(match)
  const shape = {
    width: await track.getSquarePixelWidth(),
    height: await track.getSquarePixelHeight(),
    turn: await track.getRotation(),
    isMirrored: await track.getFlip(),
  }
  return { provider: new WebCodecsProvider({ needs, packets, config, isInOrder, match, shape }), match }
}

/** Packets looked at to lay the container over the index: more than any reordering, few enough to cost nothing. */
const packetsNearStart = 48

/** Looks at the packets from where the first frame is expected, in micros of the container's own time. */
async function containerTimes(
  packets: EncodedPacketSink,
  firstPacket: EncodedPacket,
  firstFrame: number,
): Promise<ContainerTimes & { readonly isInOrder: boolean }> {
  const metadataOnly = { metadataOnly: true }
  const lastPacket = await packets.getPacket(Number.POSITIVE_INFINITY, metadataOnly)
  if (!lastPacket) throw refused('the media holds no packets of pictures')
  const key = await packets.getKeyPacket(firstFrame / 1e6, metadataOnly)
  const near: number[] = []
  let later = 0
  for await (const { timestamp } of packets.packets(key ?? firstPacket, undefined, metadataOnly)) {
    near.push(timestamp)
    if (timestamp * 1e6 >= firstFrame && ++later >= packetsNearStart) break
  }
  const isInOrder = near.every((seconds, at) => at === 0 || seconds > (near[at - 1] as number))
  near.sort((a, b) => a - b)
  // The last of them in presentation order may still miss a neighbour that comes later in decode order.
  const complete = later < packetsNearStart ? near : near.slice(0, -packetsNearStart / 3)
  return { first: firstPacket.timestamp, last: lastPacket.timestamp, nearStart: complete, isInOrder }
}

/** Software decoding where there is a choice: its pictures may be held in any number, a hardware decoder's stall it. */
async function supportedConfig(track: InputVideoTrack): Promise<VideoDecoderConfig> {
  const config = await track.getDecoderConfig()
  if (!config) throw refused(`codec unsupported: ${(await track.getInternalCodecId()) ?? 'unknown'}`)
  if (typeof VideoDecoder === 'undefined') throw refused('this browser has no WebCodecs')
  for (const hardwareAcceleration of ['prefer-software', 'no-preference'] as const) {
    const wished = { ...config, hardwareAcceleration }
    if ((await VideoDecoder.isConfigSupported(wished)).supported) return wished
  }
  throw refused(`codec unsupported: ${config.codec}`)
}

async function openSound(input: Input, shiftMicros: number): Promise<SoundProvider | null> {
  const track = await input.getPrimaryAudioTrack()
  if (!track || !(await track.canDecode())) return null
  const sink = new AudioBufferSink(track)
  const shift = shiftMicros / 1e6
  return {
    async *pieces(fromSeconds: number, signal: AbortSignal): AsyncIterable<SoundPiece> {
      for await (const { buffer, timestamp } of sink.buffers(fromSeconds - shift)) {
        if (signal.aborted) return
        yield { buffer, at: timestamp + shift }
      }
    },
  }
}

function refused(why: string): SightlineError {
  return new SightlineError('media.unsupported', why)
}
