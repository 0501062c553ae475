import { type Fir, firAtOnce, loadFir } from './sound-kernels.ts'

export const speechRate = 16_000

/** Samples taken in at a time. */
const chunkSamples = 65_536
const one = 32_768

/**
 * 16-bit samples of any rate to numbers at 16 kHz (±1): for each place between two samples that an output can fall on, its own windowed
 * sinc. Output n stands at n/16000 s of the input.
 */
export class To16k {
  readonly #fir: Fir
  readonly #up: number
  readonly #down: number
  readonly #octets: number
  readonly #half: number
  readonly #taps: number
  readonly #input: number
  readonly #output: number
  readonly #samples: Int16Array
  readonly #converted: Float32Array
  /** Samples in hold; the first of them is sample `#first` of the input. */
  #held: number
  #first: number
  #done = 0

  private constructor(fir: Fir, memory: ArrayBuffer, plan: Plan) {
    this.#fir = fir
    this.#up = plan.up
    this.#down = plan.down
    this.#octets = plan.octets
    this.#half = 4 * plan.octets
    this.#taps = plan.taps
    this.#input = plan.input
    this.#output = plan.output
    this.#samples = new Int16Array(memory)
    this.#converted = new Float32Array(memory)
    // Before the first sample there is silence.
    this.#held = this.#half
    this.#first = -this.#half
    layTaps(this.#samples, plan)
  }

  static async load(rate: number): Promise<To16k> {
    const plan = planOf(rate)
    const { fir, memory } = await loadFir(plan.octets, 1 / (one * one), plan.bytes)
    return new To16k(fir, memory.buffer, plan)
  }

  /** What is taken is overwritten by the next. */
  push(samples: Int16Array, take: (converted: Float32Array) => void): void {
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + chunkSamples - this.#held)
      this.#samples.set(part, this.#input / 2 + this.#held)
      this.#held += part.length
      at += part.length
      if (this.#held === chunkSamples) take(this.#convert())
    }
  }

  /** What is left, as if silence followed. */
  finish(take: (converted: Float32Array) => void): void {
    this.push(new Int16Array(this.#half), take)
    take(this.#convert())
  }

  #convert(): Float32Array {
    const last = this.#first + this.#held - this.#half
    // Output n needs samples up to floor(n · down / up) + half.
    const end = Math.max(this.#done, Math.floor((last * this.#up - 1) / this.#down) + 1)
    const count = end - this.#done
    for (let n = 0; n < Math.min(this.#up, count); n++) {
      const place = (this.#done + n) * this.#down
      const phase = place % this.#up
      const from = Math.floor(place / this.#up) - this.#half + 1 - this.#first
      this.#fir(
        this.#input + 2 * from,
        2 * this.#down,
        this.#taps + 16 * this.#octets * phase,
        this.#output + 4 * n,
        4 * this.#up,
        // What is more than wanted is written behind what is given out.
        firAtOnce * Math.ceil((count - n) / this.#up / firAtOnce),
      )
    }
    const out = this.#converted.subarray(this.#output / 4, this.#output / 4 + count)
    this.#done = end
    const kept = Math.min(
      this.#held,
      this.#first + this.#held - (Math.floor((end * this.#down) / this.#up) - this.#half + 1),
    )
    const begin = this.#input / 2
    this.#samples.copyWithin(begin, begin + this.#held - kept, begin + this.#held)
    this.#first += this.#held - kept
    this.#held = kept
    return out
  }
}

interface Plan {
  readonly rate: number
  readonly up: number
  readonly down: number
  /** Taps of each filter, in eights. */
  readonly octets: number
  readonly taps: number
  readonly input: number
  readonly output: number
  readonly bytes: number
}

function planOf(rate: number): Plan {
  const common = greatestCommonDivisor(speechRate, rate)
  const up = speechRate / common
  const down = rate / common
  const octets = Math.ceil(2 * Math.max(1, rate / speechRate))
  const input = 64 + 16 * octets * up
  const output = Math.ceil((input + 2 * chunkSamples + 64) / 64) * 64
  const bytes = output + 4 * (Math.ceil((chunkSamples * up) / down) + (1 + firAtOnce) * up)
  return { rate, up, down, octets, taps: 64, input, output, bytes }
}

/** A sinc under a Hann window for each phase, as whole numbers that add up to one. */
function layTaps(memory: Int16Array, { rate, up, octets, taps }: Plan): void {
  const count = 8 * octets
  const cut = (0.94 * Math.min(speechRate, rate)) / rate
  for (let phase = 0; phase < up; phase++) {
    const values = Array.from({ length: count }, (_, n) => {
      const t = n - (count / 2 - 1) - phase / up
      const sinc = t === 0 ? 1 : Math.sin(Math.PI * cut * t) / (Math.PI * cut * t)
      return sinc * Math.cos((Math.PI * t) / (count + 1)) ** 2
    })
    const sum = values.reduce((total, value) => total + value, 0)
    for (const [n, value] of values.entries())
      memory[taps / 2 + phase * count + n] = Math.min(one - 1, Math.round((one * value) / sum))
  }
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
