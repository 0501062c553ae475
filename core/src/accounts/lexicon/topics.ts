import { afterTopics } from './topics-after.ts'
import { careTopics } from './topics-care.ts'
import { courseTopics } from './topics-courses.ts'
import { crowdTopics } from './topics-crowds.ts'
import { custodyTopics } from './topics-custody.ts'
import { dangerTopics } from './topics-danger.ts'
import { moreDangerTopics } from './topics-danger-more.ts'
import { encounterTopics } from './topics-encounter.ts'
import { moreEncounterTopics } from './topics-encounter-more.ts'
import { forceTopics } from './topics-force.ts'
import { moreForceTopics } from './topics-force-more.ts'
import { officialTopics } from './topics-official.ts'
import { moreOfficialTopics } from './topics-official-more.ts'
import { outcomeTopics } from './topics-outcomes.ts'
import { personTopics } from './topics-persons.ts'
import { placeTopics } from './topics-place.ts'

/**
 * What statements about incidents speak of, with the words by which they do. A topic is wider than a matter: two statements on one topic
 * need not answer one question, and nothing is decided by it alone. Cues are parted by blanks and read on words in lower case without
 * accents: `word`, `start*` for any ending, `a_b` for words that follow each other, `a+b` for words within five, `(a|b)` for one of
 * several, `#` for a number in figures. Behind ` | ` stand hints, which say little alone. English first, Spanish in the same line. A
 * topic may have a line in several files.
 * Editable; nothing here may be about one incident.
 */
export const topics: readonly (readonly [topic: string, line: string])[] = [
  forceTopics,
  moreForceTopics,
  encounterTopics,
  moreEncounterTopics,
  careTopics,
  personTopics,
  placeTopics,
  afterTopics,
  custodyTopics,
  crowdTopics,
  dangerTopics,
  moreDangerTopics,
  officialTopics,
  outcomeTopics,
  courseTopics,
  moreOfficialTopics,
].flatMap(table => Object.entries(table))

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
  'witness',
  'direction',
  'what footage shows',
  'camera',
  'training',
])
