// `sightline listen` as set-up builds it into one file beside the program: see quick-listen.mjs, which runs it.
import { readConfig } from '../config.ts'
import { listenCommand } from './listen.ts'
import { listenWords } from './listen-files.ts'
import { terminalIo, tryVerb } from './terminal.ts'

/** The exit code; null where the words name no file, or ask something else, which is for the whole program to answer. */
export async function listenQuickly(args: readonly string[]): Promise<number | null> {
  if (!namesFiles(args)) return null
  const io = terminalIo(readConfig().isInteractive)
  return await tryVerb(io, () => listenCommand(args, io))
}

function namesFiles(args: readonly string[]): boolean {
  try {
    return listenWords(args).names.length > 0
  } catch {
    return false
  }
}
