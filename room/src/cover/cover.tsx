import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Field, Form } from '../panels/form.tsx'
import { later } from '../panels/later.tsx'
import { LanguageSwitch } from '../panels/top-bar.tsx'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { CoverPictures } from './cover-pictures.tsx'
import { Doors } from './doors.tsx'

const PartyWords = later(() => import('../case-file/party-words.tsx').then(part => part.PartyWords))

/**
 * What stands before every opening: what this is, the owner's warning, and the doors. It cannot be passed otherwise. It shows
 * pictures only of what a person has cleared, and only where a person has chosen an instant for it.
 */
export function Cover({ room }: { readonly room: Room }) {
  const element = useRef<HTMLDialogElement>(null)
  const isEdited = useSignal(false)
  useEffect(() => {
    element.current?.showModal()
    // The focus goes to the first door, which on a phone lies below the title.
    element.current?.scrollTo(0, 0)
  }, [])
  const w = words.value.cover
  const { cover, title } = room.source.state.value
  const shownTitle = cover?.title || title || words.value.top.untitled
  const warning = cover?.warning || w.defaultWarning
  const doors = cover?.doors ?? null
  const instant = doors?.opensAt ? room.caseTimeOf(doors.opensAt) : null
  return (
    <dialog
      class="cover"
      closedBy="none"
      ref={element}
      aria-labelledby="cover-title"
      onCancel={event => event.preventDefault()}
      onClose={event => event.currentTarget.showModal()}
    >
      <div class="cover-body">
        {isEdited.value ? (
          <CoverForm
            room={room}
            title={shownTitle}
            warning={warning}
            onClose={() => {
              isEdited.value = false
            }}
          />
        ) : (
          <>
            <h1 id="cover-title">{shownTitle}</h1>
            <p class="what">{doors?.question ?? w.what}</p>
            <Counts room={room} />
            {hasPartyWords(room) && <PartyWords room={room} isCover />}
            {instant !== null && <CoverPictures room={room} time={instant} />}
            <p class="warning">{warning}</p>
            <Doors room={room} doors={doors} />
            <div class="row">
              {room.source.can.command && (
                <button
                  type="button"
                  class="button plain"
                  onClick={() => {
                    isEdited.value = true
                  }}
                >
                  {w.edit}
                </button>
              )}
              {room.source.state.value.recordings.size > 0 && (
                <button
                  type="button"
                  class="button plain"
                  onClick={() => {
                    room.session.tour.value = 0
                    room.uncover()
                  }}
                >
                  {w.tour}
                </button>
              )}
              <LanguageSwitch room={room} />
            </div>
            <p class="muted small">{words.value.productLine}</p>
          </>
        )}
      </div>
    </dialog>
  )
}

/** Whether anything was entered that may stand here, without fetching what reads it. */
function hasPartyWords(room: Room): boolean {
  const { state, coverStatements } = room.source
  if (coverStatements.length > 0) return true
  return [...state.value.cards.values()].some(
    ({ of, withdrawn }) => of === 'party-statement' && withdrawn === null,
  )
}

interface CoverFormProps {
  readonly room: Room
  readonly title: string
  readonly warning: string
  readonly onClose: () => void
}

function CoverForm({ room, title, warning, onClose }: CoverFormProps) {
  const w = words.value.cover
  return (
    <>
      <h1 id="cover-title">{w.edit}</h1>
      <Form
        submit={words.value.save}
        onCancel={onClose}
        onSubmit={async filled => {
          const rev = room.source.state.peek().cover?.rev ?? 0
          const command = {
            do: 'word-cover',
            rev,
            title: filled('title'),
            warning: filled('warning'),
          } as const
          if (await room.entering.enter(command)) onClose()
        }}
      >
        <Field name="title" label={w.title} value={title} isRequired />
        <label class="field">
          <span>{w.warning}</span>
          <textarea name="warning" maxLength={4000} rows={6} defaultValue={warning} />
        </label>
      </Form>
    </>
  )
}

/** What is held, in numbers; what is zero is left out, save the recordings. */
function Counts({ room }: { readonly room: Room }) {
  const w = words.value.cover
  const { recordings: held, files, expected } = room.source.state.value
  const recordings = [...held.values()].filter(({ film }) => !film).length
  const films = held.size - recordings
  const kinds = [...files.values()].map(file => file.found.kind)
  const accounts = kinds.filter(kind => kind === 'account').length
  const others = kinds.filter(kind => kind !== 'account' && kind !== 'recording').length
  const wanting = [...expected.values()].filter(each => each.state.kind === 'expected').length
  const wrong = [...files.values()].filter(file => file.isMissing || file.was.length > 0).length
  const unplaced = room.session.tray.value.length
  const shown = [
    { n: recordings, what: w.recordings(recordings), isKept: true },
    { n: recordings - unplaced, what: w.placed },
    { n: unplaced, what: w.unplaced },
    { n: films, what: w.films(films) },
    { n: accounts, what: w.accounts(accounts) },
    { n: others, what: w.otherFiles(others) },
    { n: wanting, what: w.expected },
    { n: wrong, what: w.missing },
  ].filter(({ n, isKept }) => n > 0 || isKept)
  return (
    <ul class="counts" aria-label={w.held}>
      {shown.map(({ n, what }) => (
        <li key={what}>
          <b>{n}</b> {what}
        </li>
      ))}
    </ul>
  )
}
