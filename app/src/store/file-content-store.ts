import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import {
  chmod,
  type FileHandle,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { SightlineError } from '@sightline/core/errors'
import {
  type ByteRange,
  type ContentHead,
  type ContentSource,
  type ContentStore,
  checkRange,
  checkSha256,
  stopIfCancelled,
  unknownContent,
} from './content-store.ts'
import { onDisk, systemCode } from './disk-error.ts'
import { sha256, sha256Stream } from './sha256.ts'
import { syncFolder } from './sync-folder.ts'

/** A folder for half-made files, on the same file system as the content. It goes with everything in it when disposed. */
export interface Scratch extends AsyncDisposable {
  readonly path: string
}

/** Content as files. It always has a path, and somewhere to make files that are then moved in. */
export interface FileContentStore extends ContentStore {
  path(sha256: string): string
  makeScratch(): Promise<Scratch>
}

/**
 * Content as files under `dir`: `ab/abcdef…`, read-only, named by their SHA-256. A writer, of which there is one at a
 * time (see `caseLock`), clears on opening what killed writers left in `incoming`; a reader changes nothing.
 */
export async function fileContentStore(
  dir: string,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): Promise<FileContentStore> {
  const incoming = join(dir, 'incoming')
  if (!readOnly)
    await onDisk(incoming, 'clearing', async () => {
      await rm(incoming, { recursive: true, force: true })
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      await syncFolder(dir)
      await syncFolder(dirname(dir))
    })
  return new Files(dir, incoming)
}

/** Bytes read at once while hashing a file: larger pieces gain nothing. */
const chunkBytes = 1 << 20

class Files implements FileContentStore {
  readonly #dir: string
  readonly #incoming: string
  readonly #folders = new Map<string, Promise<void>>()

  constructor(dir: string, incoming: string) {
    this.#dir = dir
    this.#incoming = incoming
  }

  async put(source: ContentSource, signal?: AbortSignal): Promise<ContentHead & { readonly isNew: boolean }> {
    stopIfCancelled(signal)
    switch (source.kind) {
      case 'bytes': {
        const content = { sha256: sha256(source.bytes), bytes: source.bytes.length }
        if (await this.#isHeld(content)) return { ...content, isNew: false }
        return await this.#putStream([source.bytes], signal)
      }
      case 'stream':
        return await this.#putStream(source.stream, signal)
      case 'file':
        return await this.#putFile(source.path, signal)
    }
  }

  async head(sha: string): Promise<ContentHead | null> {
    const path = this.path(sha)
    return await onDisk(path, 'looking for', async () => {
      const found = await statOrNull(path)
      return found === null ? null : { sha256: sha, bytes: found.size }
    })
  }

  async read(sha: string, range?: ByteRange): Promise<Readable> {
    const path = this.path(sha)
    const file = await onDisk(path, 'opening', () => openOrNull(path))
    if (file === null) throw unknownContent(sha)
    try {
      if (range === undefined) return file.createReadStream()
      checkRange(range, (await file.stat()).size)
      if (range.from < range.to) return file.createReadStream({ start: range.from, end: range.to - 1 })
    } catch (error) {
      await file.close()
      throw error
    }
    await file.close()
    return Readable.from([])
  }

  path(sha: string): string {
    checkSha256(sha)
    return join(this.#dir, sha.slice(0, 2), sha)
  }

  async *list(): AsyncIterable<ContentHead> {
    for (const folder of await this.#namesIn(this.#dir, /^[0-9a-f]{2}$/))
      for (const sha of await this.#namesIn(join(this.#dir, folder), /^[0-9a-f]{64}$/)) {
        if (!sha.startsWith(folder)) continue
        const head = await this.head(sha)
        if (head !== null) yield head
      }
  }

  async remove(sha: string): Promise<boolean> {
    const path = this.path(sha)
    return await onDisk(path, 'removing', async () => {
      if ((await statOrNull(path)) === null) return false
      await unlink(path)
      await syncFolder(dirname(path))
      return true
    })
  }

  async makeScratch(): Promise<Scratch> {
    const path = await onDisk(this.#incoming, 'making a folder in', () =>
      mkdtemp(join(this.#incoming, 'scratch-')),
    )
    return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Nothing is held open between calls.
  }

  async #putStream(
    stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    signal: AbortSignal | undefined,
  ): Promise<ContentHead & { readonly isNew: boolean }> {
    const part = join(this.#incoming, `${randomUUID()}.part`)
    try {
      const content = await writePart(part, stream, signal)
      const isNew = !(await this.#isHeld(content))
      if (isNew) await this.#moveIn(part, content.sha256)
      else await unlink(part)
      return { ...content, isNew }
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
  }

  async #putFile(
    path: string,
    signal: AbortSignal | undefined,
  ): Promise<ContentHead & { readonly isNew: boolean }> {
    const content = await onDisk(path, 'reading', () => hashAndSync(path, signal))
    const isNew = !(await this.#isHeld(content))
    if (!isNew) await onDisk(path, 'removing', () => unlink(path))
    else if (!(await this.#moveIn(path, content.sha256))) {
      // Another file system: copied and hashed again on the way, so that what is kept is what its name says.
      const copied = await this.#putStream(await fileStream(path), signal)
      if (copied.sha256 !== content.sha256) {
        if (copied.isNew) await this.remove(copied.sha256)
        throw changing(path)
      }
      await onDisk(path, 'removing', () => unlink(path))
    }
    return { ...content, isNew }
  }

  async #isHeld({ sha256: sha, bytes }: ContentHead): Promise<boolean> {
    const held = await this.head(sha)
    if (held !== null && held.bytes !== bytes)
      throw new SightlineError(
        'case.damaged',
        `${this.path(sha)} should hold ${bytes} bytes and holds ${held.bytes}; remove it, and it can be stored again`,
      )
    return held !== null
  }

  /** Gives a file, already on the disk, its name for good. False when it lies on another file system. */
  async #moveIn(from: string, sha: string): Promise<boolean> {
    const to = this.path(sha)
    const folder = dirname(to)
    return await onDisk(to, 'storing', async () => {
      await this.#folderReady(folder)
      try {
        await chmod(from, 0o400)
        await rename(from, to)
      } catch (error) {
        if (systemCode(error) === 'EXDEV') return false
        throw error
      }
      await syncFolder(folder)
      return true
    })
  }

  /**
   * Makes a folder and waits until its name is on the disk, once for each store: a folder that is found may have been
   * made a moment ago by another put, or by a writer that was killed before it waited.
   */
  #folderReady(folder: string): Promise<void> {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const ready = mkdir(folder, { recursive: true, mode: 0o700 }).then(() => syncFolder(this.#dir))
    this.#folders.set(folder, ready)
    ready.catch(() => this.#folders.delete(folder))
    return ready
  }

  async #namesIn(folder: string, form: RegExp): Promise<string[]> {
    return await onDisk(folder, 'listing', async () => {
      try {
        return (await readdir(folder)).filter(name => form.test(name)).sort()
      } catch (error) {
        if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return []
        throw error
      }
    })
  }
}

/** Writes a stream to a new file, hashing on the way, and waits until it is on the disk. */
async function writePart(
  part: string,
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<ContentHead> {
  const file = await onDisk(part, 'making', () => open(part, 'wx', 0o600))
  try {
    const running = sha256Stream()
    let bytes = 0
    for await (const chunk of stream) {
      stopIfCancelled(signal)
      running.update(chunk)
      bytes += chunk.length
      // writeFile on a handle goes on from where it is, and writes again what a short write left.
      await onDisk(part, 'writing', () => file.writeFile(chunk))
    }
    stopIfCancelled(signal)
    await onDisk(part, 'writing', () => file.sync())
    return { sha256: running.digest(), bytes }
  } finally {
    await onDisk(part, 'closing', () => file.close())
  }
}

/** Hashes a finished file and waits until it is on the disk. Throws 'intake.changing' when it was not finished. */
async function hashAndSync(path: string, signal: AbortSignal | undefined): Promise<ContentHead> {
  // Never through a link, and never waiting for a pipe.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const before = await file.stat()
    if (!before.isFile()) throw new SightlineError('intake.not-a-file', `${path} is not a regular file`)
    await file.sync()
    const running = sha256Stream()
    const buffer = new Uint8Array(chunkBytes)
    let bytes = 0
    for (;;) {
      stopIfCancelled(signal)
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, bytes)
      if (bytesRead === 0) break
      running.update(buffer.subarray(0, bytesRead))
      bytes += bytesRead
    }
    const after = await file.stat()
    if (bytes !== before.size || after.size !== bytes || after.mtimeMs !== before.mtimeMs)
      throw changing(path)
    return { sha256: running.digest(), bytes }
  } finally {
    await file.close()
  }
}

async function fileStream(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = await onDisk(path, 'opening', () => open(path, constants.O_RDONLY | constants.O_NOFOLLOW))
  return file.createReadStream({ highWaterMark: chunkBytes })
}

async function statOrNull(path: string): Promise<{ readonly size: number } | null> {
  return await nullIfAbsent(stat(path))
}

async function openOrNull(path: string): Promise<FileHandle | null> {
  return await nullIfAbsent(open(path, 'r'))
}

async function nullIfAbsent<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

function changing(path: string): SightlineError<'intake.changing'> {
  return new SightlineError('intake.changing', `${path} changed while it was being stored`)
}
