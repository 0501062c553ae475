import type { Transcript } from '@sightline/core/case'
import { Dialog } from '../panels/dialog.tsx'
import { Form } from '../panels/form.tsx'
import { words } from '../strings/index.ts'
import { listeningWords } from '../strings/listening-words.ts'
import { SaidFields, saidIn } from './bring-dialog.tsx'
import type { ListeningModel } from './listening-model.ts'

interface Props {
  readonly model: ListeningModel
  readonly transcript: Transcript
  readonly onClose: () => void
}

/** States what is known of a transcript: its language, what it translates, by whom. */
export function DescribeDialog({ model, transcript, onClose }: Props) {
  const { room } = model
  return (
    <Dialog title={listeningWords.value.tools.state.replace(/ …$/, '')} onClose={onClose}>
      <Form
        submit={words.value.save}
        onCancel={onClose}
        onSubmit={filled => {
          const { id, rev } = transcript
          const entered = room.entering.enter(
            { do: 'describe-transcript', id, rev, ...saidIn(filled) },
            listeningWords.peek().said.stated,
          )
          room.speaker.heed(entered.then(isIn => isIn && onClose()))
        }}
      >
        <SaidFields model={model} recording={transcript.recording} transcript={transcript} />
      </Form>
    </Dialog>
  )
}
