import { ReasonDialog } from '../../panels/reason-dialog.tsx'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'
import { type ComposeDialog, composeModel } from './compose-model.ts'
import { ItemDialog } from './item-dialog.tsx'
import { PartsDialog } from './parts-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { aboutWords } from './stop-words.ts'

/** The dialog that lies over the page, if any. */
export function ComposeDialogs({ room }: { readonly room: Room }) {
  const model = composeModel(room)
  const { value: dialog } = model.dialog
  if (!dialog) return null
  return (
    <Asked
      room={room}
      dialog={dialog}
      onClose={() => {
        model.dialog.value = null
      }}
    />
  )
}

interface AskedProps {
  readonly room: Room
  readonly dialog: ComposeDialog
  readonly onClose: () => void
}

function Asked({ room, dialog, onClose }: AskedProps) {
  const w = composeWords.value
  const model = composeModel(room)
  switch (dialog.kind) {
    case 'override': {
      const { stops } = dialog
      const code = stops[0]?.code ?? ''
      const says = w.stops[code as keyof typeof w.stops] ?? code
      const about = stops.flatMap(stop => aboutWords(room, stop) ?? [])
      return (
        <ReasonDialog
          title={w.checklist.overrideTitle}
          what={about.length === 0 ? says : `${says}: ${about.join(', ')}`}
          submit={w.checklist.override.replace(' …', '')}
          onClose={onClose}
          onReason={reason => model.override(stops, reason)}
        >
          <p>{w.checklist.overrideLead}</p>
        </ReasonDialog>
      )
    }
    case 'take-back':
      return (
        <ReasonDialog
          title={w.checklist.takeBackTitle}
          what={dialog.what}
          onClose={onClose}
          onReason={reason => model.takeBack(dialog.id, reason)}
        />
      )
    case 'approve':
      return (
        <ReasonDialog
          title={w.seal.approveTitle}
          what={w.seal.approveLead}
          submit={w.seal.approve.replace(' …', '')}
          onClose={onClose}
          onReason={reason => model.approve(reason)}
        />
      )
    case 'publish':
      return <PublishDialog room={room} onClose={onClose} />
    case 'parts':
      return <PartsDialog {...{ room, onClose, recording: dialog.recording, parts: dialog.parts }} />
    case 'statement':
    case 'withheld':
    case 'gone':
      return <ItemDialog room={room} asked={dialog} onClose={onClose} />
  }
}
