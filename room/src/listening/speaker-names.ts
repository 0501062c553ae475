import type { CaseState, Transcript } from '@sightline/core/case'
import { cardOf } from '@sightline/core/case/cards'

/** What a speaker is called: the role of the participant that a person tied the label to, else the label itself. */
export function speakerName(state: CaseState, { speakers }: Transcript, label: string | null): string | null {
  if (label === null) return null
  return cardOf(state, speakers.get(label) ?? null, 'participant')?.said.role ?? label
}

/** Whether a label stands for nobody of the case yet. */
export function isPlaceholder(state: CaseState, { speakers }: Transcript, label: string): boolean {
  return cardOf(state, speakers.get(label) ?? null, 'participant') === null
}
