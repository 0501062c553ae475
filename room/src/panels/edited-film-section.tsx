import { useSignal } from '@preact/signals'
import type { Recording } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { Field } from './form.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** Whether a file is a recording or a film that someone cut from recordings, and who says so. */
export function EditedFilmSection({ room, recording }: Props) {
  const isOpen = useSignal(false)
  const w = words.value.film
  const { film } = recording
  return (
    <section class="section">
      <h3>
        {w.title}
        {room.source.can.command && (
          <button
            type="button"
            class="link"
            onClick={() => {
              isOpen.value = true
            }}
          >
            {film ? w.revoke : w.declare}
          </button>
        )}
      </h3>
      {film ? (
        <dl class="facts">
          <dt>{w.name}</dt>
          <dd>{film.title}</dd>
          <dt>{w.maker}</dt>
          <dd>{film.maker}</dd>
        </dl>
      ) : (
        <p class="muted">{w.none}</p>
      )}
      {isOpen.value && (
        <Decide
          room={room}
          recording={recording}
          onClose={() => {
            isOpen.value = false
          }}
        />
      )}
    </section>
  )
}

function Decide({ room, recording, onClose }: Props & { readonly onClose: () => void }) {
  const w = words.value.film
  const { id, rev, film, firstName } = recording
  const at = { recording: id, rev }
  return film ? (
    <ReasonDialog
      title={w.revokeTitle(film.title)}
      onClose={onClose}
      onReason={reason => room.entering.enter({ do: 'revoke-edited-film', ...at, reason })}
    />
  ) : (
    <ReasonDialog
      title={w.declareTitle(firstName)}
      what={w.what}
      onClose={onClose}
      onReason={(reason, filled) =>
        room.entering.enter({
          do: 'declare-edited-film',
          ...at,
          title: filled('title'),
          maker: filled('maker'),
          reason,
        })
      }
    >
      <Field name="title" label={w.name} isRequired />
      <Field name="maker" label={w.maker} isRequired />
    </ReasonDialog>
  )
}
