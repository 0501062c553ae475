import * as z from 'zod/mini'
import { dayNumber, dayText } from '../../time/civil-day.ts'
import { type Folds, own } from '../draft.ts'
import { AccountId, Line } from '../ids.ts'
import { isSamePassage, Passage } from '../passage.ts'
import { changeStanding, type Standing } from '../standing.ts'
import type { CaseState } from '../state.ts'

export const StatedDayId = z.string().check(z.regex(/^dy[1-9]\d*$/))
export type StatedDayId = z.infer<typeof StatedDayId>

/** Of what a person states the day: an account (when it was written), what happened, or some words of an account. */
export const DayOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), account: AccountId }),
  z.strictObject({ kind: z.literal('event') }),
  z.strictObject({ kind: z.literal('words'), passage: Passage }),
])
export type DayOf = z.infer<typeof DayOf>

const Day = z.iso.date()

export const statedDaySaid = {
  /** Days of the calendar, half-open: `to` is the day after the last. Of an account and of what happened they are one day. */
  days: z.strictObject({ from: Day, to: Day }),
  /** The time of day on the wall, `14:03`; null where it is unknown. */
  time: z.nullable(z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/))),
  reason: Line,
}

/** A day as a named person states it, with why. Days that an account tells relatively ("on Tuesday") are counted from such days. */
export interface StatedDay extends Standing {
  readonly id: StatedDayId
  readonly of: DayOf
  readonly days: { readonly from: string; readonly to: string }
  readonly time: string | null
  readonly reason: string
}

const Reason = z.strictObject({ v: z.literal(1), id: StatedDayId, reason: Line })

export const statedDayEntries = {
  'day-stated': z.strictObject({ v: z.literal(1), id: StatedDayId, of: DayOf, ...statedDaySaid }),
  'day-corrected': z.strictObject({ v: z.literal(1), id: StatedDayId, ...statedDaySaid }),
  'day-withdrawn': Reason,
  'day-restored': Reason,
} as const

export const statedDayFolds: Folds<typeof statedDayEntries> = {
  'day-stated': (draft, { seq, at, agent, detail: { v: _, ...rest } }) => {
    own(draft, 'statedDays').set(rest.id, { ...rest, agent, at, withdrawn: null, rev: seq })
  },
  // Whoever corrects it stands behind it from then on: what is counted from it is marked with their name.
  'day-corrected': (draft, { seq, at, agent, detail: { v: _, id, ...rest } }) =>
    changeStanding(draft, 'statedDays', seq, id, { ...rest, agent, at }),
  'day-withdrawn': (draft, { seq, detail }) =>
    changeStanding(draft, 'statedDays', seq, detail.id, { withdrawn: detail.reason }),
  'day-restored': (draft, { seq, detail }) =>
    changeStanding(draft, 'statedDays', seq, detail.id, { withdrawn: null }),
}

/** The stated day of an account, of what happened or of some words that stands; at most one does. */
export function statedDayOf(state: Pick<CaseState, 'statedDays'>, of: DayOf): StatedDay | null {
  for (const each of state.statedDays.values())
    if (each.withdrawn === null && isSameOf(each.of, of)) return each
  return null
}

/** The last of some days, whose `to` is the day after it. */
export function lastDayOf({ from, to }: StatedDay['days']): string {
  const next = dayNumber(to)
  return next === null ? from : dayText(next - 1)
}

function isSameOf(one: DayOf, two: DayOf): boolean {
  switch (one.kind) {
    case 'event':
      return two.kind === 'event'
    case 'account':
      return two.kind === 'account' && one.account === two.account
    case 'words':
      return two.kind === 'words' && isSamePassage(one.passage, two.passage)
  }
}
