import type { Heading } from './frame-provider.ts'

/** How many frames before and after the wanted one are worth holding. */
export interface Reach {
  readonly behind: number
  readonly ahead: number
}

// At rest a person steps or jumps: more than this around the playhead would be decoded and thrown away again.
const restAhead = 24
const restBehind = 30
/** Seconds of play that are decoded ahead. */
const playAheadSeconds = 1

/** The reach for a heading and a rate of frames (at the chosen speed), within what may be held. */
export function reachOf(heading: Heading, framesPerSecond: number, capacity: number): Reach {
  const room = Math.max(2, capacity - 2)
  if (heading === 0)
    return {
      behind: Math.min(restBehind, Math.floor(room * 0.5)),
      ahead: Math.min(restAhead, Math.floor(room * 0.45)),
    }
  const forward = Math.min(
    Math.max(12, Math.ceil(framesPerSecond * playAheadSeconds)),
    Math.floor(room * 0.75),
  )
  const back = Math.min(restBehind, Math.floor(room * 0.2))
  return heading === 1 ? { behind: back, ahead: forward } : { behind: forward, ahead: back }
}

export interface GoalQuestion {
  readonly index: number
  readonly reach: Reach
  readonly count: number
  /** The frame is held, or has failed. */
  readonly isSettled: (index: number) => boolean
  /** First frame that the standing run has not been fed, or null without a run. */
  readonly runsNext: number | null
  readonly mayRunAhead: boolean
}

/**
 * The frame to decode next, or null when enough is held. The wanted frame comes first. Around it a new run is begun
 * only when less than half of the reach is left, since it must decode again from a key picture; a run that stands
 * at the gap already goes on at no such cost.
 */
export function nextGoal(question: GoalQuestion): number | null {
  const { index, reach, count, isSettled, runsNext, mayRunAhead } = question
  if (index < 0 || index >= count) return null
  if (!isSettled(index)) return index
  if (!mayRunAhead) return null
  const ahead = gapFrom(index, 1, Math.min(count - 1, index + reach.ahead), isSettled)
  const behind = gapFrom(index, -1, Math.max(0, index - reach.behind), isSettled)
  const isOnTheWay =
    ahead !== null && runsNext !== null && ahead <= runsNext && runsNext <= index + reach.ahead
  const isAheadDue = ahead !== null && (isOnTheWay || ahead - index <= reach.ahead / 2)
  const isBehindDue = behind !== null && index - behind <= reach.behind / 2
  if (reach.behind > reach.ahead * 2) return isBehindDue ? behind : isAheadDue ? ahead : null
  return isAheadDue ? ahead : isBehindDue ? behind : null
}

/** The first frame that is not settled, walking from `index` up to and with `end`. */
function gapFrom(
  index: number,
  by: 1 | -1,
  end: number,
  isSettled: (index: number) => boolean,
): number | null {
  for (let at = index + by; by === 1 ? at <= end : at >= end; at += by) if (!isSettled(at)) return at
  return null
}
