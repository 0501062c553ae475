import { useSignal } from '@preact/signals'
import { type Provenance, type Recording, receivedAs } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { laterWords } from '../strings/later-words.ts'
import { Dialog } from './dialog.tsx'
import { Field, type Filled, Form } from './form.tsx'

const lines = [
  'supplier',
  'receivedOn',
  'authority',
  'caseNumber',
  'evidenceNumber',
  'device',
  'wearer',
] as const

interface Props {
  readonly room: Room
  readonly recording: Recording
}

/** How a recording came to be held: what is known, and the form that states it. Unknown is said, never left out. */
export function ProvenanceSection({ room, recording }: Props) {
  const isOpen = useSignal(false)
  const w = words.value
  const { provenance } = recording
  const isStated = provenance.receivedAs !== 'unknown' || lines.some(line => provenance[line] !== null)
  return (
    <section class="section">
      <h3>
        {laterWords.value.details.provenance}
        {room.source.can.command && (
          <button
            type="button"
            class="link"
            onClick={() => {
              isOpen.value = true
            }}
          >
            {isStated ? w.change : laterWords.value.provenance.state}
          </button>
        )}
      </h3>
      {isStated ? (
        <Stated provenance={provenance} />
      ) : (
        <p class="muted">{laterWords.value.provenance.nothing}</p>
      )}
      {isOpen.value && (
        <ProvenanceForm
          title={laterWords.value.provenance.title(room.session.names.value.get(recording.id) ?? '')}
          provenance={provenance}
          onClose={() => {
            isOpen.value = false
          }}
          onSubmit={async stated => {
            const { id, rev } = recording
            if (await room.entering.enter({ do: 'state-provenance', recording: id, rev, provenance: stated }))
              isOpen.value = false
          }}
        />
      )}
    </section>
  )
}

function Stated({ provenance }: { readonly provenance: Provenance }) {
  const w = words.value
  return (
    <dl class="facts">
      <dt>{laterWords.value.provenance.receivedAs}</dt>
      <dd>{laterWords.value.provenance.kinds[provenance.receivedAs]}</dd>
      {lines.map(line => (
        <>
          <dt key={line}>{laterWords.value.provenance[line]}</dt>
          <dd class={provenance[line] === null ? 'muted' : undefined}>{provenance[line] ?? w.unknown}</dd>
        </>
      ))}
      {provenance.note !== null && (
        <>
          <dt>{laterWords.value.provenance.note}</dt>
          <dd>{provenance.note}</dd>
        </>
      )}
    </dl>
  )
}

interface FormProps {
  readonly title: string
  readonly provenance: Provenance
  readonly onClose: () => void
  readonly onSubmit: (stated: Provenance) => Promise<void>
}

function ProvenanceForm({ title, provenance, onClose, onSubmit }: FormProps) {
  const w = words.value
  return (
    <Dialog title={title} onClose={onClose}>
      <Form submit={w.save} onCancel={onClose} onSubmit={filled => onSubmit(provenanceFrom(filled))}>
        <label class="field">
          <span>{laterWords.value.provenance.receivedAs}</span>
          <select name="receivedAs" defaultValue={provenance.receivedAs}>
            {receivedAs.map(kind => (
              <option key={kind} value={kind} selected={kind === provenance.receivedAs}>
                {laterWords.value.provenance.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <div class="fields two">
          {lines.map(line => (
            <Field
              key={line}
              name={line}
              label={laterWords.value.provenance[line]}
              value={provenance[line]}
              isDate={line === 'receivedOn'}
            />
          ))}
        </div>
        <label class="field">
          <span>{laterWords.value.provenance.note}</span>
          <textarea name="note" maxLength={4000} defaultValue={provenance.note ?? ''} />
        </label>
        <p class="muted small">{laterWords.value.provenance.emptyIsUnknown}</p>
      </Form>
    </Dialog>
  )
}

function provenanceFrom(filled: Filled): Provenance {
  const text = (name: string) => filled(name) || null
  return {
    receivedAs: receivedAs.find(kind => kind === filled('receivedAs')) ?? 'unknown',
    supplier: text('supplier'),
    receivedOn: text('receivedOn'),
    authority: text('authority'),
    caseNumber: text('caseNumber'),
    evidenceNumber: text('evidenceNumber'),
    device: text('device'),
    wearer: text('wearer'),
    note: text('note'),
  }
}
