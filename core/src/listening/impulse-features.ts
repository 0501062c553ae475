import type { FramePowers, MakeFramePowers } from './frame-powers.ts'
import { decibels, type LevelFeature } from './level-features.ts'
import type { OnsetLoops } from './onset-loops.ts'
import { voicing } from './voicing.ts'

/** What is measured at an onset to tell impulses from small impacts, plosives and music. Decibels unless said otherwise. */
export const featureNames = [
  'above',
  'deep',
  'loud',
  'gain1',
  'gain2',
  'gain3',
  'gain4',
  'gain5',
  'gain6',
  'gain7',
  'rise',
  'lasts',
  'fall',
  'later',
  'history',
  'past',
  'deepFall',
  'deepPast',
  'flatness',
  'crest',
  'part1',
  'part2',
  'part3',
  'part4',
  'soon1',
  'soon2',
  'soon3',
  'next1',
  'next2',
  'next3',
  'late1',
  'late2',
  'late3',
  'deepRise',
  'punch',
  'deepPunch',
  'voiceAfter',
  'voiceBefore',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Readonly<Record<FeatureName, number>>

/** Octaves from 150 Hz; the last ends at 19.2 kHz. */
const bandEdges = [150, 300, 600, 1200, 2400, 4800, 9600, 19_200] as const
/** Where two octaves each begin, for what is new in a sound and how it dies away; the last ends where the octaves do. */
const partEdges = [150, 600, 2400, 9600] as const
/** How many transforms after the first one a sound is looked at again: 11, 32 and 64 ms on. */
const againAfter = { soon: 1, next: 3, late: 6 } as const
/** Transform sizes near 10.7 ms at the usual rates: multiples of 32 without prime factors above 5. */
const sizes = [96, 128, 160, 192, 256, 320, 384, 480, 512] as const

export class FeatureMeter {
  readonly #rate: number
  readonly #size: number
  readonly #powers: FramePowers
  readonly #loops: OnsetLoops
  /** Room for what is summed up: new arrays for each of thousands of onsets would be most of the garbage. */
  readonly #after: Float32Array
  readonly #before: Float32Array
  readonly #edges: Float32Array
  readonly #plain: Float32Array
  /** First and last bin of each band that the rate can hold. */
  readonly #bands: readonly (readonly [number, number])[]
  readonly #parts: readonly (readonly [number, number])[]

  constructor(makePowers: MakeFramePowers, loops: OnsetLoops, rate: number) {
    this.#rate = rate
    this.#loops = loops
    const wanted = rate * 0.0107
    this.#size = sizes.findLast(size => size <= wanted * 1.05) ?? sizes[0]
    this.#powers = makePowers(taperOf(this.#size))
    const half = this.#size / 2
    this.#after = new Float32Array(half)
    this.#before = new Float32Array(half)
    this.#edges = loops.floats(Math.round(rate * 0.01))
    this.#plain = loops.floats(Math.round(rate * 0.016))
    const binOf = (hz: number) => Math.round((hz * this.#size) / rate)
    this.#bands = bandEdges
      .slice(0, -1)
      .map((low, n) => [Math.max(1, binOf(low)), binOf(bandEdges[n + 1] as number)] as const)
      .filter(([low, high]) => high > low && high <= this.#size * 0.48)
    const last = this.#bands.at(-1)?.[1] ?? 2
    this.#parts = partEdges
      .map((low, n) => [Math.max(1, binOf(low)), Math.min(last, binOf(partEdges[n + 1] ?? 20_000))] as const)
      .filter(([low, high]) => high > low)
  }

  /**
   * Measures the shape of the onset at `samples[at]`, full scale 1: how fast it rises (log2 of ms to nine tenths of the height of 0.5 ms means within 8 ms), its peak
   * against its mean over 8 ms, and its first 2 ms against its first 10; `deep` of the sound as it is, with means of 1 ms within 16 ms, the rest of its edges.
   */
  shape(samples: Float32Array, at: number): Pick<Features, ShapeFeature> {
    const [loops, edges, plain] = [this.#loops, this.#edges, this.#plain]
    loops.laySquares(samples, at, plain, edges)
    const near = Math.round(this.#rate * 0.008)
    return {
      rise: this.#riseOf(edges, near, 0.0005),
      crest: decibels((loops.largestOf(edges, near) + 1e-12) / (loops.sumOf(edges, near) / near + 1e-12)),
      deepRise: this.#riseOf(plain, plain.length, 0.001),
      punch: this.#punchOf(edges),
      deepPunch: this.#punchOf(plain),
    }
  }

  /** log2 of the milliseconds (a quarter at least) until means over `seconds` reach nine tenths of their height. */
  #riseOf(squares: Float32Array, count: number, seconds: number): number {
    const place = this.#loops.riseOf(squares, count, Math.max(2, Math.round(this.#rate * seconds)))
    return Math.log2(Math.max(0.25, (1000 * place) / this.#rate))
  }

  /** The first fifth of 10 ms against all of it, in dB. */
  #punchOf(squares: Float32Array): number {
    const count = this.#edges.length
    const early = Math.round(count / 5)
    const [first, all] = [this.#loops.sumOf(squares, early), this.#loops.sumOf(squares, count)]
    return Math.max(-30, decibels((first / early + 1e-12) / ((all + 1e-12) / count)))
  }

  /** Measures the spectra of the onset at `held[inHold]`, looked at from 33 ms before it to 75 ms after it. */
  spectra(held: Int16Array, inHold: number): Omit<Features, LevelFeature | ShapeFeature | VoiceFeature> {
    const [after, before] = [this.#after, this.#before]
    const from = inHold - Math.round(this.#size / 16)
    const frames = 3
    after.set(this.#powersOf(held, from, [0]))
    before.set(this.#powersOf(held, from, [-3, -2, -1]))
    const gains = this.#bands.map(([low, high]) => {
      let a = 1e-9
      let b = 1e-9
      for (let bin = low; bin < high; bin++) {
        a += after[bin] as number
        b += (before[bin] as number) / frames
      }
      return Math.max(-10, Math.min(40, decibels(a / b)))
    })
    // Where the rate holds fewer octaves, the highest stands for those above it.
    const gain = (band: number) => gains[Math.min(band, gains.length - 1)] as number
    return {
      gain1: gain(0),
      gain2: gain(1),
      gain3: gain(2),
      gain4: gain(3),
      gain5: gain(4),
      gain6: gain(5),
      gain7: gain(6),
      flatness: this.#flatness(after, before, frames),
      ...this.#parting(held, from, after, before, frames),
    }
  }

  /** Whether a voice follows the onset, and whether one was there before: what costs most to say. */
  voices(samples: Float32Array, at: number): Pick<Features, VoiceFeature> {
    return {
      voiceAfter: voicing(this.#loops, samples, at + Math.round(this.#rate * 0.02), this.#rate),
      voiceBefore: voicing(this.#loops, samples, at - Math.round(this.#rate * 0.044), this.#rate),
    }
  }

  /** The powers of frames so many of their sizes after `from`, added up. */
  #powersOf(held: Int16Array, from: number, steps: readonly number[]): Float32Array {
    return this.#powers.sum(
      held,
      steps.map(step => from + step * this.#size),
    )
  }

  /** How what is new is shared out between low and high, in dB of all of it, and how far each part has fallen some time later. */
  #parting(
    held: Int16Array,
    from: number,
    after: Float32Array,
    before: Float32Array,
    frames: number,
  ): Pick<Features, PartFeature> {
    const past = this.#parts.map(each => sumOf(before, each) / frames)
    const first = this.#parts.map((each, n) => freshOf(sumOf(after, each), past[n] as number))
    const all = first.reduce((sum, power) => sum + power, 1e-9)
    const shares = first.map(power => Math.max(-40, decibels((power + 1e-12) / all)))
    const again = (steps: number) => {
      const later = this.#powersOf(held, from, [steps])
      return this.#parts.map((each, n) => {
        const ratio = freshOf(sumOf(later, each), past[n] as number) / ((first[n] as number) + 1e-12)
        return Math.max(-25, Math.min(10, decibels(ratio + 1e-9)))
      })
    }
    // Where the rate holds fewer parts, the highest stands for those above it.
    const of = (values: readonly number[], part: number) =>
      values[Math.min(part, values.length - 1)] as number
    const [soon, next, late] = [again(againAfter.soon), again(againAfter.next), again(againAfter.late)]
    return {
      ...{ part1: of(shares, 0), part2: of(shares, 1), part3: of(shares, 2), part4: of(shares, 3) },
      ...{ soon1: of(soon, 0), soon2: of(soon, 1), soon3: of(soon, 2) },
      ...{ next1: of(next, 0), next2: of(next, 1), next3: of(next, 2) },
      ...{ late1: of(late, 0), late2: of(late, 1), late3: of(late, 2) },
    }
  }

  /** Near 0 where what is new is spread over the pitches, far below where it rings at some. */
  #flatness(after: Float32Array, before: Float32Array, frames: number): number {
    const low = this.#bands[1]?.[0] ?? 1
    const high = Math.min(
      this.#bands.at(-1)?.[1] ?? after.length,
      Math.round((9600 * this.#size) / this.#rate),
    )
    let logs = 0
    let sum = 0
    let count = 0
    // A logarithm of several multiplied: each by itself takes longer than the transforms.
    let product = 1
    for (let bin = low; bin + 1 < high; bin += 2) {
      const one = after[bin] as number
      const other = after[bin + 1] as number
      const power =
        Math.max(one - (before[bin] as number) / frames, 0.02 * one) +
        Math.max(other - (before[bin + 1] as number) / frames, 0.02 * other) +
        2e-12
      product *= power
      if (product < 1e-200 || product > 1e200) {
        logs += Math.log10(product)
        product = 1
      }
      sum += power
      count++
    }
    logs += Math.log10(product)
    return count === 0 ? 0 : 10 * (logs / count - Math.log10(sum / count))
  }
}

type VoiceFeature = 'voiceAfter' | 'voiceBefore'
/** As noise has it: for a look at an onset before its voices are measured. */
export const usualVoices: Pick<Features, VoiceFeature> = { voiceAfter: 0.35, voiceBefore: 0.35 }
export const shapeNames = ['rise', 'crest', 'deepRise', 'punch', 'deepPunch'] as const
type ShapeFeature = (typeof shapeNames)[number]
type PartFeature =
  | ('part1' | 'part2' | 'part3' | 'part4' | 'soon1' | 'soon2' | 'soon3')
  | ('next1' | 'next2' | 'next3' | 'late1' | 'late2' | 'late3')

function sumOf(powers: Float32Array, [low, high]: readonly [number, number]): number {
  let sum = 0
  for (let bin = low; bin < high; bin++) sum += powers[bin] as number
  return sum
}

/** What is new in a power over what was there: noise that happens to be less than before leaves a fiftieth. */
function freshOf(power: number, past: number): number {
  return Math.max(power - past, 0.02 * power)
}

/** Up within a sixteenth, down over the second half: an onset at its beginning counts in full. */
function taperOf(size: number): Float32Array {
  const up = size / 16
  const half = size / 2
  return Float32Array.from({ length: size }, (_, n) => {
    if (n < up) return 0.5 - 0.5 * Math.cos((Math.PI * (n + 0.5)) / up)
    return n < half ? 1 : 0.5 + 0.5 * Math.cos((Math.PI * (n - half)) / half)
  })
}
