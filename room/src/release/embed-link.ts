import type { Embeddable } from '@sightline/core/release'
import {
  type ClockMap,
  type MediaMicros,
  mediaTimeOn,
  microsFromDecimal,
  pieceIndexAtCase,
} from '@sightline/core/time'

/** What of a recording is shown: from where to where in its own time; null for its own ends. */
export interface Embedded {
  readonly recording: Embeddable
  readonly from: number | null
  readonly to: number | null
}

/**
 * Reads `#angle=cam%20A.mp4&from=12.5&to=20`: a recording by its title or number, and seconds of the clock of the case, or of the
 * recording's own time where it has no place. Without an angle the first is shown; null where there is no such one.
 */
export function readEmbedHash(hash: string, recordings: readonly Embeddable[]): Embedded | null {
  const asked = new URLSearchParams(hash.replace(/^#/, '').replaceAll('+', '%2B'))
  const angle = asked.get('angle')
  const recording =
    angle === null ? recordings[0] : recordings.find(({ id, title }) => title === angle || id === angle)
  if (!recording) return null
  const at = (name: string) => {
    const micros = microsFromDecimal(asked.get(name) ?? '')
    return micros === null
      ? null
      : Math.min(recording.end, Math.max(recording.start, ownTime(recording, micros)))
  }
  const [from, to] = [at('from'), at('to')]
  return { recording, from, to: to !== null && to > (from ?? recording.start) ? to : null }
}

function ownTime({ clock }: Embeddable, micros: number): number {
  if (clock === null) return micros
  const map = clock as unknown as ClockMap
  const piece = map[pieceIndexAtCase(map, micros)]
  return piece ? Math.round(mediaTimeOn(piece, micros)) : micros
}

/**
 * Where in a player a moment of the recording lies, in seconds. Players count a file that begins late by its own times or
 * from 0: which one is told by how long they take it for.
 */
export function playerSeconds(
  { start, end, countsFromStart }: Embeddable,
  media: MediaMicros | number,
  duration: number,
): number {
  const isFromZero =
    countsFromStart || Math.abs(duration - (end - start) / 1e6) < Math.abs(duration - end / 1e6)
  return Math.max(0, (media - (isFromZero ? start : 0)) / 1e6)
}
