import type { Stage } from '@sightline/core/case'
import { knownCard, lackOf } from '@sightline/core/case/cards'
import { titleOf } from '@sightline/core/case-file'
import { Dialog } from '../panels/dialog.tsx'
import { Field, Form, ReasonField } from '../panels/form.tsx'
import type { Room } from '../room-model.ts'
import { caseWords } from '../strings/case-words.ts'

interface Props {
  readonly room: Room
  readonly to: Stage
  readonly onClose: () => void
}

/** Moves the release on. What is missing is named; going on all the same is a person's own decision, with its reason. */
export function MoveDialog({ room, to, onClose }: Props) {
  const w = caseWords.value.stage
  const { value: state } = room.source.state
  const asOf = new Date().toISOString()
  const lacks = lackOf(state, to, asOf)
  return (
    <Dialog title={w.moveTo(w[to])} onClose={onClose}>
      {lacks.length > 0 ? (
        <div class="loud" role="status">
          <p>
            <strong>{w.lacks(w[to], lacks.length)}</strong>
          </p>
          <ul>
            {lacks.map(({ code, card }) => {
              const known = knownCard(state, card)
              return (
                <li key={`${code} ${card}`}>
                  {w.lack[code]}
                  {known && `: ${titleOf(state, known)}`}
                </li>
              )
            })}
          </ul>
        </div>
      ) : (
        <p class="muted">{w.lacksNothing(w[to])}</p>
      )}
      <Form
        submit={w.moveTo(w[to])}
        onCancel={onClose}
        onSubmit={async filled => {
          const command = {
            do: 'move-release',
            rev: room.source.state.peek().release.rev,
            to,
            sealed: to === 'sealed' ? filled('sealed').toLowerCase() : null,
            reason: filled('reason'),
            override: lacks.length > 0 ? filled('override') : null,
            asOf: new Date().toISOString(),
          } as const
          if (await room.entering.enter(command)) onClose()
        }}
      >
        {to === 'sealed' && <Field name="sealed" label={w.sealedHash} isRequired isMono />}
        <ReasonField />
        {lacks.length > 0 && <Field name="override" label={w.override} hint={w.overrideHint} isRequired />}
      </Form>
    </Dialog>
  )
}
