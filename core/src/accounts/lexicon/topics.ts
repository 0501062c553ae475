import { afterTopics } from './topics-after.ts'
import { careTopics } from './topics-care.ts'
import { forceTopics } from './topics-force.ts'
import { placeTopics } from './topics-place.ts'

/**
 * What statements about incidents speak of, with the words by which they do. A topic is wider than a matter: two statements on one topic
 * need not answer one question, and nothing is decided by it alone. Cues are parted by blanks and read on words in lower case without
 * accents: `word`, `start*` for any ending, `a_b` for words that follow each other, `a+b` for words within five, `(a|b)` for one of
 * several, `#` for a number in figures. Behind ` | ` stand hints, which say little alone. English first, Spanish in the same line.
 * Editable; nothing here may be about one incident.
 */
export const topics: Readonly<Record<string, string>> = {
  ...forceTopics,
  ...careTopics,
  ...placeTopics,
  ...afterTopics,
}

/** Of these nearly every statement of some incidents speaks: they set the scene. */
export const broadTopics: ReadonlySet<string> = new Set([
  'animal',
  'child',
  'crowd',
  'death',
  'in the water',
  'bus',
  'home',
  'family',
  'train',
  'who they were',
  'school',
  'chase',
  'shots',
  'fire',
  'drone',
  'locked up',
  'bicycle',
  'shopping',
  'hotel',
  'mounted',
  'press',
  'crash',
  'age',
  'when',
  'projectile',
  'exits',
])
