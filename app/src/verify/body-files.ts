import { bodiesFolder } from '@sightline/core/release'

/** The path of the body of an entry, from the folder's root. */
export function bodyPath(seq: number): string {
  return `${bodiesFolder}${String(seq).padStart(6, '0')}.json`
}

/** The number of the entry whose body has a name, or null where it is no name of a body. */
export function bodySeq(name: string): number | null {
  const match = /^(\d{6}|[1-9]\d{6,14})\.json$/.exec(name)
  const seq = match ? Number(match[1]) : 0
  return seq > 0 ? seq : null
}
