import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Room } from '../../room-model.ts'
import { composeWords } from '../../strings/compose-words.ts'

interface LineProps {
  readonly room: Room
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string) => void
  /** What cannot be empty goes back to what it was, and says so. */
  readonly isRequired?: boolean
  readonly isLong?: boolean
  readonly hint?: string
  readonly id?: string
  readonly isLabelHidden?: boolean
  readonly suggestions?: string
}

/** One field of what is composed. It counts when the field is left, or Enter is pressed. */
export function LineInput(props: LineProps) {
  const { room, label, value, onChange, isRequired = false, isLong = false } = props
  const { hint, id, isLabelHidden = false, suggestions } = props
  const element = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const shown = value ?? ''
  // A change that was taken back shows at once; what is being typed is left alone, also by who types before the page is painted.
  useLayoutEffect(() => {
    if (element.current && element.current.value !== shown) element.current.value = shown
  }, [shown])
  const about = {
    ref: element,
    'data-target': id,
    defaultValue: shown,
    required: isRequired,
    onChange: (event: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      const typed = event.currentTarget.value.trim()
      if (typed === '' && isRequired) {
        event.currentTarget.value = shown
        room.speaker.tell(composeWords.peek().said.notEmpty)
      } else if (typed !== shown) onChange(typed)
    },
  }
  return (
    <label class="field">
      <span class={isLabelHidden ? 'unseen' : undefined}>
        {label}
        {isRequired && <span aria-hidden="true"> *</span>}
      </span>
      {isLong ? (
        <textarea {...about} rows={3} maxLength={4000} />
      ) : (
        <input {...about} type="text" maxLength={300} autocomplete="off" list={suggestions} />
      )}
      {hint && <span>{hint}</span>}
    </label>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly (readonly [T, string])[]
  readonly onChange: (value: T) => void
  readonly id?: string
}

export function ChoiceInput<T extends string>({ label, value, options, onChange, id }: ChoiceProps<T>) {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        data-target={id}
        value={value}
        onChange={event => {
          const chosen = options.find(([each]) => each === event.currentTarget.value)
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

interface CheckProps {
  readonly label: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly isDisabled?: boolean
  readonly id?: string
}

export function CheckInput({ label, isChecked, onChange, isDisabled = false, id }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        data-target={id}
        checked={isChecked}
        disabled={isDisabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  )
}
