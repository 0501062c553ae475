import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { SightlineError } from '@sightline/core/errors'

/** What a verb talks through. Answers go to `out`; progress and messages go to `err`. */
export interface Io {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True where progress may rewrite its own line. */
  readonly isTerminal: boolean
  /** Asks one question on the terminal; null where nobody can answer. */
  readonly ask: ((question: string) => Promise<string>) | null
  readonly signal: AbortSignal
  /**
   * Work that never lets go of its thread hears of no signal: while it runs, a signal ends the program at once, as it ends any other. Only for what has
   * written nothing yet.
   */
  readonly endedAtOnce?: <T>(work: () => T) => T
}

/** The first that applies, as other programs rely on it. */
export const exitCodes = { done: 0, no: 1, usage: 2, input: 3, internal: 4 } as const

/** Reads options and names. Throws 'usage.wrong' with the usage line for anything unexpected. */
export function readArgs<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    // Of an unknown option Node.js also tells at length how a name would be given that begins like one.
    const [found] = (cause instanceof Error ? cause.message : String(cause)).split(/(?<=\.) To specify /)
    throw new SightlineError('usage.wrong', `${found}\nusage: ${usage}`, { cause })
  }
}

/** The exit code of an error that ended a verb. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof SightlineError)) return exitCodes.internal
  if (error.code === 'usage.wrong') return exitCodes.usage
  if (error.code === 'case.locked' || error.code === 'release.stopped') return exitCodes.no
  const isInput = /^(intake|media|case|store|release)\./.test(error.code) && error.code !== 'media.failed'
  return isInput ? exitCodes.input : exitCodes.internal
}
