// Files that a person asked for by name: never one that was given to be read, and each written as a whole or not at all.
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { diskError, systemCode } from './disk-error.ts'

/** What was given is known by what the file system calls one file: links and other spellings of its name are caught. */
export async function refuseGiven(
  path: string,
  given: readonly string[],
  what: 'recording' | 'account' = 'recording',
): Promise<void> {
  const target = await stat(path).catch(() => null)
  if (target === null) return
  for (const name of given) {
    const found = await stat(name).catch(() => null)
    if (found && found.dev === target.dev && found.ino === target.ino)
      throw new SightlineError(
        'usage.wrong',
        `--out ${path} is the ${what} ${name}, which is never written to; give another name`,
      )
  }
}

/** Before any work is done: there is a folder, and it can be written. */
export async function refuseUnwritable(path: string): Promise<void> {
  const target = await stat(path).catch(() => null)
  if (target?.isDirectory())
    throw new SightlineError('store.failed', `expected a file to write at ${path}, found a folder`)
  try {
    await access(dirname(path), constants.W_OK)
    if (target) await access(path, constants.W_OK)
  } catch (cause) {
    throw writingFailed(path, cause)
  }
}

/** Writes a whole file or nothing. */
export async function replace(path: string, text: string): Promise<void> {
  await replaceBy(path, unfinished => writeFile(unfinished, text, { flag: 'wx' }))
}

/** The same with what is in another file. */
export async function replaceByCopy(path: string, from: string): Promise<void> {
  await replaceBy(path, unfinished => copyFile(from, unfinished, constants.COPYFILE_EXCL))
}

async function replaceBy(path: string, write: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = join(dirname(path), `.sightline-${randomUUID()}.part`)
  try {
    await write(unfinished)
    await rename(unfinished, path)
  } catch (cause) {
    await rm(unfinished, { force: true })
    throw writingFailed(path, cause)
  }
}

const reasons = new Map([
  ['ENOENT', 'its folder does not exist; make it first'],
  ['ENOTDIR', 'its folder does not exist; make it first'],
  ['EACCES', 'writing there is not permitted'],
  ['EPERM', 'writing there is not permitted'],
  ['EROFS', 'that disk can only be read'],
])

function writingFailed(path: string, cause: unknown): SightlineError {
  const reason = reasons.get(systemCode(cause) ?? '')
  if (reason === undefined) return diskError(path, 'writing', cause)
  return new SightlineError('store.failed', `expected to write ${path}, but ${reason}`, { cause })
}
