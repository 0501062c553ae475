import { type MediaMicros, mediaMicros } from '../time/index.ts'
import { type FinderTools, ImpulseFinder } from './impulse-finder.ts'
import { impulsesOf } from './impulses.ts'
import { type ListeningResult, method, version } from './result.ts'
import { speechSpans } from './speech-spans.ts'

/** The sound of one recording: 16-bit samples of one channel, `rate` a second, the first at media time `origin`. */
export interface HeardSound {
  readonly rate: number
  readonly origin: MediaMicros
}

/** Answers how likely each 32 ms of a stream holds speech; the network behind it is not core's. */
export interface SpeechListener {
  push(samples: Int16Array): void
  finish(): Float32Array
}

/** Takes the samples of one recording in order, in pieces of any length, and says what was heard. */
export class Listening {
  readonly #sound: HeardSound
  readonly #impulses: ImpulseFinder
  readonly #speech: SpeechListener
  #samples = 0

  constructor(tools: FinderTools, speech: SpeechListener, sound: HeardSound) {
    this.#sound = sound
    this.#impulses = new ImpulseFinder(tools, sound.rate)
    this.#speech = speech
  }

  push(samples: Int16Array): void {
    this.#samples += samples.length
    this.#impulses.push(samples)
    this.#speech.push(samples)
  }

  finish(): ListeningResult {
    const { rate, origin } = this.#sound
    const timeOf = (sample: number) => mediaMicros(origin + (sample * 1e6) / rate)
    const { isFull, levels, ...heard } = this.#impulses.finish()
    const probabilities = this.#speech.finish()
    const { impulses, isCut } = impulsesOf(heard, probabilities, rate, origin)
    return {
      v: 1,
      method,
      version,
      rate,
      noiseFloorDbfs: levels.noiseFloorDbfs,
      speech: [...speechSpans(probabilities, origin, timeOf(this.#samples))],
      clipping: levels.clipped.map(({ from, to, samples }) => ({
        from: timeOf(from),
        to: timeOf(to),
        samples,
      })),
      impulses: [...impulses],
      isCut: isCut || isFull,
    }
  }
}

/** What listening to a recording without any sound comes to. */
export const nothingHeard: ListeningResult = {
  v: 1,
  method,
  version,
  rate: null,
  noiseFloorDbfs: null,
  speech: [],
  clipping: [],
  impulses: [],
  isCut: false,
}
