import type { ClaimedClock, ClaimTaken } from '@sightline/core/case'
import { personName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { numbers } from '../strings/numbers.ts'
import { placingWords } from '../strings/placing-words.ts'
import { secondsText } from '../time-text.ts'
import { readingText, zoneText } from './zone-text.ts'

/** A length of time as people say it, in the units that every language writes alike: `3 min 12 s`; below ten seconds with a tenth. */
export function spanWords(micros: number): string {
  const n = numbers.value
  const size = Math.abs(micros)
  if (size < 9.95e6) return `${n.decimals(size / 1e6, 1)} s`
  const whole = Math.round(size / 1e6)
  const parts = [
    [Math.floor(whole / 86400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'min'],
    [whole % 60, 's'],
  ] as const
  return parts.flatMap(([value, unit]) => (value > 0 ? [`${n.whole(value)} ${unit}`] : [])).join(' ')
}

/** How a clock differs from the anchor: `is 3 min 12 s slow`. Below a twentieth of a second it agrees. */
export function differenceWords(aheadMicros: number): string {
  const w = placingWords.value.claims
  if (Math.abs(aheadMicros) < 50_000) return w.agrees
  return aheadMicros < 0 ? w.slow(spanWords(aheadMicros)) : w.fast(spanWords(aheadMicros))
}

/** Which clock it is: a tag of the file, or what a person read. */
export function clockWords(room: Room, { source }: ClaimedClock): string {
  const w = placingWords.value.claims
  if (source.kind === 'tag') return w.tag(source.claim.tag)
  const { agent, reason } = source.reading
  return w.typed(reason, agent.kind === 'person' ? personName(room, agent.person) : agent.name)
}

/** How a claim is taken: `2031-05-02 14:06:31 UTC+2 as its end, read as local time`. */
export function takenWords({ at, zone, media, reading }: ClaimTaken): string {
  const w = placingWords.value.claims
  const where = at === 'frame' ? w.at.frame(secondsText(media)) : w.at[at]
  return `${readingText(reading.local)} ${zoneText(reading.offsetMinutes)} ${where}${zone === 'stated' ? '' : w.zone[zone]}`
}
