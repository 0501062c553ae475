import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundName } from '@sightline/core/release'

/** Every name below a folder, links not followed. A name that is not UTF-8 is shown with U+FFFD, which no release has. */
export function walkFolder(root: string): {
  readonly names: readonly FoundName[]
  readonly unread: readonly string[]
} {
  const names: FoundName[] = []
  const unread: string[] = []
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
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const kind = kindOf(entry)
      names.push({ path, kind })
      if (kind === 'folder') rest.push(path)
    }
  }
  return { names, unread }
}

function kindOf(entry: Dirent): FoundName['kind'] {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}
