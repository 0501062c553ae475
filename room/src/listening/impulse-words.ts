import { listeningWords } from '../strings/listening-words.ts'
import type { ListedImpulse } from './impulses-model.ts'

/** What an impulse is called: by its label, else as the impulse that it is. */
export function impulseName({ label }: ListedImpulse): string {
  const w = listeningWords.value.impulses
  if (label === null) return w.impulse
  return label.words === null ? w.kinds[label.is] : `${w.kinds[label.is]} (${label.words})`
}
