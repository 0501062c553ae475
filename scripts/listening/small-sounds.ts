import type { FoundSound } from '../../test/cases/listening/scene.ts'
import { between, type Random } from '../../test/cases/sound/random.ts'

/** Small impacts made for training alone: what is measured with makes its own in `test/cases/listening`. 48 kHz. */
export function madeSmallSounds(count: number, random: Random): readonly FoundSound[] {
  return Array.from({ length: count }, () => ({ name: 'made small', samples: madeSmall(random) }))
}

const rate = 48_000

function madeSmall(random: Random): Float32Array {
  const kind = random()
  if (kind < 0.4) return soles(random)
  if (kind < 0.55) return keys(random)
  if (kind < 0.7)
    return ringing(
      random,
      { seconds: 0.08, count: 2 + Math.floor(4 * random()) },
      [300, 6000],
      [0.002, 0.015],
    )
  if (kind < 0.8) return drum(random)
  return kind < 0.92 ? switched(random) : chirps(random)
}

/** A heel and, often, the ball of the foot after it. */
function soles(random: Random): Float32Array {
  const out = silence(0.4)
  add(out, sole(random), 0, 1)
  if (random() < 0.5) add(out, sole(random), between(random, 0.04, 0.14), between(random, 0.2, 0.9))
  return out
}

function sole(random: Random): Float32Array {
  const scuff = noiseIn(random, 0.2, drawn(random, 80, 800), drawn(random, 1200, 6000))
  const hz = drawn(random, 50, 200)
  const [low, high] = [between(random, 0.006, 0.03), between(random, 0.008, 0.04)]
  const share = between(random, 0.1, 3)
  const rise = random() < 0.5 ? 1e-5 : between(random, 0.0003, 0.004)
  return scuff.map((value, n) => {
    const t = n / rate
    const thump = share * Math.sin(2 * Math.PI * hz * t) * Math.exp(-t / low)
    return (thump + value * Math.exp(-t / high)) * Math.min(1, (t + 1e-5) / rise)
  })
}

function keys(random: Random): Float32Array {
  const out = silence(0.5)
  for (let n = 0; n < 3 + 6 * random(); n++)
    add(
      out,
      ringing(random, { seconds: 0.1, count: 4 }, [2000, 12_000], [0.002, 0.03]),
      n === 0 ? 0 : between(random, 0, 0.35),
      between(random, 0.2, 1),
    )
  return out
}

/** Tones that die away, each at its own pitch and pace. */
function ringing(
  random: Random,
  { seconds, count }: { readonly seconds: number; readonly count: number },
  hz: readonly [number, number],
  decay: readonly [number, number],
): Float32Array {
  const out = silence(seconds)
  for (let tone = 0; tone < count; tone++) {
    const [pitch, fall, level] = [drawn(random, ...hz), drawn(random, ...decay), between(random, 0.2, 1)]
    for (let n = 0; n < out.length; n++)
      out[n] =
        (out[n] as number) + level * Math.exp(-n / rate / fall) * Math.sin((2 * Math.PI * pitch * n) / rate)
  }
  return out
}

function drum(random: Random): Float32Array {
  const hz = drawn(random, 60, 250)
  const skin = noiseIn(random, 0.35, 500, 8000)
  const [fall, share] = [between(random, 0.03, 0.12), between(random, 0, 0.8)]
  return skin.map((value, n) => {
    const t = n / rate
    const tone = Math.sin(2 * Math.PI * hz * (t + 0.02 * (1 - Math.exp(-t / 0.02))))
    return tone * Math.exp(-t / fall) + share * value * Math.exp(-t / (0.7 * fall))
  })
}

/** A radio that opens or closes: noise that is switched on and off. */
function switched(random: Random): Float32Array {
  const seconds = between(random, 0.03, 0.14)
  const noise = noiseIn(random, seconds + 0.01, drawn(random, 150, 600), drawn(random, 1500, 5000))
  const rise = between(random, 0.0002, 0.004)
  return noise.map((value, n) => {
    const t = n / rate
    return value * Math.min(1, t / rise) * Math.min(1, Math.max(0, (seconds - t) / 0.004))
  })
}

function chirps(random: Random): Float32Array {
  const out = silence(0.5)
  const hz = drawn(random, 1500, 6000)
  for (let note = 0; note < 1 + 4 * random(); note++) {
    const [seconds, bend] = [between(random, 0.03, 0.1), between(random, -1500, 1500)]
    const tone = silence(seconds).map((_, n, all) => {
      const share = n / all.length
      return Math.sin((2 * Math.PI * (hz + (bend * share) / 2) * n) / rate) * Math.sin(Math.PI * share) ** 2
    })
    add(out, tone, 0.12 * note, 1)
  }
  return out
}

/** Noise between two pitches, of root mean square 1. */
function noiseIn(random: Random, seconds: number, lowHz: number, highHz: number): Float32Array {
  const [keptLow, keptHigh] = [lowHz, highHz].map(hz => Math.exp((-2 * Math.PI * hz) / rate)) as [
    number,
    number,
  ]
  let [once, twice, slow] = [0, 0, 0]
  const out = silence(seconds).map(() => {
    once = keptHigh * once + (1 - keptHigh) * (random() + random() + random() - 1.5)
    twice = keptHigh * twice + (1 - keptHigh) * once
    slow = keptLow * slow + (1 - keptLow) * twice
    return twice - slow
  })
  const power = out.reduce((sum, value) => sum + value * value, 1e-9) / out.length
  return out.map(value => value / Math.sqrt(power))
}

function silence(seconds: number): Float32Array {
  return new Float32Array(Math.round(seconds * rate))
}

/** As likely in each octave between two numbers. */
function drawn(random: Random, low: number, high: number): number {
  return low * (high / low) ** random()
}

function add(out: Float32Array, sound: Float32Array, seconds: number, gain: number): void {
  const from = Math.round(seconds * rate)
  for (let n = 0; n < sound.length && from + n < out.length; n++)
    out[from + n] = (out[from + n] as number) + gain * (sound[n] as number)
}
