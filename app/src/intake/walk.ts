import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { SightlineError } from '@sightline/core/errors'
import { type FolderName, folderName, inPathOrder, joinRaw } from './names.ts'

/** The folder inside a folder of recordings where Sightline keeps its own files. */
export const caseFolderName = '.sightline'

/** What lies under a folder: files to read, and what is listed only. */
export interface FoundName extends FolderName {
  readonly kind: 'file' | 'link' | 'special' | 'unreadable-folder'
}

/**
 * Every name under `folder`, in order of path. Links are listed and never followed, so there are no cycles.
 * Case folders are left out: those named `.sightline` and the one at `caseDir`, wherever it lies.
 * Throws 'intake.unreadable' when the folder itself cannot be read.
 */
export async function walkFolder(
  folder: string,
  caseDir: string,
  signal: AbortSignal,
): Promise<readonly FoundName[]> {
  const own = await stat(caseDir).catch(() => null)
  const found: FoundName[] = []
  const waiting: Buffer[] = [Buffer.alloc(0)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    signal.throwIfAborted()
    const children = await childrenOf(joinRaw(Buffer.from(folder), at), at.length === 0)
    if (children === null) {
      found.push({ ...folderName(at), kind: 'unreadable-folder' })
      continue
    }
    for (const child of children) {
      const raw = joinRaw(at, child.name)
      if (!child.isDirectory()) found.push({ ...folderName(raw), kind: kindOf(child) })
      else if (
        child.name.toString() !== caseFolderName &&
        !(await isSame(own, joinRaw(Buffer.from(folder), raw)))
      ) {
        waiting.push(raw)
      }
    }
  }
  return inPathOrder(found) as readonly FoundName[]
}

async function childrenOf(path: Buffer, isTop: boolean): Promise<readonly Dirent<Buffer>[] | null> {
  try {
    return await readdir(path, { encoding: 'buffer', withFileTypes: true })
  } catch (cause) {
    if (!isTop) return null
    const system = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new SightlineError(
      'intake.unreadable',
      `expected a folder that can be read at ${path}, found ${system}`,
      {
        cause,
        detail: { system },
      },
    )
  }
}

async function isSame(
  own: { readonly dev: number; readonly ino: number } | null,
  path: Buffer,
): Promise<boolean> {
  if (!own) return false
  const found = await stat(path).catch(() => null)
  return found !== null && found.dev === own.dev && found.ino === own.ino
}

function kindOf(child: Dirent<Buffer>): FoundName['kind'] {
  if (child.isFile()) return 'file'
  return child.isSymbolicLink() ? 'link' : 'special'
}
