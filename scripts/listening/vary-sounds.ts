import type { FoundSound, FoundSounds } from '../../test/cases/listening/scene.ts'
import { between, type Random } from '../../test/cases/sound/random.ts'

/** So many of each sort in one scene: all of them, varied, would take longer than the scene. */
const drawn = { sharp: 8, small: 14, speech: 8 } as const

/**
 * Some of `found`, each as another room, hand or microphone might have it: up to a quarter slower or faster, duller or brighter. A score that is trained
 * on few recordings would otherwise learn them by heart.
 */
export function variedSounds(found: FoundSounds, random: Random): FoundSounds {
  const some = (sounds: readonly FoundSound[], count: number) =>
    sounds.length === 0
      ? []
      : Array.from({ length: count }, () =>
          varied(sounds[Math.floor(random() * sounds.length)] as FoundSound, random),
        )
  return {
    sharp: some(found.sharp, drawn.sharp),
    small: some(found.small, drawn.small),
    speech: some(found.speech, drawn.speech),
  }
}

function varied({ name, samples }: FoundSound, random: Random): FoundSound {
  const speed = 2 ** between(random, -0.35, 0.35)
  const bright = between(random, -0.6, 1.4)
  const pole = Math.exp(-2 * Math.PI * (between(random, 800, 4000) / 48_000))
  const out = new Float32Array(Math.floor((samples.length - 1) / speed))
  let dull = 0
  for (let n = 0; n < out.length; n++) {
    const at = Math.floor(n * speed)
    const share = n * speed - at
    const value = (1 - share) * (samples[at] as number) + share * (samples[at + 1] as number)
    dull = pole * dull + (1 - pole) * value
    out[n] = value + bright * (value - dull)
  }
  return { name, samples: out }
}
