import { basename, resolve } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { refuseGiven, refuseUnwritable, replace } from '../store/out-file.ts'
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
    await refuseGiven(path, recordings)
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
      await refuseGiven(name, recordings)
      await replace(name, file.text)
      warnings.push(...file.warnings)
      if (name !== path) beside.push(name)
    }
    written.push({ path, format: format.name, beside, warnings })
  }
  return written
}
