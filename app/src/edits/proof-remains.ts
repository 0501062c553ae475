import { type Residual, residualOf } from '@sightline/core/conform'
import type { Picture } from './proof-picture.ts'

export interface Remains {
  readonly residual: Residual | null
  /** Shares of the film's picture: what a recording covers, and where of that something is drawn over it. */
  readonly covered: number
  readonly drawn: number
}

export const nothingMade: Remains = { residual: null, covered: 0, drawn: 0 }

/**
 * What remains between a film's picture and the one that was made again. Where something is drawn over the picture (`bare` is 0) it is not compared,
 * but written into `apart` like the rest, to be looked at.
 */
export function whatRemains(
  film: Picture,
  made: Picture,
  { reached, bare }: { readonly reached: Uint8Array; readonly bare: Uint8Array | null },
  apart: Uint8Array,
): Remains {
  const share = (of: number) => of / Math.max(1, reached.length)
  const all = reached.reduce((sum, value) => sum + value, 0)
  const plain = bare ? reached.map((value, at) => value & (bare[at] as number)) : reached
  const left = plain.reduce((sum, value) => sum + value, 0)
  // Where all is drawn over there is nothing else to go by.
  const mask = left > 0 ? plain : reached
  const residual = residualOf(film.luma, made.luma, mask, apart)
  for (const [at, isReached] of reached.entries())
    if (isReached !== 0 && mask[at] === 0)
      apart[at] = Math.min(
        255,
        Math.round(
          Math.abs((film.luma[at] as number) - residual.gain * (made.luma[at] as number) - residual.lift),
        ),
      )
  return { residual, covered: share(all), drawn: left > 0 ? share(all - left) : 0 }
}
