import type { RecordingId } from '@sightline/core/case'

/**
 * The two angles that stand side by side once another is selected. One that stands there already changes nothing; any other
 * takes the place of the one that was not selected last, so that the two selected last are seen together.
 */
export function besides(
  pair: readonly RecordingId[],
  selected: RecordingId,
  before: RecordingId | null,
): readonly RecordingId[] {
  if (pair.includes(selected)) return pair
  if (pair.length < 2) return [...pair, selected]
  return pair.map(id => (id === before ? id : selected)).filter((id, n, all) => all.indexOf(id) === n)
}

/** The same two as long as both are angles; what is missing is filled up in the order of the angles. */
export function sideBySide(
  pair: readonly RecordingId[],
  angles: readonly RecordingId[],
): readonly RecordingId[] {
  const held = pair.filter(id => angles.includes(id))
  const rest = angles.filter(id => !held.includes(id))
  return [...held, ...rest].slice(0, 2)
}
