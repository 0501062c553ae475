/** Whether a part of the picture was made unrecognisable or something was drawn over it, by what is left of the recording inside. */
import type { Box } from './affine.ts'
import type { LitFrame } from './differences.ts'
import type { Levels } from './pictures.ts'

export interface RegionTraits {
  /** Standard deviation of the film inside, in grey levels. */
  readonly spread: number
  /** Likeness of film and recording in means of four by four pixels, -1 to 1. */
  readonly like: number
  /** Detail of the film as a part of the recording's. */
  readonly detail: number
  /** How much the film changes inside from look to look, as a part of what the recording does. */
  readonly change: number
  /** How much the film changes inside from look to look, in grey levels. */
  readonly motion: number
}

export function regionKind(
  lits: readonly LitFrame[],
  box: Box,
  film: Levels,
  fill: number,
): { readonly kind: 'redaction' | 'overlay' | 'nothing'; readonly traits: RegionTraits } {
  const traits = traitsOf(lits, box, film.width(0))
  const isFlat = traits.spread < 7 && fill > 0.6
  const isSofter = traits.detail < 0.65 && traits.like > 0.35 && fill > 0.4
  if (isFlat || isSofter) return { kind: 'redaction', traits }
  // What is drawn adds edges or takes the place of what was there; a picture that is laid or timed a little wrong does neither.
  const isDrawn = traits.like < 0.5 || traits.detail > 1.15 + 5 * Math.max(0, traits.like - 0.9)
  return { kind: isDrawn ? 'overlay' : 'nothing', traits }
}

const block = 4

function traitsOf(lits: readonly LitFrame[], [x0, y0, w, h]: Box, width: number): RegionTraits {
  let [own, left] = [0, 0]
  const spreads: number[] = []
  const likes: number[] = []
  let before: { readonly film: readonly number[]; readonly raw: readonly number[] } | null = null
  let [filmChange, rawChange] = [0, 0]
  const motions: number[] = []
  const inset = Math.min(w, h) > 12 ? 2 : 1
  for (const { film, raw } of lits) {
    const [pixels, seen, shown]: [number[], number[], number[]] = [[], [], []]
    for (let y = y0 + inset; y < y0 + h - inset; y++)
      for (let x = x0 + inset; x < x0 + w - inset; x++) {
        const at = y * width + x
        if ((raw[at] as number) < 0 || (raw[at + 1] as number) < 0 || (raw[at + width] as number) < 0)
          continue
        const [f, r] = [film[at] as number, raw[at] as number]
        pixels.push(f)
        own += Math.abs((raw[at + 1] as number) - r) + Math.abs((raw[at + width] as number) - r)
        left += Math.abs((film[at + 1] as number) - f) + Math.abs((film[at + width] as number) - f)
      }
    if (pixels.length < 12) continue
    spreads.push(deviation(pixels))
    for (let y = y0; y + block <= y0 + h; y += block)
      for (let x = x0; x + block <= x0 + w; x += block) {
        let [f, r, count] = [0, 0, 0]
        for (let dy = 0; dy < block; dy++)
          for (let dx = 0; dx < block; dx++) {
            const at = (y + dy) * width + x + dx
            if ((raw[at] as number) < 0) continue
            f += film[at] as number
            r += raw[at] as number
            count++
          }
        if (count === 0) continue
        seen.push(f / count)
        shown.push(r / count)
      }
    likes.push(likeness(seen, shown))
    if (before && before.film.length === seen.length) {
      const earlier = filmChange
      for (const [n, value] of seen.entries()) {
        filmChange += Math.abs(value - (before.film[n] as number))
        rawChange += Math.abs((shown[n] as number) - (before.raw[n] as number))
      }
      motions.push((filmChange - earlier) / Math.max(1, seen.length))
    }
    before = { film: seen, raw: shown }
  }
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
  return {
    spread: middle(spreads),
    like: middle(likes),
    detail: left / Math.max(1, own),
    change: filmChange / Math.max(1, rawChange),
    motion: middle(motions),
  }
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length)
}

function likeness(one: readonly number[], two: readonly number[]): number {
  const count = one.length
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / count
  const [m, n] = [mean(one), mean(two)]
  let [both, a, b] = [0, 0, 0]
  for (let at = 0; at < count; at++) {
    const [x, y] = [(one[at] as number) - m, (two[at] as number) - n]
    both += x * y
    a += x * x
    b += y * y
  }
  return both / Math.sqrt((a + count) * (b + count))
}
