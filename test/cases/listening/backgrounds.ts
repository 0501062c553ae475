// What sounds all the time in a street, at 48 kHz and about ±1: made from nothing.
import { applySection, lowPass } from '../sound/filters.ts'
import { between, normalFrom, type Random, randomFrom } from '../sound/random.ts'
import { talk } from '../sound/sources.ts'
import { addAt, rate, sharpSound } from './sharp-sounds.ts'

export const backgroundKinds = ['street', 'hum', 'wind', 'engine', 'crowd', 'hiss', 'music'] as const
export type BackgroundKind = (typeof backgroundKinds)[number]

/** Making one takes longer than all that is laid over it: the last ones asked for are kept. */
const kept = new Map<string, Float32Array>()
const mostKept = 12

/** Root mean square 1, but for passing swells. Not to be changed by who asks. */
export function background(kind: BackgroundKind, seed: number, seconds: number): Float32Array {
  const key = `${kind} ${seed} ${seconds}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string)
  const fresh = made(kind, seed, seconds)
  kept.set(key, fresh)
  return fresh
}

function made(kind: BackgroundKind, seed: number, seconds: number): Float32Array {
  const random = randomFrom(seed)
  const out = makers[kind](random, Math.round(seconds * rate), seed)
  let power = 1e-12
  for (const value of out) power += value * value
  const scale = 1 / Math.sqrt(power / out.length)
  return out.map(value => value * scale)
}

const makers: Readonly<
  Record<BackgroundKind, (random: Random, count: number, seed: number) => Float32Array>
> = {
  street(random, count) {
    const rumble = swelling(random, pink(random, count), 0.3)
    const tyres = swelling(random, dull(random, count, between(random, 600, 2500)), 0.7)
    return rumble.map((value, n) => value + 0.8 * (tyres[n] as number))
  },
  /** A motor that idles near by, over a street farther off. */
  hum(random, count) {
    const hz = between(random, 35, 120)
    const rest = swelling(random, pink(random, count), 0.5)
    const level = between(random, 0.5, 2)
    return rest.map(
      (value, n) =>
        value +
        level *
          (Math.sin((2 * Math.PI * hz * n) / rate) + 0.5 * Math.sin((2 * Math.PI * 2.02 * hz * n) / rate)),
    )
  },
  wind(random, count) {
    const gusts = swelling(random, dull(random, count, between(random, 80, 300)), 0.8)
    const leaves = pink(random, count)
    return gusts.map((value, n) => 2 * value + 0.15 * (leaves[n] as number))
  },
  engine(random, count) {
    const hum = dull(random, count, 400)
    const hz = between(random, 25, 60)
    let phase = 0
    return hum.map((value, n) => {
      phase += (hz * (1 + 0.03 * Math.sin(n / rate))) / rate
      let strokes = 0
      for (let part = 1; part <= 9; part++)
        strokes += Math.sin(2 * Math.PI * part * phase + part * part) / part
      return value + 0.6 * strokes
    })
  },
  crowd(random, count, seed) {
    const out = pink(random, count).map(value => 0.2 * value)
    for (let voice = 0; voice < 7; voice++) {
      const words = upFrom8k(talk(seed * 31 + voice, count / rate))
      addAt(out, words, 0, between(random, 0.3, 0.8))
    }
    return out
  },
  hiss(random, count) {
    const normal = normalFrom(random)
    return Float32Array.from({ length: count }, normal)
  },
  /** Chords over a beat with drums: what comes from a car or a window. */
  music(random, count) {
    const out = new Float32Array(count)
    const beat = Math.round(between(random, 0.27, 0.6) * rate)
    const level = between(random, 0.3, 1)
    for (let at = 0, n = 0; at < count; at += beat / 2, n++) {
      const start = Math.round(at)
      if (n % 4 === 0) addAt(out, sharpSound('kick', random), start, level)
      if (n % 4 === 2) addAt(out, sharpSound('snare', random), start, level * 0.6)
      addAt(out, sharpSound('hat', random), start, level * between(random, 0.1, 0.3))
      if (n % 4 === 0) {
        const chord = new Float32Array(2 * beat)
        const root = 110 * 2 ** (Math.floor(random() * 12) / 12)
        for (const ratio of [1, 1.26, 1.5, 2])
          for (let k = 0; k < chord.length; k++)
            chord[k] =
              (chord[k] as number) +
              0.2 * Math.sin((2 * Math.PI * root * ratio * k) / rate) * Math.exp(-k / rate)
        addAt(out, chord, start, 1)
      }
    }
    return out
  },
}

/** Noise whose power falls by 3 dB an octave: Kellet's sum of six one-pole filters. */
function pink(random: Random, count: number): Float32Array {
  const normal = normalFrom(random)
  const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616]
  const gains = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898]
  const held = poles.map(() => 0)
  return Float32Array.from({ length: count }, () => {
    const white = normal()
    let sum = 0.5362 * white
    for (let n = 0; n < poles.length; n++) {
      held[n] = (poles[n] as number) * (held[n] as number) + (gains[n] as number) * white
      sum += held[n] as number
    }
    return 0.3 * sum
  })
}

function dull(random: Random, count: number, hz: number): Float32Array {
  const normal = normalFrom(random)
  const noise = Float32Array.from({ length: count }, normal)
  applySection(noise, lowPass(hz, rate))
  const scale = Math.sqrt(rate / 2 / hz)
  return noise.map(value => 0.7 * scale * value)
}

/** Passing things: the level goes up and down over seconds. */
function swelling(random: Random, sound: Float32Array, depth: number): Float32Array {
  const swells = Array.from({ length: 3 }, () => ({ hz: between(random, 0.03, 0.35), phase: 6.3 * random() }))
  return sound.map((value, n) => {
    let level = 0
    for (const { hz, phase } of swells) level += Math.sin((2 * Math.PI * hz * n) / rate + phase) / 3
    return value * (1 + depth * level)
  })
}

/** Each sample of 8 kHz drawn out to six, with straight lines between. */
export function upFrom8k(sound: Float32Array): Float32Array {
  const ratio = rate / 8000
  return Float32Array.from({ length: sound.length * ratio }, (_, n) => {
    const at = Math.floor(n / ratio)
    const share = n / ratio - at
    return (1 - share) * (sound[at] as number) + share * (sound[at + 1] ?? 0)
  })
}
