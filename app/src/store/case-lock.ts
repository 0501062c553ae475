import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import * as z from 'zod/mini'
import { onDisk } from './disk-error.ts'
import { takeExclusiveLock } from './sqlite.ts'
import { syncFolder } from './sync-folder.ts'

/** Who has a case open, as noted beside the lock. The note may be of someone who died; the lock decides. */
export const LockHolder = z.strictObject({
  v: z.literal(1),
  pid: z.number(),
  host: z.string(),
  since: z.string(),
})
export type LockHolder = z.infer<typeof LockHolder>

/** The right to write a case, held until disposed. The kernel takes it back when the process ends, however it ends. */
export interface CaseLock extends AsyncDisposable {
  readonly holder: LockHolder
}

/**
 * Makes this process the one writer of the case in `dir`, which is made when it does not exist. `at` is the time that others are told.
 * Throws 'case.locked', naming process and time, while another process or another part of this one holds it.
 */
export async function caseLock(dir: string, at: Date = new Date()): Promise<CaseLock> {
  await onDisk(dir, 'making the case folder', async () => {
    const first = await mkdir(resolve(dir), { recursive: true, mode: 0o700 })
    // Every folder made on the way is a new name in the one above it.
    for (let made = resolve(dir); first !== undefined && made.length >= first.length; made = dirname(made))
      await syncFolder(dirname(made))
  })
  const db = takeExclusiveLock(join(dir, 'lock.sqlite'))
  if (db === null) throw lockedError(dir, await readHolder(dir))
  const holder: LockHolder = { v: 1, pid: process.pid, host: hostname(), since: at.toISOString() }
  try {
    await writeHolder(dir, holder)
  } catch (error) {
    db.close()
    throw error
  }
  let isHeld = true
  return {
    holder,
    async [Symbol.asyncDispose]() {
      if (!isHeld) return
      isHeld = false
      // The note goes first: once the lock is free, another process may have written its own.
      await onDisk(dir, 'removing the note of', () => rm(notePath(dir), { force: true })).finally(() =>
        db.close(),
      )
    },
  }
}

/** Who the note says has the case open, or null. */
export async function readHolder(dir: string): Promise<LockHolder | null> {
  try {
    return LockHolder.parse(JSON.parse(await readFile(notePath(dir), 'utf8')))
  } catch {
    return null // no note, or not one of ours: it is a courtesy, and the lock is what counts
  }
}

function lockedError(dir: string, holder: LockHolder | null): SightlineError<'case.locked'> {
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process'
  return new SightlineError('case.locked', `the case in ${dir} is already open in ${who}`, {
    detail: holder ? { pid: holder.pid, host: holder.host, since: holder.since } : {},
  })
}

function writeHolder(dir: string, holder: LockHolder): Promise<void> {
  const path = notePath(dir)
  return onDisk(path, 'writing', async () => {
    const note = await open(`${path}.new`, 'w', 0o600)
    try {
      await note.writeFile(`${JSON.stringify(holder)}\n`)
    } finally {
      await note.close()
    }
    await rename(`${path}.new`, path)
  })
}

function notePath(dir: string): string {
  return join(dir, 'holder.json')
}
