import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { logPath } from '../case/keeper.ts'
import { caseFolderName } from '../intake/walk.ts'
import { systemCode } from '../store/disk-error.ts'

/** Where the case of a folder is kept: beside the recordings, or wherever the person says. */
export function caseDirOf(folder: string, given: string | undefined): string {
  return given === undefined ? join(folder, caseFolderName) : resolve(given)
}

/**
 * A folder of recordings or a case folder, as `list` and `verify` take it. Throws 'intake.unreadable' when it is neither; `expected` is what the verb would
 * have taken.
 */
export async function findCase(
  given: string,
  expected = 'a case',
): Promise<{ readonly caseDir: string; readonly folder: string | null }> {
  const path = resolve(given)
  if (await exists(logPath(path))) {
    const isInside = path.endsWith(`/${caseFolderName}`)
    return { caseDir: path, folder: isInside ? resolve(path, '..') : null }
  }
  const inside = join(path, caseFolderName)
  if (await exists(logPath(inside))) return { caseDir: inside, folder: path }
  throw new SightlineError(
    'intake.unreadable',
    `expected ${expected} at ${given}, or a folder that was opened with 'sightline open', and found none of them there`,
  )
}

/** Throws 'intake.unreadable' unless `path` is a folder. */
export async function requireFolder(path: string, what = 'a folder of recordings'): Promise<string> {
  const found = await lookAt(path)
  if (found?.isDirectory()) return resolve(path)
  throw new SightlineError(
    'intake.unreadable',
    `expected ${what} at ${path}, found ${found ? 'a file' : 'nothing'}`,
  )
}

async function exists(path: string): Promise<boolean> {
  return (await lookAt(path))?.isFile() === true
}

/** What lies at `path`, or null for nothing. Throws 'intake.unreadable' where that cannot be told: what may not be looked at is not absent. */
async function lookAt(path: string): Promise<Stats | null> {
  try {
    return await stat(path)
  } catch (cause) {
    const system = systemCode(cause)
    if (system === 'ENOENT' || system === 'ENOTDIR') return null
    throw new SightlineError(
      'intake.unreadable',
      `expected a place that can be looked at: ${path}, found ${system ?? String(cause)}; check its rights and its spelling`,
      { cause, detail: { system: system ?? 'unknown' } },
    )
  }
}
