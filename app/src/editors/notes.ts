// What is said about a clip and a time line in words, the same in every format.
import { decimalFromMicros } from '@sightline/core/time'
import type { Arrangement, Clip, LeftOut, Track, WhyLeftOut } from './arrangement.ts'
import type { FrameClip } from './on-frames.ts'
import { countingText } from './rates.ts'

const whyLeftOut = {
  'no-audio': 'no sound',
  'no-overlap': 'no sound in common with another was found',
  ambiguous: 'more than one place fits, or too little does',
  unreadable: 'it could not be read',
  'no-length': 'how long it lasts could not be read',
} as const satisfies Record<WhyLeftOut, string>

export function leftOutText({ why, duplicateOf }: LeftOut): string {
  const copy = duplicateOf === null ? '' : `; same take as ${plain(baseName(duplicateOf))}`
  return `not placed: ${whyLeftOut[why]}${copy}`
}

/** What a format made of a clip; `remainderMs` is 0 where it lies exactly. */
type Made = Pick<FrameClip, 'remainderMs' | 'isRetimed' | 'driftLeftMs'>

/** One line on a clip: where it comes from, how sure its place is, and what this file had to round. */
export function clipNote(arrangement: Arrangement, track: Track, clip: Clip, made: Made): string {
  const clock = arrangement.groups.find(({ group }) => group === track.group)
  const parts = [
    `group ${track.group}, ${decimalFromMicros(clip.at - (clock?.clockZero ?? 0))} s on its clock`,
    `placed by ${track.by}${track.errorMs === null ? ', error not stated' : ` ± ${track.errorMs} ms`}`,
  ]
  if (clip.piece) parts.push(`piece ${clip.piece.number} of ${clip.piece.of}`)
  if (track.duplicateOf !== null) parts.push(`same take as ${plain(baseName(track.duplicateOf))}`)
  if (Math.abs(made.remainderMs) >= 0.001)
    parts.push(
      `whole frames make it ${milliseconds(Math.abs(made.remainderMs))} ${lateOrEarly(made.remainderMs)}`,
    )
  if (made.isRetimed)
    parts.push(`played at ${speedPercent(clip)} % for its clock (drift ${clip.driftPpm} ppm)`)
  else if (Math.abs(made.driftLeftMs) >= 1)
    parts.push(
      `its clock (drift ${clip.driftPpm} ppm) is not corrected: at its end ${driftText(made.driftLeftMs)}`,
    )
  return parts.join('; ')
}

/** Ran slow: the clip should last longer than it does, so what it shows at its end comes early. */
function driftText(driftLeftMs: number): string {
  return `${milliseconds(Math.abs(driftLeftMs))} ${lateOrEarly(-driftLeftMs)}`
}

function lateOrEarly(ms: number): string {
  return ms > 0 ? 'late' : 'early'
}

/** Speed that makes a recorder's clock follow its group's, as a factor: under 1 where it must last longer. */
export function speedOf({ driftPpm }: Pick<Clip, 'driftPpm'>): number {
  return 1 / (1 + driftPpm * 1e-6)
}

function speedPercent(clip: Clip): string {
  return (100 * speedOf(clip)).toFixed(4)
}

function milliseconds(ms: number): string {
  return `${Number(ms.toFixed(3))} ms`
}

/** What the time line is called and what made it. */
export interface About {
  readonly title: string
  readonly tool: string
}

/** What holds for the whole time line, a line each. */
export function arrangementNotes(arrangement: Arrangement, { tool }: About): readonly string[] {
  const { counting, groups, leftOut } = arrangement
  return [
    `Made by ${tool}: recordings placed on one clock by what they share.`,
    `Time line: ${countingText(counting)} (${counting.why}). Time code 00:00:00:00 is the first frame of all.`,
    'Errors leave out the travel of sound: about 2.9 ms for each metre between microphone and source.',
    ...(groups.length > 1
      ? ['Groups share no clock. The time between one group and the next means nothing.']
      : []),
    ...leftOut.map(each => `${plain(baseName(each.name))}: ${leftOutText(each)}.`),
  ]
}

/** Where each group begins, for a marker there. Empty where there is one clock only. */
export function groupMarks(
  arrangement: Arrangement,
): readonly { readonly at: number; readonly name: string; readonly note: string }[] {
  if (arrangement.groups.length < 2) return []
  return arrangement.groups.map(({ group, from }, index) => ({
    at: from,
    name: `Group ${group}`,
    note:
      index === 0
        ? 'These recordings share one clock.'
        : 'Shares no clock with what stands before. The time between means nothing.',
  }))
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path
}

/** Names come from strangers. Control characters, marks that turn the direction of text and halves of characters are shown as such. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}
