import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { recalled, remember } from './preferences.ts'

export const spareKinds = ['sound', 'colour', 'detail'] as const
/** What a viewer can be spared: sound at all, colour (all is grey), detail (all is blurred). */
export type SpareKind = (typeof spareKinds)[number]

const chosen: Readonly<Record<SpareKind, Signal<boolean>>> = {
  sound: signal(false),
  colour: signal(false),
  detail: signal(false),
}

/** What this viewer has chosen to be spared, kept in this browser. Nothing of it changes what others see. */
export const spared: Readonly<Record<SpareKind, ReadonlySignal<boolean>>> = chosen

export function takeUpSpared(): void {
  for (const kind of spareKinds) chosen[kind].value = recalled(`spare-${kind}`) === 'yes'
}

export function spare(kind: SpareKind, isSpared: boolean): void {
  chosen[kind].value = isSpared
  remember(`spare-${kind}`, isSpared ? 'yes' : 'no')
}
