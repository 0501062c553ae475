import { useLayoutEffect } from 'preact/hooks'

const typing = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select'
/** What Enter and Space press. */
const pressed = 'button, a[href], summary'

/** What a person came to with Tab, while it has the focus. */
let reached: EventTarget | null = null
let isWatched = false

/** Hears how the focus moves from now on; once for all pages. */
function watchFocus(): void {
  if (isWatched) return
  isWatched = true
  let isByTab = false
  const heed = (event: Event) => {
    isByTab = event instanceof KeyboardEvent && (isByTab || event.key === 'Tab')
  }
  document.addEventListener('keydown', heed, true)
  document.addEventListener('pointerdown', heed, true)
  document.addEventListener('focusin', ({ target }) => {
    reached = isByTab ? target : null
  })
}

/**
 * Hears the keys of the page while no dialog is open and nothing is being typed. `act` says whether it used the key. Enter and Space are those of a button
 * that a person came to with Tab; what was only clicked keeps the focus too, and there they are the page's.
 */
export function usePageKeys(act: (key: string) => boolean): void {
  // With what is on the screen, not a frame after it: a key acts on what is seen.
  useLayoutEffect(() => {
    watchFocus()
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(typing) && event.key !== 'Escape') return
      if ((event.key === 'Enter' || event.key === ' ') && target === reached && target?.matches(pressed))
        return
      if (act(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act])
}
