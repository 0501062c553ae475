import { samplesPerSecond } from '@sightline/core/sync'
import { type CaseMicros, mediaTimeOn } from '@sightline/core/time'
import { timeAt, type View } from '../timeline/geometry.ts'
import type { Cover, LaneStretch } from '../watch/lanes.ts'

/** The sound of a lane: where it lies, and where sample 0 is in its own time. */
export interface LaneSound {
  readonly covers: readonly Cover[]
  readonly stretches: readonly LaneStretch[]
  readonly originMicros: number
  /** Samples of 8 kHz in all. */
  readonly count: number
}

/** What one pixel of the spectrogram stands for. */
export type Column =
  /** First samples of the windows whose loudest levels are shown. */
  | { readonly kind: 'sound'; readonly starts: readonly number[] }
  /** The track holds no samples there. */
  | { readonly kind: 'absent' }
  /** The recording does not reach there, or its sound does not. */
  | { readonly kind: 'outside' }

/** More than this in view would be read and shown for nothing: a pixel would stand for half a second. */
export const longestViewMicros = 240e6

/**
 * The windows that a pixel stands for. Where pixels are narrow each has the window around its middle; where they are wide, all
 * windows that overlap by half in it, so that nothing short is missed between two pixels.
 */
export function columnAt(view: View, x: number, sound: LaneSound, length: number): Column {
  const middle = view.from + (x + 0.5) * view.perPx
  const cover = sound.covers.find(each => middle >= each.from && middle < each.to)
  if (!cover) return { kind: 'outside' }
  if (sound.stretches.some(each => each.state === 'absent' && middle >= each.from && middle < each.to))
    return { kind: 'absent' }
  const sampleOf = (time: number) =>
    ((mediaTimeOn(cover.piece, time as CaseMicros) - sound.originMicros) * samplesPerSecond) / 1e6
  const [from, to] = [sampleOf(timeAt(view, x)), sampleOf(timeAt(view, x + 1))]
  const centre = (from + to) / 2
  if (centre < 0 || centre >= sound.count) return { kind: 'outside' }
  const hop = length / 2
  if (to - from <= hop) return { kind: 'sound', starts: [Math.round(centre - hop)] }
  const starts: number[] = []
  for (let at = Math.ceil(from / hop) * hop; at < to; at += hop) starts.push(at - hop)
  return { kind: 'sound', starts }
}

/** The samples that a view needs, with half a window on each side; null where it needs none. */
export function samplesFor(
  view: View,
  sound: LaneSound,
  length: number,
): { readonly from: number; readonly to: number } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const end = view.from + view.width * view.perPx
  for (const { piece, ...cover } of sound.covers) {
    const [first, last] = [Math.max(cover.from, view.from), Math.min(cover.to, end)]
    if (first >= last) continue
    for (const time of [first, last]) {
      const at = ((mediaTimeOn(piece, time as CaseMicros) - sound.originMicros) * samplesPerSecond) / 1e6
      from = Math.min(from, at - length)
      to = Math.max(to, at + length)
    }
  }
  const held = { from: Math.max(0, Math.floor(from)), to: Math.min(sound.count, Math.ceil(to)) }
  return held.to > held.from ? held : null
}
