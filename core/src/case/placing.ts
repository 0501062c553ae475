import type { RecordingId } from './ids.ts'
import type { Recording } from './nouns/recording.ts'
import type { Placed, Placement } from './placement.ts'
import type { CaseState } from './state.ts'

/** The group whose clock is the clock of the case. */
export const mainGroup = 'g1'

/**
 * Where a recording lies: a person's pin first, else what the machine computed, else null while nothing is known yet.
 * An edited film lies nowhere: its maker put it in an order of its own.
 */
export function placementOf(recording: Recording): Placement | null {
  if (recording.film) return null
  if (recording.pin) {
    const { start, driftPpm, errorMs, evidence, segments } = recording.pin
    // Taken by a person all the same, but what it rests on is a clock that nobody has checked.
    const by = evidence.how === 'device-clock' ? 'device-clock' : 'person'
    const placed = { kind: 'placed', group: mainGroup, start, driftPpm, errorMs, by } as const
    return segments ? { ...placed, segments: [...segments] } : placed
  }
  if (recording.probe.kind === 'refused') return { kind: 'unplaced', why: 'unreadable' }
  return recording.computed
}

/** One clock that can be watched: a group's, or, for what shares no clock, the recording's own. */
export interface Clock {
  readonly id: string
  readonly kind: 'group' | 'own'
  readonly recordings: readonly RecordingId[]
}

/** The clocks of the case, the main group's first, then other groups, then each unplaced recording alone. */
export function clocksOf(state: CaseState): readonly Clock[] {
  const groups = new Map<string, RecordingId[]>()
  const alone: RecordingId[] = []
  for (const recording of inNameOrder(state)) {
    const placement = placementOf(recording)
    if (placement?.kind === 'placed') {
      const members = groups.get(placement.group)
      if (members) members.push(recording.id)
      else groups.set(placement.group, [recording.id])
    } else if (recording.probe.kind === 'probed') {
      alone.push(recording.id)
    }
  }
  const numbered = [...groups].sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
  return [
    ...numbered.map(([id, recordings]): Clock => ({ id, kind: 'group', recordings })),
    ...alone.map((id): Clock => ({ id, kind: 'own', recordings: [id] })),
  ]
}

/** How a recording lies on one of the clocks; on its own clock case time is its media time. */
export function placementOn(clock: Clock, recording: Recording): Placed | null {
  const placement = placementOf(recording)
  if (clock.kind === 'group')
    return placement?.kind === 'placed' && placement.group === clock.id ? placement : null
  if (clock.id !== recording.id) return null
  return {
    kind: 'placed',
    group: mainGroup,
    start: 0 as Placed['start'],
    driftPpm: 0,
    errorMs: null,
    by: 'person',
  }
}

/** Recordings in the order of the names they were received under. */
export function inNameOrder(state: CaseState): readonly Recording[] {
  return [...state.recordings.values()].sort((a, b) => compareNames(a.firstName, b.firstName))
}

/** Orders names by code units, so that every machine gives the same order. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
