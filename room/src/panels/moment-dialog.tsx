import { useSignal } from '@preact/signals'
import { mainGroup } from '@sightline/core/case'
import { type CaseMicros, caseMicros } from '@sightline/core/time'
import { type MomentDraft, sizeOf } from '../marks/marks.ts'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { laterWords } from '../strings/later-words.ts'
import { decimalText, microsFromTyped } from '../time-text.ts'
import { Dialog } from './dialog.tsx'
import { Field, type Filled, Form } from './form.tsx'

const kinds = ['rectangle', 'ellipse', 'arrow'] as const

/** Words a moment: when, of what, where on the picture. What was typed is kept while a region is drawn. */
export function MomentDialog({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const wrong = useSignal<'from' | 'to' | 'place' | null>(null)
  const { marks, session } = room
  const draft = marks.draft.value
  if (draft === null) return null
  const w = laterWords.value.momentForm
  const { recording } = draft
  const name = recording === null ? '' : (session.names.value.get(recording) ?? '')
  const isOnCase = session.clock.value?.id === mainGroup
  const update = (fields: Partial<MomentDraft>) => {
    marks.draft.value = { ...(marks.draft.peek() ?? draft), ...fields }
  }
  const giveUp = () => {
    marks.draft.value = null
    onClose()
  }
  const submit = async (filled: Filled) => {
    const from = caseTimeTyped(filled('from'))
    const to = filled('to') === '' ? null : caseTimeTyped(filled('to'))
    if (draft.from !== null || draft.kept === null) {
      if (from === null) wrong.value = 'from'
      else if (filled('to') !== '' && (to === null || to <= from)) wrong.value = 'to'
      else wrong.value = null
      if (wrong.peek() !== null) return
    }
    const command = marks.commandOf({ ...(marks.draft.peek() ?? draft), from, to })
    if (command === null) {
      wrong.value = 'place'
      return
    }
    if (!(await room.entering.enter(command, words.peek().moments.marked(draft.name)))) return
    if (draft.note !== null) await marks.dropNote(draft.note)
    session.tab.value = 'moments'
    giveUp()
  }
  return (
    <Dialog title={draft.of === null ? w.markTitle : w.editTitle} onClose={giveUp}>
      <Form submit={w.enter} onCancel={giveUp} onSubmit={filled => room.speaker.heed(submit(filled))}>
        <label class="field">
          <span>{w.name}</span>
          <input
            type="text"
            name="name"
            required
            maxLength={300}
            autocomplete="off"
            value={draft.name}
            onInput={event => update({ name: event.currentTarget.value })}
          />
          <span>{w.nameHint}</span>
        </label>
        <fieldset class="choices">
          <legend>{w.concerns}</legend>
          {recording !== null && (
            <label class="check">
              <input
                type="radio"
                name="on"
                checked={draft.on === 'recording'}
                onChange={() => update({ on: 'recording' })}
              />
              {w.angle(name)}
            </label>
          )}
          {isOnCase && (
            <label class="check">
              <input
                type="radio"
                name="on"
                checked={draft.on === 'case'}
                onChange={() => update({ on: 'case' })}
              />
              {words.value.moments.wholeCase}
            </label>
          )}
        </fieldset>
        <div class="pair">
          <Field
            name="from"
            label={w.from}
            value={draft.from === null ? '' : decimalText(draft.from)}
            hint={wrong.value === 'from' ? w.wrongTime : draft.of === null ? w.playheadHint : undefined}
            isRequired={draft.kept === null}
            isMono
          />
          <Field
            name="to"
            label={w.to}
            value={draft.to === null ? '' : decimalText(draft.to)}
            hint={wrong.value === 'to' ? w.endsBefore : w.toHint}
            isMono
          />
        </div>
        {draft.on === 'recording' && recording !== null && sizeOf(room.source, recording) && (
          <RegionField room={room} draft={draft} update={update} />
        )}
        <label class="field">
          <span>{w.description}</span>
          <textarea
            name="description"
            rows={3}
            maxLength={4000}
            value={draft.description}
            onInput={event => update({ description: event.currentTarget.value })}
          />
        </label>
        <label class="field">
          <span>{w.tags}</span>
          <input
            type="text"
            name="tags"
            autocomplete="off"
            maxLength={800}
            value={draft.tags}
            onInput={event => update({ tags: event.currentTarget.value })}
          />
        </label>
        {wrong.value === 'place' && (
          <p class="small" role="alert">
            {w.notHere}
          </p>
        )}
      </Form>
    </Dialog>
  )
}

interface RegionFieldProps {
  readonly room: Room
  readonly draft: MomentDraft
  readonly update: (fields: Partial<MomentDraft>) => void
}

function RegionField({ room, draft, update }: RegionFieldProps) {
  const w = laterWords.value.momentForm
  const { region } = draft
  const draw = (event: MouseEvent, kind: (typeof kinds)[number]) => {
    // Times are kept by the form until it is sent.
    const form = event.currentTarget instanceof HTMLElement ? event.currentTarget.closest('form') : null
    if (form) update(typedTimes(new FormData(form), draft))
    room.marks.draw(kind)
  }
  return (
    <fieldset class="choices">
      <legend>
        {w.region}: {region === null ? w.noRegion : words.value.moments.region[region.kind]}
      </legend>
      {kinds.map(kind => (
        <button key={kind} type="button" class="button" onClick={event => draw(event, kind)}>
          {w.draw[kind]}
        </button>
      ))}
      {region !== null && (
        <button type="button" class="button plain" onClick={() => update({ region: null })}>
          {w.removeRegion}
        </button>
      )}
    </fieldset>
  )
}

function typedTimes(data: FormData, draft: MomentDraft): Partial<MomentDraft> {
  const from = caseTimeTyped(String(data.get('from') ?? ''))
  const to = String(data.get('to') ?? '').trim()
  return { from: from ?? draft.from, to: to === '' ? null : (caseTimeTyped(to) ?? draft.to) }
}

function caseTimeTyped(text: string): CaseMicros | null {
  const micros = microsFromTyped(text)
  return micros === null ? null : caseMicros(micros)
}
