import { cardOf } from '@sightline/core/case/cards'
import { oneWith } from '@sightline/core/case-file'
import type { ShownLabel, ShownPerson } from '@sightline/core/side-by-side'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import type { AccountsModel, Called } from './accounts-model.ts'

type Put = Called & Pick<ShownPerson, 'labels'> & { readonly isMinor?: boolean }

/** The participants that people have put some words to, what else is put to them, and the ways to put and to take back. */
export function PutTo({ model, of }: { readonly model: AccountsModel; readonly of: Put }) {
  const w = accountsWords.value.voices
  const state = model.room.source.state.value
  const canEnter = model.room.source.can.command
  const told = new Set<string>()
  return (
    <>
      {of.participants.map(id => {
        if (told.has(id)) return null
        const one = [...oneWith(state, id)].flatMap(each => cardOf(state, each, 'participant') ?? [])
        for (const each of one) told.add(each.id)
        const [first, ...others] = one
        if (!first) return null
        const isMinor = one.some(({ said }) => said.minor === 'yes')
        const line = [
          w.isParticipant(first.said.role),
          ...others.map(({ said }) => w.sameAs(said.role)),
          ...(isMinor ? [w.isMinorToo] : of.isMinor ? [w.notMarkedMinor] : []),
        ]
        const ids = new Set(one.map(each => each.id))
        return (
          <div key={id} class="small">
            <p>{line.join(' · ')}</p>
            <ul>
              {of.labels
                .filter(({ participant }) => ids.has(participant))
                .map(label => (
                  <Label key={label.card} model={model} label={label} />
                ))}
            </ul>
          </div>
        )
      })}
      {canEnter && (
        <button
          type="button"
          class="link small"
          onClick={() => {
            model.asking.value = { kind: 'participant', person: of }
          }}
        >
          {w.toParticipant}
        </button>
      )}
    </>
  )
}

function Label({ model, label }: { readonly model: AccountsModel; readonly label: ShownLabel }) {
  const w = accountsWords.value
  const { words, usedBy, card, rev } = label
  return (
    <li>
      {w.voices.calledBy(words, usedBy)}{' '}
      {model.room.source.can.command && (
        <button
          type="button"
          class="link"
          aria-label={w.voices.takeBackLabel(words, usedBy)}
          onClick={() => {
            model.asking.value = { kind: 'withdraw-label', card, rev, words, usedBy }
          }}
        >
          {w.withdraw}
        </button>
      )}
    </li>
  )
}

interface WithdrawProps {
  readonly model: AccountsModel
  readonly label: Pick<ShownLabel, 'card' | 'rev' | 'words' | 'usedBy'>
  readonly onClose: () => void
}

/** Says that some words do not mean a participant after all, with a reason. */
export function WithdrawLabelDialog({ model, label: { card, rev, words, usedBy }, onClose }: WithdrawProps) {
  const w = accountsWords.value
  return (
    <ReasonDialog
      title={w.voices.takeBackLabel(words, usedBy)}
      submit={w.enter}
      onClose={onClose}
      onReason={reason => model.room.entering.enter({ do: 'withdraw-card', card, rev, reason })}
    />
  )
}
