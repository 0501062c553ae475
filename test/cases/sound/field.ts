// Whole folders as an incident leaves them: many recorders at one or two events, near and far, with sounds that fool
// correlation. Drawn anew from each seed; nothing in it is a real voice or a real case unless sounds are given.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applySection, highPass, lowPass } from './filters.ts'
import { type Microphone, record } from './microphone.ts'
import { between, normalFrom, type Random, randomFrom } from './random.ts'
import { alarm, bangs, beeps, inRoom, mixOf, music, placedAt, rate, talk, traffic } from './sources.ts'

/** What must come of a recording. */
export type Expected =
  /** At least 30 s in common with another such, signal at least as loud as noise, no sound that repeats. */
  | 'plain'
  /** The same with noise 10 dB above the signal. */
  | 'deep'
  /** Over a loop, a song or a siren, with other sound in common. */
  | 'looped'
  /** Short, or with little in common: may be placed or refused, but not wrongly. */
  | 'free'

export interface FieldRecording {
  readonly id: string
  readonly event: string
  readonly expected: Expected
  /** Start by sound: file time 0 on the event's clock, less the travel from the middle of the event. */
  readonly start: number
  readonly driftPpm: number
  readonly seconds: number
  readonly snrDb: number
  /** What is odd about it, for reading results. */
  readonly ways: string
  readonly samples: Int16Array
}

/** The confusing sound of a folder. */
export const lures = [
  'none',
  'alarm',
  'song',
  'siren sample',
  'beeps',
  'announcement',
  'television',
  'machine',
] as const
export type Lure = (typeof lures)[number]

export interface FieldOptions {
  readonly lure: Lure
  /** The lure is heard at both events; what else they hear differs. */
  readonly isAtBoth: boolean
  /** Mono 16-bit WAV files at 8 or 16 kHz, to take the place of made speech. */
  readonly sounds?: readonly Float32Array[]
}

export function fieldFolder(
  seed: number,
  { lure, isAtBoth, sounds }: FieldOptions,
): readonly FieldRecording[] {
  const random = randomFrom(seed)
  const seconds = between(random, 150, 330)
  const lureLevel = between(random, 0.5, 1.6)
  const events = [
    { name: 'one', recorders: 4 + Math.floor(random() * 4), hears: true },
    { name: 'two', recorders: 2 + Math.floor(random() * 2), hears: isAtBoth },
    { name: 'loner', recorders: 1, hears: isAtBoth && random() < 0.5 },
  ]
  return events.flatMap(({ name, recorders, hears }, at) => {
    const own = street(seed * 7 + 1000 * at, seconds, sounds)
    // No two machines wander alike; everything else is one and the same recorded sound at both.
    const lureSound = lureOf(lure, lure === 'machine' ? seed + at : seed, seconds, sounds)
    const shift = at === 0 ? 0 : between(random, -40, 60)
    const sound = hears ? mixOf([1, own], [lureLevel, shifted(lureSound, shift)]) : own
    return recordersAt(random, seed * 100 + at, {
      event: name,
      sound,
      seconds,
      count: recorders,
      isLured: hears && lure !== 'none' && lure !== 'beeps',
      sounds,
    })
  })
}

interface Gathering {
  readonly event: string
  readonly sound: Float32Array
  readonly seconds: number
  readonly count: number
  readonly isLured: boolean
  readonly sounds: readonly Float32Array[] | undefined
}

function recordersAt(random: Random, seed: number, gathering: Gathering): FieldRecording[] {
  const { event, sound, seconds, count, isLured, sounds } = gathering
  const isDeep = random() < 0.2
  const core = between(random, 0.35, 0.65) * seconds
  return Array.from({ length: count }, (_, n) => {
    const ways: string[] = []
    const chance = (part: number, word: string) => {
      const is = random() < part
      if (is) ways.push(word)
      return is
    }
    // All but the short ones hold the same 45 s in the middle of the event.
    const isShort = n > 1 && chance(0.15, 'short')
    const length = isShort ? between(random, 6, 25) : between(random, 60, Math.min(200, seconds - 10))
    const from = isShort ? between(random, 5, seconds - length - 5) : core - between(random, 8, length - 52)
    const start = Math.max(0, Math.min(seconds - length - 1, from))
    const snrDb = isDeep ? -10 : between(random, 0, 20)
    const metres = chance(0.3, 'far') ? between(random, 20, 120) : between(random, 1, 12)
    const isWalking = chance(0.15, 'walks')
    const own = new Float32Array(Math.round(length * rate))
    if (chance(0.3, 'wearer'))
      mixInto(own, speech(seed + 31 * n, length, sounds, 0.15), between(random, 0.3, 1.2))
    if (chance(0.25, 'wind')) mixInto(own, wind(seed + 37 * n, length), between(random, 0.3, 1.5))
    if (chance(0.2, 'handled')) mixInto(own, bangs(seed + 41 * n, length, spread(random, length, 9)), 0.8)
    if (chance(0.15, 'camera beeps')) mixInto(own, beeps(length, { hz: 2100, every: 40 }), 0.5)
    const isIndoors = chance(0.25, 'room')
    const hasEcho = chance(0.1, 'echo')
    const mic: Microphone = {
      seed: seed + 13 * n,
      start,
      seconds: length,
      driftPpm: between(random, -250, 250),
      snrDb,
      metres,
      metresPerSecond: isWalking ? between(random, -1, 1) * Math.min(0.6, (metres - 1) / length) : 0,
      silentSeconds: length > 110 && chance(0.25, 'silent start') ? 30 : 0,
      codec: chance(0.15, 'telephone') ? 'telephone' : chance(0.15, 'mulaw') ? 'mulaw' : 'none',
      isClipping: chance(0.15, 'clips'),
      hasAutomaticGain: chance(0.3, 'gain'),
      own,
    }
    const heard = isIndoors ? inRoom(seed + n, sound, { seconds: between(random, 0.1, 0.5) }) : sound
    const placed = hasEcho ? mixOf([0.5, heard], [0.8, shifted(heard, between(random, 0.02, 0.09))]) : heard
    const isPlain = !isShort && !hasEcho
    return {
      id: `${event}-${n}`,
      event,
      expected: !isPlain ? 'free' : isDeep ? 'deep' : isLured ? 'looped' : 'plain',
      start: start - metres / 343,
      driftPpm: mic.driftPpm ?? 0,
      seconds: length,
      snrDb,
      ways: ways.join(', '),
      samples: record(placed, mic),
    }
  })
}

function street(seed: number, seconds: number, sounds: readonly Float32Array[] | undefined): Float32Array {
  const random = randomFrom(seed)
  return mixOf(
    [1, speech(seed, seconds, sounds, between(random, 0.3, 0.9))],
    [between(random, 0.3, 0.8), speech(seed + 1, seconds, sounds, between(random, 0.2, 0.7))],
    [between(random, 0.1, 0.6), traffic(seed + 2, seconds)],
    [1, bangs(seed + 3, seconds, spread(random, seconds, Math.floor(random() * 6)))],
  )
}

/** Speech, made or given, that fills about `part` of the time. */
function speech(
  seed: number,
  seconds: number,
  sounds: readonly Float32Array[] | undefined,
  part: number,
): Float32Array {
  const random = randomFrom(seed + 99)
  const out = new Float32Array(Math.round(seconds * rate))
  for (let at = between(random, 0, 4); at < seconds; ) {
    const said = sounds
      ? (sounds[Math.floor(random() * sounds.length)] as Float32Array)
      : talk(Math.floor(random() * 1e9), between(random, 2, 9))
    const loud = between(random, 0.5, 1.4)
    const first = Math.round(at * rate)
    for (let n = 0; n < said.length && first + n < out.length; n++)
      out[first + n] = (out[first + n] as number) + loud * (said[n] as number)
    at += said.length / rate + (said.length / rate) * (1 / part - 1) * between(random, 0.3, 1.7)
  }
  return out
}

function lureOf(
  lure: Lure,
  seed: number,
  seconds: number,
  sounds: readonly Float32Array[] | undefined,
): Float32Array {
  const random = randomFrom(seed + 5)
  const long = seconds + 120
  switch (lure) {
    case 'none':
      return new Float32Array(1)
    case 'alarm':
      return alarm(seed, long, { period: between(random, 0.4, 4) })
    case 'song':
      return random() < 0.5 ? music(seed, long) : music(seed, long, { bars: 2 + Math.floor(random() * 6) })
    case 'siren sample': {
      const sample = alarm(seed, between(random, 4, 25), { period: between(random, 0.7, 5) })
      return placedAt(long, sample, spread(random, seconds, 2 + Math.floor(random() * 3)))
    }
    case 'beeps':
      return beeps(long, { every: between(random, 5, 30), hz: between(random, 900, 2500) })
    case 'announcement': {
      const said = speech(seed, between(random, 6, 20), sounds, 0.95)
      return placedAt(long, said, spread(random, seconds, 2 + Math.floor(random() * 3)))
    }
    case 'television':
      return mixOf([1, speech(seed, long, sounds, 0.8)], [0.4, music(seed, long)])
    case 'machine': {
      // An engine or a pump: a buzz whose period is a little unsteady.
      const normal = normalFrom(random)
      const out = new Float32Array(Math.round(long * rate))
      let phase = 0
      let hz = between(random, 8, 40)
      for (let n = 0; n < out.length; n++) {
        if (n % 800 === 0) hz *= 1 + 0.004 * normal()
        phase += hz / rate
        if (phase >= 1) {
          phase -= 1
          out[n] = 2
        }
      }
      applySection(out, highPass(120, rate))
      applySection(out, lowPass(2500, rate))
      return out
    }
  }
}

function wind(seed: number, seconds: number): Float32Array {
  const random = randomFrom(seed)
  const normal = normalFrom(random)
  const out = new Float32Array(Math.round(seconds * rate))
  let level = 0
  for (let n = 0; n < out.length; n++) {
    if (n % 400 === 0) level = Math.max(0, 0.97 * level + 0.15 * normal())
    out[n] = 6 * level * normal()
  }
  applySection(out, lowPass(between(random, 90, 250), rate))
  return out
}

function spread(random: Random, seconds: number, count: number): readonly number[] {
  return Array.from({ length: count }, () => between(random, 0.05, 0.9) * seconds)
}

function shifted(sound: Float32Array, seconds: number): Float32Array {
  const by = Math.round(seconds * rate)
  return Float32Array.from(sound, (_, n) => sound[n - by] ?? 0)
}

function mixInto(out: Float32Array, sound: Float32Array, gain: number): void {
  for (let n = 0; n < out.length; n++) out[n] = (out[n] as number) + gain * (sound[n] ?? 0)
}

/** Mono 16-bit WAV files of a folder, at 8 kHz and about ±1. */
export function soundsIn(folder: string): readonly Float32Array[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.wav'))
    .sort()
    .flatMap(name => {
      const bytes = readFileSync(join(folder, name))
      const isFit = bytes.length > 24_000 && bytes.readUInt16LE(22) === 1 && bytes.readUInt16LE(34) === 16
      const step = isFit ? bytes.readUInt32LE(24) / rate : 0
      if (step !== 1 && step !== 2) return []
      const samples = new Int16Array(
        bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + (bytes.length & ~1)),
      )
      const sound = Float32Array.from({ length: Math.floor(samples.length / step) }, (_, n) => {
        const at = n * step
        return step === 1
          ? (samples[at] as number)
          : ((samples[at] as number) + (samples[at + 1] as number)) / 2
      })
      const loud = Math.sqrt(sound.reduce((sum, each) => sum + each * each, 0) / sound.length)
      return loud > 20 ? [sound.map(each => (0.35 * each) / loud)] : []
    })
}
