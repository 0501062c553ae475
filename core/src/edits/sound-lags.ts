/** Where a film's sound is a recording's: lags at which stretches of the two agree, sample for sample. */

import { type LagLoops, plainLagLoops } from './lag-loops.ts'
import type { MakeSpectraLoops } from './spectra-loops.ts'

/** A Fourier transform of real numbers, packed as [re 0, re size/2, re 1, im 1, …]; neither direction scales. */
export interface SoundTransform {
  readonly size: number
  forward(signal: Float32Array, spectrum: Float32Array): void
  inverse(spectrum: Float32Array, signal: Float32Array): void
}

export interface SoundTransforms {
  ofSize(size: number): SoundTransform
  /** Where there are faster ones than `plainSpectraLoops`. */
  readonly loops?: MakeSpectraLoops
  /** Where there are faster ones than `plainLagLoops`. */
  readonly lagLoops?: LagLoops
}

/** 8 kHz mono; the first sample stands at `origin` seconds of the file's own clock. */
export interface Sound {
  readonly length: number
  readonly origin: number
  /** Samples [from, to), zeros where there are none. */
  slice(from: number, to: number): Int16Array
}

export const soundRate = 8000

/** Sample n of the film sounds like sample n + lag of a recording. */
export interface Lag {
  readonly raw: number
  readonly lag: number
}

/** A lag that may hold for samples [from, to) of the film. */
export interface LagThere extends Lag {
  readonly from: number
  readonly to: number
}

const longestBlock = 2 ** 19
/** Peaks of unrelated sound stay under six standard deviations at these lengths. */
const leastPeak = 8
const mostPeaks = 30

/** Lags over the whole film, a minute of it at a time. */
export function lagsBetween(
  film: Sound,
  raws: readonly (Sound | null)[],
  transforms: SoundTransforms,
): readonly LagThere[] {
  return lagsOfPieces(film, raws, [{ from: 0, to: film.length }], transforms, {
    ...{ longest: longestBlock, most: mostPeaks, mostPairs: Number.POSITIVE_INFINITY },
  })
}

/** A second or two of sound from elsewhere drowns in a whole film: pieces that are not known yet are looked for by themselves. */
const pieceSamples = 20_000
const shortestPiece = 3200
/** Of pieces and blocks of recordings together: with hours of recordings only the first pieces are looked for. */
const mostPairs = 600
const mostOfPiece = 3
/** How pieces are looked for; all that are looked for with the same `KnownPeaks` are looked for like this. */
export const usualPieces = { longest: pieceSamples, most: mostOfPiece, mostPairs }
/** Spectra that are kept at once are a few ten megabytes. */
const keptNumbers = 2 ** 23

/** Where pieces of one film's sound agree with its recordings, as far as they were looked for: most are looked for again once its pictures are known. */
export type KnownPeaks = Map<string, readonly number[]>

/** Lags at which pieces of a film's sound, samples [from, to), agree with recordings; long pieces are looked for in parts. */
export function lagsOfPieces(
  film: Sound,
  raws: readonly (Sound | null)[],
  pieces: readonly { readonly from: number; readonly to: number }[],
  transforms: SoundTransforms,
  limits = usualPieces,
  known: KnownPeaks = new Map(),
): readonly LagThere[] {
  const blocks = raws.flatMap((sound, raw) =>
    sound ? [...blocksOf(sound)].map(at => ({ raw, sound, at })) : [],
  )
  const wanted = pieces
    .flatMap(piece => partsOf(piece, limits.longest))
    .slice(0, Math.ceil(limits.mostPairs / Math.max(1, blocks.length)))
  const found: LagThere[] = []
  for (let first = 0; first < wanted.length; ) {
    const size = sizeFor(wanted.slice(first), blocks)
    const batch = wanted.slice(first, first + Math.max(1, Math.floor(keptNumbers / size)))
    first += batch.length
    const correlate = correlatorOf(transforms, size)
    const spectra: Float32Array[] = []
    // With hours of recordings there are hundreds of blocks of megabytes each.
    const room = new Float32Array(size)
    for (const { raw, sound, at } of blocks) {
      const length = Math.min(longestBlock, sound.length - at)
      let spectrum: Float32Array | null = null
      for (const [n, piece] of batch.entries()) {
        const key = [size, raw, at, piece.from, piece.to].join()
        let peaks = known.get(key)
        if (!peaks) {
          spectra[n] ??= correlate.spectrumOf(film.slice(piece.from, piece.to))
          spectrum ??= correlate.spectrumOf(sound.slice(at, at + length), room)
          peaks = correlate.peaks([[spectra[n], spectrum]], leastPeak, limits.most)
          known.set(key, peaks)
        }
        for (const peak of peaks) {
          const shift = peak < length ? peak : peak - size
          found.push({ raw, lag: shift + at - piece.from, ...piece })
        }
      }
    }
  }
  return found
}

function partsOf({ from, to }: { readonly from: number; readonly to: number }, longest: number) {
  const parts: { from: number; to: number }[] = []
  for (let at = from; at + shortestPiece <= to; at += longest)
    parts.push({ from: at, to: Math.min(to, at + longest) })
  return parts
}

function sizeFor(
  pieces: readonly { readonly from: number; readonly to: number }[],
  blocks: readonly { readonly sound: Sound; readonly at: number }[],
): number {
  const longest = pieces.reduce((most, { from, to }) => Math.max(most, to - from), 0)
  const block = blocks.reduce(
    (most, { sound, at }) => Math.max(most, Math.min(longestBlock, sound.length - at)),
    0,
  )
  let size = 32
  while (size < longest + block) size *= 2
  return size
}

/** Pictures tell a lag to a frame of either side. */
const frameSamples = 800
/** Parts of a run that count alike, so that what is heard between two loud words tells as much as these. */
const partSamples = 2048
/** Chance reaches this often; what is found is judged by itself. */
const leastNear = 3.5
const mostNear = 3

/** The lags that pictures suggest, each made exact by the sound around it in up to three ways. */
export function lagsNear(
  film: Sound,
  raws: readonly (Sound | null)[],
  expected: readonly LagThere[],
  transforms: SoundTransforms,
): readonly LagThere[] {
  return expected.flatMap(each => {
    const sound = raws[each.raw]
    if (!sound || each.to - each.from < frameSamples) return []
    const to = Math.min(each.to, each.from + longestBlock)
    const correlate = correlatorOf(transforms, 2 * partSamples)
    const parts: (readonly [Float32Array, Float32Array])[] = []
    for (let at = each.from; at < to; at += partSamples) {
      const [end, first] = [Math.min(to, at + partSamples), at + each.lag - frameSamples]
      const heard = sound.slice(first, end + each.lag + frameSamples)
      parts.push([correlate.spectrumOf(film.slice(at, end)), correlate.spectrumOf(heard)])
    }
    return correlate
      .peaks(parts, leastNear, Number.POSITIVE_INFINITY)
      .filter(lag => lag <= 2 * frameSamples)
      .slice(0, mostNear)
      .map(shift => ({ ...each, lag: each.lag - frameSamples + shift }))
  })
}

function* blocksOf(sound: Sound): Generator<number> {
  for (let at = 0; at < sound.length; at += longestBlock) yield at
}

/** Cross-correlation with the spectrum made nearly flat (GCC-PHAT: Knapp and Carter 1976; exponent 0.75, which square roots make). */
function correlatorOf(transforms: SoundTransforms, size: number) {
  const transform = transforms.ofSize(size)
  const { addCrossFlat, sizesOf } = transforms.lagLoops ?? plainLagLoops
  const both = new Float32Array(size)
  return {
    spectrumOf(samples: Int16Array, signal = new Float32Array(size)): Float32Array {
      signal.fill(0)
      putSteps(samples, signal)
      transform.forward(signal, signal)
      return signal
    },
    /** Samples by which the second of each pair is ahead, modulo the size, where all pairs together agree by so many standard deviations; the clearest first. */
    peaks(
      pairs: readonly (readonly [Float32Array, Float32Array])[],
      least: number,
      most: number,
    ): readonly number[] {
      both.fill(0)
      for (const [one, two] of pairs) addCrossFlat(one, two, both)
      transform.inverse(both, both)
      const { square, highest } = sizesOf(both)
      const lowest = least * (Math.sqrt(square / size) || 1)
      if (highest < lowest) return []
      const peaks = peaksIn(both, lowest)
      return peaks.sort((x, y) => (both[y] as number) - (both[x] as number)).slice(0, most)
    },
  }
}

// Loops by themselves: what is called often is compiled once and for all.

function putSteps(samples: Int16Array, signal: Float32Array): void {
  for (let n = 1; n < samples.length; n++)
    signal[n] = (samples[n] as number) - 0.9 * (samples[n - 1] as number)
}

/** Places, around a ring, that are no lower than a height and than those beside them. */
function peaksIn(values: Float32Array, lowest: number): number[] {
  const peaks: number[] = []
  for (let n = nextHigh(values, 0, lowest); n < values.length; n = nextHigh(values, n + 1, lowest)) {
    const height = values[n] as number
    const after = values[n + 1 === values.length ? 0 : n + 1] as number
    const before = values[n === 0 ? values.length - 1 : n - 1] as number
    if (height >= after && height >= before) peaks.push(n)
  }
  return peaks
}

function nextHigh(values: Float32Array, from: number, lowest: number): number {
  let n = from
  while (n < values.length && (values[n] as number) < lowest) n++
  return n
}
