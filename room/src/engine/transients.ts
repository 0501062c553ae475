/** Length of the blocks whose energies are compared, in seconds. */
const blockSeconds = 0.001
/** Blocks before a rise that it is compared with: a period of the lowest voice. */
const blocksBefore = 15
/** How many times the mean energy before a rise has: 15 dB, far above what a voice or a steady noise varies by. */
const riseFactor = 30
/** Mean square of differences below which nothing is taken for sound: a step of 16 bits, three times over. */
const floor = 1e-8
/** Rises nearer together than this are one, in seconds: a piece of the stretched sound is no shorter. */
const shortestApartSeconds = 0.03

/** Finds where sound sets in abruptly, such as an impulse or a knock, while samples come in. */
export class TransientFinder {
  readonly #block: number
  readonly #apart: number
  readonly #energies: number[] = []
  #found: number[] = []
  #rest = new Float32Array(0)
  #blocks = 0
  #before = 0

  /** Sample rate in Hz. */
  constructor(sampleRate: number) {
    this.#block = Math.max(1, Math.round(blockSeconds * sampleRate))
    this.#apart = Math.round(shortestApartSeconds * sampleRate)
  }

  /** The sample up to which all transients are known. */
  get knownTo(): number {
    return this.#blocks * this.#block
  }

  push(samples: Float32Array): void {
    const all = new Float32Array(this.#rest.length + samples.length)
    all.set(this.#rest)
    all.set(samples, this.#rest.length)
    let at = 0
    for (; at + this.#block <= all.length; at += this.#block) this.#take(all.subarray(at, at + this.#block))
    this.#rest = all.slice(at)
  }

  /** The first transient at or after `from` and before `to`, in samples; null where there is none. */
  firstIn(from: number, to: number): number | null {
    return this.#found.find(each => each >= from && each < to) ?? null
  }

  lastBefore(end: number): number | null {
    return this.#found.findLast(each => each < end) ?? null
  }

  forgetBefore(sample: number): void {
    // The last one is kept: what follows it must still not reach back over it.
    const last = this.lastBefore(sample)
    this.#found = this.#found.filter(each => each >= (last ?? sample))
  }

  #take(block: Float32Array): void {
    let energy = 0
    // Differences: a deep hum does not hide what sets in above it.
    for (const sample of block) {
      energy += (sample - this.#before) ** 2
      this.#before = sample
    }
    energy /= block.length
    const mean = this.#energies.reduce((sum, each) => sum + each, 0) / Math.max(1, this.#energies.length)
    const start = this.#blocks * this.#block
    const isFar = start - (this.#found.at(-1) ?? Number.NEGATIVE_INFINITY) >= this.#apart
    // The beginning of everything is no rise: nothing is known of what came before.
    if (this.#energies.length === blocksBefore && energy > floor + riseFactor * mean && isFar)
      this.#found.push(start + onsetIn(block))
    this.#energies.push(energy)
    if (this.#energies.length > blocksBefore) this.#energies.shift()
    this.#blocks++
  }
}

/** The first sample of a block that reaches a tenth of its largest. */
function onsetIn(block: Float32Array): number {
  const largest = block.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  return Math.max(
    0,
    block.findIndex(sample => Math.abs(sample) >= largest / 10),
  )
}
