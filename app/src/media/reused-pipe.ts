import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** As much as the system holds of a connection, or more: what has come is taken at once. */
const roomBytes = 256 * 1024

export interface ReusedPipe {
  /** For the process that writes. Whoever has started it destroys it here. */
  readonly end: Socket
  /** Kept when all was read; broken by what the reader threw. */
  readonly read: Promise<void>
}

/**
 * A pipe that is read into the same room again and again: new room for each of thousands of pieces, and what a stream does with each, took an eighth of what
 * listening to a recording does. What `reader` gets stands until it returns, or until what it returned is kept. Node.js lets only connections be read so; this one is made in
 * a folder that nobody else may enter. Null where no folder can be made.
 */
export async function openReusedPipe(
  reader: (chunk: Uint8Array) => void | Promise<void>,
): Promise<ReusedPipe | null> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-pipe-')).catch(() => null)
  if (folder === null) return null
  const server = createServer({ pauseOnConnect: true })
  try {
    const path = join(folder, 'pipe')
    server.listen(path)
    await once(server, 'listening')
    const accepted = once(server, 'connection')
    const { socket, read } = connected(path, reader)
    const [end] = (await Promise.race([accepted, once(socket, 'close')])) as [Socket | boolean]
    return typeof end === 'object' ? { end, read } : null
  } catch {
    return null
  } finally {
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function connected(path: string, reader: (chunk: Uint8Array) => void | Promise<void>) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const take = (count: number, room: Uint8Array): boolean => {
    try {
      const done = reader(room.subarray(0, count))
      if (!done) return true
      done.then(() => socket.resume(), fail)
    } catch (error) {
      fail(error)
    }
    return false
  }
  const socket: Socket = connect({
    path,
    onread: { buffer: Buffer.allocUnsafeSlow(roomBytes), callback: take },
  })
  const fail = (error: unknown) => {
    reject(error)
    socket.destroy()
  }
  socket.once('error', fail)
  socket.once('close', () => resolve())
  return { socket, read: promise }
}
