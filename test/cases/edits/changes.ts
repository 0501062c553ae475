/** Changes of light and colour, and ways across the picture, drawn at random for the made films. */
import { between, type Random } from '../sound/random.ts'
import type { Box, Picture } from './picture.ts'

export interface Light {
  readonly gain: number
  readonly lift: number
  readonly gamma: number
  /** How much stronger colours are. */
  readonly chroma: number
}

/** Half of the changes are such that a person has to look twice: one thing only, and little of it. */
export function lightFrom(random: Random): Light {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  const strong = {
    gain: between(random, 0.7, 1.3),
    lift: between(random, 8, 25) * (random() < 0.5 ? -1 : 1),
    gamma: between(random, 0.75, 1.3),
    chroma: random() < 0.5 ? between(random, 0, 0.4) : between(random, 1.5, 1.9),
  }
  if (random() < 0.5) return strong
  const subtle = {
    gain: pick([0.88, 1.12]),
    lift: pick([-7, 7]),
    gamma: pick([0.88, 1.14]),
    chroma: pick([0.7, 1.3]),
  }
  const only = pick(['gain', 'lift', 'gamma', 'chroma'] as const)
  return { gain: 1, lift: 0, gamma: 1, chroma: 1, [only]: subtle[only] }
}

export function recolour(picture: Picture, { gain, lift, gamma, chroma }: Light): void {
  const [luma, u, v] = picture.planes
  const table = Uint8ClampedArray.from(
    { length: 256 },
    (_, y) => 255 * Math.max(0, Math.min(1, (y * gain + lift) / 255)) ** gamma,
  )
  for (let n = 0; n < luma.length; n++) {
    luma[n] = table[luma[n] as number] as number
    u[n] = 128 + ((u[n] as number) - 128) * chroma
    v[n] = 128 + ((v[n] as number) - 128) * chroma
  }
}

/** A face that walks through the picture, and the blur with it: where a box is in each frame of [from, to). */
export function pathAcross(
  random: Random,
  [x, y, w, h]: Box,
  width: number,
  height: number,
  from: number,
  to: number,
): (frame: number) => Box {
  const reach = between(random, 0.3, 1) * Math.max(x, width - w - x) * (x > width / 2 ? -1 : 1)
  const held = (value: number, most: number) => Math.round(Math.max(2, Math.min(most - 2, value)))
  return frame => [
    held(x + (reach * (frame - from)) / (to - from), width - w),
    held(y + 3 * Math.sin(frame / 4), height - h),
    w,
    h,
  ]
}

export function aroundAll(boxes: readonly Box[]): Box {
  const least = (side: 0 | 1) => Math.min(...boxes.map(box => box[side]))
  const most = (side: 0 | 1) => Math.max(...boxes.map(box => box[side] + box[(side + 2) as 2 | 3]))
  return [least(0), least(1), most(0) - least(0), most(1) - least(1)]
}
