// Sounds made from nothing, at 8 kHz and about ±1. None imitates a real voice or a real case.
import { applySection, highPass, lowPass, resonance } from './filters.ts'
import { between, normalFrom, type Random, randomFrom } from './random.ts'

export const rate = 8000

const samplesIn = (seconds: number) => Math.round(seconds * rate)

/** Speech-like sound: phrases of syllables with gliding pitch, moving resonances, hissed consonants and pauses. */
export function talk(seed: number, seconds: number): Float32Array {
  const random = randomFrom(seed)
  const normal = normalFrom(random)
  const out = new Float32Array(samplesIn(seconds))
  let at = samplesIn(between(random, 0, 0.6))
  while (at < out.length) {
    const syllables = 2 + Math.floor(random() * 9)
    let pitch = between(random, 90, 230)
    for (let n = 0; n < syllables && at < out.length; n++) {
      if (random() < 0.6) at = hiss(out, at, random, normal)
      pitch *= between(random, 0.9, 1.1)
      at = vowel(out, at, pitch, random, normal)
      if (random() < 0.3) at += samplesIn(between(random, 0.02, 0.08))
    }
    at += samplesIn(between(random, 0.15, 1.4))
  }
  return out
}

function vowel(out: Float32Array, at: number, pitch: number, random: Random, normal: Random): number {
  const length = samplesIn(between(random, 0.07, 0.28))
  const voice = new Float32Array(length)
  const glide = between(random, -0.25, 0.25)
  let phase = random()
  for (let n = 0; n < length; n++) {
    phase += (pitch * (1 + (glide * n) / length) * between(random, 0.99, 1.01)) / rate
    if (phase >= 1) {
      phase -= 1
      voice[n] = 1
    }
    voice[n] = (voice[n] as number) + 0.02 * normal()
  }
  const formants = [
    { hz: between(random, 280, 800), q: 6, gain: 1 },
    { hz: between(random, 900, 2100), q: 8, gain: 0.7 },
    { hz: between(random, 2200, 3200), q: 9, gain: 0.35 },
  ]
  const loudness = between(random, 1.2, 3)
  for (const { hz, q, gain } of formants) {
    const part = voice.slice()
    applySection(part, resonance(hz, rate, q))
    for (let n = 0; n < length && at + n < out.length; n++)
      out[at + n] =
        (out[at + n] as number) +
        gain * loudness * (part[n] as number) * Math.sin((Math.PI * n) / length) ** 0.5
  }
  return at + length
}

function hiss(out: Float32Array, at: number, random: Random, normal: Random): number {
  const length = samplesIn(between(random, 0.03, 0.13))
  const noise = Float32Array.from({ length }, normal)
  applySection(noise, highPass(between(random, 1200, 2600), rate))
  const loudness = between(random, 0.03, 0.12)
  for (let n = 0; n < length && at + n < out.length; n++)
    out[at + n] = (out[at + n] as number) + loudness * (noise[n] as number) * Math.sin((Math.PI * n) / length)
  return at + length
}

/** Short bursts at the given seconds, each with a sharp front and a decaying rumble. */
export function bangs(seed: number, seconds: number, at: readonly number[]): Float32Array {
  const normal = normalFrom(randomFrom(seed))
  const out = new Float32Array(samplesIn(seconds))
  for (const time of at) {
    const start = samplesIn(time)
    for (let n = 0; n < rate / 2 && start + n < out.length; n++)
      out[start + n] = (out[start + n] as number) + 1.2 * normal() * Math.exp(-n / (0.03 * rate))
  }
  return out
}

/** Steady noise of a road: dull, swelling slowly as things pass. */
export function traffic(seed: number, seconds: number): Float32Array {
  const random = randomFrom(seed)
  const normal = normalFrom(random)
  const out = new Float32Array(samplesIn(seconds))
  const swells = Array.from({ length: 4 }, () => ({ hz: between(random, 0.02, 0.3), phase: random() * 6.3 }))
  for (let n = 0; n < out.length; n++) {
    let level = 1
    for (const { hz, phase } of swells) level += 0.35 * Math.sin((2 * Math.PI * hz * n) / rate + phase)
    out[n] = 0.3 * level * normal()
  }
  applySection(out, lowPass(between(random, 400, 900), rate))
  return out
}

/** An electronic alarm: one made period repeated exactly, from `from` to `to` seconds. */
export function alarm(
  seed: number,
  seconds: number,
  { period = 1, from = 0, to = seconds }: { period?: number; from?: number; to?: number } = {},
): Float32Array {
  const random = randomFrom(seed)
  const length = samplesIn(period)
  const low = between(random, 500, 900)
  const high = between(random, 1500, 3000)
  const loop = new Float32Array(length)
  let phase = 0
  for (let n = 0; n < length; n++) {
    phase += (2 * Math.PI * (low + (high - low) * Math.abs((2 * n) / length - 1))) / rate
    loop[n] = 0.5 * (Math.sin(phase) + 0.5 * Math.sin(2 * phase)) * (n < length * 0.9 ? 1 : 0)
  }
  const out = new Float32Array(samplesIn(seconds))
  const start = samplesIn(from)
  for (let n = start; n < Math.min(out.length, samplesIn(to)); n++)
    out[n] = loop[(n - start) % length] as number
  return out
}

/** Two short tones every `every` seconds, as body cameras give. */
export function beeps(seconds: number, { hz = 1900, first = 0.5, every = 120 } = {}): Float32Array {
  const out = new Float32Array(samplesIn(seconds))
  for (let time = first; time < seconds; time += every)
    for (const start of [samplesIn(time), samplesIn(time + 0.35)])
      for (let n = 0; n < 0.2 * rate && start + n < out.length; n++)
        out[start + n] = 0.6 * Math.sin((2 * Math.PI * hz * n) / rate)
  return out
}

/** Notes over a beat; with `bars` set, that many two-second bars repeat exactly. */
export function music(seed: number, seconds: number, { bars = Number.POSITIVE_INFINITY } = {}): Float32Array {
  const out = new Float32Array(samplesIn(seconds))
  const beat = 0.5
  for (let time = 0, n = 0; time < seconds; time += beat, n++) {
    const random = randomFrom(seed * 7919 + (n % (bars * 4)))
    const notes = Array.from({ length: 3 }, () => 220 * 2 ** (Math.floor(random() * 36) / 12))
    const start = samplesIn(time)
    for (let k = 0; k < beat * rate * 1.6 && start + k < out.length; k++)
      for (const hz of notes)
        out[start + k] =
          (out[start + k] as number) +
          0.25 * Math.sin((2 * Math.PI * hz * k) / rate) * Math.exp(-k / (0.25 * rate))
    const normal = normalFrom(random)
    for (let k = 0; k < 0.05 * rate && start + k < out.length; k++)
      out[start + k] = (out[start + k] as number) + 0.5 * normal() * Math.exp(-k / (0.012 * rate))
  }
  return out
}

/** A sound of its own placed at given seconds in silence: an announcement played again, a siren sample, a television. */
export function placedAt(seconds: number, clip: Float32Array, at: readonly number[]): Float32Array {
  const out = new Float32Array(samplesIn(seconds))
  for (const time of at) {
    const start = samplesIn(time)
    for (let n = 0; n < clip.length && start + n < out.length; n++)
      out[start + n] = (out[start + n] as number) + (clip[n] as number)
  }
  return out
}

/** A room's reply: the sound followed by a few dozen decaying copies. */
export function inRoom(
  seed: number,
  source: Float32Array,
  { seconds = 0.25, level = 0.5 } = {},
): Float32Array {
  const random = randomFrom(seed)
  const out = source.slice()
  for (let copy = 0; copy < 24; copy++) {
    const delay = samplesIn(between(random, 0.004, seconds))
    const gain = level * (random() < 0.5 ? -1 : 1) * Math.exp((-3 * delay) / samplesIn(seconds)) * random()
    for (let n = delay; n < out.length; n++)
      out[n] = (out[n] as number) + gain * (source[n - delay] as number)
  }
  return out
}

/** The sound with one echo of gain 1, `late` seconds after a direct sound of gain `direct`. */
export function echoed(
  source: Float32Array,
  { late, direct }: { readonly late: number; readonly direct: number },
): Float32Array {
  const delay = samplesIn(late)
  return source.map((value, n) => direct * value + (source[n - delay] ?? 0))
}

export function mixOf(...parts: readonly (readonly [gain: number, sound: Float32Array])[]): Float32Array {
  const out = new Float32Array(Math.max(...parts.map(([, sound]) => sound.length)))
  for (const [gain, sound] of parts)
    for (let n = 0; n < sound.length; n++) out[n] = (out[n] as number) + gain * (sound[n] as number)
  return out
}
