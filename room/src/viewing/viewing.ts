import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { RecordingId } from '@sightline/core/case'
import { isUntouched, type PictureView, untouched } from './picture-view.ts'

/** Pixels of the screen to one pixel of what is decoded. */
export const loupePowers = [2, 4, 8, 16, 32] as const
export type LoupePower = (typeof loupePowers)[number]

/** A magnifier over one angle, at a point of its picture as a fraction of width and height. */
export interface Loupe {
  readonly id: RecordingId
  readonly x: number
  readonly y: number
  readonly power: LoupePower
}

/** What one person has made of the pictures, for as long as the page is open. */
export interface Viewing {
  /** The views that differ from the untouched picture. */
  readonly changed: ReadonlySignal<ReadonlyMap<RecordingId, PictureView>>
  /** True while the untouched pictures are shown in their place. */
  readonly isSetAside: Signal<boolean>
  /** Where the magnifier is; null while there is none. */
  readonly loupe: Signal<Loupe | null>
  /** What a person has made of an angle's picture, whether it is shown now or set aside. */
  kept(id: RecordingId): PictureView
  /** The view in force. */
  shown(id: RecordingId): PictureView
  /** Changes a view; what was set aside comes back. */
  change(id: RecordingId, fields: Partial<PictureView>): void
  reset(id: RecordingId): void
  resetAll(): void
}

export function newViewing(): Viewing {
  const changed = signal<ReadonlyMap<RecordingId, PictureView>>(new Map())
  const isSetAside = signal(false)
  const kept = (id: RecordingId) => changed.value.get(id) ?? untouched
  const put = (id: RecordingId, view: PictureView) => {
    const next = new Map(changed.peek())
    if (isUntouched(view)) next.delete(id)
    else next.set(id, view)
    changed.value = next
  }
  return {
    changed,
    isSetAside,
    loupe: signal<Loupe | null>(null),
    kept,
    shown: id => (isSetAside.value ? untouched : kept(id)),
    change(id, fields) {
      isSetAside.value = false
      put(id, { ...(changed.peek().get(id) ?? untouched), ...fields })
    },
    reset: id => put(id, untouched),
    resetAll() {
      changed.value = new Map()
      isSetAside.value = false
    },
  }
}
