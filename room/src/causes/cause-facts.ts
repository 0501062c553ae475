import type { Recording, StatedCause } from '@sightline/core/case'
import type { SoundSpan } from '@sightline/core/sound'
import { type MediaMicros, mediaMicros, overlap, type Span, span } from '@sightline/core/time'

/** A stretch of a recording, in its own time, that a cause can be entered for. */
export interface Lacking extends Span<MediaMicros> {
  readonly of: StatedCause['of']
}

/** The measured stretches of sound that no standing cause touches. */
export function unspokenOf(
  stretches: readonly SoundSpan[],
  causes: readonly StatedCause[],
): readonly SoundSpan[] {
  const standing = causes.filter(each => each.withdrawn === null && each.of === 'sound')
  return stretches.filter(each => standing.every(cause => overlap(each, cause) === null))
}

/** What a dialog that is opened for no stretch in particular offers: the first that is unspoken of, else the whole. */
export function offeredFor(recording: Recording, unspoken: readonly SoundSpan[]): Lacking {
  const [first] = unspoken
  if (first) return { ...span(first.from, first.to), of: 'sound' }
  const facts = recording.probe.kind === 'probed' ? recording.probe.facts : null
  const from = facts?.start ?? mediaMicros(0)
  const to = mediaMicros(Math.max(from, facts?.end ?? from))
  return {
    ...span(from, to),
    of: facts && facts.audio.length > 0 && facts.video === null ? 'picture' : 'sound',
  }
}
