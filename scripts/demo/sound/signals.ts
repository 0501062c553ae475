/** Sounds made by arithmetic, as pressure in pascals one metre from the source, at 48 kHz. The same on every run. */
import { seeded } from '../motion.ts'

export const rate = 48_000

/** White noise in −1…1. */
export function noise(seconds: number, seed: number): Float32Array {
  const random = seeded(seed)
  return Float32Array.from({ length: Math.round(seconds * rate) }, () => 2 * random() - 1)
}

/** One-pole low pass, in place; `times` passes make it steeper. */
export function lowPass(signal: Float32Array, hz: number, times = 1): Float32Array {
  const a = 1 - Math.exp((-2 * Math.PI * hz) / rate)
  for (let pass = 0; pass < times; pass++) {
    let held = 0
    for (let n = 0; n < signal.length; n++) {
      held += a * ((signal[n] as number) - held)
      signal[n] = held
    }
  }
  return signal
}

export function highPass(signal: Float32Array, hz: number, times = 1): Float32Array {
  const a = 1 - Math.exp((-2 * Math.PI * hz) / rate)
  for (let pass = 0; pass < times; pass++) {
    let held = 0
    for (let n = 0; n < signal.length; n++) {
      held += a * ((signal[n] as number) - held)
      signal[n] = (signal[n] as number) - held
    }
  }
  return signal
}

/** Scales so that the largest value is `peak`. */
export function peaking(signal: Float32Array, peak: number): Float32Array {
  let most = 1e-9
  for (const value of signal) most = Math.max(most, Math.abs(value))
  return signal.map(value => (value * peak) / most)
}

/** A blank: a short N-shaped wave, hot gas behind it, and the yard's own dying away. */
export function blank(seed: number): Float32Array {
  const out = new Float32Array(Math.round(0.55 * rate))
  const width = 0.0005 * rate
  for (let n = 0; n < 2 * width; n++) out[n] = 120 * (1 - n / width)
  const gas = lowPass(noise(0.55, seed), 2600)
  const far = lowPass(noise(0.55, seed + 1), 900, 2)
  for (let n = 0; n < out.length; n++) {
    const t = n / rate
    out[n] =
      (out[n] as number) +
      46 * (gas[n] as number) * Math.exp(-t / 0.006) +
      9 * (far[n] as number) * Math.exp(-t / 0.11)
  }
  return out
}

export function footstep(seed: number): Float32Array {
  const scuff = highPass(lowPass(noise(0.09, seed), 3800), 350)
  const random = seeded(seed + 5)
  const hardness = 0.6 + 0.5 * random()
  const pitch = 85 + 40 * random()
  return scuff.map((value, n) => {
    const t = n / rate
    return (
      hardness *
      (0.16 * Math.sin(2 * Math.PI * pitch * t) * Math.exp(-t / 0.018) + 0.09 * value * Math.exp(-t / 0.022))
    )
  })
}

/** Hard plastic on asphalt. */
export function clack(loudness: number): Float32Array {
  const modes = [
    [870, 0.018],
    [2140, 0.011],
    [3390, 0.006],
  ] as const
  return Float32Array.from({ length: Math.round(0.12 * rate) }, (_, n) => {
    const t = n / rate
    return (
      loudness *
      modes.reduce((sum, [hz, fade]) => sum + Math.sin(2 * Math.PI * hz * t) * Math.exp(-t / fade), 0)
    )
  })
}

export function whistle(): Float32Array {
  const length = 0.9
  const air = highPass(noise(length, 66), 1800)
  let phase = 0
  return Float32Array.from({ length: Math.round(length * rate) }, (_, n) => {
    const t = n / rate
    const blown = t < 0.34 ? rise(t, 0, 0.34) : t > 0.42 ? rise(t, 0.42, 0.9) : 0
    phase += (2 * Math.PI * (2860 + 90 * Math.sin(2 * Math.PI * 34 * t))) / rate
    return (
      1.7 *
      blown *
      (Math.sin(phase) * (0.7 + 0.3 * Math.sin(2 * Math.PI * 34 * t)) + 0.12 * (air[n] as number))
    )
  })
}

function rise(t: number, from: number, to: number): number {
  return Math.min(1, (t - from) / 0.02, (to - t) / 0.03)
}

/** Two short beeps, as a body camera gives when it begins to record. */
export function beeps(): Float32Array {
  return Float32Array.from({ length: Math.round(0.5 * rate) }, (_, n) => {
    const t = n / rate
    const on = t < 0.13 ? rise(t, 0, 0.13) : t > 0.3 && t < 0.43 ? rise(t, 0.3, 0.43) : 0
    return 0.16 * Math.max(0, on) * Math.sin(2 * Math.PI * 2050 * t)
  })
}

/** The noise burst with which a radio opens and closes. */
export function squelch(seed: number): Float32Array {
  return highPass(lowPass(noise(0.07, seed), 2600), 500).map(
    (value, n) => 0.12 * value * Math.exp(-n / (0.03 * rate)),
  )
}

export function birdCall(seed: number): Float32Array {
  const random = seeded(seed)
  const notes = 2 + Math.floor(random() * 4)
  const base = 2900 + 1900 * random()
  const out = new Float32Array(Math.round((notes * 0.13 + 0.1) * rate))
  for (let note = 0; note < notes; note++) {
    const from = Math.round(note * 0.13 * rate)
    const bend = (random() - 0.4) * 1500
    const length = 0.06 + 0.04 * random()
    let phase = 0
    for (let n = 0; n < length * rate; n++) {
      const u = n / (length * rate)
      phase += (2 * Math.PI * (base + bend * u)) / rate
      out[from + n] = 0.11 * Math.sin(phase) * Math.sin(Math.PI * u) ** 2
    }
  }
  return out
}

/** A road far away: low rumble that swells as cars pass. */
export function road(seconds: number): Float32Array {
  const hum = peaking(highPass(lowPass(noise(seconds, 501), 420, 2), 45), 1)
  return hum.map((value, n) => {
    const t = n / rate
    return 0.05 * value * (0.55 + 0.25 * Math.sin(0.21 * t + 1) + 0.2 * Math.sin(0.47 * t))
  })
}

/** Wind at one microphone: what no other microphone hears. */
export function wind(seconds: number, seed: number): Float32Array {
  const air = peaking(lowPass(noise(seconds, seed), 160, 2), 1)
  return air.map((value, n) => {
    const t = n / rate
    const gust = Math.max(0, Math.sin(0.37 * t + seed) + 0.6 * Math.sin(0.83 * t + 2 * seed) - 0.45)
    return 0.06 * value * (0.25 + gust)
  })
}
