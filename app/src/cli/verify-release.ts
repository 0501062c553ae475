import type { Worker } from 'node:worker_threads'
import { SightlineError } from '@sightline/core/errors'
import { readTrust, TrustError, type TrustWords, trustOptions } from '../verify/arguments.ts'
import { reportJson, reportText } from '../verify/report.ts'
import { type Trust, verifyRelease } from '../verify/verify-release.ts'
import { toolLabel } from '../version.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { verifyUsage } from './usages.ts'

const options = {
  json: { type: 'boolean' },
  folder: { type: 'string' },
  ...trustOptions,
} as const

export interface VerifyWords extends TrustWords {
  readonly json?: boolean | undefined
  readonly folder?: string | undefined
}

/** The words after `sightline verify`. Throws 'usage.wrong'. */
export function verifyWords(args: readonly string[]): {
  readonly given: string
  readonly values: VerifyWords
} {
  const { values, positionals } = readArgs(args, options, verifyUsage)
  const [given] = positionals
  if (given === undefined || positionals.length > 1)
    throw new SightlineError('usage.wrong', `usage: ${verifyUsage}`)
  return { given, values }
}

/** Checks a release; `hashing` names the script of the threads that hash, and one of them where it was started already. */
export async function verifyReleaseFolder(
  folder: string,
  words: VerifyWords,
  io: Io,
  hashing: { readonly worker: URL; readonly started?: Worker },
): Promise<number> {
  if (words.folder !== undefined)
    throw new SightlineError('usage.wrong', `--folder is for a case, and ${folder} is a release`)
  const options = { ...hashing, signal: io.signal }
  const report = await verifyRelease(folder, trustOf(words), options).catch((cause: unknown) => {
    if (!isOfSystem(cause)) throw cause
    const message = `expected a folder that can be read at ${folder}, found: ${cause.message}`
    throw new SightlineError('intake.unreadable', message, { cause })
  })
  io.out(words.json ? `${JSON.stringify(reportJson(report, toolLabel))}\n` : reportText(report))
  return report.faults.length === 0 ? exitCodes.done : exitCodes.no
}

/** What the file system throws has a number beside its code. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).errno === 'number'
}

function trustOf(words: TrustWords): Trust {
  try {
    return readTrust(words, new Date())
  } catch (error) {
    if (!(error instanceof TrustError)) throw error
    const code = error.kind === 'usage' ? 'usage.wrong' : 'intake.unreadable'
    throw new SightlineError(code, error.message, { cause: error })
  }
}
