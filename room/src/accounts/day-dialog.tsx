import { useSignal } from '@preact/signals'
import { lastDayOf } from '@sightline/core/case'
import { dayNumber, dayText } from '@sightline/core/time'
import { Dialog } from '../panels/dialog.tsx'
import { Field, type Filled, Form, ReasonField } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { accountName } from './account-name.ts'
import type { AccountsModel, Asking } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly asking: Extract<Asking, { readonly kind: 'day' }>
  readonly onClose: () => void
}

/** States the day of an account, of what happened or of some words, with a reason. */
export function DayDialog({ model, asking, onClose }: Props) {
  const w = accountsWords.value
  const isWrong = useSignal(false)
  const { of, held, guess } = asking
  const isOfWords = of.kind === 'words'
  const days = held?.days ?? guess
  const last = days && isOfWords ? lastDayOf(days) : null
  const submit = async (filled: Filled) => {
    const from = filled('from')
    const to = dayNumber((isOfWords && filled('last')) || from)
    const first = dayNumber(from)
    isWrong.value = to === null || first === null || to < first
    if (isWrong.peek() || to === null) return
    const said = {
      days: { from, to: dayText(to + 1) },
      time: filled('time') || null,
      reason: filled('reason'),
    }
    const { entering } = model.room
    const isDone = held
      ? await entering.enter({ do: 'correct-day', id: held.id, rev: held.rev, ...said })
      : await entering.enter({ do: 'state-day', of, ...said })
    if (isDone) onClose()
  }
  return (
    <Dialog title={titleOf(model, of)} onClose={onClose}>
      {isOfWords && <p class="muted small">{w.days.wordsWhat}</p>}
      {of.kind === 'event' && guess !== null && held === null && (
        <p class="muted small">{w.days.fromClock}</p>
      )}
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => model.room.speaker.heed(submit(filled))}>
        <Field
          name="from"
          label={w.days.firstDay}
          value={days?.from ?? null}
          hint={isWrong.value ? w.days.endsBefore : undefined}
          isDate
          isRequired
        />
        {isOfWords && (
          <Field
            name="last"
            label={w.days.lastDay}
            value={last === days?.from ? null : last}
            hint={w.days.lastDayHint}
            isDate
          />
        )}
        <label class="field">
          <span>{w.days.time}</span>
          <input type="time" name="time" defaultValue={held?.time ?? ''} />
          <span>{w.days.timeHint}</span>
        </label>
        <ReasonField />
      </Form>
    </Dialog>
  )
}

function titleOf(model: AccountsModel, of: Props['asking']['of']): string {
  const w = accountsWords.value.days
  switch (of.kind) {
    case 'event':
      return w.eventTitle
    case 'account': {
      const account = model.room.source.state.value.accounts.get(of.account)
      return w.writtenTitle(account ? accountName(account) : '')
    }
    case 'words':
      return w.wordsTitle(of.passage.exact.replace(/\s+/g, ' '))
  }
}
