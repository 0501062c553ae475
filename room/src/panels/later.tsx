import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { words } from '../strings/index.ts'
import { Dialog } from './dialog.tsx'

type Arrival<Props> =
  | { readonly kind: 'unasked' | 'coming' | 'failed' }
  | { readonly kind: 'here'; readonly component: ComponentType<Props> }

/**
 * A component whose code is fetched when it is first shown, so that a person who never opens it never waits for it. While it
 * comes, a line says so; when it does not come, the line says that, with a way to try again.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const { arrival, ask } = arrivalOf(load)
  return function Later(props: Props) {
    useEffect(ask, [])
    const { value: now } = arrival
    if (now.kind === 'here') return <now.component {...props} />
    if (now.kind === 'failed') return <NotFetched onAgain={ask} />
    return (
      <p class="section muted" role="status">
        {words.value.later.coming}
      </p>
    )
  }
}

/** The same for a dialog: nothing lies over the room until it is here, and what went wrong is told in a dialog. */
export function laterDialog<Props extends { readonly onClose: () => void }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const { arrival, ask } = arrivalOf(load)
  return function LaterDialog(props: Props) {
    useEffect(ask, [])
    const { value: now } = arrival
    if (now.kind === 'here') return <now.component {...props} />
    if (now.kind !== 'failed') return null
    return (
      <Dialog title={words.value.later.title} onClose={props.onClose}>
        <NotFetched onAgain={ask} />
        <div class="row">
          <button type="button" class="button" onClick={props.onClose}>
            {words.value.close}
          </button>
        </div>
      </Dialog>
    )
  }
}

function arrivalOf<Props>(load: () => Promise<ComponentType<Props>>) {
  const arrival = signal<Arrival<Props>>({ kind: 'unasked' })
  const ask = () => {
    const { kind } = arrival.peek()
    if (kind === 'coming' || kind === 'here') return
    arrival.value = { kind: 'coming' }
    load().then(
      component => {
        arrival.value = { kind: 'here', component }
      },
      // Why it failed is in the browser's log of requests; a script is not told.
      () => {
        arrival.value = { kind: 'failed' }
      },
    )
  }
  return { arrival, ask }
}

function NotFetched({ onAgain }: { readonly onAgain: () => void }) {
  const w = words.value
  return (
    <div class="section" role="alert">
      <p>{w.later.failed}</p>
      <button type="button" class="button" onClick={onAgain}>
        {w.opening.again}
      </button>
    </div>
  )
}
