import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bodyFileName } from '@sightline/core/custody'
import { assert, SightlineError } from '@sightline/core/errors'
import {
  type BagInfo,
  bagDeclaration,
  bagInfoText,
  bodiesFolder,
  nameProblem,
  payloadFolder,
  releaseFiles,
  type unlistedFiles,
  writeManifest,
} from '@sightline/core/release'

/** A file as it went into a release. */
export interface Written {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/**
 * A release folder while it is written: everything that goes in passes here and is hashed. Nothing is sealed before
 * `close`, which writes what lists the rest.
 */
export class ReleaseFolder {
  readonly root: string
  readonly #written = new Map<string, Written>()

  readonly #onWritten: (bytes: number) => void

  private constructor(root: string, onWritten: (bytes: number) => void) {
    this.root = root
    this.#onWritten = onWritten
  }

  /** Throws 'usage.wrong' where something lies at the place already: a release is never written over. */
  static async create(root: string, onWritten = (_bytes: number): void => undefined): Promise<ReleaseFolder> {
    const held = await readdir(root).catch(() => [])
    const found = await stat(root).catch(() => null)
    if (found && (!found.isDirectory() || held.length > 0))
      throw new SightlineError(
        'usage.wrong',
        `expected a new or empty folder at ${root}, found something in it`,
      )
    await mkdir(root, { recursive: true })
    return new ReleaseFolder(root, onWritten)
  }

  async write(path: string, content: string | Uint8Array): Promise<Written> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const file = await this.#place(path)
    await writeFile(file, bytes, { flag: 'wx' })
    return this.#add(path, createHash('sha256').update(bytes).digest('hex'), bytes.length)
  }

  /** Copies a file's bytes; of its own name, times and rights nothing is kept. */
  async copy(path: string, from: string): Promise<Written> {
    const file = await this.#place(path)
    await copyFile(from, file)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
    return this.#add(path, hash.digest('hex'), bytes)
  }

  async body(seq: number, bytes: Uint8Array): Promise<void> {
    await this.write(`${bodiesFolder}${bodyFileName(seq)}`, bytes)
  }

  files(): readonly Written[] {
    return [...this.#written.values()]
  }

  /** Writes what lists everything else, and gives the bytes of the one file that is signed. */
  async close(info: Omit<BagInfo, 'payload'>): Promise<Buffer> {
    const payload = this.files().filter(({ path }) => path.startsWith(payloadFolder))
    const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
    await this.write(releaseFiles.bagit, bagDeclaration)
    await this.write(
      releaseFiles.bagInfo,
      bagInfoText({ ...info, payload: { bytes, files: payload.length } }),
    )
    await this.write(releaseFiles.manifest, writeManifest(payload))
    const tags = this.files().filter(({ path }) => !path.startsWith(payloadFolder))
    const sealed = Buffer.from(writeManifest(tags))
    await writeFile(join(this.root, releaseFiles.tagManifest), sealed, { flag: 'wx' })
    return sealed
  }

  /** Takes away what was written so far: a release that was not finished is none. */
  async discard(): Promise<void> {
    await rm(this.root, { recursive: true, force: true })
  }

  async #place(path: string): Promise<string> {
    const problem = nameProblem(path)
    assert(
      problem === null && !this.#written.has(path),
      `a new good name in a release: ${path} ${problem ?? ''}`,
    )
    const file = join(this.root, path)
    await mkdir(dirname(file), { recursive: true })
    return file
  }

  #add(path: string, sha256: string, bytes: number): Written {
    const written = { path, sha256, bytes }
    this.#written.set(path, written)
    this.#onWritten(bytes)
    return written
  }
}

/** Adds what seals a release: the only files that no list names. */
export async function addSeal(
  root: string,
  path: (typeof unlistedFiles)[number],
  content: string | Uint8Array,
): Promise<void> {
  await writeFile(join(root, path), content, { flag: 'wx' })
}
