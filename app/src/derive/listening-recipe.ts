import { SightlineError } from '@sightline/core/errors'
import { version } from '@sightline/core/listening'
import { listenTo } from '../listening/listen-to.ts'
import { SpeechNetwork } from '../listening/speech-network.ts'
import { soundTrackOf } from '../sound/decode.ts'
import { loadFft } from '../sound/fft.ts'
import type { Made, Recipe, RecipeInput } from './recipe.ts'

/**
 * What can be heard in a recording: one output, `listening`, a `ListeningResult` as JSON. Which impulses of several recordings are one is
 * not stored: it follows from these results and the placements, by `groupImpulses`.
 */
export const listeningRecipe: Recipe = { version: Number(version), make: makeListening }

async function makeListening({ recording, media, signal, onFraction }: RecipeInput): Promise<Made> {
  const { facts } = recording.probe
  const track = soundTrackOf(facts)
  const seconds = track === null || track.end === null ? null : (track.end - track.start) / 1e6
  const fft = await loadFft()
  try {
    const { result, trouble } = await listenTo(media, facts, {
      fft,
      network: await SpeechNetwork.load(fft),
      signal,
      onSeconds: heard => {
        if (seconds) onFraction(Math.min(1, heard / seconds))
      },
    })
    const bytes = Buffer.from(JSON.stringify(result))
    return {
      outputs: [{ name: 'listening', source: { kind: 'bytes', bytes } }],
      partial:
        trouble === null
          ? null
          : { code: 'media.failed', message: `the sound could be heard only in part: ${trouble}` },
      oddities: [],
    }
  } catch (error) {
    // Sound that cannot be decoded leaves a recording whose pictures can still be watched.
    if (
      !(error instanceof SightlineError) ||
      (error.code !== 'media.failed' && error.code !== 'media.timeout')
    )
      throw error
    return { outputs: [], partial: { code: error.code, message: error.message }, oddities: [] }
  }
}
