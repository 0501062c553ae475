import { applySection, bell, highPass, lowPass } from './filters.ts'
import { between, normalFrom, randomFrom } from './random.ts'
import { rate } from './sources.ts'

/** One recorder at a made event. Its file time 0 lies at `start` seconds of the event. */
export interface Microphone {
  readonly seed: number
  readonly start: number
  readonly seconds: number
  /** The recorder's own clock: event time = start + file time · (1 + driftPpm · 10⁻⁶). */
  readonly driftPpm?: number
  /** Seconds of the event that are missing from file second `at` on: pauses and lost samples. */
  readonly cuts?: readonly { readonly at: number; readonly lost: number }[]
  /** From file second `at` on the clock runs at another rate. */
  readonly bend?: { readonly at: number; readonly driftPpm: number }
  /** Signal over the recorder's own noise, measured over the sounding parts. */
  readonly snrDb?: number
  /** Metres to the sound; it arrives later by distance / 343. */
  readonly metres?: number
  /** Metres walked away from the sound per second. */
  readonly metresPerSecond?: number
  /** Seconds at the start that hold exact zeros. */
  readonly silentSeconds?: number
  readonly codec?: 'none' | 'telephone' | 'mulaw'
  readonly isClipping?: boolean
  readonly hasAutomaticGain?: boolean
  /** Sounds only this recorder hears, already at its own clock. */
  readonly own?: Float32Array
  /** Leaves the sound's phase alone, for tests of the last tenth of a millisecond. */
  readonly isFlat?: boolean
}

/** What the recorder writes of the event's sound: 8 kHz samples from its file time 0. */
export function record(sound: Float32Array, mic: Microphone): Int16Array {
  const random = randomFrom(mic.seed)
  const heard = resample(sound, mic)
  if (!mic.isFlat) {
    applySection(heard, highPass(between(random, 60, 250), rate))
    applySection(heard, lowPass(between(random, 2600, 3600), rate))
    applySection(heard, bell(between(random, 500, 2500), rate, 1.5, between(random, -6, 6)))
  }
  const power = soundingPower(heard)
  const normal = normalFrom(random)
  const noise = Float32Array.from(heard, normal)
  applySection(noise, lowPass(between(random, 1500, 3500), rate))
  const gain = Math.sqrt((power || 1e-4) / soundingPower(noise)) * 10 ** (-(mic.snrDb ?? 20) / 20)
  for (let n = 0; n < heard.length; n++)
    heard[n] = (heard[n] as number) + gain * (noise[n] as number) + (mic.own?.[n] ?? 0)
  if (mic.hasAutomaticGain) evenOut(heard)
  if (mic.codec === 'telephone') {
    applySection(heard, highPass(300, rate, 0.9))
    applySection(heard, lowPass(3300, rate, 0.9))
  }
  const level = (mic.isClipping ? 60000 : 6000) / Math.sqrt(soundingPower(heard) || 1)
  const silent = Math.round((mic.silentSeconds ?? 0) * rate)
  return Int16Array.from(heard, (value, n) => {
    if (n < silent) return 0
    const sample = Math.max(-32768, Math.min(32767, Math.round(value * level)))
    return mic.codec === 'mulaw' ? throughMulaw(sample) : sample
  })
}

const reach = 12
const phases = 512
const kernel = sincKernel()

/** Reads the event's sound at the recorder's clock, by windowed sinc: exact to about −60 dB below 3.4 kHz. */
function resample(sound: Float32Array, mic: Microphone): Float32Array {
  return Float32Array.from({ length: Math.round(mic.seconds * rate) }, (_, n) => {
    const eventSeconds = eventTimeOf(mic, n / rate)
    const metres = (mic.metres ?? 0) + (mic.metresPerSecond ?? 0) * (n / rate)
    return readAt(sound, (eventSeconds - metres / 343) * rate)
  })
}

/** Where file second `at` lies on the event's clock. */
export function eventTimeOf(mic: Microphone, at: number): number {
  const lost = (mic.cuts ?? []).reduce((sum, cut) => sum + (at >= cut.at ? cut.lost : 0), 0)
  const bent = mic.bend && at > mic.bend.at ? at - mic.bend.at : 0
  const ppm = mic.driftPpm ?? 0
  return mic.start + lost + at + 1e-6 * (ppm * (at - bent) + (mic.bend?.driftPpm ?? 0) * bent)
}

function readAt(sound: Float32Array, position: number): number {
  let whole = Math.floor(position)
  let phase = Math.round((position - whole) * phases)
  if (phase === phases) {
    whole++
    phase = 0
  }
  let sum = 0
  for (let tap = 1 - reach; tap <= reach; tap++)
    sum += (sound[whole + tap] ?? 0) * (kernel[phase * 2 * reach + tap + reach - 1] as number)
  return sum
}

function sincKernel(): Float32Array {
  const table = new Float32Array(phases * 2 * reach)
  for (let phase = 0; phase < phases; phase++)
    for (let tap = 1 - reach; tap <= reach; tap++) {
      const x = tap - phase / phases
      const taper = 0.5 + 0.5 * Math.cos((Math.PI * x) / reach)
      table[phase * 2 * reach + tap + reach - 1] =
        (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) * taper
    }
  return table
}

/** Mean power of the louder half of 20 ms frames. */
function soundingPower(samples: Float32Array): number {
  const frame = rate / 50
  const powers: number[] = []
  for (let at = 0; at + frame <= samples.length; at += frame) {
    let sum = 0
    for (let n = at; n < at + frame; n++) sum += (samples[n] as number) ** 2
    powers.push(sum / frame)
  }
  powers.sort((a, b) => b - a)
  const louder = powers.slice(0, Math.ceil(powers.length / 2))
  return louder.reduce((sum, power) => sum + power, 0) / Math.max(1, louder.length)
}

function evenOut(samples: Float32Array): void {
  let level = 0.1
  for (let n = 0; n < samples.length; n++) {
    const size = Math.abs(samples[n] as number)
    level += (size > level ? 0.01 : 0.0002) * (size - level)
    samples[n] = (samples[n] as number) / (level + 0.01)
  }
}

function throughMulaw(sample: number): number {
  const sign = sample < 0 ? -1 : 1
  const size = Math.min(1, Math.abs(sample) / 32768)
  const code = Math.round((127 * Math.log1p(255 * size)) / Math.log(256))
  return Math.round((sign * 32767 * (256 ** (code / 127) - 1)) / 255)
}
