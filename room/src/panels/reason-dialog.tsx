import type { ComponentChildren } from 'preact'
import { words } from '../strings/index.ts'
import { Dialog } from './dialog.tsx'
import { type Filled, Form, ReasonField } from './form.tsx'

interface Props {
  readonly title: string
  readonly what?: string | undefined
  readonly submit?: string
  readonly onClose: () => void
  /** True closes the dialog; false leaves what was typed. */
  readonly onReason: (reason: string, filled: Filled) => Promise<boolean>
  readonly children?: ComponentChildren
}

/** Asks why, and whatever else a decision needs, before it is entered. */
export function ReasonDialog({ title, what, submit, onClose, onReason, children }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {what && <p class="muted">{what}</p>}
      <Form
        submit={submit ?? words.value.expected.enter}
        onCancel={onClose}
        onSubmit={async filled => {
          if (await onReason(filled('reason'), filled)) onClose()
        }}
      >
        {children}
        <ReasonField />
      </Form>
    </Dialog>
  )
}
