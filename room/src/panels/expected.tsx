import { useSignal } from '@preact/signals'
import { type Expected as ExpectedRecording, inNameOrder } from '@sightline/core/case'
import type { Room } from '../room-model.ts'
import { words } from '../strings/index.ts'
import { Dialog } from './dialog.tsx'
import { Field, Form } from './form.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Asked =
  | { readonly kind: 'add' }
  | { readonly kind: 'meet' | 'withdraw'; readonly expected: ExpectedRecording }

/** Recordings that somebody says exist and that are not held, with who says so. */
export function Expected({ room }: { readonly room: Room }) {
  const asked = useSignal<Asked | null>(null)
  const w = words.value.expected
  const known = [...room.source.state.value.expected.values()]
  const close = () => {
    asked.value = null
  }
  return (
    <section class="page-head">
      <h3>{w.title}</h3>
      <p class="lead">{known.length > 0 ? w.lead : w.none}</p>
      <ul class="expected-list">
        {known.map(expected => (
          <li key={expected.id}>
            <strong>{expected.description}</strong>
            <span>{w.says(expected.saidBy)}</span>
            {expected.note && <span class="muted">{expected.note}</span>}
            <span class="muted">{stateWords(room, expected)}</span>
            {expected.state.kind === 'expected' && room.source.can.command && (
              <span class="row small">
                {(['meet', 'withdraw'] as const).map(kind => (
                  <button
                    key={kind}
                    type="button"
                    class="link"
                    onClick={() => {
                      asked.value = { kind, expected }
                    }}
                  >
                    {w[kind]}
                  </button>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {room.source.can.command && (
        <div>
          <button
            type="button"
            class="button"
            onClick={() => {
              asked.value = { kind: 'add' }
            }}
          >
            {w.add}
          </button>
        </div>
      )}
      {asked.value?.kind === 'add' && <Add room={room} onClose={close} />}
      {asked.value?.kind === 'meet' && <Meet room={room} expected={asked.value.expected} onClose={close} />}
      {asked.value?.kind === 'withdraw' && (
        <Withdraw room={room} expected={asked.value.expected} onClose={close} />
      )}
    </section>
  )
}

function stateWords(room: Room, { state }: ExpectedRecording): string {
  const w = words.value.expected
  switch (state.kind) {
    case 'expected':
      return ''
    case 'met':
      return w.met(room.session.names.value.get(state.recording) ?? state.recording)
    case 'withdrawn':
      return w.withdrawn(state.reason)
  }
}

function Add({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const w = words.value.expected
  return (
    <Dialog title={w.addTitle} onClose={onClose}>
      <Form
        submit={w.enter}
        onCancel={onClose}
        onSubmit={async filled => {
          const note = filled('note') || null
          const command = {
            do: 'expect-recording',
            description: filled('description'),
            saidBy: filled('saidBy'),
            note,
          } as const
          if (await room.entering.enter(command)) onClose()
        }}
      >
        <Field name="description" label={w.description} isRequired />
        <Field name="saidBy" label={w.saidBy} isRequired />
        <label class="field">
          <span>{w.note}</span>
          <textarea name="note" maxLength={4000} />
        </label>
      </Form>
    </Dialog>
  )
}

interface ChangeProps {
  readonly room: Room
  readonly expected: ExpectedRecording
  readonly onClose: () => void
}

function Meet({ room, expected, onClose }: ChangeProps) {
  const w = words.value.expected
  return (
    <Dialog title={w.meetTitle} onClose={onClose}>
      <p>{expected.description}</p>
      <Form
        submit={w.enter}
        onCancel={onClose}
        onSubmit={async filled => {
          const { id, rev } = expected
          const command = {
            do: 'meet-expectation',
            expected: id,
            rev,
            recording: filled('recording'),
          } as const
          if (await room.entering.enter(command)) onClose()
        }}
      >
        <label class="field">
          <span>{w.recording}</span>
          <select name="recording" required>
            {inNameOrder(room.source.state.value).map(recording => (
              <option key={recording.id} value={recording.id}>
                {recording.firstName}
              </option>
            ))}
          </select>
        </label>
      </Form>
    </Dialog>
  )
}

function Withdraw({ room, expected, onClose }: ChangeProps) {
  return (
    <ReasonDialog
      title={words.value.expected.withdrawTitle}
      what={expected.description}
      onClose={onClose}
      onReason={reason =>
        room.entering.enter({ do: 'withdraw-expectation', expected: expected.id, rev: expected.rev, reason })
      }
    />
  )
}
