import { isClearedAt, type Recording } from '@sightline/core/case'
import type { Strip } from '../source/case-source.ts'

/** The first thumbnail whose own frame a person has cleared; null where there is none. */
export function firstCleared(
  recording: Pick<Recording, 'isCleared' | 'spans'>,
  { times }: Pick<Strip, 'times'>,
): number | null {
  const found = times.findIndex(time => isClearedAt(recording, time))
  return found < 0 ? null : found
}
