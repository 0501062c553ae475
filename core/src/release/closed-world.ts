import { nameProblem, payloadFolder, releaseFiles, requiredTagFiles, unlistedFiles } from './layout.ts'

/** One name that was found in a folder: a path from the folder's root, with slashes. */
export interface FoundName {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/** What does not agree between the names in a folder and those that its two manifests list. */
export type WorldFault =
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'extra'; readonly path: string }
  | { readonly kind: 'not-a-file'; readonly path: string; readonly found: 'folder' | 'link' | 'other' }
  | { readonly kind: 'empty-folder'; readonly path: string }
  | { readonly kind: 'odd-name'; readonly path: string; readonly why: string }
  | { readonly kind: 'same-but-for-case'; readonly path: string; readonly other: string }
  | { readonly kind: 'in-the-wrong-manifest'; readonly path: string }

export interface Listed {
  /** Paths in `manifest-sha256.txt`. */
  readonly payload: Iterable<string>
  /** Paths in `tagmanifest-sha256.txt`. */
  readonly tags: Iterable<string>
}

/**
 * Holds what is there against what is listed, both ways: a release is whole only when nothing lies in its folder that
 * its manifests do not name. The three files that no manifest can name may be there; whether they must be is for others.
 */
export function closedWorldFaults(found: Iterable<FoundName>, listed: Listed): readonly WorldFault[] {
  const faults: WorldFault[] = []
  const expected = new Set<string>()
  for (const path of listed.payload) {
    expected.add(path)
    if (!path.startsWith(payloadFolder)) faults.push({ kind: 'in-the-wrong-manifest', path })
  }
  for (const path of listed.tags) {
    expected.add(path)
    const isUnlisted = (unlistedFiles as readonly string[]).includes(path)
    if (path.startsWith(payloadFolder) || isUnlisted) faults.push({ kind: 'in-the-wrong-manifest', path })
  }
  for (const path of [...requiredTagFiles, releaseFiles.page]) expected.add(path)
  const files = new Set<string>()
  const folders: string[] = []
  const holding = new Set<string>()
  const byLower = new Map<string, string>()
  for (const { path, kind } of found) {
    const lower = path.toLowerCase()
    const other = byLower.get(lower)
    if (other !== undefined && other !== path) faults.push({ kind: 'same-but-for-case', path, other })
    byLower.set(lower, path)
    const why = nameProblem(path)
    if (why !== null) faults.push({ kind: 'odd-name', path, why })
    holding.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))))
    if (kind === 'folder') {
      folders.push(path)
      if (expected.has(path)) faults.push({ kind: 'not-a-file', path, found: 'folder' })
    } else if (kind !== 'file') faults.push({ kind: 'not-a-file', path, found: kind })
    else {
      files.add(path)
      if (!expected.has(path) && !(unlistedFiles as readonly string[]).includes(path))
        faults.push({ kind: 'extra', path })
    }
  }
  for (const path of folders) if (!holding.has(path)) faults.push({ kind: 'empty-folder', path })
  for (const path of expected) if (!files.has(path)) faults.push({ kind: 'missing', path })
  return faults
}
