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

/** Paths that a manifest lists: what `Map` and `Set` have. */
export interface ListedPaths {
  readonly size: number
  has(path: string): boolean
  keys(): Iterable<string>
}

export interface Listed {
  /** Paths in `manifest-sha256.txt`. */
  readonly payload: ListedPaths
  /** Paths in `tagmanifest-sha256.txt`. */
  readonly tags: ListedPaths
}

const unlisted: ReadonlySet<string> = new Set(unlistedFiles)
const required: readonly string[] = [...requiredTagFiles, releaseFiles.page]

/**
 * Holds what is there against what is listed, both ways: a release is whole only when nothing lies in its folder that
 * its manifests do not name. The three files that no manifest can name may be there; whether they must be is for others.
 * A log may have a million bodies, each a file, so nothing is copied that needs no copy. Of folders that could not be read
 * (`unread`) it is unknown what they hold: nothing in them is told as missing, nor they as empty.
 */
export function closedWorldFaults(
  found: readonly FoundName[],
  listed: Listed,
  unread: readonly string[] = [],
): readonly WorldFault[] {
  const faults = faultsIn(found, listed)
  if (unread.length === 0) return faults
  const isUnknown = (path: string) => unread.some(folder => path === folder || path.startsWith(`${folder}/`))
  return faults.filter(
    ({ kind, path }) => (kind !== 'missing' && kind !== 'empty-folder') || !isUnknown(path),
  )
}

function faultsIn(found: readonly FoundName[], listed: Listed): readonly WorldFault[] {
  const { payload, tags } = listed
  const faults: WorldFault[] = []
  for (const path of payload.keys())
    if (!path.startsWith(payloadFolder)) faults.push({ kind: 'in-the-wrong-manifest', path })
  for (const path of tags.keys())
    if (path.startsWith(payloadFolder) || unlisted.has(path))
      faults.push({ kind: 'in-the-wrong-manifest', path })
  const unnamed = required.filter(path => !payload.has(path) && !tags.has(path))
  // The list in which a path belongs is asked first, and mostly alone.
  const isExpected = (path: string) =>
    path.startsWith(payloadFolder)
      ? payload.has(path) || tags.has(path) || unnamed.includes(path)
      : tags.has(path) || payload.has(path) || unnamed.includes(path)
  const isShared = faults.length === 0
  let there = 0

  const folders: string[] = []
  const holding = new Set<string>()
  let last = ''
  for (const { path, kind } of found) {
    const why = nameProblem(path)
    if (why !== null) faults.push({ kind: 'odd-name', path, why })
    const cut = path.lastIndexOf('/')
    if (cut !== last.length || !path.startsWith(last)) {
      last = path.slice(0, Math.max(0, cut))
      holding.add(last)
    }
    if (kind === 'folder') {
      folders.push(path)
      if (isExpected(path)) faults.push({ kind: 'not-a-file', path, found: 'folder' })
    } else if (kind !== 'file') faults.push({ kind: 'not-a-file', path, found: kind })
    else if (isExpected(path)) there++
    else if (!unlisted.has(path)) faults.push({ kind: 'extra', path })
  }
  faults.push(...twins(found))
  for (const path of folders) if (!holding.has(path)) faults.push({ kind: 'empty-folder', path })
  // Where no list names what is another's, every path is expected once: when as many are there, none is missing.
  if (isShared && there === payload.size + tags.size + unnamed.length) return faults
  const files = new Set<string>()
  for (const { path, kind } of found) if (kind === 'file') files.add(path)
  for (const paths of [payload.keys(), tags.keys(), unnamed])
    for (const path of paths) if (!files.has(path)) faults.push({ kind: 'missing', path })
  return faults
}

/** Names that are one on systems that do not tell capitals from small letters. Of most names there is none to compare. */
function twins(found: readonly FoundName[]): readonly WorldFault[] {
  const capitals = new Set<string>()
  for (const { path } of found) {
    const lower = path.toLowerCase()
    if (lower !== path) capitals.add(lower)
  }
  const first = new Map<string, string>()
  const faults: WorldFault[] = []
  for (const { path } of found) {
    const lower = path.toLowerCase()
    if (!capitals.has(lower)) continue
    const other = first.get(lower)
    if (other === undefined) first.set(lower, path)
    else faults.push({ kind: 'same-but-for-case', path, other })
  }
  return faults
}
