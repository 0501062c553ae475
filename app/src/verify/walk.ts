import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundName } from '@sightline/core/release'
import { bodySeq } from './body-seq.ts'

/** What a folder holds. */
export interface Walked {
  /** Every name but those in `bodies`. A folder that holds nothing but bodies is none of them either. */
  readonly names: readonly FoundName[]
  /** Numbers of the entries whose bodies are there as files, in order. A log may have a million of them: as numbers they cost a third of what names cost. */
  readonly bodies: Float64Array
  /** Folders that could not be read. */
  readonly unread: readonly string[]
}

/**
 * Every name below a folder, links not followed. A name that is not UTF-8 is shown with U+FFFD, which no release has.
 * `bodiesFolder` is given, not imported: a thread that walks and hashes starts sooner without what else core holds.
 */
export function walkFolder(root: string, bodiesFolder: string): Walked {
  const names: FoundName[] = []
  const unread: string[] = []
  const bodies: number[] = []
  const rest = ['']
  for (let folder = rest.pop(); folder !== undefined; folder = rest.pop()) {
    let entries: readonly Dirent[]
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true })
    } catch (error) {
      if (folder === '') throw error
      unread.push(folder)
      continue
    }
    const within = folder === '' ? '' : `${folder}/`
    for (const entry of entries) {
      const kind = kindOf(entry)
      const seq = within === bodiesFolder && kind === 'file' ? bodySeq(entry.name) : null
      if (seq !== null) bodies.push(seq)
      else {
        names.push({ path: `${within}${entry.name}`, kind })
        if (kind === 'folder') rest.push(`${within}${entry.name}`)
      }
    }
  }
  return {
    names: bodies.length === 0 ? names : names.filter(({ path }) => `${path}/` !== bodiesFolder),
    bodies: Float64Array.from(bodies).sort(),
    unread,
  }
}

function kindOf(entry: Dirent): FoundName['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
