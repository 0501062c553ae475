/**
 * How well a film's sound goes with a recording's at a lag, every 10 ms and band by band: a recording under a louder voice is heard in the
 * bands and instants that the voice leaves, where its level alone would not tell (coherence: Carter, Knapp and Nuttall 1973).
 */
import type { Lag, Sound, SoundTransform, SoundTransforms } from './sound-lags.ts'
import {
  bandBins,
  bands,
  firstBin,
  halfWindow,
  keptNumbers,
  type Looks,
  lookSamples,
  plainSpectraLoops,
  type SpectraLoops,
  type WindowSums,
} from './spectra-loops.ts'

/** Samples between two looks: 10 ms. */
export const hop = 80
/** Independent numbers in a band over the window: unrelated sounds have a squared coherence of 1/16 in it on the average. */
const freedom = 16
/** Share of all cells of time and frequency in which a recording that is there is expected to be heard. */
const heardShare = 0.5
/** Windows overlap: so many hops tell what one would tell alone. */
const overlapping = 9
/** Coding leaves no more than this alike. */
const mostLike = 0.999
/** Hops whose spectra of the film are kept together, 20 s. */
const blockHops = 2048

/** Where a recording may be heard at a lag, and how well it goes with the film there. */
export interface Heard {
  readonly lag: Lag
  /** Hops [from, to) of the film. */
  readonly from: number
  readonly to: number
  /** Log-likelihood, hop by hop, that the recording is there, against that it is not. */
  readonly scores: Float32Array
  /** Squared coherence, 0 to 1, by hop and band. */
  readonly squared: Float32Array
  /** Power of film and recording around each hop, by hop and band. */
  readonly filmPower: Float32Array
  readonly rawPower: Float32Array
}

/** A film's sound, ready to be held against recordings. */
export class FilmSpectra {
  readonly hops: number
  readonly #film: Sound
  readonly #transform: SoundTransform
  readonly #window = Float32Array.from(
    { length: lookSamples },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / lookSamples),
  )
  /** With the film's looks of one block, and those of a recording: centred on hops, one for each. */
  readonly #loops: SpectraLoops
  #block = -1

  constructor(film: Sound, transforms: SoundTransforms) {
    this.#film = film
    this.#transform = transforms.ofSize(lookSamples)
    this.#loops = (transforms.loops ?? plainSpectraLoops)(blockHops + 2 * halfWindow)
    this.hops = Math.ceil(film.length / hop)
  }

  /** Hops [from, to) of the film against a recording. */
  against(raw: Sound, lag: Lag, from: number, to: number): Heard {
    const length = to - from
    const heard: Heard = {
      ...{ lag, from, to, scores: new Float32Array(length), squared: new Float32Array(length * bands) },
      ...{ filmPower: new Float32Array(length * bands), rawPower: new Float32Array(length * bands) },
    }
    for (let block = Math.floor(from / blockHops); block * blockHops < to; block++) {
      const first = Math.max(from, block * blockHops)
      this.#compare(heard, block, first, Math.min(to, (block + 1) * blockHops), raw)
    }
    return heard
  }

  /** Writes hops [from, to), all of one block. */
  #compare(heard: Heard, block: number, from: number, to: number, raw: Sound): void {
    this.#lookAt(block)
    this.#fill(this.#loops.raw, raw, from - halfWindow, to + halfWindow, heard.lag.lag)
    const sums = this.#loops.compared(from - block * blockHops, to - from)
    const out = from - heard.from
    heard.filmPower.set(sums.film, out * bands)
    heard.rawPower.set(sums.raw, out * bands)
    putScores(sums, to - from, heard.squared.subarray(out * bands), heard.scores.subarray(out))
  }

  /**
   * Log-likelihood, hop by hop of [from, to), that a recording is heard at a lag under something much louder, against that it is not: each bin counts by
   * its phase alone, whatever is how loud in it, and of all bins together a recording 25 dB below a voice leaves a lean towards its own (phase transform).
   */
  inPhase(sound: Sound, { lag }: Lag, from: number, to: number): Float32Array {
    const scores = new Float32Array(to - from)
    const { film, raw } = this.#loops
    for (let block = Math.floor(from / blockHops); block * blockHops < to; block++) {
      const first = Math.max(from, block * blockHops)
      const last = Math.min(to, (block + 1) * blockHops)
      this.#lookAt(block)
      this.#fill(raw, sound, first, last, lag)
      const skipped = first - block * blockHops + halfWindow
      for (let n = 0; n < last - first; n++)
        scores[first - from + n] = leaning(cosines(film.values, skipped + n, raw.values, n))
    }
    return scores
  }

  /** Fills the film's looks with those of a block, and of half a window on either side. */
  #lookAt(block: number): void {
    if (this.#block === block) return
    const start = block * blockHops
    const end = Math.min(this.hops, start + blockHops)
    this.#fill(this.#loops.film, this.#film, start - halfWindow, end + halfWindow, 0)
    this.#block = block
  }

  /** Writes hops [from, to) of a sound that is read `lag` samples later. */
  #fill(looks: Looks, sound: Sound, from: number, to: number, lag: number): void {
    const beside = (lookSamples - hop) / 2
    const samples = sound.slice(from * hop + lag - beside, to * hop + lag + beside)
    const { signal } = this.#loops
    for (let n = 0; n < to - from; n++) {
      this.#loops.windowed(samples, n * hop, this.#window)
      this.#transform.forward(signal, signal)
      this.#loops.keep(looks, n)
    }
  }
}

/** A loop by itself: what is called often is compiled once and for all. */
function putScores(
  { film, raw, cross }: WindowSums,
  hops: number,
  squares: Float32Array,
  scores: Float32Array,
): void {
  for (let n = 0; n < hops; n++) {
    let score = 0
    for (let cell = n * bands; cell < (n + 1) * bands; cell++) {
      const both = (film[cell] as number) * (raw[cell] as number)
      const re = cross[2 * cell] as number
      const im = cross[2 * cell + 1] as number
      const squared = both > 0 ? Math.min(mostLike, (re * re + im * im) / both) : 0
      squares[cell] = squared
      score += scoreOf(squared)
    }
    scores[n] = score / overlapping
  }
}

/** Mean cosine between the phases of two sounds that is expected of one that is there: 0.06 was the least of sixteen under voices, chance stays below 0.03. */
const leastLean = 0.08
/** Windows overlap, and a bin has something of those beside it: so much of a bin of a hop tells something new. */
const own = 0.42

/** Of Gaussian sums: of one that is there against one that is not. */
const leaning = (sum: number) => own * (2 * leastLean * sum - (leastLean ** 2 * keptNumbers) / 2)

/** Sum over the bins of a look at each of two sounds of the cosines between their phases. */
function cosines(one: Float32Array, first: number, two: Float32Array, second: number): number {
  let sum = 0
  const beside = (second - first) * keptNumbers
  for (let at = first * keptNumbers, end = at + keptNumbers; at < end; at += 2) {
    const a = one[at] as number
    const b = one[at + 1] as number
    const c = two[at + beside] as number
    const d = two[at + beside + 1] as number
    const size = (a * a + b * b) * (c * c + d * d)
    if (size > 0) sum += (a * c + b * d) / Math.sqrt(size)
  }
  return sum
}

/** Squared coherence over hops [from, to) of the film in the band of a bin, on the average. */
export function squaredAt({ squared, from: first }: Heard, from: number, to: number, bin: number): number {
  const band = Math.floor((bin - firstBin) / bandBins)
  let sum = 0
  for (let n = from; n < to; n++) sum += squared[(n - first) * bands + band] ?? 0
  return sum / Math.max(1, to - from)
}

/** For unrelated sounds 1 − squared coherence to the power of `freedom` − 1 is even; of related ones nothing is known beforehand. */
function scoreOf(squared: number): number {
  return Math.log(1 - heardShare + heardShare / ((freedom - 1) * (1 - squared) ** (freedom - 2)))
}
