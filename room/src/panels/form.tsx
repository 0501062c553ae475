import type { ComponentChildren } from 'preact'
import { words } from '../strings/index.ts'

/** The texts of a form by the names of its fields, trimmed. */
export type Filled = (name: string) => string

interface FormProps {
  readonly submit: string
  readonly onSubmit: (filled: Filled) => void
  readonly onCancel: () => void
  readonly children: ComponentChildren
}

/** A form that hands over what was typed; the page never leaves. */
export function Form({ submit, onSubmit, onCancel, children }: FormProps) {
  return (
    <form
      class="fields"
      onSubmit={event => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        onSubmit(name => String(data.get(name) ?? '').trim())
      }}
    >
      {children}
      <div class="row end">
        <button type="button" class="button plain" onClick={onCancel}>
          {words.value.cancel}
        </button>
        <button type="submit" class="button key">
          {submit}
        </button>
      </div>
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly value?: string | null
  readonly hint?: string | undefined
  readonly isDate?: boolean
  readonly isRequired?: boolean
  readonly isMono?: boolean
}

export function Field({ name, label, value, hint, isDate, isRequired = false, isMono = false }: FieldProps) {
  const typed = { name, defaultValue: value ?? '', required: isRequired, class: isMono ? 'mono' : '' }
  return (
    <label class="field">
      <span>{label}</span>
      {isDate ? (
        <input type="date" {...typed} />
      ) : (
        <input type="text" maxLength={300} autocomplete="off" {...typed} />
      )}
      {hint && <span>{hint}</span>}
    </label>
  )
}

/** Why something is entered: every change of a placement or a clearance carries one. */
export function ReasonField() {
  const w = words.value
  return <Field name="reason" label={w.reason} hint={w.reasonHint} isRequired />
}
