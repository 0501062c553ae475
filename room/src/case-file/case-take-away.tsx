import { useSignal } from '@preact/signals'
import { audiences } from '@sightline/core/case-file'
import { Dialog } from '../panels/dialog.tsx'
import { Form } from '../panels/form.tsx'
import { Progress } from '../panels/take-away.tsx'
import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'
import { language } from '../strings/index.ts'
import { choiceWords } from './field-words.ts'

const forms = ['report', 'csv', 'jsonld'] as const

/** The case file for somebody: a report, a table or linked data, made by the server and entered in the log. */
export function CaseTakeAway({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const request = useSignal<string | null>(null)
  const w = caseWords.value.takeAway
  return (
    <Dialog title={w.title} onClose={onClose}>
      <p class="muted small">{w.leadWords}</p>
      {request.value === null ? (
        <Form
          submit={w.make}
          onCancel={onClose}
          onSubmit={async filled => {
            const as = forms.find(each => each === filled('as')) ?? 'report'
            const audience = audiences.find(each => each === filled('audience')) ?? 'public'
            request.value = await room.source.takeAway({
              what: 'case-file',
              as,
              audience,
              language: language.peek(),
            })
          }}
        >
          <fieldset class="choices column">
            <legend>{w.what}</legend>
            {forms.map(each => (
              <label key={each} class="check">
                <input type="radio" name="as" value={each} defaultChecked={each === 'report'} />
                {w[each]}
              </label>
            ))}
          </fieldset>
          <fieldset class="choices">
            <legend>{w.for}</legend>
            {audiences.map(each => (
              <label key={each} class="check">
                <input type="radio" name="audience" value={each} defaultChecked={each === 'public'} />
                {choiceWords(each)}
              </label>
            ))}
          </fieldset>
        </Form>
      ) : (
        <Progress
          key={request.value}
          room={room}
          id={request.value}
          onAnother={() => {
            request.value = null
          }}
        />
      )}
    </Dialog>
  )
}
