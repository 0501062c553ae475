import type { ShownLink, ShownStatement } from '@sightline/core/side-by-side'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, passageIn, takenFromEngine } from './accounts-model.ts'
import { pieceOf } from './accounts-table.tsx'

interface Props {
  readonly model: AccountsModel
  readonly of: ShownStatement | ShownLink
  readonly onClose: () => void
}

/** Asks why a candidate is set aside. */
export function SetAsideDialog({ model, of, onClose }: Props) {
  const w = accountsWords.value
  const statements = 'relation' in of ? [of.a, of.b] : [of]
  const dismiss = async (reason: string): Promise<boolean> => {
    const [a, b] = statements.map(each => passageIn(model, each.group, each))
    const suggestedBy = takenFromEngine(model)
    if (!a || !suggestedBy) return false
    if (!('relation' in of)) {
      const dismissed = { kind: of.kind, passage: a }
      return await model.room.entering.enter(
        { do: 'dismiss-candidate', of: dismissed, reason, suggestedBy },
        w.isSetAside,
      )
    }
    if (!b) return false
    const dismissed = { kind: 'link', a, b, relation: of.relation } as const
    return await model.room.entering.enter(
      { do: 'dismiss-candidate', of: dismissed, reason, suggestedBy },
      w.isSetAside,
    )
  }
  return (
    <ReasonDialog
      title={w.dismissTitle}
      what={w.dismissWhat}
      submit={w.enter}
      onClose={onClose}
      onReason={dismiss}
    >
      {statements.map(statement => (
        <blockquote key={statement.key}>{pieceOf(model, statement, 240)}</blockquote>
      ))}
      {'relation' in of && <p class="muted">{w.relations[of.relation]}</p>}
    </ReasonDialog>
  )
}
