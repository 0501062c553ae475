import type { ComponentChildren } from 'preact'
import { composeWords } from '../../strings/compose-words.ts'

interface StepProps {
  readonly title: string
  readonly isDone: boolean
  readonly children: ComponentChildren
}

/** One step towards a sealed release, and whether it is done. */
export function Step({ title, isDone, children }: StepProps) {
  return (
    <li data-done={isDone}>
      <h3>
        {title}
        {isDone && (
          <span class="done">
            <span aria-hidden="true"> ✓</span>
            <span class="unseen"> {composeWords.value.seal.done}</span>
          </span>
        )}
      </h3>
      {children}
    </li>
  )
}
