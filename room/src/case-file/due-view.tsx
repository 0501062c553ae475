import {
  type Due,
  type DueStep,
  type DueUnknown,
  dayAt,
  dayNumber,
  duesOf,
  endOfDay,
} from '@sightline/core/release-clock'
import { offsetAtIn } from '../placing/zones.ts'
import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'
import { choiceWords } from './field-words.ts'

/** When each rule wants publication; the arithmetic unfolds. */
export function Dues({ room, isWhole }: { readonly room: Room; readonly isWhole: boolean }) {
  const dues = duesOf(room.source.state.value)
  const w = caseWords.value
  if (dues.length === 0) return <p class="muted">{w.overviewOf.nothingDue}</p>
  return (
    <div class="dues">
      {dues.map(due => (
        <DueItem key={due.rule.id} due={due} isWhole={isWhole} />
      ))}
    </div>
  )
}

function DueItem({ due, isWhole }: { readonly due: Due | DueUnknown; readonly isWhole: boolean }) {
  const w = caseWords.value.due
  const { said } = due.rule
  return (
    <article class="due" data-due={due.kind === 'due' ? due.day : undefined}>
      <h4>{said.name}</h4>
      {due.kind === 'due' ? <DueDay due={due} /> : <p>{w.noStart(choiceWords(said.from))}</p>}
      {due.kind === 'due' && (
        <details open={isWhole}>
          <summary class="small muted">{w.arithmetic}</summary>
          <ol class="due-steps">
            {due.steps.map(step => (
              <Step key={`${step.kind} ${step.day}`} step={step} />
            ))}
          </ol>
          {(due.weekday === 0 || due.weekday === 6) && <p class="small">{w.weekend}</p>}
        </details>
      )}
      <p class="small muted">
        {said.citation}. {w.notAdvice}{' '}
        {said.checkedBy === null ? w.unchecked : w.checked(said.checkedBy, said.checkedOn ?? '–')}
      </p>
    </article>
  )
}

function DueDay({ due }: { readonly due: Due }) {
  const w = caseWords.value.due
  const offsetAt = offsetAtIn(due.zone)
  const number = dayNumber(due.day) ?? 0
  const weekday = w.weekdays.split('|')[due.weekday] ?? ''
  return (
    <>
      <p class="due-day">{w.by(due.day, weekday)}</p>
      {offsetAt ? (
        <p class="small">
          <strong>{leftWords(number - dayAt(Date.now(), offsetAt))}</strong> ·{' '}
          {w.endsAt(
            new Date(endOfDay(number, offsetAt)).toISOString().slice(0, 16).replace('T', ' '),
            due.zone,
          )}
        </p>
      ) : (
        <p class="small">{w.zoneUnknown(due.zone)}</p>
      )}
    </>
  )
}

function leftWords(days: number): string {
  const w = caseWords.value.due
  if (days === 0) return w.today
  return days > 0 ? w.left(days) : w.past(-days)
}

function Step({ step }: { readonly step: DueStep }) {
  const w = caseWords.value.due
  switch (step.kind) {
    case 'start': {
      const { said } = step.start
      return <li class="mono">{w.start(step.day, choiceWords(said.from), said.source)}</li>
    }
    case 'counted':
      return (
        <li class="mono">
          {w.counted(step.day, step.count, choiceWords(step.countedIn))}
          {step.leftOut > 0 && ` (${w.leftOut(step.leftOut)})`}
        </li>
      )
    case 'extended': {
      const { requester, decider } = step.extension.said
      return (
        <li class="mono">
          {w.extended(step.day, step.byDays, requester, decider)}
          {step.upTo !== null && step.day > step.upTo && <span class="differs"> {w.beyond(step.upTo)}</span>}
        </li>
      )
    }
  }
}
