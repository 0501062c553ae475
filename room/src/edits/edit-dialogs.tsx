import { ReasonDialog } from '../panels/reason-dialog.tsx'
import { editsWords } from '../strings/edits-words.ts'
import { decideLine, withdrawDecision } from './decide.ts'
import { DeclareDialog } from './declare-dialog.tsx'
import type { EditsModel } from './edits-model.ts'
import { LineDialog } from './line-dialog.tsx'
import { TakeLinesDialog } from './take-lines-dialog.tsx'
import type { TiedPlayer } from './tied-player.ts'

interface Props {
  readonly model: EditsModel
  readonly player: TiedPlayer
}

/** Every dialog of the page, opened by `model.asking`. */
export function EditDialogs({ model, player }: Props) {
  const w = editsWords.value
  const asking = model.asking.value
  const close = () => {
    model.asking.value = null
  }
  if (asking === null) return null
  switch (asking.kind) {
    case 'correct':
    case 'add':
      return <LineDialog model={model} player={player} asking={asking} onClose={close} />
    case 'dismiss':
      return (
        <ReasonDialog
          title={w.dismissTitle}
          what={w.dismissWhat}
          onClose={close}
          onReason={reason => decideLine(model, asking.line, { verdict: 'dismissed', said: null, reason })}
        />
      )
    case 'declare':
      return <DeclareDialog model={model} player={player} onClose={close} />
    case 'take-away':
      return <TakeLinesDialog model={model} onClose={close} />
    case 'withdraw-declared':
      return (
        <ReasonDialog
          title={w.withdraw}
          onClose={close}
          onReason={reason =>
            model.room.entering.enter({
              do: 'withdraw-declared-difference',
              ...{ id: asking.declared.id, rev: asking.declared.rev, reason },
            })
          }
        />
      )
    case 'withdraw':
      return (
        <ReasonDialog
          title={w.withdraw}
          onClose={close}
          onReason={reason => withdrawDecision(model, asking.line, reason)}
        />
      )
  }
}
