import {
  type CaseState,
  type Clock,
  type Moment,
  momentSpanOn,
  type PersonId,
  type RecordingId,
  recordingOfMoment,
} from '@sightline/core/case'
import type { CaseMicros, Span } from '@sightline/core/time'

/** A moment as the room lists it on the clock that is watched. */
export interface ListedMoment {
  readonly moment: Moment
  /** An instant is an empty span; null where it has no place on this clock. */
  readonly on: Span<CaseMicros> | null
  readonly recording: RecordingId | null
}

export interface MomentFilter {
  readonly text: string
  readonly tag: string | null
  readonly person: PersonId | null
  /** An angle, or 'case' for moments of the whole case. */
  readonly of: RecordingId | 'case' | null
  readonly withWithdrawn: boolean
}

export const everyMoment: MomentFilter = {
  text: '',
  tag: null,
  person: null,
  of: null,
  withWithdrawn: false,
}

/** Every moment of the case in the order of a clock; those without a place on it last. */
export function listedMoments(state: CaseState, clock: Clock | null): readonly ListedMoment[] {
  const listed = [...state.moments.values()].map(
    (moment): ListedMoment => ({
      moment,
      on: clock && momentSpanOn(state, clock, moment),
      recording: recordingOfMoment(moment.when),
    }),
  )
  const at = ({ on }: ListedMoment) => on?.from ?? Number.POSITIVE_INFINITY
  return listed.sort((a, b) => at(a) - at(b) || a.moment.rev - b.moment.rev)
}

/** The moments that a filter lets through. Text is looked for in name, description and tags, without regard to case. */
export function filtered(all: readonly ListedMoment[], filter: MomentFilter): readonly ListedMoment[] {
  const wanted = filter.text.trim().toLocaleLowerCase()
  return all.filter(({ moment }) => {
    const { name, description, tags, agent, when, withdrawn } = moment
    if (withdrawn !== null && !filter.withWithdrawn) return false
    if (filter.tag !== null && !tags.includes(filter.tag)) return false
    if (filter.person !== null && (agent.kind !== 'person' || agent.person !== filter.person)) return false
    if (filter.of !== null && (when.on === 'case' ? 'case' : when.recording) !== filter.of) return false
    const text = [name, description ?? '', ...tags].join('\n').toLocaleLowerCase()
    return text.includes(wanted)
  })
}

/**
 * The next moment after a time, or the last one before it; null at either end. The playhead may stand a microsecond after
 * the moment it was sent to, so that the right frame is shown.
 */
export function neighbour(listed: readonly ListedMoment[], time: number, by: 1 | -1): ListedMoment | null {
  const placed = listed.filter(({ on }) => on !== null)
  const found =
    by === 1
      ? placed.find(({ on }) => (on?.from ?? 0) > time)
      : placed.findLast(({ on }) => (on?.from ?? 0) < time - 1)
  return found ?? null
}
