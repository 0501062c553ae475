/**
 * How well a film's sound goes with a recording's at a lag, every 10 ms and band by band: a recording under a louder voice is heard in the
 * bands and instants that the voice leaves, where its level alone would not tell (coherence: Carter, Knapp and Nuttall 1973).
 */
import type { Lag, Sound, SoundTransform, SoundTransforms } from './sound-lags.ts'

/** Samples between two looks: 10 ms. */
export const hop = 80
/** Samples of one look, 32 ms. */
const frame = 256
/** 190 Hz each, from 125 to 3700 Hz: below is hum, above no coder is faithful. */
const bandBins = 6
const firstBin = 4
export const bands = 19
const bins = bands * bandBins
/** Half of the window over which a band is compared: 70 ms in all. */
export const halfWindow = 3
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

/** Short spectra, one every hop and centred on it: `bins` pairs of re and im. */
interface Spectra {
  readonly values: Float32Array
  /** Power of each band at each hop. */
  readonly power: Float32Array
}

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
    { length: frame },
    (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / frame),
  )
  readonly #signal = new Float32Array(frame)
  /** The film's spectra of one block, and room for a recording's: made once, as there are hundreds of looks. */
  readonly #kept = roomFor(blockHops + 2 * halfWindow)
  readonly #raw = roomFor(blockHops + 2 * halfWindow)
  #block = -1

  constructor(film: Sound, transforms: SoundTransforms) {
    this.#film = film
    this.#transform = transforms.ofSize(frame)
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
    if (this.#block !== block) {
      const start = block * blockHops
      const end = Math.min(this.hops, start + blockHops)
      this.#fill(this.#kept, this.#film, start - halfWindow, end + halfWindow, 0)
      this.#block = block
    }
    const [film, two] = [this.#kept, this.#raw]
    const skipped = from - block * blockHops
    this.#fill(two, raw, from - halfWindow, to + halfWindow, heard.lag.lag)
    const length = to - from + 2 * halfWindow
    const [re, im] = [new Float32Array(length * bands), new Float32Array(length * bands)]
    crossed(film.values.subarray(skipped * bins * 2), two.values, re, im)
    const sums = {
      re: overWindows(re),
      im: overWindows(im),
      film: overWindows(film.power.subarray(skipped * bands, (skipped + length) * bands)),
      raw: overWindows(two.power.subarray(0, length * bands)),
    }
    const out = from - heard.from
    heard.filmPower.set(sums.film, out * bands)
    heard.rawPower.set(sums.raw, out * bands)
    for (let n = 0; n < to - from; n++) {
      let score = 0
      for (let cell = n * bands; cell < (n + 1) * bands; cell++) {
        const both = (sums.film[cell] as number) * (sums.raw[cell] as number)
        const cross = (sums.re[cell] as number) ** 2 + (sums.im[cell] as number) ** 2
        const squared = both > 0 ? Math.min(mostLike, cross / both) : 0
        heard.squared[out * bands + cell] = squared
        score += scoreOf(squared)
      }
      heard.scores[out + n] = score / overlapping
    }
  }

  /** Writes hops [from, to) of a sound that is read `lag` samples later. */
  #fill({ values, power }: Spectra, sound: Sound, from: number, to: number, lag: number): void {
    const beside = (frame - hop) / 2
    const samples = sound.slice(from * hop + lag - beside, to * hop + lag + beside)
    const [signal, window] = [this.#signal, this.#window]
    for (let n = 0; n < to - from; n++) {
      windowed(samples, n * hop, window, signal)
      this.#transform.forward(signal, signal)
      values.set(signal.subarray(2 * firstBin, 2 * (firstBin + bins)), n * bins * 2)
    }
    for (let cell = 0; cell < (to - from) * bands; cell++) power[cell] = bandPower(values, cell)
  }
}

function windowed(samples: Int16Array, from: number, window: Float32Array, out: Float32Array): void {
  for (let k = 0; k < frame; k++) out[k] = (samples[from + k] as number) * (window[k] as number)
}

function bandPower(values: Float32Array, cell: number): number {
  let sum = 0
  for (let k = cell * bandBins * 2, end = k + bandBins * 2; k < end; k++) {
    const value = values[k] as number
    sum += value * value
  }
  return sum
}

/** Products of one row of spectra with the conjugates of another, summed band by band. */
function crossed(one: Float32Array, two: Float32Array, re: Float32Array, im: Float32Array): void {
  for (let cell = 0, at = 0; cell < re.length; cell++) {
    let x = 0
    let y = 0
    for (const end = at + 2 * bandBins; at < end; at += 2) {
      const a = one[at] as number
      const b = one[at + 1] as number
      const c = two[at] as number
      const d = two[at + 1] as number
      x += a * c + b * d
      y += b * c - a * d
    }
    re[cell] = x
    im[cell] = y
  }
}

/** Squared coherence over hops [from, to) of the film in the band of a bin, on the average. */
export function squaredAt({ squared, from: first }: Heard, from: number, to: number, bin: number): number {
  const band = Math.floor((bin - firstBin) / bandBins)
  let sum = 0
  for (let n = from; n < to; n++) sum += squared[(n - first) * bands + band] ?? 0
  return sum / Math.max(1, to - from)
}

function roomFor(hops: number): Spectra {
  return { values: new Float32Array(hops * bins * 2), power: new Float32Array(hops * bands) }
}

/** The same of a recording that a voice drowns nearly all along. */
const drownedShare = 0.05

/** Log-likelihood, hop by hop, that the recording is there under something much louder, against that it is not. */
export function drownedScores({ squared, scores }: Heard): Float32Array {
  return scores.map((_, n) => {
    let score = 0
    for (let cell = n * bands; cell < (n + 1) * bands; cell++)
      score += scoreOf(squared[cell] as number, drownedShare)
    return score / overlapping
  })
}

/** For unrelated sounds 1 − squared coherence to the power of `freedom` − 1 is even; of related ones nothing is known beforehand. */
function scoreOf(squared: number, share = heardShare): number {
  return Math.log(1 - share + share / ((freedom - 1) * (1 - squared) ** (freedom - 2)))
}

/** Sums over the window around each hop, for all hops that have a whole one. */
function overWindows(cells: Float32Array): Float32Array {
  const out = new Float32Array(cells.length - 2 * halfWindow * bands)
  for (let cell = 0; cell < out.length; cell++) {
    let sum = 0
    for (let n = 0; n <= 2 * halfWindow; n++) sum += cells[cell + n * bands] as number
    out[cell] = sum
  }
  return out
}
