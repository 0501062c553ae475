// What listening to the exercise that never took place might come to: three bangs, and the sound itself, for the look test.
import type { Impulse, ListeningResult } from '@sightline/core/listening'
import type { CaseSource } from '../source/case-source.ts'
import type { Fictional } from './fictional-case.ts'
import { samplesOf } from './fictional-sound.ts'
import { fictionalLines, hash, micros } from './fictional-transcript.ts'

const bangs = [44.31, 44.9, 45.6]

/** What listening to a recording of the fiction might come to. */
function listeningTo({ start, first, seconds }: Fictional): ListeningResult {
  // What lies on no clock with others heard one of them, at a time of its own.
  const heard = start === null ? [2] : bangs
  const impulses = heard.flatMap((at, n): Impulse[] => {
    const media = at - (start ?? 0) + first
    if (media < first || media > first + seconds) return []
    const strong = {
      errorMs: 0.6,
      levelDbfs: -4.2 - 4 * n,
      aboveFloorDb: 31,
      isClipped: n === 0,
      echoOf: null,
      score: 0.9 + 0.02 * n,
    }
    return [{ at: micros(media + 0.004 * ((start ?? 0) % 5)), ...strong }]
  })
  return {
    ...{
      v: 1,
      method: 'an invented listener',
      version: '1',
      rate: 48_000,
      noiseFloorDbfs: -52,
      isCut: false,
    },
    ...{ speech: [], clipping: [], impulses },
  }
}

/** What the look source answers about listening. */
export function fictionalListening(
  held: readonly Fictional[],
): Pick<CaseSource, 'transcriptLines' | 'readTranscript' | 'listening' | 'heardSound'> {
  return {
    transcriptLines: async result => fictionalLines[result] ?? null,
    readTranscript: async () => ({
      ...{ file: hash('f1'), result: hash('b1'), form: 'WebVTT', language: 'en', lines: 2, words: 15 },
      ...{
        from: 0,
        to: 3_600_000_000,
        isEstimated: false,
        problems: ['line 9: expected a cue, found text without times'],
      },
    }),
    listening: async id => {
      const recording = held.find(each => each.id === id)
      return recording ? listeningTo(recording) : null
    },
    heardSound: async (id, first, count) => {
      const source = samplesOf(id)
      if (!source) return null
      // Six samples of 48 kHz for each of 8 kHz: steps are heard as hiss, which nobody minds in a look test.
      const origin = (source.originMicros * 48_000) / 1e6
      return Int16Array.from(
        { length: count },
        (_, n) => source.read(Math.floor((first + n - origin) / 6), 1)[0] ?? 0,
      )
    },
  }
}
