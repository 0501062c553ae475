import type { Room } from '../room-model.ts'

let openedFrom: HTMLElement | null = null

/** Opens a panel as a sheet on a phone, or closes it; the focus goes along and comes back. */
export function toggleSheet({ session }: Room, sheet: 'panel' | 'tray'): void {
  if (session.sheet.peek() === sheet) {
    closeSheet({ session })
    return
  }
  openedFrom = document.activeElement instanceof HTMLElement ? document.activeElement : null
  session.sheet.value = sheet
  // After the sheet was rendered.
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`.${sheet}[data-open] .panel-close`)?.focus(),
  )
}

export function closeSheet({ session }: Pick<Room, 'session'>): void {
  session.sheet.value = null
  openedFrom?.focus()
  openedFrom = null
}
