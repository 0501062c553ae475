/** Energies of blocks of 1 ms, twice: of the sound as it is, and of its first difference, which brings out sharp edges. */
export interface BlockLevels {
  readonly blockSamples: number
  readonly count: number
  /** Mean square of a block, full scale 1; of the difference too. */
  readonly plain: Float32Array
  readonly sharp: Float32Array
}

export function blockSamplesAt(rate: number): number {
  return Math.max(8, Math.round(rate / 1000))
}

/** `blockLevels`, or what answers the same sooner. What it answered may be overwritten by the next call. */
export interface MeasureLevels {
  (samples: Int16Array, rate: number, before: number): BlockLevels
  /** Room for so many samples that need not be copied to be measured, for one listener; null where there is none so large. */
  readonly room?: (samples: number) => Int16Array | null
}

/** Measures whole blocks of `samples` (16 bits, one channel); `before` is the sample that came before the first. */
export function blockLevels(samples: Int16Array, rate: number, before: number): BlockLevels {
  const blockSamples = blockSamplesAt(rate)
  const count = Math.floor(samples.length / blockSamples)
  const plain = new Float32Array(count)
  const sharp = new Float32Array(count)
  const scale = 1 / (blockSamples * 32768 * 32768)
  let last = before
  for (let block = 0, n = 0; block < count; block++) {
    let whole = 0
    let edges = 0
    for (const end = n + blockSamples; n < end; n++) {
      const sample = samples[n] as number
      const edge = sample - last
      last = sample
      whole += sample * sample
      edges += edge * edge
    }
    plain[block] = whole * scale
    sharp[block] = edges * scale
  }
  return { blockSamples, count, plain, sharp }
}
