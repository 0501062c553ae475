// Sharp sounds made from nothing, at 48 kHz, largest sample 1, beginning at sample 0. None imitates a real case.
import { applySection, highPass, lowPass } from '../sound/filters.ts'
import { between, normalFrom, type Random } from '../sound/random.ts'

export const rate = 48_000
const samplesIn = (seconds: number) => Math.max(1, Math.round(seconds * rate))

/** The sounds that a listener should list at default settings. */
export const sharpKinds = ['muzzle', 'blast', 'crack', 'bang', 'clap', 'pop', 'slam'] as const
export type SharpKind = (typeof sharpKinds)[number]
/** The sounds that belong below the default threshold. */
export const smallKinds = ['keys', 'step', 'kick', 'snare', 'hat', 'tap'] as const
export type SmallKind = (typeof smallKinds)[number]

export function sharpSound(kind: SharpKind | SmallKind, random: Random): Float32Array {
  const made = makers[kind](random)
  let largest = 1e-9
  for (const value of made) largest = Math.max(largest, Math.abs(value))
  return made.map(value => value / largest)
}

const makers: Readonly<Record<SharpKind | SmallKind, (random: Random) => Float32Array>> = {
  /** A blast wave after Friedlander, the gases behind it, and the ground: what a barrel's length changes is how long each lasts. */
  muzzle(random) {
    const positive = between(random, 0.0003, 0.003)
    const out = burst(random, {
      decay: between(random, 0.008, 0.09),
      low: 40,
      high: between(random, 2500, 16_000),
    })
    for (let n = 0; n < out.length; n++) {
      const t = n / rate / positive
      out[n] = 0.5 * (out[n] as number) + between(random, 0.999, 1.001) * (1 - t) * Math.exp(-t)
    }
    return farther(out, random)
  },
  /** A blast wave alone, and a noise that comes a little after it and lasts: heard from some way off. */
  blast(random) {
    const positive = between(random, 0.0003, 0.0026)
    const late = samplesIn(between(random, 0, 0.002))
    const roar = burst(random, {
      decay: between(random, 0.015, 0.14),
      low: between(random, 20, 150),
      high: between(random, 4000, 22_000),
    })
    const wave = Float32Array.from({ length: samplesIn(0.02) }, (_, n) => {
      const t = n / rate / positive
      return (1 - t) * Math.exp(-t)
    })
    const out = new Float32Array(roar.length + late)
    addAt(out, roar, late, between(random, 0.2, 0.5))
    return addAt(out, wave, 0, 1)
  },
  /** A bullet's shock wave: a letter N of a fifth of a millisecond, and what it raises. */
  crack(random) {
    const length = between(random, 0.00015, 0.0005)
    const out = burst(random, { decay: between(random, 0.003, 0.02), low: 400, high: 18_000 })
    for (let n = 0; n < out.length; n++) {
      const t = n / rate / length
      out[n] = 0.4 * (out[n] as number) + (t < 1 ? 1 - 2 * t : 0)
    }
    return farther(out, random)
  },
  bang(random) {
    return farther(
      burst(random, {
        decay: between(random, 0.03, 0.16),
        low: between(random, 30, 120),
        high: between(random, 1500, 9000),
        rise: between(random, 0.0002, 0.002),
      }),
      random,
    )
  },
  /** Two hands: a burst around one or two kHz, often of two or three strokes within some milliseconds; cupped hands ring at one pitch. */
  clap(random) {
    if (random() < 0.4) return cupped(random)
    const centre = between(random, 700, 2400)
    const stroke = () =>
      burst(random, {
        decay: between(random, 0.002, 0.012),
        low: centre * 0.5,
        high: centre * between(random, 2, 5),
        rise: 0.0003,
      })
    const out = stroke()
    if (random() < 0.3)
      addAt(out, stroke(), samplesIn(between(random, 0.001, 0.006)), between(random, 0.3, 0.9))
    return out
  },
  pop(random) {
    const out = burst(random, {
      decay: between(random, 0.002, 0.02),
      low: 150,
      high: between(random, 4000, 18_000),
    })
    const hollow = rung(random, [{ hz: between(random, 200, 900), decay: 0.01, gain: 0.7 }])
    return addAt(out, hollow, 0, 0.6)
  },
  /** A door or a lid: panels that ring low, with the noise of the stroke. */
  slam(random) {
    const modes = Array.from({ length: 6 }, () => ({
      hz: between(random, 60, 1200),
      decay: between(random, 0.02, 0.12),
      gain: between(random, 0.3, 1),
    }))
    const out = rung(random, modes)
    const stroke = burst(random, { decay: between(random, 0.006, 0.03), low: 200, high: 8000, rise: 0.0004 })
    return addAt(out, stroke, 0, between(random, 0.8, 1.6))
  },
  keys(random) {
    const out = new Float32Array(samplesIn(0.35))
    for (let at = 0; at < samplesIn(0.3); at += samplesIn(between(random, 0.008, 0.06))) {
      const modes = Array.from({ length: 4 }, () => ({
        hz: between(random, 2800, 12_000),
        decay: between(random, 0.004, 0.03),
        gain: random(),
      }))
      addAt(out, rung(random, modes), at, between(random, 0.3, 1))
    }
    return out
  },
  step(random) {
    const heel = burst(random, {
      decay: between(random, 0.01, 0.03),
      low: 40,
      high: between(random, 200, 700),
      rise: 0.004,
    })
    const scuff = burst(random, { decay: 0.03, low: 800, high: between(random, 2500, 6000), rise: 0.015 })
    return addAt(heel, scuff, samplesIn(between(random, 0.01, 0.06)), between(random, 0.05, 0.3))
  },
  kick(random) {
    const out = new Float32Array(samplesIn(0.3))
    let phase = 0
    const deep = between(random, 40, 70)
    for (let n = 0; n < out.length; n++) {
      phase += (2 * Math.PI * (deep + 120 * Math.exp(-n / (0.02 * rate)))) / rate
      out[n] = Math.sin(phase) * Math.exp(-n / (0.09 * rate))
    }
    return out
  },
  snare(random) {
    const wires = burst(random, { decay: between(random, 0.04, 0.1), low: 900, high: 9000, rise: 0.001 })
    return addAt(wires, rung(random, [{ hz: between(random, 170, 240), decay: 0.06, gain: 1 }]), 0, 0.9)
  },
  hat: random =>
    burst(random, { decay: between(random, 0.015, 0.06), low: 6000, high: 16_000, rise: 0.0005 }),
  /** A cup set down, a latch, a pen: short, light and narrow. */
  tap(random) {
    const modes = Array.from({ length: 3 }, () => ({
      hz: between(random, 900, 5000),
      decay: between(random, 0.003, 0.012),
      gain: 1,
    }))
    return rung(random, modes)
  },
}

function cupped(random: Random): Float32Array {
  const normal = normalFrom(random)
  const decay = between(random, 0.004, 0.016)
  const hz = between(random, 700, 2300)
  const near = Math.exp((-Math.PI * between(random, 600, 1800)) / rate)
  let [last, beforeLast] = [0, 0]
  return Float32Array.from({ length: samplesIn(8 * decay) }, (_, n) => {
    const value =
      normal() * Math.exp(-n / (decay * rate)) +
      2 * near * Math.cos((2 * Math.PI * hz) / rate) * last -
      near * near * beforeLast
    beforeLast = last
    last = value
    return value
  })
}

interface Burst {
  /** Seconds in which the level falls to 1/e. */
  readonly decay: number
  readonly low: number
  readonly high: number
  readonly rise?: number
}

function burst(random: Random, { decay, low, high, rise = 0 }: Burst): Float32Array {
  const normal = normalFrom(random)
  const noise = Float32Array.from({ length: samplesIn(Math.min(0.9, 7 * decay) + 0.01) }, normal)
  applySection(noise, highPass(low, rate))
  applySection(noise, lowPass(Math.min(high, 0.45 * rate), rate))
  return noise.map(
    (value, n) => value * Math.exp(-n / (decay * rate)) * (rise === 0 ? 1 : 1 - Math.exp(-n / (rise * rate))),
  )
}

function rung(random: Random, modes: readonly { hz: number; decay: number; gain: number }[]): Float32Array {
  const longest = Math.max(...modes.map(({ decay }) => decay))
  const out = new Float32Array(samplesIn(7 * longest))
  for (const { hz, decay, gain } of modes) {
    const phase = between(random, 0, 0.5)
    for (let n = 0; n < out.length; n++)
      out[n] =
        (out[n] as number) +
        gain * Math.exp(-n / (decay * rate)) * Math.sin((2 * Math.PI * hz * n) / rate + phase)
  }
  return out
}

/** Air takes the highest pitches first. */
function farther(sound: Float32Array, random: Random): Float32Array {
  if (random() < 0.4) applySection(sound, lowPass(between(random, 2500, 12_000), rate, 0.6))
  return sound
}

export function addAt(out: Float32Array, sound: Float32Array, at: number, gain: number): Float32Array {
  for (let n = Math.max(0, -at); n < sound.length && at + n < out.length; n++)
    out[at + n] = (out[at + n] as number) + gain * (sound[n] as number)
  return out
}
