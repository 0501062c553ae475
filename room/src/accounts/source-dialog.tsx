import type { StatementSource } from '@sightline/core/case'
import type { ShownStatement } from '@sightline/core/side-by-side'
import { Dialog } from '../panels/dialog.tsx'
import { Field, type Filled, Form } from '../panels/form.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, passageIn, takenFromEngine } from './accounts-model.ts'
import { pieceOf } from './accounts-table.tsx'

interface Props {
  readonly model: AccountsModel
  readonly statement: ShownStatement
  readonly onClose: () => void
}

const signs = ['negated', 'hedged', 'declining'] as const

/** Whom a statement or quote goes back to, as a person states it. A candidate is taken up by that. */
export function SourceDialog({ model, statement, onClose }: Props) {
  const w = accountsWords.value
  const { source, origin, kind } = statement
  const labels = { negated: w.isNegated, hedged: w.isHedged, declining: w.isDeclining }
  const submit = async (filled: Filled) => {
    const stated = sourceFrom(filled)
    const { entering } = model.room
    if (origin.kind === 'taken-up') {
      const { id, rev, passage } = origin.held
      if (await entering.enter({ do: 'correct-statement', id, rev, passage, source: stated }, w.isTakenUp))
        onClose()
      return
    }
    const passage = passageIn(model, statement.group, statement)
    if (!passage) return
    const takenFrom = takenFromEngine(model)
    const made = { do: 'make-statement', kind, passage, source: stated, takenFrom } as const
    if (await entering.enter(made, w.isTakenUp)) onClose()
  }
  return (
    <Dialog title={w.correctTitle} onClose={onClose}>
      <blockquote>“{pieceOf(model, statement, 240)}”</blockquote>
      <Form submit={w.enter} onCancel={onClose} onSubmit={filled => model.room.speaker.heed(submit(filled))}>
        <label class="field">
          <span>{w.chain}</span>
          <textarea
            name="chain"
            rows={3}
            maxLength={2400}
            required
            defaultValue={source?.chain.join('\n') ?? ''}
          />
          <span>{w.chainHint}</span>
        </label>
        <Field name="to" label={w.toWhom} value={source?.to ?? null} />
        <Field
          name="recording"
          label={w.recording}
          value={source?.recording ?? null}
          hint={w.recordingHint}
        />
        <fieldset class="choices column">
          {signs.map(sign => (
            <label key={sign} class="check">
              <input type="checkbox" name={sign} defaultChecked={source?.[sign] ?? false} />
              {labels[sign]}
            </label>
          ))}
        </fieldset>
      </Form>
    </Dialog>
  )
}

function sourceFrom(filled: Filled): StatementSource {
  const chain = filled('chain')
    .split('\n')
    .map(line => line.trim().slice(0, 300))
    .filter(line => line !== '')
    .slice(0, 8)
  const isOn = (name: string) => filled(name) === 'on'
  return {
    chain,
    to: filled('to') || null,
    recording: filled('recording') || null,
    negated: isOn('negated'),
    hedged: isOn('hedged'),
    declining: isOn('declining'),
  }
}
