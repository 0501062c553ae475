import { backgroundKinds } from '../../test/cases/listening/backgrounds.ts'
import {
  type FoundSound,
  type FoundSounds,
  makeScene,
  plainPlan,
  type Scene,
} from '../../test/cases/listening/scene.ts'
import { addAt, sharpKinds, sharpSound } from '../../test/cases/listening/sharp-sounds.ts'
import { between, type Random } from '../../test/cases/sound/random.ts'
import { footfalls } from './footfalls.ts'
import type { RowScene } from './row-scenes.ts'
import { madeSmallSounds } from './small-sounds.ts'
import { variedSounds } from './vary-sounds.ts'

/** In turn: what is near a microphone that is worn, and what comes again there and is no step. */
const nearKinds = ['walk', 'near talk', 'volley', 'walk and talk'] as const

const rate = 48_000
const backgroundRms = 0.006

/** The `n`th scene of what is near a microphone, most of it in quiet places: 30 s of steps, of close voices, of both, and of shots at a steady pace. */
export function nearScene(n: number, seed: number, found: FoundSounds, random: Random): RowScene {
  const kind = nearKinds[n % nearKinds.length] as (typeof nearKinds)[number]
  const varied = variedSounds(found, random)
  const small = [...varied.small, ...madeSmallSounds(6, random)]
  const sounds: FoundSounds = {
    sharp: varied.sharp,
    small,
    speech: varied.speech.map(each => close(each, random)),
  }
  const background =
    random() < 0.5 ? 'street' : (backgroundKinds[Math.floor(random() * backgroundKinds.length)] ?? 'street')
  const hasTalk = kind === 'near talk' || kind === 'walk and talk' || random() < 0.3
  const scene = makeScene({
    ...{ ...plainPlan, seed, background, found: sounds, seconds: 30 },
    ...{ every: kind === 'volley' ? 7 : between(random, 2.5, 6), snrDb: random() < 0.6 ? [12, 48] : [8, 32] },
    ...{ smallPerTen: between(random, 0, 4), smallDb: [0, 30] },
    ...{ speechPerTen: hasTalk ? between(random, 1.5, 5) : 0, speechDb: random() < 0.7 ? [18, 45] : [8, 25] },
  })
  const whole = kind === 'volley' ? withVolleys(scene, sounds, random) : scene
  const sound = whole.samples.slice()
  if (kind !== 'near talk' && (kind !== 'volley' || random() < 0.3)) addWalk(sound, whole, small, random)
  const height = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6)
  const gain = random() < 0.5 ? between(random, 0.1, 2.5) / height : 2 ** between(random, -1, 1.5)
  return { kind, scene: whole, sound: sound.map(value => gain * value) }
}

/** Steps of one pair of feet, or of two; none where an impulse is. */
function addWalk(
  sound: Float32Array,
  { impulses }: Scene,
  small: readonly FoundSound[],
  random: Random,
): void {
  for (let person = 0; person < (random() < 0.25 ? 2 : 1); person++) {
    const gain = backgroundRms * 10 ** (between(random, person === 0 ? 6 : 0, person === 0 ? 42 : 25) / 20)
    for (const { at, samples } of footfalls(sound.length / rate, small, random))
      if (!impulses.some(each => at > each.at - 0.06 && at < each.at + 0.06))
        addAt(sound, samples, Math.round(at * rate), gain)
  }
}

/** The same shot some times over, at a pace as steady as steps are, or hardly steady. */
function withVolleys(scene: Scene, { sharp }: FoundSounds, random: Random): Scene {
  const samples = scene.samples.slice()
  const impulses = [...scene.impulses]
  let at = between(random, 0.5, 4)
  while (at < 28) {
    const apart = between(random, 0.18, 1.6)
    const unsteady = random() < 0.6 ? between(random, 0, 0.06) : between(random, 0.06, 0.4)
    const kind = sharpKinds[Math.floor(random() * sharpKinds.length)] as (typeof sharpKinds)[number]
    const own =
      sharp.length > 0 && random() < 0.6
        ? (sharp[Math.floor(random() * sharp.length)] as FoundSound)
        : { name: kind, samples: sharpSound(kind, random) }
    const level = between(random, 8, 45)
    const unlike = between(random, 0, 3)
    for (let n = 0; n < between(random, 3, 16) && at < 28.5; n++) {
      if (!impulses.some(each => Math.abs(each.at - at) < 0.12)) {
        const begin = Math.round(at * rate)
        addAt(samples, own.samples, begin, levelGain(own.samples, level + between(random, -unlike, unlike)))
        impulses.push({ at: begin / rate, name: own.name, snrDb: level, own: new Float32Array(0) })
      }
      at += apart * (1 + between(random, -unsteady, unsteady))
    }
    at += between(random, 1, 6)
  }
  return { ...scene, samples, impulses: impulses.sort((a, b) => a.at - b.at) }
}

function levelGain(sound: Float32Array, snrDb: number): number {
  const count = Math.round(0.02 * rate)
  let power = 1e-12
  for (let n = 0; n < count; n++) power += (sound[n] ?? 0) ** 2
  return (backgroundRms * 10 ** (snrDb / 20)) / Math.sqrt(power / count)
}

/** As a voice sounds near a microphone: some with more below 300 Hz, some whose plosives blow at it. */
function close({ name, samples }: FoundSound, random: Random): FoundSound {
  if (random() < 0.5) return { name, samples }
  const kept = Math.exp((-2 * Math.PI * between(random, 80, 350)) / rate)
  const boost = between(random, 0.5, 5)
  let low = 0
  return {
    name,
    samples: samples.map(value => {
      low = kept * low + (1 - kept) * value
      return value + boost * low
    }),
  }
}
