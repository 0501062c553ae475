import type { DayAnchor, ShownDay } from '@sightline/core/side-by-side'
import { agentName } from '../panels/placement-words.ts'
import type { Room } from '../room-model.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { numbers } from '../strings/numbers.ts'

type Counted = NonNullable<ShownDay['counted']>

/** The days that words come to, `Wed, Jun 17, 2026`; null where they stay relative. */
export function daysText({ means }: ShownDay): string | null {
  const w = accountsWords.value.days
  const n = numbers.value
  switch (means.kind) {
    case 'open':
      return null
    case 'stated': {
      const { days, time } = means.stated
      return time === null ? n.days(days) : `${n.days(days)}, ${time}`
    }
    case 'counted': {
      const { days, time, isRough } = means.comesTo
      const told = time === null ? n.days(days) : `${n.days(days)}, ${time}`
      return isRough ? w.about(told) : told
    }
  }
}

/** By which rule, from which day and on whose word; or why the words stay relative. */
export function meaningText(room: Pick<Room, 'source'>, { means, counted, isQuoted }: ShownDay): string {
  const w = accountsWords.value.days
  switch (means.kind) {
    case 'open':
      return w.open[means.lacks]
    case 'stated':
      return w.meansStated(agentName(room, means.stated.agent), means.stated.reason)
    case 'counted':
      return [
        ...(counted ? [ruleText(counted)] : []),
        w.from(anchorDay(means.from), agentName(room, means.from.agent), counted?.basis === 'event'),
        ...(isQuoted && counted?.basis === 'written' ? [w.quoted] : []),
      ].join('; ')
  }
}

/** The day of an anchor, with its time of day where that is stated. */
export function anchorDay({ day, time }: DayAnchor): string {
  const told = numbers.value.day(day)
  return time === null ? told : `${told}, ${time}`
}

function ruleText(counted: Counted): string {
  const { rule } = accountsWords.value.days
  switch (counted.by) {
    case 'weekday': {
      const { until, before, ahead, after } = rule
      return { until, before, from: ahead, after }[counted.side](counted.weekday)
    }
    case 'date':
      return rule.date
    case 'uncounted':
      return ''
    default:
      return rule[counted.by](counted.count)
  }
}
