// A room as a person starts it: the command line in a process of its own, and what it says.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export const sightline = join(import.meta.dirname, '../../bin/sightline')

export interface RoomProcess {
  readonly pid: number | undefined
  /** Where the room answers, with the key to it. */
  readonly address: string
  /**
   * Resolves when the room says that everything is made of what was in the folder; rejects where it ends or stops before that.
   * To wait for this costs nothing, and to ask `sightline list` again and again takes half a processor from the room.
   */
  readonly settled: Promise<void>
  /** What was written to standard error so far. */
  readonly said: () => string
  /** Ends the room and answers with its exit code; null where a signal ended it. */
  close(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts `open` or `demo` without a browser and waits for the address that it prints. */
export async function startRoom(verb: 'open' | 'demo', ...words: readonly string[]): Promise<RoomProcess> {
  const child = spawn(sightline, [verb, ...words, '--no-browser'], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = Promise.withResolvers<number | null>()
  const settled = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<string>()
  // Whoever does not wait for it need not hear that it never came.
  settled.promise.catch(() => undefined)
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    const found = /^room: (\S+)$/m.exec(out)?.[1]
    if (found !== undefined) opened.resolve(found)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    if (/^Everything is made\./m.test(err)) settled.resolve()
    if (/^STOPPED: /m.test(err)) settled.reject(new Error(`${verb} stopped: ${err}`))
  })
  // Not `exit`: what it said last may still be on its way then.
  child.once('close', code => {
    const error = new Error(`${verb} ended with ${code}: ${err}`)
    opened.reject(error)
    settled.reject(error)
    ended.resolve(code)
  })
  const address = await opened.promise
  return {
    pid: child.pid,
    address,
    settled: settled.promise,
    said: () => err,
    close: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended.promise
    },
  }
}
