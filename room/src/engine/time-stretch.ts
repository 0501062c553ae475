import { TransientFinder } from './transients.ts'

/** Samples per channel, all of one length. */
export type Channels = readonly Float32Array<ArrayBuffer>[]

/** Output between two joins, in seconds: half of each piece taken over from the input. Two periods of a low voice. */
const hopSeconds = 0.015
/** How far from its place on the clock a piece may be taken to fit the one before, in seconds of input. */
const toleranceSeconds = 0.012
/** A transient is never played again from this long after it, in seconds: its rise is over, its ring may be. */
const guardSeconds = 0.002
/** Every so many samples a place is tried first; the best is then looked at sample by sample. */
const coarseStep = 4
/** What a place as far off as allowed must be better by: of a periodic sound, the period nearest to the clock is taken. */
const farPenalty = 0.02

/**
 * Changes how long sound lasts and keeps its pitch: waveform-similarity overlap-add (WSOLA; Verhelst and Roelands, ICASSP
 * 1993). Overlapping pieces of the input are laid one hop apart, each taken where it goes on best from the piece
 * before. Plain WSOLA repeats short sounds when it slows and leaves them out when it hastens, which would falsify a
 * count; here each transient found lies at its exact place on the clock, once (as far as they are a piece apart).
 */
export class TimeStretch {
  readonly #rate: number
  readonly #hop: number
  readonly #tolerance: number
  readonly #guard: number
  readonly #channels: Float32Array[]
  readonly #finder: TransientFinder
  readonly #fade: Float32Array
  /** The channels' sum, in which similar places are looked for. */
  #mono = new Float32Array(0)
  /** Input sample that the first held one is. */
  #base = 0
  #held = 0
  #received = 0
  #isEnded = false
  /** Number of the piece to be laid next; it begins at output sample `#piece * #hop`. */
  #piece = 0
  /** Where the piece before was taken from. */
  #taken = 0
  #given = 0

  /** `rate` is input time for output time: 0.5 makes sound last twice as long. Sample rate in Hz. */
  constructor(sampleRate: number, channels: number, rate: number) {
    this.#rate = rate
    this.#hop = Math.round(hopSeconds * sampleRate)
    this.#tolerance = Math.round(toleranceSeconds * sampleRate)
    this.#guard = Math.round(guardSeconds * sampleRate)
    this.#channels = Array.from({ length: channels }, () => new Float32Array(0))
    this.#finder = new TransientFinder(sampleRate)
    this.#fade = Float32Array.from(
      { length: this.#hop },
      (_, at) => Math.sin((Math.PI * (at + 0.5)) / (2 * this.#hop)) ** 2,
    )
  }

  /** Takes further input and gives the output that can be told now. */
  push(input: Channels): Channels {
    const length = input[0]?.length ?? 0
    const scale = 1 / Math.max(1, input.length)
    const mono = new Float32Array(length)
    for (const channel of input)
      for (let at = 0; at < length; at++) mono[at] = (mono[at] as number) + (channel[at] as number) * scale
    this.#finder.push(mono)
    this.#mono = joined(this.#mono, mono)
    for (const [at, channel] of this.#channels.entries())
      this.#channels[at] = joined(channel, input[Math.min(at, input.length - 1)] ?? new Float32Array(length))
    this.#held += length
    this.#received += length
    return this.#lay()
  }

  /** Nothing more comes: gives the rest, so that all output together lasts exactly the input's length divided by the rate. */
  end(): Channels {
    this.#isEnded = true
    return this.#lay()
  }

  #lay(): Channels {
    const pieces: Float32Array[][] = []
    while (this.#canLay()) pieces.push(this.#layOne())
    const out = this.#channels.map((_, at) => joined(...pieces.map(piece => piece[at] as Float32Array)))
    if (!this.#isEnded) return this.#counted(out)
    const left = Math.max(0, Math.round(this.#received / this.#rate) - this.#given)
    return this.#counted(out.map(channel => channel.subarray(0, left)))
  }

  #counted(out: Channels): Channels {
    this.#given += out[0]?.length ?? 0
    return out
  }

  /** Enough input is there to choose this piece and to know of every transient that bears on it. */
  #canLay(): boolean {
    const start = this.#piece * this.#hop * this.#rate
    if (this.#isEnded) return this.#piece * this.#hop < Math.round(this.#received / this.#rate)
    const farthest = Math.max(start, this.#taken) + 2 * this.#hop * Math.max(1, this.#rate) + this.#tolerance
    return this.#finder.knownTo >= farthest + this.#hop
  }

  /** Lays a piece and gives the hop of output that it finishes: the end of the piece before fading into its beginning. */
  #layOne(): Float32Array[] {
    const from = this.#piece === 0 ? 0 : this.#place()
    const before = this.#taken + this.#hop
    const out = this.#channels.map(channel => {
      const hop = new Float32Array(this.#hop)
      for (let at = 0; at < this.#hop; at++) {
        const rise = this.#piece === 0 ? 1 : (this.#fade[at] as number)
        const next = channel[from - this.#base + at] ?? 0
        hop[at] = rise === 1 ? next : next * rise + (channel[before - this.#base + at] ?? 0) * (1 - rise)
      }
      return hop
    })
    this.#taken = from
    this.#piece++
    this.#forget()
    return out
  }

  /** Input sample from which this piece is taken. */
  #place(): number {
    const outStart = this.#piece * this.#hop
    const onClock = outStart * this.#rate
    // A transient whose place on the clock lies in the middle of this piece is laid there to the sample.
    const [first, last] = [outStart + this.#hop / 2, outStart + 1.5 * this.#hop]
    const own = this.#finder.firstIn(first * this.#rate, last * this.#rate)
    if (own !== null) return Math.max(0, Math.round(own - (own / this.#rate - outStart)))
    // What was laid by an earlier piece is not played again; what comes in a later one is not played yet.
    const past = this.#finder.lastBefore(first * this.#rate)
    const next = this.#finder.firstIn(last * this.#rate, Number.POSITIVE_INFINITY)
    const lowest = past === null ? 0 : past + this.#guard
    const highest = next === null ? Number.POSITIVE_INFINITY : next - 2 * this.#hop
    const middle = Math.round(Math.max(lowest, Math.min(onClock, highest)))
    return this.#mostAlike(
      Math.max(lowest, middle - this.#tolerance),
      Math.max(lowest, Math.min(middle + this.#tolerance, highest)),
      middle,
    )
  }

  /** The place from `low` to `high` whose first hop is most like what would follow the piece before. */
  #mostAlike(low: number, high: number, middle: number): number {
    const wanted = this.#taken + this.#hop - this.#base
    const [from, to] = [Math.ceil(low) - this.#base, Math.floor(high) - this.#base]
    const nearest = Math.max(from, Math.min(to, middle - this.#base))
    // Past the end of the input there is nothing left to be like.
    const length = Math.min(this.#hop, this.#held - wanted, this.#held - to)
    if (length <= 0) return nearest + this.#base
    const score = (at: number, step: number) =>
      likeness(this.#mono, { a: wanted, b: at, length, step }) -
      farPenalty * (Math.abs(at - nearest) / this.#tolerance) ** 2
    let best = nearest
    let bestScore = score(best, coarseStep)
    for (let at = from; at <= to; at += coarseStep) {
      const found = score(at, coarseStep)
      if (found > bestScore) [best, bestScore] = [at, found]
    }
    const around = best
    bestScore = score(best, 1)
    for (let at = Math.max(from, around - coarseStep); at <= Math.min(to, around + coarseStep); at++) {
      const found = score(at, 1)
      if (found > bestScore) [best, bestScore] = [at, found]
    }
    return best + this.#base
  }

  /** Lets go of input that no further piece can be taken from. */
  #forget(): void {
    const onClock = this.#piece * this.#hop * this.#rate
    const needed = Math.floor(Math.min(onClock, this.#taken) - this.#tolerance - 4 * this.#hop) - this.#base
    // In large steps: each one copies what is kept.
    if (needed < 32 * this.#hop) return
    this.#mono = this.#mono.slice(needed)
    for (const [at, channel] of this.#channels.entries()) this.#channels[at] = channel.slice(needed)
    this.#held -= needed
    this.#base += needed
    this.#finder.forgetBefore(this.#base)
  }
}

interface Places {
  readonly a: number
  readonly b: number
  readonly length: number
  readonly step: number
}

/** Normalised correlation of two stretches, every `step` samples: 1 where they are alike, 0 where one is silent. */
function likeness(samples: Float32Array, { a, b, length, step }: Places): number {
  let product = 0
  let energyA = 0
  let energyB = 0
  for (let at = 0; at < length; at += step) {
    const x = samples[a + at] as number
    const y = samples[b + at] as number
    product += x * y
    energyA += x * x
    energyB += y * y
  }
  const energy = Math.sqrt(energyA * energyB)
  return energy > 0 ? product / energy : 0
}

function joined(...parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
