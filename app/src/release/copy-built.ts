import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { readManifest, releaseFiles } from '@sightline/core/release'
import { ReleaseFolder } from './release-folder.ts'

/**
 * Copies a release that was built, file by file as its two lists name them, and hashes every copy: what is not just what was built
 * is not copied. `sealed` is the hash of the list that is to be signed. Throws 'release.changed'; nothing is left then.
 */
export async function copyBuilt(
  from: string,
  to: string,
  sealed: string,
  onWritten: (bytes: number) => void,
): Promise<void> {
  const folder = await ReleaseFolder.create(to, onWritten)
  try {
    const list = await readFile(join(from, releaseFiles.tagManifest))
    const found = createHash('sha256').update(list).digest('hex')
    if (found !== sealed) throw changed(releaseFiles.tagManifest, sealed, found)
    await copyListed(folder, from, list.toString('utf8'))
    const payload = await readFile(join(to, releaseFiles.manifest), 'utf8')
    await copyListed(folder, from, payload)
    await writeFile(join(to, releaseFiles.tagManifest), list, { flag: 'wx' })
  } catch (error) {
    await folder.discard()
    throw error
  }
}

async function copyListed(folder: ReleaseFolder, from: string, list: string): Promise<void> {
  for (const [path, sha256] of readManifest(list).files) {
    const copy = await folder.copy(path, join(from, path))
    if (copy.sha256 !== sha256) throw changed(path, sha256, copy.sha256)
  }
}

function changed(path: string, expected: string, found: string): SightlineError<'release.changed'> {
  return new SightlineError(
    'release.changed',
    `expected ${path} as it was previewed, with SHA-256 ${expected}, found ${found}: preview it again`,
  )
}
