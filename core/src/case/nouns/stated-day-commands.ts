import { dayNumber } from '../../time/civil-day.ts'
import { command, type Decision, enter, Rev } from '../command.ts'
import { onStanding, restoring, withdrawing } from '../standing-commands.ts'
import type { CaseState } from '../state.ts'
import { DayOf, type StatedDay, StatedDayId, statedDayOf, statedDaySaid } from './stated-day.ts'
import { unreadRefusal } from './statement-commands.ts'

const restore = restoring('statedDays', StatedDayId, 'day-restored', 'withdraw-day')

export const statedDayCommands = {
  'state-day': command(
    { of: DayOf, ...statedDaySaid },
    (state, { of, days, time, reason }) =>
      unknownRefusal(state, of) ??
      daysRefusal(of, days) ??
      doubledRefusal(state, of) ??
      enter('day-stated', { v: 1, id: `dy${state.seq + 1}`, of, days, time, reason }),
    (_before, _asked, rev, seq) => ({ do: 'withdraw-day', id: `dy${seq}`, rev, reason: 'undone' }),
  ),
  'correct-day': command(
    { id: StatedDayId, rev: Rev, ...statedDaySaid },
    (state, asked) =>
      onStanding(state, 'statedDays', asked, ({ id, of }) => {
        const { days, time, reason } = asked
        return daysRefusal(of, days) ?? enter('day-corrected', { v: 1, id, days, time, reason })
      }),
    (before, { id }, rev) => {
      const was = before.statedDays.get(id)
      return was ? { do: 'correct-day', id, rev, days: was.days, time: was.time, reason: was.reason } : null
    },
  ),
  'withdraw-day': withdrawing('statedDays', StatedDayId, 'day-withdrawn', 'restore-day'),
  'restore-day': {
    ...restore,
    decide: (state: CaseState, asked: Parameters<typeof restore.decide>[1]) => {
      const held = state.statedDays.get(asked.id)
      const isBack = held?.withdrawn === null
      return (held && !isBack && doubledRefusal(state, held.of)) || restore.decide(state, asked)
    },
  },
}

function unknownRefusal(state: CaseState, of: DayOf): Decision | null {
  if (of.kind === 'words') return unreadRefusal(state, of.passage)
  return of.kind === 'account' && !state.accounts.has(of.account)
    ? { kind: 'unknown', noun: of.account }
    : null
}

function daysRefusal(of: DayOf, { from, to }: StatedDay['days']): Decision | null {
  const [first, next] = [dayNumber(from), dayNumber(to)]
  if (first === null || next === null || next <= first)
    return {
      kind: 'impossible',
      message: `expected days that begin before they end; found ${from} up to, and not including, ${to}`,
    }
  return of.kind === 'words' || next === first + 1
    ? null
    : {
        kind: 'impossible',
        message: `what relative days are counted from is one day; found ${next - first} from ${from}`,
      }
}

function doubledRefusal(state: CaseState, of: DayOf): Decision | null {
  const held = statedDayOf(state, of)
  return (
    held && {
      kind: 'impossible',
      message: `this day is stated already as ${held.days.from} (${held.id}): correct that`,
    }
  )
}
