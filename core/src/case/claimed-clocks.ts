// What the clocks of devices claim, and where a recording would lie if its own could be trusted. Candidates, never placements.
import {
  type CaseMicros,
  caseMicros,
  localText,
  type MediaMicros,
  offsetText,
  type WallMicros,
  wallOf,
  writtenTime,
} from '../time/index.ts'
import type { RecordingId } from './ids.ts'
import type { ClockReading } from './nouns/clock-reading.ts'
import type { Recording } from './nouns/recording.ts'
import { inNameOrder, mainGroup, placementOf } from './placing.ts'
import type { ClaimedTime } from './recording-facts.ts'
import type { CaseState } from './state.ts'
import { caseTimeIn, type WallClock, wallAt, wallClockOf } from './wall-clock.ts'
import { type WallReading, wallOfReading } from './wall-reading.ts'

/**
 * One way to take a claim. A creation tag may stand for the beginning or the end of the recording, and its "Z" may be the
 * recorder's local time; what a person read at a frame stands for that frame.
 */
export interface ClaimTaken {
  readonly at: 'frame' | 'begin' | 'end'
  /** `as-local`: the tag's time is taken to be in the zone of the anchor. */
  readonly zone: 'stated' | 'as-utc' | 'as-local'
  readonly media: MediaMicros
  readonly wall: WallMicros
  readonly reading: WallReading
}

/** A clock that a recording carries: a tag of its file, or a reading that a person typed in. */
export interface ClaimedClock {
  readonly recording: RecordingId
  readonly source:
    | { readonly kind: 'tag'; readonly claim: ClaimedTime }
    | { readonly kind: 'typed'; readonly reading: ClockReading }
  /** The likeliest first; at least one. */
  readonly taken: readonly [ClaimTaken, ...ClaimTaken[]]
}

/** The clocks of one recording: what people read first, then tags that hold a date and a time, each value once. */
export function claimedClocksOf(state: CaseState, recording: Recording): readonly ClaimedClock[] {
  const typed = [...state.clockReadings.values()]
    .filter(each => each.recording === recording.id && each.withdrawn === null)
    .map((each): ClaimedClock => {
      const { media, reading } = each
      const wall = wallOfReading(reading)
      return {
        recording: recording.id,
        source: { kind: 'typed', reading: each },
        taken: [{ at: 'frame', zone: 'stated', media, wall, reading }],
      }
    })
  if (recording.probe.kind !== 'probed') return typed
  const { facts } = recording.probe
  const start = facts.start ?? (0 as MediaMicros)
  const local = state.wallTime.anchor?.reading ?? null
  const seen = new Set<string>()
  const tags = facts.claimedTimes.flatMap((claim): ClaimedClock[] => {
    if (seen.has(claim.value)) return []
    seen.add(claim.value)
    const [first, ...rest] = takenFrom(claim, { start, end: facts.end }, local)
    return first ? [{ recording: recording.id, source: { kind: 'tag', claim }, taken: [first, ...rest] }] : []
  })
  return [...typed, ...tags]
}

function takenFrom(
  { value, cautions }: ClaimedTime,
  file: { readonly start: MediaMicros; readonly end: MediaMicros | null },
  local: WallReading | null,
): readonly ClaimTaken[] {
  const written = writtenTime(value)
  if (!written || cautions.includes('never-set')) return []
  const { offsetMinutes } = written
  const stated = offsetMinutes ?? 0
  const zones: (Pick<ClaimTaken, 'zone'> & { offset: number; name: string })[] = [
    {
      zone: offsetMinutes === null || cautions.includes('may-be-local-time') ? 'as-utc' : 'stated',
      offset: stated,
      name: offsetText(stated),
    },
  ]
  if (local && cautions.includes('may-be-local-time') && local.offsetMinutes !== stated)
    zones.push({ zone: 'as-local', offset: local.offsetMinutes, name: local.zone })
  const ends = [{ at: 'begin' as const, media: file.start }]
  const { end } = file
  const isEither = cautions.includes('may-be-end-of-recording') && end !== null
  return zones.flatMap(({ zone, offset, name }) =>
    (isEither ? [...ends, { at: 'end' as const, media: end }] : ends).map(
      ({ at, media }): ClaimTaken => ({
        at,
        zone,
        media,
        wall: wallOf(written, offset),
        reading: { local: shortest(written.local), zone: name, offsetMinutes: offset },
      }),
    ),
  )
}

/** How far a claimed clock is ahead of the wall clock of the case; negative where it is slow. Null without a place. */
export function aheadMicros(
  state: CaseState,
  wallClock: WallClock,
  recording: RecordingId,
  { media, wall }: ClaimTaken,
): number | null {
  const at = caseTimeIn(state, recording, media)
  return at === null ? null : wall - wallAt(wallClock, at)
}

/** Where a recording would lie if one of its clocks were right, and how right the other clocks of the case are. */
export interface ClockCandidate {
  readonly clock: ClaimedClock
  readonly taken: ClaimTaken
  /** Case time of its media time 0, were its drift 0. */
  readonly start: CaseMicros
  readonly against: 'anchor' | 'other-clocks'
  /** How far other devices' clocks are from the anchor, or from their own median; null where there is none to compare. */
  readonly others: {
    readonly count: number
    readonly leastMicros: number
    readonly mostMicros: number
  } | null
}

/**
 * Candidates for a recording that has no place on the clock of the case. They rest on the anchor, or, while there is none,
 * on the median of what the other recordings' clocks say. A person takes one, or none.
 */
export function clockCandidates(state: CaseState, recording: Recording): readonly ClockCandidate[] {
  const placement = placementOf(recording)
  if (recording.film || (placement?.kind === 'placed' && placement.group === mainGroup)) return []
  const wallClock = wallClockOf(state)
  const others = otherClocks(state, recording.id)
  return claimedClocksOf(state, recording).flatMap(clock =>
    clock.taken.flatMap((taken): ClockCandidate[] => {
      if (!wallClock && taken.zone === 'as-local') return []
      const zeros = others.map(each => each(taken))
      const zero = wallClock?.atZero ?? median(zeros)
      if (zero === null) return []
      const apart = zeros.map(each => Math.abs(each - zero))
      return [
        {
          clock,
          taken,
          start: caseMicros(taken.wall - zero - taken.media),
          against: wallClock ? 'anchor' : 'other-clocks',
          others:
            apart.length > 0
              ? { count: apart.length, leastMicros: Math.min(...apart), mostMicros: Math.max(...apart) }
              : null,
        },
      ]
    }),
  )
}

type ZeroLike = (taken: ClaimTaken) => WallMicros

/**
 * What each other recording's clock says of wall time at case time 0, when it is taken in the same way. What was itself placed
 * by its clock says nothing new, and neither does the recording that the clock is anchored by.
 */
function otherClocks(state: CaseState, except: RecordingId): readonly ZeroLike[] {
  return inNameOrder(state).flatMap(recording => {
    if (recording.id === except || recording.pin?.evidence.how === 'device-clock') return []
    const [clock] = claimedClocksOf(state, recording).filter(
      ({ source }) => source.kind === 'tag' || !isAnchor(state, source.reading),
    )
    if (!clock || caseTimeIn(state, recording.id, clock.taken[0].media) === null) return []
    return [
      (like: ClaimTaken) => {
        const taken =
          clock.taken.find(each => each.at === like.at && each.zone === like.zone) ??
          clock.taken.find(each => each.zone === like.zone) ??
          clock.taken[0]
        const at = caseTimeIn(state, recording.id, taken.media) ?? 0
        return (taken.wall - at) as WallMicros
      },
    ]
  })
}

function isAnchor(state: CaseState, { recording, media, reading }: ClockReading): boolean {
  const { anchor } = state.wallTime
  return (
    anchor !== null &&
    anchor.recording === recording &&
    anchor.media === media &&
    wallOfReading(anchor.reading) === wallOfReading(reading)
  )
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}

function shortest(local: WallMicros): string {
  return localText(local, 0, 6).replace(/\.?0+$/, '')
}
