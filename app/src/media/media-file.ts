import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, realpath } from 'node:fs/promises'
import { SightlineError } from '@sightline/core/errors'

/**
 * A media file that we opened ourselves. Tools get its descriptor and never its name, so that no name (pattern,
 * protocol, option, bytes that are not UTF-8) can mean anything to them, and what was hashed is what is decoded.
 */
export interface MediaFile extends AsyncDisposable {
  /** For messages only; bytes that are not UTF-8 show as replacement marks. */
  readonly name: string
  readonly bytes: number
  readonly descriptor: number
  /** Up to `length` bytes from `position`; fewer only at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>
  /** All bytes in order. Each piece is a view of one buffer that the next piece overwrites. */
  pieces(): AsyncIterable<Uint8Array>
}

/** 1 MiB: hashing a piece blocks the process for under a millisecond. */
const pieceBytes = 1 << 20

/**
 * Opens a regular file for reading, never through a symbolic link and without waiting on a pipe.
 * Messages call it `name`, so that folders of this machine do not get into logs. Throws 'intake.not-a-file' for links,
 * pipes, sockets, devices and folders, 'intake.unreadable' otherwise.
 */
export async function openMediaFile(path: string | Uint8Array, name = textOf(path)): Promise<MediaFile> {
  const raw = typeof path === 'string' ? path : Buffer.from(path)
  let handle: FileHandle
  try {
    handle = await open(raw, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (cause) {
    throw openingError(name, cause)
  }
  try {
    const found = await handle.stat()
    if (!found.isFile())
      throw new SightlineError('intake.not-a-file', `${name} is not a file but ${whatItIs(found)}`)
    return mediaFileOf(handle, name, found.size)
  } catch (error) {
    await handle.close()
    throw error
  }
}

function textOf(path: string | Uint8Array): string {
  return typeof path === 'string' ? path : Buffer.from(path).toString()
}

function mediaFileOf(handle: FileHandle, name: string, bytes: number): MediaFile {
  return {
    name,
    bytes,
    descriptor: handle.fd,
    async read(position, length) {
      const buffer = new Uint8Array(length)
      let filled = 0
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
    async *pieces() {
      const buffer = new Uint8Array(pieceBytes)
      for (let position = 0; position < bytes; ) {
        const { bytesRead } = await handle.read(buffer, 0, Math.min(pieceBytes, bytes - position), position)
        if (bytesRead === 0) return
        position += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
    },
    async [Symbol.asyncDispose]() {
      await handle.close()
    },
  }
}

function openingError(name: string, cause: unknown): SightlineError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  // O_NOFOLLOW on a link gives ELOOP; opening a socket or a device without a driver gives ENXIO or ENODEV.
  if (code === 'ELOOP')
    return new SightlineError('intake.not-a-file', `${name} is a symbolic link, which is never followed`, {
      cause,
    })
  if (code === 'ENXIO' || code === 'ENODEV')
    return new SightlineError('intake.not-a-file', `${name} is a socket or a device, not a file`, { cause })
  return new SightlineError('intake.unreadable', unopened(name, code), { cause, detail: { system: code } })
}

function unopened(name: string, code: string): string {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `expected a file at ${name}, found nothing there; check the name`
  if (code === 'EACCES' || code === 'EPERM') return `${name} could not be opened: reading it is not permitted`
  return `${name} could not be opened (${code})`
}

/** Where a name that a person gave leads to; a symbolic link is followed. Throws 'intake.unreadable' where it leads nowhere. */
export async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (cause) {
    throw openingError(path, cause)
  }
}

function whatItIs(found: Stats): string {
  if (found.isDirectory()) return 'a folder'
  if (found.isFIFO()) return 'a pipe'
  if (found.isSocket()) return 'a socket'
  return 'a device'
}
