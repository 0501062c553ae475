import { useLayoutEffect } from 'preact/hooks'

const typing = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select'

/** Hears the keys of the page while no dialog is open and nothing is being typed. `act` says whether it used the key. */
export function usePageKeys(act: (key: string) => boolean): void {
  // With what is on the screen, not a frame after it: a key acts on what is seen.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      if (event.target instanceof Element && event.target.closest(typing) && event.key !== 'Escape') return
      if (act(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act])
}
