import { backgroundKinds } from '../../test/cases/listening/backgrounds.ts'
import {
  type FoundSound,
  type FoundSounds,
  makeScene,
  plainPlan,
  type Scene,
  type ScenePlan,
} from '../../test/cases/listening/scene.ts'
import { between, type Random } from '../../test/cases/sound/random.ts'
import { madeSmallSounds } from './small-sounds.ts'
import { variedSounds } from './vary-sounds.ts'

/** In turn: what people do most where a recorder runs, much of it with voices. */
const sceneKinds = [
  ...['steps', 'crowd', 'talk', 'close', 'burst', 'crowd and talk'],
  ...['mixed', 'call', 'steps', 'talk', 'close', 'plain'],
] as const
type RowSceneKind = (typeof sceneKinds)[number]

export interface RowScene {
  readonly kind: string
  readonly scene: Scene
  /** Of the scene, as loud as it is recorded. */
  readonly sound: Float32Array
}

const smallMade = 8
const roomShare = 0.45
const backgroundRms = 0.006

/** The `n`th scene that onsets among others are learned from: 30 s with crowds of dry voices, voices in rooms, close voices in quiet places, calls, steps, bursts. */
export function rowScene(n: number, seed: number, found: FoundSounds, random: Random): RowScene {
  const kind = sceneKinds[n % sceneKinds.length] as RowSceneKind
  const varied = variedSounds(found, random)
  const small = [...varied.small, ...madeSmallSounds(smallMade, random)]
  const speech = random() < roomShare ? varied.speech.map(each => inRoom(each, random)) : varied.speech
  const sounds: FoundSounds = { sharp: varied.sharp, small, speech }
  const background =
    random() < 0.6 ? 'street' : (backgroundKinds[Math.floor(random() * backgroundKinds.length)] ?? 'street')
  const isQuiet = random() < 0.4
  const plan: ScenePlan = {
    ...{ ...plainPlan, seed, background, found: sounds, seconds: 30 },
    ...planOf(kind, n, isQuiet, random),
  }
  const scene = makeScene(plan)
  const sound = scene.samples.slice()
  if (kind.startsWith('crowd')) addCrowd(sound, speech, random)
  const isClose = kind === 'close' || kind === 'call'
  const gain = isClose
    ? between(random, 0.2, 2.5) / sound.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6)
    : 2 ** between(random, -1, 1.5)
  return { kind, scene, sound: sound.map(value => gain * value) }
}

function planOf(kind: RowSceneKind, n: number, isQuiet: boolean, random: Random): Partial<ScenePlan> {
  switch (kind) {
    case 'steps':
      return {
        ...{ every: 3.5, snrDb: isQuiet ? [14, 45] : [6, 30], smallPerTen: 16 },
        ...{ smallDb: isQuiet ? [3, 34] : [-2, 18], speechPerTen: 2, speechDb: isQuiet ? [10, 40] : [5, 22] },
      }
    case 'crowd':
      return { every: 2.2, snrDb: [8, 32], smallPerTen: 3 }
    case 'crowd and talk':
      return { every: 2.2, snrDb: [8, 32], smallPerTen: 2, speechPerTen: 1.5 }
    case 'talk':
      return { every: 2.2, smallPerTen: 3, speechPerTen: 3, speechDb: [5, 24] }
    case 'close':
      return {
        ...{ every: 3, snrDb: [15, 50], smallPerTen: 5, smallDb: [0, 30] },
        ...{ speechPerTen: 5, speechDb: [18, 45] },
      }
    case 'call':
      return {
        ...{ every: 4, snrDb: [20, 50], smallPerTen: 1, smallDb: [5, 30] },
        ...{ speechPerTen: 5, speechDb: [25, 55] },
      }
    case 'burst':
      return {
        ...{ every: between(random, 0.3, 0.8), snrDb: [8, 32] },
        ...{ smallPerTen: 2, speechPerTen: n % 2 === 1 ? 1.5 : 0 },
      }
    case 'mixed':
      return {
        ...{
          every: 1.6,
          snrDb: isQuiet ? [12, 45] : [5, 30],
          smallPerTen: 7,
          smallDb: isQuiet ? [0, 32] : [-4, 16],
        },
        ...{ speechPerTen: n % 3 === 0 ? 0 : 2.5, speechDb: isQuiet ? [10, 40] : [5, 24] },
        ...{ echoes: n % 4 === 0, pairApart: n % 4 === 2 ? between(random, 0.04, 0.12) : null },
      }
    case 'plain':
      return { every: 2, smallPerTen: 6 }
  }
}

/** Voices as they are, 15 to 80 of them, together 8 dB weaker to 3 dB louder than the street. */
function addCrowd(street: Float32Array, voices: readonly FoundSound[], random: Random): void {
  const crowd = new Float32Array(street.length)
  const count = Math.floor(between(random, 15, 80))
  for (let n = 0; n < count; n++) {
    const { samples } = voices[Math.floor(random() * voices.length)] as FoundSound
    const from = Math.floor(random() * (crowd.length - 1000))
    const gain = between(random, 0.2, 1) / (random() < 0.7 ? 1 : 8 * rmsOf(samples))
    for (let at = 0; at < samples.length && from + at < crowd.length; at++)
      crowd[from + at] = (crowd[from + at] as number) + gain * (samples[at] as number)
  }
  const gain = (backgroundRms * between(random, 0.4, 1.4)) / rmsOf(crowd)
  for (let at = 0; at < street.length; at++)
    street[at] = (street[at] as number) + gain * (crowd[at] as number)
}

/** 40 to 90 echoes that die away within a second. */
function inRoom({ name, samples }: FoundSound, random: Random): FoundSound {
  const fall = between(random, 0.03, 0.3)
  const count = Math.floor(between(random, 40, 90))
  const level = between(random, 0.1, 0.6)
  const out = new Float32Array(samples.length + Math.ceil(3 * fall * 48_000))
  out.set(samples)
  for (let echo = 0; echo < count; echo++) {
    const delay = between(random, 0.003, 3 * fall)
    const gain = level * Math.exp(-delay / fall) * (random() < 0.5 ? -1 : 1)
    const from = Math.round(delay * 48_000)
    for (let at = 0; at < samples.length; at++)
      out[from + at] = (out[from + at] as number) + gain * (samples[at] as number)
  }
  return { name, samples: out }
}

function rmsOf(sound: Float32Array): number {
  return Math.sqrt(sound.reduce((sum, value) => sum + value * value, 1e-12) / sound.length)
}
