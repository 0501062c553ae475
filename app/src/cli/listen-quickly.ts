// `sightline listen FILE` as set-up builds it into one file beside the program: see quick-listen.mjs, which runs it.
import { readConfig } from '../config.ts'
import { listenToFiles, listenWords } from './listen-files.ts'
import { terminalIo, tryVerb } from './terminal.ts'

/** The exit code; null where the words do not name one file, which is for the whole program to answer: several are placed first. */
export async function listenQuickly(args: readonly string[]): Promise<number | null> {
  const words = wordsOf(args)
  if (words?.names.length !== 1) return null
  const io = terminalIo(readConfig().isInteractive)
  return await tryVerb(io, () => listenToFiles(words, io, async () => new Map()))
}

function wordsOf(args: readonly string[]) {
  try {
    return listenWords(args)
  } catch {
    return null
  }
}
