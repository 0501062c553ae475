import { bodiesFolder } from '@sightline/core/release'

/** The path of the body of an entry, from the folder's root. */
export function bodyPath(seq: number): string {
  return `${bodiesFolder}${String(seq).padStart(6, '0')}.json`
}
