import { type MediaMicros, microsOfTicks, type Rational, type Span, span } from '@sightline/core/time'

/** The presentation times of one track's packets, as they come off the demuxer, in ticks of the track. */
export class PacketTimes {
  #ticks = new Float64Array(1024)
  #durations = new Float64Array(1024)
  #count = 0
  /** Packets without a presentation time. */
  untimed = 0
  /** Packets that the edit list leaves out. */
  discarded = 0
  /** Packets that the demuxer could not read whole. */
  corrupt = 0
  #skipping: { readonly ticks: number; readonly samples: number } | null = null

  get count(): number {
    return this.#count
  }

  /** Not one packet that is to be shown. */
  get isEmpty(): boolean {
    return this.#count === 0 && this.untimed === 0
  }

  /** A packet of which the decoder drops the first `samples`; of several the first counts. */
  addSkipping(ticks: number | null, samples: number): void {
    if (samples > 0 && ticks !== null) this.#skipping ??= { ticks, samples }
  }

  /** Where the first sample lies after the decoder has dropped its lead-in; null where no packet says so. */
  firstSampleTicks(samplesPerTick: number): number | null {
    const skipping = this.#skipping
    return skipping && skipping.ticks + Math.round(skipping.samples / samplesPerTick)
  }

  add(ticks: number | null, duration: number | null, flags: string): void {
    if (flags.includes('C')) this.corrupt++
    if (flags.includes('D')) {
      this.discarded++
      return
    }
    if (ticks === null) {
      this.untimed++
      return
    }
    if (this.#count === this.#ticks.length) {
      this.#ticks = grown(this.#ticks)
      this.#durations = grown(this.#durations)
    }
    this.#ticks[this.#count] = ticks
    this.#durations[this.#count] = duration ?? 0
    this.#count++
  }

  /** In presentation order, each time once; where two packets claim one time the longer duration stands. */
  sorted(): SortedTimes {
    // Sound comes in order, and a hundred thousand packets an hour.
    if (this.#isInOrder())
      return {
        ticks: this.#ticks.slice(0, this.#count),
        durations: this.#durations.slice(0, this.#count),
        repeated: 0,
      }
    const order = Uint32Array.from({ length: this.#count }, (_, at) => at)
    const all = this.#ticks
    order.sort((a, b) => (all[a] as number) - (all[b] as number))
    const ticks = new Float64Array(this.#count)
    const durations = new Float64Array(this.#count)
    let kept = 0
    for (const at of order) {
      const duration = this.#durations[at] as number
      if (kept > 0 && ticks[kept - 1] === all[at]) {
        durations[kept - 1] = Math.max(durations[kept - 1] as number, duration)
        continue
      }
      ticks[kept] = all[at] as number
      durations[kept] = duration
      kept++
    }
    return {
      ticks: ticks.subarray(0, kept),
      durations: durations.subarray(0, kept),
      repeated: this.#count - kept,
    }
  }

  #isInOrder(): boolean {
    for (let at = 1; at < this.#count; at++)
      if ((this.#ticks[at - 1] as number) >= (this.#ticks[at] as number)) return false
    return true
  }
}

/** Presentation times of every picture and sound packet by track, and whether the demuxer met damage. */
export interface Packets {
  readonly byTrack: ReadonlyMap<number, PacketTimes>
  readonly isDamaged: boolean
  readonly isShort: boolean
}

export interface SortedTimes {
  readonly ticks: Float64Array
  /** Ticks, 0 where the container does not say. */
  readonly durations: Float64Array
  readonly repeated: number
}

/**
 * n + 1 boundaries in media micros for n frames, rounded once each. The last frame lasts as long as its packet
 * says, or else as the median interval, or else as the declared rate; a single frame of unknown duration gets a tick.
 */
export function frameBoundaries(
  times: SortedTimes,
  timeBase: Rational,
  declaredRate: Rational | null,
): Float64Array {
  const { ticks, durations } = times
  const count = ticks.length
  const boundaries = new Float64Array(count === 0 ? 0 : count + 1)
  for (let at = 0; at < count; at++) boundaries[at] = microsOfTicks(ticks[at] as number, timeBase)
  if (count === 0) return boundaries
  const start = boundaries[count - 1] as number
  const stated = durations[count - 1] as number
  boundaries[count] =
    stated > 0
      ? microsOfTicks((ticks[count - 1] as number) + stated, timeBase)
      : start + (medianInterval(boundaries.subarray(0, count)) ?? nominal(declaredRate, timeBase))
  if ((boundaries[count] as number) <= start) boundaries[count] = start + 1
  return boundaries
}

/** Stretches between sound packets that no packet covers, by packet durations; none where durations are not given. */
export function gapsBetween(times: SortedTimes, timeBase: Rational): readonly Span<MediaMicros>[] {
  const gaps: Span<MediaMicros>[] = []
  for (let at = 1; at < times.ticks.length; at++) {
    const duration = times.durations[at - 1] as number
    if (duration === 0) continue
    const from = microsOfTicks((times.ticks[at - 1] as number) + duration, timeBase) as MediaMicros
    const to = microsOfTicks(times.ticks[at] as number, timeBase) as MediaMicros
    if (to - from >= shortestGapMicros) gaps.push(span(from, to))
  }
  return gaps
}

/** 15 ms: under one packet of any codec met in the field (AAC at 48 kHz 21 ms, Opus and AMR 20 ms), over time stamp rounding. */
export const shortestGapMicros = 15_000

/** The middle one of the intervals between ascending times, or null for fewer than two. */
export function medianInterval(times: Float64Array): number | null {
  if (times.length < 2) return null
  const intervals = Float64Array.from(
    { length: times.length - 1 },
    (_, at) => (times[at + 1] as number) - (times[at] as number),
  ).sort()
  return intervals[intervals.length >> 1] as number
}

function nominal(rate: Rational | null, timeBase: Rational): number {
  return rate ? Math.round((rate.den * 1e6) / rate.num) : microsOfTicks(1, timeBase)
}

function grown(from: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(from.length * 2)
  larger.set(from)
  return larger
}
