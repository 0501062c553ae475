import { Listening, type ListeningResult, nothingHeard } from '@sightline/core/listening'
import type { Fft } from '@sightline/core/sound'
import type { MediaMicros } from '@sightline/core/time'
import type { SoundTrack } from '../media/facts.ts'
import type { MediaFile } from '../media/media-file.ts'
import { decodeFullSound, fullRateOf, soundOrigin, soundTrackOf } from '../sound/decode.ts'
import { decodeAtOnce } from '../sound/decode-at-once.ts'
import { loadFramePowers } from './frame-powers.ts'
import { loadLevelLoops } from './level-loops.ts'
import { loadLevels } from './levels.ts'
import { loadOnsetLoops } from './onset-loops.ts'
import { loadRepeatLoops } from './repeat-loops.ts'
import { SpeechFinder } from './speech-finder.ts'
import type { SpeechNetwork } from './speech-network.ts'
import { loadStandingLags } from './standing-lags.ts'
import { loadTailLoops } from './tail-loops.ts'

export interface ListenTools {
  readonly fft: Fft
  readonly network: SpeechNetwork
  readonly signal: AbortSignal
  /** Told how many seconds of sound have been heard: 0 once all is loaded that hears. */
  readonly onSeconds: (heard: number) => void
}

/**
 * Decodes the sound of a recording once, at its own rate, and listens to it. Throws what decoding throws. `trouble` is what the decoder said
 * of damage: then the result stands for what could be decoded.
 */
export async function listenTo(
  media: MediaFile,
  facts: { readonly audio: readonly SoundTrack[] },
  tools: ListenTools,
): Promise<{ readonly result: ListeningResult; readonly trouble: string | null }> {
  const track = soundTrackOf(facts)
  if (!track) return { result: nothingHeard, trouble: null }
  const { listening, onSamples } = await listeningTo(track, fullRateOf(track), tools)
  const { trouble } = await decodeFullSound(media, track, tools.signal, onSamples)
  return { result: listening.finish(), trouble }
}

/** As `listenTo`, of a file that was not probed; null for one that has to be. */
export async function listenAtOnce(
  media: MediaFile,
  tools: ListenTools,
): Promise<{ readonly result: ListeningResult; readonly endsEarly: boolean } | null> {
  let listening: Listening | null = null
  const decoded = await decodeAtOnce(media, tools.signal, async track => {
    const made = await listeningTo(track, track.sampleRate, tools)
    listening = made.listening
    return made.onSamples
  })
  const heard = listening as Listening | null
  return decoded && heard && { result: heard.finish(), endsEarly: decoded.endsEarly }
}

/** What listens to a track at `rate`, and what takes its samples. */
export async function listeningTo(
  track: { readonly start: MediaMicros },
  rate: number,
  { fft, network, onSeconds }: Omit<ListenTools, 'signal'>,
) {
  const speech = await SpeechFinder.create(network, rate)
  const listening = new Listening(
    {
      fft,
      levels: await loadLevels(),
      powers: await loadFramePowers(fft),
      tails: await loadTailLoops(),
      lags: await loadStandingLags(),
      onsets: await loadOnsetLoops(),
      levelLoops: await loadLevelLoops(),
      repeats: await loadRepeatLoops(),
    },
    speech,
    {
      rate,
      origin: soundOrigin(track, rate),
    },
  )
  onSeconds(0)
  let samples = 0
  const onSamples = (chunk: Int16Array) => {
    listening.push(chunk)
    samples += chunk.length
    onSeconds(samples / rate)
  }
  return { listening, onSamples }
}
