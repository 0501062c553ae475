import type { ShownCalling } from '@sightline/core/side-by-side'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import { accountsWords } from '../strings/accounts-words.ts'
import { type AccountsModel, passageIn, takenFromEngine } from './accounts-model.ts'

interface Props {
  readonly model: AccountsModel
  readonly calling: ShownCalling
  readonly name: string
  readonly onClose: () => void
}

/** Asks why words of an account do not mean the person they were suggested to mean. */
export function NotMeantDialog({ model, calling, name, onClose }: Props) {
  const w = accountsWords.value
  const [place] = calling.places
  const dismiss = async (reason: string): Promise<boolean> => {
    const passage = place ? passageIn(model, calling.group, place) : null
    const suggestedBy = takenFromEngine(model)
    if (!passage || !suggestedBy) return false
    const of = { kind: 'calling', passage, name } as const
    return await model.room.entering.enter({ do: 'dismiss-candidate', of, reason, suggestedBy }, w.isSetAside)
  }
  return (
    <ReasonDialog
      title={w.voices.maybeNot(calling.words, name)}
      what={w.voices.maybeNotWhat}
      submit={w.enter}
      onClose={onClose}
      onReason={dismiss}
    />
  )
}
