import { SightlineError } from '@sightline/core/errors'
import { exitCodeOf, exitCodes, type Io } from './io.ts'

/** What a verb talks through when it is typed: standard output and error, questions where somebody can answer, and signals. */
export function terminalIo(isInteractive: boolean): Io {
  const stopping = new AbortController()
  const stop = () => {
    // A second signal means now: the log is safe at any instant.
    if (stopping.signal.aborted) process.exit(exitCodes.internal)
    stopping.abort(new SightlineError('cancelled', 'stopped by a signal'))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  // A reader that goes away (a closed pipe) is not an error of ours.
  process.stdout.on('error', () => stop())
  process.stderr.on('error', () => stop())
  return {
    out: text => {
      process.stdout.write(text)
    },
    err: text => {
      process.stderr.write(text)
    },
    isTerminal: isInteractive,
    ask: isInteractive ? question => askOnTerminal(question, stopping.signal) : null,
    signal: stopping.signal,
    endedAtOnce: work => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      try {
        return work()
      } finally {
        process.on('SIGINT', stop).on('SIGTERM', stop)
      }
    },
  }
}

async function askOnTerminal(question: string, signal: AbortSignal): Promise<string> {
  // Hardly ever asked, and a quick verb should not wait for it.
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question, { signal })
  } finally {
    terminal.close()
  }
}

/** The exit code of a verb; an error that ends it is told. */
export async function tryVerb(io: Io, run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    io.err(`${told(error)}\n`)
    return exitCodeOf(error)
  }
}

function told(error: unknown): string {
  if (error instanceof SightlineError) return `${error.code}: ${error.message}`
  return `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
