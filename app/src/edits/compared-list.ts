import type { EditList } from '@sightline/core/conform'
import type { ComparedFilm } from './compare-film.ts'
import { editListOf, type HeldForEdits } from './edit-list.ts'
import type { ReadFilm } from './read-film.ts'

/** What comparing came to, as lines. Files of a comparison are known by the names they were given under. */
export function listOf({ film, raws, account }: ComparedFilm): EditList {
  return editListOf(account, heldAs(film), raws.map(heldAs))
}

function heldAs({ name, facts, pictures, stored }: ReadFilm): HeldForEdits {
  return {
    id: name,
    fromMicros: facts.start,
    toMicros: facts.end,
    pictures,
    hasSound: stored.sound !== null,
  }
}
