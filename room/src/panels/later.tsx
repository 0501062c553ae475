import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { words } from '../strings/index.ts'

/**
 * A part of the room that is fetched when it is first shown, so that opening the room costs only what it shows. Give it a
 * dynamic import; the build makes a file of its own of what stands behind it.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const found = signal<ComponentType<P> | null>(null)
  const isMissing = signal(false)
  let isAsked = false
  const ask = () => {
    isAsked = true
    load().then(
      part => {
        found.value = part
      },
      () => {
        isMissing.value = true
      },
    )
  }
  return function Later(props: P) {
    if (!isAsked) ask()
    const Found = found.value
    if (Found) return <Found {...props} />
    const w = words.value.opening
    return (
      <div class="opening" role="status">
        <p>{isMissing.value ? w.partMissing : w.reading}</p>
        {isMissing.value && (
          <button
            type="button"
            class="button"
            onClick={() => {
              isMissing.value = false
              ask()
            }}
          >
            {w.again}
          </button>
        )}
      </div>
    )
  }
}
