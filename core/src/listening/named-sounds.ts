import {
  type CaseState,
  type Clock,
  clockMapOf,
  clocksOf,
  type ImpulseLabel,
  placementOn,
  type RecordingId,
} from '../case/index.ts'
import {
  type CaseMicros,
  caseMicros,
  caseTimeOn,
  type MediaMicros,
  pieceAtMedia,
  pieceIndexAtMedia,
} from '../time/index.ts'
import { type Interval, type IntervalEnd, intervalBetween } from './interval.ts'

/** Where one recording heard a sound that a person named. */
export interface NamedHearing {
  readonly recording: RecordingId
  readonly media: MediaMicros
  /** On the clock that it lies on. */
  readonly at: CaseMicros
  /** How far off the onset may be; null where nobody said. */
  readonly errorMs: number | null
}

/** A sharp sound that a named person put a word to, on the clock on which it was heard. */
export interface NamedSound {
  readonly label: ImpulseLabel
  readonly clock: Clock
  /** Those on this clock, the earliest first: which the sound reached first. */
  readonly hearings: readonly [NamedHearing, ...NamedHearing[]]
}

/** The labels that stand, each on the first clock on which one of its recordings lies: in the order of the clocks, then of time. */
export function namedSounds(state: CaseState): readonly NamedSound[] {
  const clocks = clocksOf(state)
  const named = [...state.impulseLabels.values()].flatMap((label): NamedSound[] => {
    if (label.withdrawn !== null) return []
    for (const clock of clocks) {
      const [first, ...rest] = label.hearings
        .flatMap(({ recording, at: media, errorMs = null }): NamedHearing[] => {
          const at = caseTimeOf(state, clock, recording, media)
          return at === null ? [] : [{ recording, media, at, errorMs }]
        })
        .sort((a, b) => a.at - b.at)
      if (first) return [{ label, clock, hearings: [first, ...rest] }]
    }
    return []
  })
  const order = new Map(clocks.map(({ id }, index) => [id, index]))
  const rank = ({ clock }: NamedSound) => order.get(clock.id) ?? order.size
  return named.sort((a, b) => rank(a) - rank(b) || a.hearings[0].at - b.hearings[0].at)
}

/** The time from one named sound to another on its clock, with the ends that it was measured between. */
export interface NamedInterval {
  readonly ends: readonly [IntervalEnd, IntervalEnd]
  readonly interval: Interval
}

/** Measured in one recording where one heard both, so that no placement enters. */
export function intervalOf(state: CaseState, a: NamedSound, b: NamedSound): NamedInterval {
  const shared = a.hearings.find(one => b.hearings.some(other => other.recording === one.recording))
  const one = shared ?? a.hearings[0]
  const other = b.hearings.find(({ recording }) => recording === shared?.recording) ?? b.hearings[0]
  const ends = [soundEnd(state, a.clock, one), soundEnd(state, b.clock, other)] as const
  const isChecked = [one, other].every(({ recording }) => isClockChecked(state, a.clock, recording))
  return { ends, interval: intervalBetween(...ends, isChecked) }
}

/** Whether a recorder's own clock was compared with another: by sound, with others on the same clock. */
export function isClockChecked(state: CaseState, clock: Clock, id: string): boolean {
  return state.recordings.get(id)?.computed?.kind === 'placed' && clock.recordings.length > 1
}

/** A sound as one end of an interval, where a recording on that clock heard it. */
export function soundEnd(state: CaseState, clock: Clock, heard: NamedHearing): IntervalEnd {
  const recording = state.recordings.get(heard.recording)
  const placement = recording && placementOn(clock, recording)
  const map = placement && clockMapOf(placement)
  // Where the place rests on sound and a person stated a distance, its travel is off already, with its error: nothing is counted twice.
  const isTravelOff = recording != null && recording.distance !== null && recording.pin === null
  return {
    at: map ? caseTimeOn(pieceAtMedia(map, heard.media), heard.media) : heard.at,
    of: { kind: 'sound', onsetErrorMs: heard.errorMs },
    recording: {
      id: heard.recording,
      piece: map ? pieceIndexAtMedia(map, heard.media) : 0,
      placementErrorMs: placement?.errorMs ?? null,
    },
    distance: isTravelOff ? { metres: 0, errorMetres: 0 } : null,
  }
}

function caseTimeOf(state: CaseState, clock: Clock, id: RecordingId, media: MediaMicros): CaseMicros | null {
  const recording = state.recordings.get(id)
  const placement = recording && placementOn(clock, recording)
  return placement ? caseMicros(caseTimeOn(pieceAtMedia(clockMapOf(placement), media), media)) : null
}
