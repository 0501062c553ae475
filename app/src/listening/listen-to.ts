import { Listening, type ListeningResult, nothingHeard } from '@sightline/core/listening'
import type { Fft } from '@sightline/core/sound'
import type { SoundTrack } from '../media/facts.ts'
import type { MediaFile } from '../media/media-file.ts'
import { decodeFullSound, fullRateOf, soundOrigin, soundTrackOf } from '../sound/decode.ts'
import { loadFramePowers } from './frame-powers.ts'
import { loadLevels } from './levels.ts'
import { SpeechFinder } from './speech-finder.ts'
import type { SpeechNetwork } from './speech-network.ts'
import { loadStandingLags } from './standing-lags.ts'
import { loadTailLoops } from './tail-loops.ts'

export interface ListenTools {
  readonly fft: Fft
  readonly network: SpeechNetwork
  readonly signal: AbortSignal
  /** Told how many seconds of sound have been heard. */
  readonly onSeconds: (heard: number) => void
}

/**
 * Decodes the sound of a recording once, at its own rate, and listens to it. Throws what decoding throws. `trouble` is what the decoder said
 * of damage: then the result stands for what could be decoded.
 */
export async function listenTo(
  media: MediaFile,
  facts: { readonly audio: readonly SoundTrack[] },
  { fft, network, signal, onSeconds }: ListenTools,
): Promise<{ readonly result: ListeningResult; readonly trouble: string | null }> {
  const track = soundTrackOf(facts)
  if (!track) return { result: nothingHeard, trouble: null }
  const rate = fullRateOf(track)
  const speech = await SpeechFinder.create(network, rate)
  const listening = new Listening(
    {
      fft,
      levels: await loadLevels(),
      powers: await loadFramePowers(fft),
      tails: await loadTailLoops(),
      lags: await loadStandingLags(),
    },
    speech,
    {
      rate,
      origin: soundOrigin(track, rate),
    },
  )
  let samples = 0
  const { trouble } = await decodeFullSound(media, track, signal, chunk => {
    listening.push(chunk)
    samples += chunk.length
    onSeconds(samples / rate)
  })
  return { result: listening.finish(), trouble }
}
