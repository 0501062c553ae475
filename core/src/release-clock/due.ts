import { type CardOf, cardsNaming, cardsOf } from '../case/cards/index.ts'
import type { CaseState } from '../case/index.ts'
import { countedDays, dayNumber, dayText, isWorkingDay, weekdayOf } from '../time/civil-day.ts'

/** One step of the arithmetic, from one day to another. Days are written `2031-05-02`. */
export type DueStep =
  | { readonly kind: 'start'; readonly day: string; readonly start: CardOf<'clock-start'> }
  | {
      readonly kind: 'counted'
      readonly from: string
      readonly count: number
      readonly countedIn: 'calendar-days' | 'working-days'
      /** Days between that were not counted: Saturdays, Sundays and holidays. */
      readonly leftOut: number
      readonly day: string
    }
  | {
      readonly kind: 'extended'
      readonly from: string
      readonly byDays: number
      readonly day: string
      /** The last day up to which the rule tells of extending; null where it names no number of days. */
      readonly upTo: string | null
      readonly extension: CardOf<'extension'>
    }

/** The day by which a rule wants publication: the whole of that day, in the zone of its start. */
export interface Due {
  readonly kind: 'due'
  readonly rule: CardOf<'rule'>
  readonly steps: readonly DueStep[]
  readonly day: string
  readonly zone: string
  /** 0 for Sunday to 6 for Saturday: a rule that says nothing of weekends is not moved by them. */
  readonly weekday: number
}

/** A rule that cannot be counted yet: nobody stated the day it counts from. */
export interface DueUnknown {
  readonly kind: 'no-start'
  readonly rule: CardOf<'rule'>
}

/** When each rule that applies wants publication, soonest first; those that cannot be counted stand last. */
export function duesOf(state: CaseState): readonly (Due | DueUnknown)[] {
  const holidays = new Set(cardsOf(state, 'holiday').map(({ said }) => dayNumber(said.on) ?? Number.NaN))
  const order = (due: Due | DueUnknown) => (due.kind === 'due' ? due.day : '9999-99-99')
  return cardsOf(state, 'rule')
    .filter(({ said }) => said.applies === 'yes')
    .map(rule => dueOf(state, rule, holidays))
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
}

/** The same in plain values, for whoever writes it down: days, units and names alone. */
export function toldDues(state: CaseState) {
  return duesOf(state).map(due => ({
    rule: due.rule.said.name,
    citation: due.rule.said.citation,
    day: due.kind === 'due' ? due.day : null,
    zone: due.kind === 'due' ? due.zone : null,
    steps: due.kind === 'due' ? due.steps.map(step => toldStep(step, due.rule.said.countedIn)) : [],
  }))
}

function toldStep(step: DueStep, countedIn: 'calendar-days' | 'working-days') {
  const days = step.kind === 'counted' ? step.count : step.kind === 'extended' ? step.byDays : 0
  return {
    kind: step.kind,
    day: step.day,
    days,
    countedIn: step.kind === 'extended' ? ('calendar-days' as const) : countedIn,
  }
}

function dueOf(state: CaseState, rule: CardOf<'rule'>, holidays: ReadonlySet<number>): Due | DueUnknown {
  const { said } = rule
  // The last one stated counts; earlier ones stay to be read.
  const start = cardsOf(state, 'clock-start').findLast(each => each.said.from === said.from)
  const startDay = start?.said.at.local.slice(0, 10) ?? ''
  const first = dayNumber(startDay)
  if (!start || first === null) return { kind: 'no-start', rule }
  const counted = countedDays(first, said.days, said.countedIn, holidays)
  const steps: DueStep[] = [
    { kind: 'start', day: startDay, start },
    {
      kind: 'counted',
      from: startDay,
      count: said.days,
      countedIn: said.countedIn,
      leftOut: said.countedIn === 'calendar-days' ? 0 : leftOutBetween(first, counted, holidays),
      day: dayText(counted),
    },
  ]
  const upTo =
    said.extensionDays === null
      ? null
      : dayText(countedDays(counted, said.extensionDays, said.countedIn, holidays))
  let last = counted
  for (const extension of cardsNaming(state, rule.id, 'extension')) {
    const until = dayNumber(extension.said.until) ?? last
    steps.push({
      kind: 'extended',
      from: dayText(last),
      byDays: until - last,
      day: extension.said.until,
      upTo,
      extension,
    })
    last = until
  }
  return { kind: 'due', rule, steps, day: dayText(last), zone: start.said.at.zone, weekday: weekdayOf(last) }
}

function leftOutBetween(from: number, to: number, holidays: ReadonlySet<number>): number {
  let leftOut = 0
  for (let day = from + 1; day <= to; day++) if (!isWorkingDay(day, holidays)) leftOut += 1
  return leftOut
}
