import {
  type ClockMap,
  type ClockPiece,
  caseTimeOn,
  type MediaMicros,
  pieceAtMedia,
} from '@sightline/core/time'
import type { SoundProvider } from './frame-provider.ts'
import { type Channels, TimeStretch } from './time-stretch.ts'

/** Sound that lasts longer or shorter than it did, and the case time of its first sample in micros, unrounded. */
export interface StretchedPiece {
  readonly channels: Channels
  readonly sampleRate: number
  readonly atCase: number
}

export interface StretchQuestion {
  readonly provider: SoundProvider
  /** Media time in seconds at which to begin, to the sample. */
  readonly fromSeconds: number
  readonly map: ClockMap
  /** Factor of true speed, above 0. */
  readonly speed: number
  readonly signal: AbortSignal
}

/** Pieces given out are no shorter, but for the first and the last: each is a node of the output. */
const shortestSeconds = 0.1
/** Samples that lie this far from where the ones before end are not their continuation. */
const farthestSeconds = 0.005

/** The sound of a recording from a time on at another speed, pitch kept, in order; what lies in no samples stays silent. */
export async function* stretchedPieces(question: StretchQuestion): AsyncIterable<StretchedPiece> {
  const { provider, fromSeconds, map, speed, signal } = question
  let run: Run | null = null
  for await (const { buffer, at } of provider.pieces(fromSeconds, signal)) {
    if (signal.aborted) return
    const line = pieceAtMedia(map, (at * 1e6) as MediaMicros)
    if (run && !run.goesOnWith(buffer, at, line)) {
      yield* run.end()
      run = null
    }
    const skipped = run ? 0 : Math.max(0, Math.round((fromSeconds - at) * buffer.sampleRate))
    if (skipped >= buffer.length) continue
    run ??= new Run(buffer, at + skipped / buffer.sampleRate, line, speed)
    const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) =>
      buffer.getChannelData(channel).subarray(skipped),
    )
    yield* run.take(channels)
  }
  if (run) yield* run.end()
}

/** A stretch of samples without a gap, on one piece of the clock map. */
class Run {
  readonly #stretch: TimeStretch
  readonly #line: ClockPiece
  readonly #sampleRate: number
  readonly #channelCount: number
  readonly #startSeconds: number
  /** Case micros at the first sample, and for each sample given out. */
  readonly #startCase: number
  readonly #casePerSample: number
  #received = 0
  #given = 0
  #waiting: Channels[] = []

  constructor(
    { sampleRate, numberOfChannels }: AudioBuffer,
    startSeconds: number,
    line: ClockPiece,
    speed: number,
  ) {
    this.#line = line
    this.#sampleRate = sampleRate
    this.#channelCount = numberOfChannels
    this.#startSeconds = startSeconds
    this.#startCase = caseTimeOn(line, (startSeconds * 1e6) as MediaMicros)
    this.#casePerSample = (1e6 * speed) / sampleRate
    // The recorder's drift stretches its sound as well.
    this.#stretch = new TimeStretch(sampleRate, numberOfChannels, speed / (1 + line.driftPpm * 1e-6))
  }

  goesOnWith({ sampleRate, numberOfChannels }: AudioBuffer, at: number, line: ClockPiece): boolean {
    const expected = this.#startSeconds + this.#received / this.#sampleRate
    const isSame = sampleRate === this.#sampleRate && numberOfChannels === this.#channelCount
    return isSame && line === this.#line && Math.abs(at - expected) <= farthestSeconds
  }

  take(channels: Channels): readonly StretchedPiece[] {
    this.#received += channels[0]?.length ?? 0
    this.#waiting.push(this.#stretch.push(channels))
    return this.#released(this.#given === 0 ? 1 : shortestSeconds * this.#sampleRate)
  }

  end(): readonly StretchedPiece[] {
    this.#waiting.push(this.#stretch.end())
    return this.#released(1)
  }

  #released(fewest: number): readonly StretchedPiece[] {
    const lengths = this.#waiting.map(part => part[0]?.length ?? 0)
    const length = lengths.reduce((sum, each) => sum + each, 0)
    if (length < fewest) return []
    const channels = Array.from({ length: this.#channelCount }, () => new Float32Array(length))
    let to = 0
    for (const [at, part] of this.#waiting.entries()) {
      for (const [channel, samples] of part.entries()) channels[channel]?.set(samples, to)
      to += lengths[at] as number
    }
    this.#waiting = []
    const atCase = this.#startCase + this.#given * this.#casePerSample
    this.#given += length
    return [{ channels, sampleRate: this.#sampleRate, atCase }]
  }
}
