// `sightline listen` as set-up builds it into one file beside the program: see quick-listen.mjs, which runs it.
import { readConfig } from '../config.ts'
import { isCurrent, loadBuilt } from '../quick-built.ts'
import { type ListenWords, listenToFiles, listenWords } from './listen-files.ts'
import { placedBy } from './placed-by.ts'
import { terminalIo, tryVerb } from './terminal.ts'

/**
 * The exit code; null where the words name no file, or ask something else, which is for the whole program to answer. What places several files is most of the
 * program: it is built by itself, with the thread that it asks, and read when there are several.
 */
export async function listenQuickly(args: readonly string[]): Promise<number | null> {
  const words = wordsOf(args)
  if (!words) return null
  if (words.names.length > 1 && !['place-worker', 'listen-places'].every(isCurrent)) return null
  const io = terminalIo(readConfig().isInteractive)
  const places = placedBy(io, async () => loadBuilt('listen-places') as typeof import('./listen-places.ts'))
  return await tryVerb(io, () => listenToFiles(words, io, places))
}

function wordsOf(args: readonly string[]): ListenWords | null {
  try {
    const words = listenWords(args)
    return words.names.length > 0 ? words : null
  } catch {
    return null
  }
}
