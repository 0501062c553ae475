import type { DayOf } from '@sightline/core/case'
import { type Column, type DayAnchor, writtenAnchor } from '@sightline/core/side-by-side'
import { agentName } from '../panels/placement-words.ts'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import type { AccountsModel } from './accounts-model.ts'
import { DayList } from './day-list.tsx'
import { anchorDay } from './day-words.ts'
import { EntryHistory } from './entry-history.tsx'

/** Every relative time of the accounts: the days they are counted from, and what each comes to. */
export function DaysPanel({ model }: { readonly model: AccountsModel }) {
  const w = accountsWords.value.days
  const { columns, event } = model.view.value
  return (
    <div class="beside-body">
      <p class="muted small">{w.lead}</p>
      <section class="day-anchor">
        <h4>{w.event}</h4>
        <p>{event ? w.happenedOn(anchorDay(event), agentName(model.room, event.agent)) : w.eventNone}</p>
        <AnchorActs
          model={model}
          of={{ kind: 'event' }}
          anchor={event}
          ask={w.stateEvent}
          guess={model.room.source.state.value.wallTime.anchor?.reading.local.slice(0, 10) ?? null}
        />
      </section>
      {columns.map(column => (
        <OfAccount key={column.group.id} model={model} column={column} />
      ))}
    </div>
  )
}

function OfAccount({ model, column }: { readonly model: AccountsModel; readonly column: Column }) {
  const w = accountsWords.value.days
  const { days, group } = column
  return (
    <section class="day-anchor">
      <h4>{accountName(group.shown)}</h4>
      <WrittenOn model={model} column={column} />
      {days.length === 0 ? (
        <p class="muted small">{w.none}</p>
      ) : (
        <DayList model={model} days={days} isOpened />
      )}
    </section>
  )
}

/** The day from which an account's relative times are counted, who says so, and what a person can say of it. */
export function WrittenOn({ model, column }: { readonly model: AccountsModel; readonly column: Column }) {
  const w = accountsWords.value.days
  const { shown } = column.group
  const anchor = writtenAnchor(model.room.source.state.value, column.group)
  const name = anchor && agentName(model.room, anchor.agent)
  return (
    <>
      <p class="small">
        {anchor && name
          ? (anchor.stated ? w.writtenOn : w.bears)(anchorDay(anchor), name)
          : w.accountNone(accountName(shown))}
      </p>
      <AnchorActs
        model={model}
        of={{ kind: 'account', account: shown.id }}
        anchor={anchor}
        ask={w.stateWritten}
        guess={anchor?.day ?? null}
      />
    </>
  )
}

interface ActsProps {
  readonly model: AccountsModel
  readonly of: DayOf
  readonly anchor: DayAnchor | null
  readonly ask: string
  readonly guess: string | null
}

function AnchorActs({ model, of, anchor, ask, guess }: ActsProps) {
  const w = accountsWords.value
  const stated = anchor?.stated ?? null
  return (
    <>
      {stated && <p class="muted small">{w.days.because(stated.reason)}</p>}
      {model.room.source.can.command && (
        <p class="row">
          <button
            type="button"
            class="link small"
            onClick={() => {
              const days = guess === null ? null : { from: guess, to: guess }
              model.asking.value = { kind: 'day', of, held: stated, guess: days }
            }}
          >
            {stated ? w.days.correct : ask}
          </button>
          {stated && (
            <button
              type="button"
              class="link small"
              onClick={() => {
                const { id, rev } = stated
                model.asking.value = { kind: 'withdraw', what: 'day', id, rev }
              }}
            >
              {w.withdraw}
            </button>
          )}
        </p>
      )}
      {stated && <EntryHistory room={model.room} id={stated.id} />}
    </>
  )
}
