import type { Matter } from './matter-patterns.ts'
import { accidentMatters } from './matters-accident.ts'
import { custodyMatters } from './matters-custody.ts'
import { encounterMatters } from './matters-encounter.ts'
import { moreMatters } from './matters-more.ts'

/**
 * What accounts of incidents are asked about and answer differently. A matter is one question ("Was there a warning?"); two statements
 * that speak to it may belong together, and two of its answers exclude each other. Patterns are read on the words of a statement in
 * lower case, straight apostrophes, without who says it. English first, Spanish in the same pattern. Editable: whoever adds a matter
 * adds cues, and answers where accounts give different ones. Nothing here may be about one incident.
 */
export const matters: Readonly<Record<string, Matter>> = {
  ...encounterMatters,
  ...custodyMatters,
  ...accidentMatters,
  ...moreMatters,
}
