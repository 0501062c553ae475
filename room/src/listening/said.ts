// What is said, on the clock that is watched: the lines of every transcript of its recordings, in one order of time.
import { computed, type ReadonlySignal } from '@preact/signals'
import type { Transcript } from '@sightline/core/case'
import { caseTimeOn, pieceAtMedia } from '@sightline/core/time'
import type { ShownLine } from '@sightline/core/transcript'
import { madeOnce } from '../made-once.ts'
import type { Room } from '../room-model.ts'
import type { Lane } from '../watch/lanes.ts'
import { listeningModelOf } from './listening-model.ts'

/** A line at its case times, in micros. */
export interface Said<Of = Transcript> {
  readonly transcript: Of
  readonly line: ShownLine
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The lines of transcripts whose recordings lie on a clock, by when they begin; those that begin together by recording, a translation after what it translates. */
export function saidOn<Of extends Pick<Transcript, 'recording'>>(
  lanes: readonly Pick<Lane, 'id' | 'map'>[],
  transcripts: readonly (readonly [Of, readonly ShownLine[]])[],
): readonly Said<Of>[] {
  const placed = transcripts.flatMap(([transcript, lines]) => {
    const lane = lanes.find(({ id }) => id === transcript.recording)
    if (!lane) return []
    const caseTime = (media: ShownLine['from']) => caseTimeOn(pieceAtMedia(lane.map, media), media)
    return lines.map(
      (line, at): Said<Of> => ({ transcript, line, at, from: caseTime(line.from), to: caseTime(line.to) }),
    )
  })
  return placed.sort((a, b) => a.from - b.from)
}

/** Which are being said at a time, as places in the list; `lookBack` bounds how long a line may be, in micros. */
export function saidAt(
  said: readonly Pick<Said, 'from' | 'to'>[],
  time: number,
  lookBack = 60e6,
): readonly number[] {
  const found: number[] = []
  for (let at = lastBegun(said, time); at >= 0; at--) {
    const { from, to } = said[at] as Pick<Said, 'from' | 'to'>
    if (from < time - lookBack) break
    if (time < to) found.unshift(at)
  }
  return found
}

/** The place of the line that began last at a time; −1 before the first. */
export function lastBegun(said: readonly Pick<Said, 'from'>[], time: number): number {
  let [low, high] = [0, said.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((said[middle] as Pick<Said, 'from'>).from <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}

export interface SaidModel {
  readonly said: ReadonlySignal<readonly Said[]>
  /** Which lines are being said at the playhead: the same array for as long as they are the same lines. */
  readonly now: ReadonlySignal<readonly Said[]>
  /** The place of the line that began last. */
  readonly begun: ReadonlySignal<number>
}

export const saidModelOf = madeOnce((room: Room): SaidModel => {
  const { transcripts, shown } = listeningModelOf(room)
  const said = computed(() =>
    saidOn(
      room.session.lanes.value,
      transcripts.value.map(each => [each, shown.value.get(each.id)?.lines ?? []] as const),
    ),
  )
  let before: readonly Said[] = []
  const now = computed(() => {
    const next = saidAt(said.value, room.engine.time.value).map(at => said.value[at] as Said)
    if (next.length !== before.length || next.some((each, n) => each !== before[n])) before = next
    return before
  })
  return { said, now, begun: computed(() => lastBegun(said.value, room.engine.time.value)) }
})
