import { type MediaMicros, mediaMicros, microsOfTicks } from '@sightline/core/time'
import { FilterMarks } from './filter-marks.ts'

export type OnSound = (samples: Int16Array, origin: MediaMicros, at: number) => void | Promise<void>

/** The time base of the marks: they are taken at 48 kHz, before the sound is made coarse. */
const markBase = { num: 1, den: 48_000 }

/** Joins what comes through two pipes: samples of 8 kHz mono sound, and the times of their one-second chunks. */
export class SoundPipe {
  readonly #onSound: OnSound
  readonly #marks = new FilterMarks()
  #waiting: Uint8Array = new Uint8Array(0)
  samples = 0
  /** Time of the first sample on the recording's raw clock; null until a sample has come. */
  origin: MediaMicros | null = null

  constructor(onSound: OnSound) {
    this.#onSound = onSound
  }

  readonly addMarks = (chunk: Uint8Array): void => {
    this.#marks.add(chunk)
  }

  /** The filter writes a mark before it hands the samples on, but the two pipes are read in any order. */
  readonly addSamples = async (chunk: Uint8Array): Promise<void> => {
    const bytes = Buffer.concat([this.#waiting, chunk])
    const first = this.#marks.ticks[0]
    const whole = first === undefined ? 0 : bytes.length - (bytes.length % 2)
    this.#waiting = bytes.subarray(whole)
    if (first === undefined || whole === 0) return
    this.origin ??= mediaMicros(microsOfTicks(first, markBase))
    const samples = new Int16Array(whole / 2)
    for (let at = 0; at < samples.length; at++) samples[at] = bytes.readInt16LE(at * 2)
    const at = this.samples
    this.samples += samples.length
    await this.#onSound(samples, this.origin, at)
  }

  /** To be called when the tool has ended: hands on what came before its mark. */
  async end(): Promise<void> {
    await this.addSamples(new Uint8Array(0))
  }

  /** One-second chunks of sound that were decoded, the last one shorter. */
  get chunks(): number {
    return this.#marks.ticks.length
  }

  /** How far the chunks' own times stray from where counting samples puts them, at most. */
  get unevenMicros(): number {
    const ticks = this.#marks.ticks
    const first = ticks[0] ?? 0
    let most = 0
    for (let chunk = 0; chunk < ticks.length; chunk++)
      most = Math.max(most, Math.abs((ticks[chunk] as number) - first - chunk * markBase.den))
    return microsOfTicks(most, markBase)
  }
}
