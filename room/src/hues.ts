import { type CaseState, inNameOrder, type RecordingId } from '@sightline/core/case'

/**
 * One hue per recording, kept everywhere, given out in order of names. The eight hues differ in lightness as well, so that
 * they stay apart for colour-blind eyes; from the ninth recording on the shape of the tick changes.
 */
export const hueCount = 8
export const tickShapes = ['square', 'disc', 'diamond', 'bar'] as const
export type TickShape = (typeof tickShapes)[number]

export interface Mark {
  readonly hue: number
  readonly shape: TickShape
}

export function markAt(position: number): Mark {
  const round = Math.floor(position / hueCount) % tickShapes.length
  return { hue: position % hueCount, shape: tickShapes[round] ?? 'square' }
}

export function marksOf(state: CaseState): ReadonlyMap<RecordingId, Mark> {
  return new Map(inNameOrder(state).map((recording, position) => [recording.id, markAt(position)]))
}
