import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, copyFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { diskError, systemCode } from '../store/disk-error.ts'
import type { Arrangement } from './arrangement.ts'
import { type EditorEnding, editorEnding, editorFormats } from './formats.ts'
import { plain } from './notes.ts'

/** A file that is to be written, with the format its ending stands for. */
export interface EditorTarget {
  readonly path: string
  readonly ending: EditorEnding
}

/** A target that was written, and the files that stand beside it: an edit list for each track. */
export interface WrittenTarget {
  readonly path: string
  readonly format: string
  readonly beside: readonly string[]
  readonly warnings: readonly string[]
}

/**
 * Reads the names of files that are to be written, before any work is done. Throws 'usage.wrong' for an ending that is not
 * known, for one name twice and for a name that is a recording's; 'store.failed' where nothing can be written.
 */
export async function editorTargets(
  paths: readonly string[],
  recordings: readonly string[],
): Promise<readonly EditorTarget[]> {
  const targets: EditorTarget[] = []
  for (const path of paths) {
    const ending = editorEnding(path)
    if (ending === null)
      throw new SightlineError(
        'usage.wrong',
        `--out takes a name that ends in .otio, .fcpxml, .xml, .edl or .csv, found "${path}"`,
      )
    if (targets.some(each => resolve(each.path) === resolve(path)))
      throw new SightlineError('usage.wrong', `--out names ${path} twice; give each file one name`)
    await refuseRecordings(path, recordings)
    await refuseUnwritable(path)
    targets.push({ path, ending })
  }
  return targets
}

/**
 * Writes an arrangement in the format of each target; an older file of the name is replaced as a whole or not at all.
 * Throws as `editorTargets` does, and 'store.full' on a full disk.
 */
export async function writeForEditors(
  arrangement: Arrangement,
  targets: readonly EditorTarget[],
  recordings: readonly string[],
  tool: string,
): Promise<readonly WrittenTarget[]> {
  const written: WrittenTarget[] = []
  for (const { path, ending } of targets) {
    const format = editorFormats[ending]
    const stem = path.slice(0, -ending.length - 1)
    const beside: string[] = []
    const warnings: string[] = []
    for (const file of format.files(arrangement, { title: plain(basename(stem)), tool })) {
      const name = file.tag === '' ? path : `${stem}${file.tag}${path.slice(stem.length)}`
      await refuseRecordings(name, recordings)
      await replace(name, file.text)
      warnings.push(...file.warnings)
      if (name !== path) beside.push(name)
    }
    written.push({ path, format: format.name, beside, warnings })
  }
  return written
}

/** A recording is known by what the file system calls one file: links and other spellings of its name are caught. */
export async function refuseRecordings(path: string, recordings: readonly string[]): Promise<void> {
  const target = await stat(path).catch(() => null)
  if (target === null) return
  for (const recording of recordings) {
    const found = await stat(recording).catch(() => null)
    if (found && found.dev === target.dev && found.ino === target.ino)
      throw new SightlineError(
        'usage.wrong',
        `--out ${path} is the recording ${recording}, which is never written to; give another name`,
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
