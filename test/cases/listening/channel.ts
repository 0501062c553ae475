// What a recorder makes of a scene: a narrow band, a gain that follows the level, an input driven too hard.
import { applySection, highPass, lowPass } from '../sound/filters.ts'
import { rate } from './sharp-sounds.ts'

export const channelKinds = ['plain', 'wide-16k', 'telephone-8k', 'following-gain', 'driven', 'dull'] as const
export type ChannelKind = (typeof channelKinds)[number]

export interface Recorded {
  readonly rate: number
  readonly samples: Int16Array
  /** Seconds by which the recorder's own filters delay everything. */
  readonly late: number
}

export function throughChannel(kind: ChannelKind, scene: Float32Array): Recorded {
  switch (kind) {
    case 'plain':
      return { rate, samples: toSamples(scene), late: 0 }
    case 'wide-16k':
      return { rate: 16_000, samples: toSamples(thinned(scene, 3)), late: 0 }
    case 'telephone-8k': {
      const narrow = scene.slice()
      applySection(narrow, highPass(300, rate))
      return { rate: 8000, samples: toSamples(thinned(narrow, 6)), late: 0 }
    }
    case 'following-gain':
      return { rate, samples: toSamples(withFollowingGain(scene)), late: 0 }
    case 'driven':
      return { rate, samples: toSamples(scene.map(value => 6 * value)), late: 0 }
    case 'dull': {
      const dull = scene.slice()
      applySection(dull, lowPass(3500, rate))
      applySection(dull, lowPass(3500, rate))
      return { rate, samples: toSamples(dull), late: 0 }
    }
  }
}

export function toSamples(sound: Float32Array): Int16Array {
  return Int16Array.from(sound, value => Math.max(-32_768, Math.min(32_767, Math.round(32_768 * value))))
}

/** Every `step`th sample of the sound without what would fold back: a windowed sinc around each. */
function thinned(sound: Float32Array, step: number): Float32Array {
  const reach = 10 * step
  const cut = 0.9 / step
  const taps = Float64Array.from({ length: 2 * reach + 1 }, (_, n) => {
    const t = n - reach
    const sinc = t === 0 ? cut : Math.sin(Math.PI * cut * t) / (Math.PI * t)
    return sinc * (0.5 + 0.5 * Math.cos((Math.PI * t) / (reach + 1)))
  })
  return Float32Array.from({ length: Math.floor(sound.length / step) }, (_, n) => {
    let sum = 0
    for (let k = -reach; k <= reach; k++) sum += (sound[n * step + k] ?? 0) * (taps[k + reach] as number)
    return sum
  })
}

/** As phones do it: what is loud is turned down at once, and comes back within a second. */
function withFollowingGain(sound: Float32Array): Float32Array {
  const target = 0.1
  let level = target
  return sound.map(value => {
    const size = Math.abs(value)
    level += (size - level) * (size > level ? 0.004 : 0.000_03)
    return value * Math.min(12, target / (level + 1e-4))
  })
}
