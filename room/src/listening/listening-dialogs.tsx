import { never } from '@sightline/core/errors'
import { ReasonDialog } from '../panels/reason-dialog.tsx'
import { listeningWords } from '../strings/listening-words.ts'
import { BringDialog } from './bring-dialog.tsx'
import { DescribeDialog } from './describe-dialog.tsx'
import type { ListeningModel } from './listening-model.ts'
import { SpeakersDialog } from './speakers-dialog.tsx'
import { TakeSoundsDialog } from './take-sounds-dialog.tsx'
import { TakeTranscriptDialog } from './take-transcript-dialog.tsx'
import { TieDialog } from './tie-dialog.tsx'

/** What is asked for before something is entered. */
export function ListeningDialogs({ model }: { readonly model: ListeningModel }) {
  const asked = model.dialog.value
  const transcript = model.transcript.value
  const onClose = () => {
    model.dialog.value = null
  }
  if (asked === null) return null
  switch (asked.kind) {
    case 'bring':
      return <BringDialog model={model} onClose={onClose} />
    case 'describe':
      return transcript && <DescribeDialog model={model} transcript={transcript} onClose={onClose} />
    case 'speakers':
      return transcript && <SpeakersDialog model={model} transcript={transcript} onClose={onClose} />
    case 'withdraw': {
      const w = listeningWords.value.withdraw
      if (!transcript) return null
      return (
        <ReasonDialog
          title={w.title}
          what={w.what}
          submit={w.title}
          onClose={onClose}
          onReason={reason =>
            model.room.entering.enter({
              do: 'withdraw-transcript',
              id: transcript.id,
              rev: transcript.rev,
              reason,
            })
          }
        />
      )
    }
    case 'take-away':
      return transcript && <TakeTranscriptDialog model={model} transcript={transcript} onClose={onClose} />
    case 'take-sounds':
      return <TakeSoundsDialog model={model} onClose={onClose} />
    case 'tie':
      return transcript && <TieDialog model={model} transcript={transcript} onClose={onClose} />
    default:
      return never(asked)
  }
}
