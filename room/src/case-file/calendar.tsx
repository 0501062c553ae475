import { mainGroup, momentSpanOn, wallStamp } from '@sightline/core/case'
import { cardsOf } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { type Dated, datedOf, dayNumber } from '@sightline/core/release-clock'
import type { Room } from '../room-model.ts'
import { cardWords, caseWords } from '../strings/case-words.ts'
import { timeText } from '../time-text.ts'
import { goToCard } from './case-desk.ts'
import { fieldLabel } from './field-words.ts'

/** The days of the case file beside the seconds of the incident: two clocks, never mixed. */
export function CaseCalendar({ room }: { readonly room: Room }) {
  const w = caseWords.value.calendarOf
  return (
    <div class="two-clocks">
      <section class="card-section" aria-label={w.caseDays}>
        <h3>{w.caseDays}</h3>
        <Days room={room} />
      </section>
      <section class="card-section" aria-label={w.incident}>
        <h3>{w.incident}</h3>
        <Incident room={room} />
      </section>
    </div>
  )
}

function Days({ room }: { readonly room: Room }) {
  const w = caseWords.value.calendarOf
  const { value: state } = room.source.state
  const dated = datedOf(state)
  const start = cardsOf(state, 'clock-start').findLast(({ said }) => said.from === 'incident')
  const first = start ? dayNumber(start.said.at.local.slice(0, 10)) : null
  if (dated.length === 0) return <p class="muted">{w.noDays}</p>
  return (
    <ol class="days">
      {dated.map((each, at) => {
        const number = dayNumber(each.day)
        return (
          <li key={at} data-kind={each.kind}>
            <span class="mono">{each.day}</span>
            <span class="mono muted">
              {first !== null && number !== null && (first === number ? w.dayOf(0) : w.dayOf(number - first))}
            </span>
            <DayWords room={room} dated={each} />
          </li>
        )
      })}
    </ol>
  )
}

function DayWords({ room, dated }: { readonly room: Room; readonly dated: Dated }) {
  const w = caseWords.value
  switch (dated.kind) {
    case 'due':
      return <strong>{w.calendarOf.due(dated.due.rule.said.name)}</strong>
    case 'step':
      return <span>{w.calendarOf.step(w.stage[dated.step.to])}</span>
    case 'card': {
      const { card, field, time } = dated
      return (
        <span>
          {time !== null && <span class="mono">{time} </span>}
          <button type="button" class="link" onClick={() => goToCard(room, card)}>
            {titleOf(room.source.state.value, card)}
          </button>
          <span class="muted small">
            {' '}
            {cardWords.value.kinds[card.of].one} · {fieldLabel(field)}
          </span>
        </span>
      )
    }
  }
}

function Incident({ room }: { readonly room: Room }) {
  const { value: state } = room.source.state
  const { clocks, wallClock, names } = room.session
  const clock = clocks.value.find(({ id }) => id === mainGroup) ?? null
  const moments = [...state.moments.values()]
    .filter(({ withdrawn }) => withdrawn === null)
    .flatMap(moment => {
      const on = clock && momentSpanOn(state, clock, moment)
      return on ? [{ moment, on }] : []
    })
    .sort((a, b) => a.on.from - b.on.from)
  const w = caseWords.value
  if (moments.length === 0) return <p class="muted">{w.overviewOf.noMoments}</p>
  return (
    <>
      {wallClock.value === null && <p class="muted small">{w.calendarOf.noWall}</p>}
      <ol class="days">
        {moments.map(({ moment, on }) => (
          <li key={moment.id}>
            <span class="mono">{timeText(on.from)}</span>
            <span class="mono muted">
              {wallClock.value ? wallStamp(wallClock.value, on.from).slice(11, 23) : ''}
            </span>
            <span>
              {moment.name}
              <span class="muted small">
                {' '}
                {moment.when.on === 'recording' ? names.value.get(moment.when.recording) : ''}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
