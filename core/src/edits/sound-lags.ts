/** Where a film's sound is a recording's: lags at which stretches of the two agree, sample for sample. */

/** A Fourier transform of real numbers, packed as [re 0, re size/2, re 1, im 1, …]; neither direction scales. */
export interface SoundTransform {
  readonly size: number
  forward(signal: Float32Array, spectrum: Float32Array): void
  inverse(spectrum: Float32Array, signal: Float32Array): void
}

export interface SoundTransforms {
  ofSize(size: number): SoundTransform
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

const longestBlock = 2 ** 19
/** Peaks of unrelated sound stay under six standard deviations at these lengths. */
const leastPeak = 8
const mostPeaks = 30

export function lagsBetween(
  film: Sound,
  raws: readonly (Sound | null)[],
  transforms: SoundTransforms,
): readonly Lag[] {
  const filmBlocks = [...blocksOf(film)]
  const found = new Map<string, Lag>()
  for (const [raw, sound] of raws.entries()) {
    if (!sound) continue
    for (const one of filmBlocks)
      for (const two of blocksOf(sound))
        for (const lag of peaksOf(one, two, transforms)) found.set(`${raw} ${lag >> 1}`, { raw, lag })
  }
  return [...found.values()]
}

/** A lag that the pictures suggest, for the samples of the film over which they do. */
export interface ExpectedLag extends Lag {
  readonly from: number
  readonly to: number
}

/** Pictures tell a lag to a frame of either side. */
const frameSamples = 800
const leastNear = 5

/** The lags that pictures suggest, each made exact by the sound around it; those that the sound does not bear out are left out. */
export function lagsNear(
  film: Sound,
  raws: readonly (Sound | null)[],
  expected: readonly ExpectedLag[],
  transforms: SoundTransforms,
): readonly ExpectedLag[] {
  return expected.flatMap(each => {
    const sound = raws[each.raw]
    if (!sound || each.to - each.from < frameSamples) return []
    const to = Math.min(each.to, each.from + longestBlock)
    const from = each.from + each.lag - frameSamples
    const one = { at: 0, samples: film.slice(each.from, to) }
    const two = { at: 0, samples: sound.slice(from, to + each.lag + frameSamples) }
    const shift = peaksOf(one, two, transforms, leastNear).find(lag => lag >= 0 && lag <= 2 * frameSamples)
    return shift === undefined ? [] : [{ ...each, lag: each.lag - frameSamples + shift }]
  })
}

/** A second or two of sound from elsewhere drowns in a whole film: pieces that are not known yet are looked for by themselves. */
const pieceSamples = 20_000
const shortestPiece = 3200
/** Of pieces and blocks of recordings together: with hours of recordings only the first pieces are looked for. */
const mostPairs = 600
const mostOfPiece = 3

/** Lags at which pieces of a film's sound, samples [from, to), agree with recordings. */
export function lagsOfPieces(
  film: Sound,
  raws: readonly (Sound | null)[],
  pieces: readonly { readonly from: number; readonly to: number }[],
  transforms: SoundTransforms,
): readonly Lag[] {
  const found: Lag[] = []
  let pairs = 0
  for (const piece of pieces)
    for (let from = piece.from; from + shortestPiece <= piece.to; from += pieceSamples) {
      const one = { at: from, samples: film.slice(from, Math.min(piece.to, from + pieceSamples)) }
      for (const [raw, sound] of raws.entries()) {
        if (!sound) continue
        for (const two of blocksOf(sound)) {
          if (++pairs > mostPairs) return found
          for (const lag of peaksOf(one, two, transforms).slice(0, mostOfPiece)) found.push({ raw, lag })
        }
      }
    }
  return found
}

interface Block {
  readonly at: number
  readonly samples: Int16Array
}

function* blocksOf(sound: Sound): Generator<Block> {
  for (let at = 0; at < sound.length; at += longestBlock)
    yield { at, samples: sound.slice(at, Math.min(sound.length, at + longestBlock)) }
}

/** Cross-correlation with the spectrum made nearly flat (GCC-PHAT with exponent 0.8: Knapp and Carter 1976). */
function peaksOf(film: Block, raw: Block, transforms: SoundTransforms, least = leastPeak): readonly number[] {
  let size = 32
  while (size < film.samples.length + raw.samples.length) size *= 2
  const transform = transforms.ofSize(size)
  const spectrumOf = (samples: Int16Array) => {
    const signal = new Float32Array(size)
    for (let n = 1; n < samples.length; n++)
      signal[n] = (samples[n] as number) - 0.9 * (samples[n - 1] as number)
    transform.forward(signal, signal)
    return signal
  }
  const one = spectrumOf(film.samples)
  const two = spectrumOf(raw.samples)
  one[0] = 0
  one[1] = 0
  for (let n = 2; n < size; n += 2) {
    const [a, b, c, d] = [one[n] as number, one[n + 1] as number, two[n] as number, two[n + 1] as number]
    const re = a * c + b * d
    const im = a * d - b * c
    const length = re * re + im * im
    const scale = length > 1 ? length ** -0.4 : 0
    one[n] = re * scale
    one[n + 1] = im * scale
  }
  transform.inverse(one, one)
  let square = 0
  for (const value of one) square += value * value
  const deviation = Math.sqrt(square / size) || 1
  const peaks: { lag: number; height: number }[] = []
  for (let n = 0; n < size; n++) {
    const height = (one[n] as number) / deviation
    if (height < least) continue
    if (
      height < (one[(n + 1) % size] as number) / deviation ||
      height < (one[(n + size - 1) % size] as number) / deviation
    )
      continue
    const shift = n < raw.samples.length ? n : n - size
    peaks.push({ lag: shift + raw.at - film.at, height })
  }
  return peaks
    .sort((x, y) => y.height - x.height)
    .slice(0, mostPeaks)
    .map(each => each.lag)
}
