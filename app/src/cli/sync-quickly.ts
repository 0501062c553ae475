// `sightline sync` as set-up builds it into one file beside the program: see quick-with-thread.mjs, which runs it.
import { readConfig } from '../config.ts'
import { syncCommand } from './sync.ts'
import { terminalIo, tryVerb } from './terminal.ts'

/** The exit code. */
export function runQuickly(args: readonly string[]): Promise<number> {
  const io = terminalIo(readConfig().isInteractive)
  return tryVerb(io, () => syncCommand(args, io))
}
