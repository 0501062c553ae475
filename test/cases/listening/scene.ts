// One made stretch of a street with everything in it known: impulses, their echoes, and what must not be taken for impulses.
import { applySection, lowPass } from '../sound/filters.ts'
import { between, type Random, randomFrom } from '../sound/random.ts'
import { talk } from '../sound/sources.ts'
import { type BackgroundKind, background, upFrom8k } from './backgrounds.ts'
import { addAt, rate, sharpKinds, sharpSound, smallKinds } from './sharp-sounds.ts'

/** Sounds that are not made here: found recordings at 48 kHz, each beginning at its first sample. */
export interface FoundSounds {
  readonly sharp: readonly FoundSound[]
  readonly small: readonly FoundSound[]
  readonly speech: readonly FoundSound[]
}

export interface FoundSound {
  readonly name: string
  readonly samples: Float32Array
}

export const nothingFound: FoundSounds = { sharp: [], small: [], speech: [] }

export interface TrueImpulse {
  /** Seconds from the start of the scene. */
  readonly at: number
  readonly name: string
  readonly snrDb: number
  /** The first 20 ms of it alone, as it was put in. */
  readonly own: Float32Array
}

export interface Scene {
  readonly samples: Float32Array
  readonly impulses: readonly TrueImpulse[]
  readonly echoes: readonly { readonly at: number; readonly of: number }[]
  /** What is small, with where it begins. */
  readonly small: readonly { readonly at: number; readonly name: string }[]
  readonly speech: readonly { readonly from: number; readonly to: number }[]
}

export interface ScenePlan {
  readonly seed: number
  readonly seconds: number
  readonly background: BackgroundKind
  /** Scenes with the same one have the same background; null for one of its own. */
  readonly backgroundSeed: number | null
  /** Power in the first 20 ms of an impulse against the background's, in dB: drawn between these. */
  readonly snrDb: readonly [number, number]
  /** Mean seconds between impulses. */
  readonly every: number
  /** Seconds between the two of a pair; null where impulses come alone. */
  readonly pairApart: number | null
  /** Of each pair the one that is not heard, with all else as it is; null where both are. */
  readonly leftOut: 'first' | 'second' | null
  readonly echoes: boolean
  /** How many small sounds and stretches of speech come in ten seconds. */
  readonly smallPerTen: number
  readonly speechPerTen: number
  /** Power of small sounds in their first 20 ms, and of speech over its length, against the background's, in dB: drawn between these. */
  readonly smallDb: readonly [number, number]
  readonly speechDb: readonly [number, number]
  readonly found: FoundSounds
}

export const plainPlan: Omit<ScenePlan, 'seed'> = {
  seconds: 30,
  background: 'street',
  backgroundSeed: null,
  snrDb: [6, 30],
  every: 2,
  pairApart: null,
  leftOut: null,
  echoes: false,
  smallPerTen: 0,
  speechPerTen: 0,
  smallDb: [-4, 11],
  speechDb: [5, 22],
  found: nothingFound,
}

/** Power of the background: 1 is full scale. */
const backgroundRms = 0.006
const firstSeconds = 0.02

export function makeScene(plan: ScenePlan): Scene {
  const random = randomFrom(plan.seed * 7 + 3)
  const { seconds } = plan
  const out = background(plan.background, plan.backgroundSeed ?? plan.seed * 13 + 1, seconds).map(
    value => backgroundRms * value,
  )
  const impulses: TrueImpulse[] = []
  const echoes: { at: number; of: number }[] = []
  const wall = plan.echoes ? wallsOf(random) : []
  const put = (at: number, sound: FoundSound, snrDb: number) => {
    const begin = Math.round(at * rate)
    const gain = gainFor(sound.samples, snrDb)
    const isLeftOut = plan.leftOut === (impulses.length % 2 === 0 ? 'first' : 'second')
    if (!isLeftOut) addAt(out, sound.samples, begin, gain)
    for (const { delay, level, hz } of wall) {
      const echo = sound.samples.slice()
      applySection(echo, lowPass(hz, rate))
      addAt(out, echo, begin + Math.round(delay * rate), gain * level)
      echoes.push({ at: at + delay, of: impulses.length })
    }
    if (plan.echoes && random() < 0.5) tail(out, sound.samples, begin, gain, random)
    const own = sound.samples.subarray(0, Math.round(firstSeconds * rate)).map(value => gain * value)
    impulses.push({ at: begin / rate, name: sound.name, snrDb, own })
  }
  for (
    let at = between(random, 0.6, 0.6 + plan.every);
    at < seconds - 1;
    at += between(random, 0.5, 1.5) * plan.every
  ) {
    const sound = drawn(random, plan.found.sharp, sharpKinds)
    const snrDb = between(random, ...plan.snrDb)
    put(at, sound, snrDb)
    if (plan.pairApart !== null) {
      const isSame = random() < 0.5
      put(
        at + plan.pairApart,
        isSame ? sound : drawn(random, plan.found.sharp, sharpKinds),
        isSame ? snrDb : snrDb + between(random, -2, 2),
      )
    }
  }
  const isClear = (from: number, to: number) => !impulses.some(({ at }) => at > from - 0.5 && at < to + 0.25)
  const small: { at: number; name: string }[] = []
  for (let n = 0; n < (plan.smallPerTen * seconds) / 10; n++) {
    const at = between(random, 0.5, seconds - 1)
    if (!isClear(at, at + 0.4)) continue
    const sound = drawn(random, plan.found.small, smallKinds)
    addAt(out, sound.samples, Math.round(at * rate), gainFor(sound.samples, between(random, ...plan.smallDb)))
    small.push({ at, name: sound.name })
  }
  const speech: { from: number; to: number }[] = []
  for (let n = 0; n < (plan.speechPerTen * seconds) / 10; n++) {
    const from = between(random, 0.5, seconds - 1.5)
    const sound =
      plan.found.speech.length > 0
        ? drawn(random, plan.found.speech, [])
        : { name: 'talk', samples: upFrom8k(talk(plan.seed * 97 + n, between(random, 1, 3))) }
    const to = from + sound.samples.length / rate
    if (to > seconds - 0.3 || speech.some(each => from < each.to + 0.5 && to > each.from - 0.5)) continue
    addAt(
      out,
      sound.samples,
      Math.round(from * rate),
      loudnessGain(sound.samples, between(random, ...plan.speechDb)),
    )
    speech.push({ from, to })
  }
  impulses.sort((a, b) => a.at - b.at)
  return { samples: out, impulses, echoes, small, speech: speech.sort((a, b) => a.from - b.from) }
}

function drawn(
  random: Random,
  found: readonly FoundSound[],
  kinds: readonly Parameters<typeof sharpSound>[0][],
): FoundSound {
  const isFound = found.length > 0 && (kinds.length === 0 || random() < 0.5)
  if (isFound) return found[Math.floor(random() * found.length)] as FoundSound
  const kind = kinds[Math.floor(random() * kinds.length)] as (typeof kinds)[number]
  return { name: kind, samples: sharpSound(kind, random) }
}

/**
 * How far the first 20 ms of an impulse stand over all else that sounds in them, the tails of earlier ones included, in dB of power: as `snrDb` says it of the
 * background alone.
 */
export function overGroundDb({ samples }: Scene, { at, own }: TrueImpulse): number {
  const begin = Math.round(at * rate)
  let [power, ground] = [1e-12, 1e-12]
  for (const [n, value] of own.entries()) {
    power += value ** 2
    ground += ((samples[begin + n] ?? 0) - value) ** 2
  }
  return 10 * Math.log10(power / ground)
}

/** So that the first 20 ms of the sound have the stated power over the background. */
function gainFor(sound: Float32Array, snrDb: number): number {
  const count = Math.min(sound.length, Math.round(firstSeconds * rate))
  let power = 1e-12
  for (let n = 0; n < count; n++) power += (sound[n] as number) ** 2
  const wanted = backgroundRms * 10 ** (snrDb / 20)
  return wanted / Math.sqrt(power / Math.round(firstSeconds * rate))
}

/** So that the whole sound, pauses included, has the stated power over the background. */
function loudnessGain(sound: Float32Array, snrDb: number): number {
  let power = 1e-12
  for (const value of sound) power += value * value
  return (backgroundRms * 10 ** (snrDb / 20)) / Math.sqrt(power / sound.length)
}

/** One to three walls that answer every sound alike: 20 to 300 ms late, weaker and duller. */
function wallsOf(random: Random) {
  const walls = 1 + Math.floor(random() * 3)
  return Array.from({ length: walls }, () => ({
    delay: between(random, 0.02, 0.3),
    level: between(random, 0.2, 0.6),
    hz: between(random, 3000, 15_000),
  }))
}

/** Many small echoes that run together: a street or a hall. */
function tail(out: Float32Array, sound: Float32Array, at: number, gain: number, random: Random): void {
  const fall = between(random, 0.05, 0.3)
  for (let copy = 0; copy < 60; copy++) {
    const delay = between(random, 0.004, 3 * fall)
    const level = 0.25 * Math.exp(-delay / fall) * (random() < 0.5 ? -1 : 1)
    addAt(out, sound, at + Math.round(delay * rate), gain * level)
  }
}
