// `sightline verify RELEASE` as set-up builds it into one file beside the program: see quick-verify.mjs, which runs it.
import type { Worker } from 'node:worker_threads'
import { looksLikeRelease } from '../verify/verify-release.ts'
import { terminalIo, tryVerb } from './terminal.ts'
import { verifyReleaseFolder, verifyWords } from './verify-release.ts'

/** The exit code; null where the words name no release, or no check at all, which is for the whole program to answer. */
export async function verifyQuickly(
  args: readonly string[],
  hashing: { readonly worker: URL; readonly started: Worker },
): Promise<number | null> {
  const words = wordsOf(args)
  if (!words || !looksLikeRelease(words.given)) return null
  const io = terminalIo(false)
  return await tryVerb(io, () => verifyReleaseFolder(words.given, words.values, io, hashing))
}

function wordsOf(args: readonly string[]) {
  try {
    return verifyWords(args)
  } catch {
    return null
  }
}
