import { copyFile, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256OfFile } from '../store/sha256.ts'

/** Raised when the same recording would give other bytes than before. */
const version = 1

/** Those of a case, by its own folder. */
export function keptCopies(caseDir: string): KeptCopies {
  return new KeptCopies(join(caseDir, 'small-copies'))
}

/**
 * Small copies that were made for earlier releases and previews, beside the case: encoding an hour takes minutes. Each is
 * named by the SHA-256 of what it was made of and by its own. It is a cache and no more: taken away, it is made again.
 */
export class KeptCopies {
  readonly #dir: string

  constructor(dir: string) {
    this.#dir = dir
  }

  /** Where the copy of a file lies; null when there is none, or its bytes are no longer those that were kept. */
  async find(of: string): Promise<string | null> {
    const before = `${of}-v${version}-`
    const names = await readdir(this.#dir).catch(() => [])
    const name = names.find(each => each.startsWith(before))
    if (name === undefined) return null
    const path = join(this.#dir, name)
    if (name === nameOf(of, await sha256OfFile(path))) return path
    await rm(path)
    return null
  }

  /** Keeps a small copy of the file `of`. A folder that cannot be written only costs the time next time. */
  async keep(of: string, small: string): Promise<void> {
    try {
      await mkdir(this.#dir, { recursive: true })
      const making = await mkdtemp(join(this.#dir, 'making-'))
      try {
        const copy = join(making, 'copy')
        await copyFile(small, copy)
        await rename(copy, join(this.#dir, nameOf(of, await sha256OfFile(copy))))
      } finally {
        await rm(making, { recursive: true, force: true })
      }
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error
    }
  }
}

function nameOf(of: string, sha256: string): string {
  return `${of}-v${version}-${sha256}.mp4`
}
