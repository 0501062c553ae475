import { createInterface } from 'node:readline/promises'
import { SightlineError } from '@sightline/core/errors'
import { accountsCommand, accountsUsage } from './cli/accounts.ts'
import { compareCommand, compareUsage } from './cli/compare.ts'
import { demoCommand, demoUsage } from './cli/demo.ts'
import { diffCommand, diffUsage } from './cli/diff.ts'
import { exitCodeOf, exitCodes, type Io } from './cli/io.ts'
import { listCommand, listUsage } from './cli/list.ts'
import { listenCommand, listenUsage } from './cli/listen.ts'
import { openCommand, openUsage } from './cli/open.ts'
import { syncCommand, syncUsage } from './cli/sync.ts'
import { verifyCommand, verifyUsage } from './cli/verify.ts'
import { type Config, readConfig } from './config.ts'
import { toolLabel } from './version.ts'

interface Verb {
  readonly usage: string
  readonly does: string
  readonly run: (args: readonly string[], io: Io, config: Config) => Promise<number>
}

const verbs = {
  demo: { usage: demoUsage, does: 'build the demo case and open its room', run: demoCommand },
  open: { usage: openUsage, does: 'make or reopen a case from a folder and open its room', run: openCommand },
  sync: { usage: syncUsage, does: 'put recordings on one clock by their sound', run: syncCommand },
  diff: {
    usage: diffUsage,
    does: 'how an edited film differs from recordings',
    run: diffCommand,
  },
  compare: {
    usage: compareUsage,
    does: 'what several accounts say, side by side',
    run: compareCommand,
  },
  accounts: {
    usage: accountsUsage,
    does: 'what the accounts of a case say side by side, with what people entered, for other programs',
    run: accountsCommand,
  },
  listen: {
    usage: listenUsage,
    does: 'speech spans and impulses of recordings, as candidates',
    run: listenCommand,
  },
  list: { usage: listUsage, does: 'what a case holds and what became of each file', run: listCommand },
  verify: {
    usage: verifyUsage,
    does: 'check a release or a case: every byte, custody log, signature, time stamp',
    run: verifyCommand,
  },
} as const satisfies Record<string, Verb>

process.exitCode = await main(process.argv.slice(2), readConfig())

async function main(words: readonly string[], config: Config): Promise<number> {
  const [name, ...args] = words
  const io = terminalIo(config)
  if (name === undefined || name === 'help' || name === '--help') {
    io.out(help())
    return name === undefined ? exitCodes.usage : exitCodes.done
  }
  if (name === '--version') {
    io.out(`${toolLabel}\n`)
    return exitCodes.done
  }
  if (!Object.hasOwn(verbs, name)) {
    io.err(`sightline has no verb "${name}".\n\n${help()}`)
    return exitCodes.usage
  }
  try {
    return await (verbs[name as keyof typeof verbs] as Verb).run(args, io, config)
  } catch (error) {
    io.err(`${told(error)}\n`)
    return exitCodeOf(error)
  }
}

function told(error: unknown): string {
  if (error instanceof SightlineError) return `${error.code}: ${error.message}`
  return `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

function help(): string {
  const lines = Object.values(verbs).map(({ usage, does }) => `  ${usage}\n      ${does}`)
  return `${toolLabel}: an evidence room for recordings and accounts of one incident\n\n${lines.join('\n')}\n`
}

function terminalIo(config: Config): Io {
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
    isTerminal: config.isInteractive,
    ask: config.isInteractive ? question => askOnTerminal(question, stopping.signal) : null,
    signal: stopping.signal,
  }
}

async function askOnTerminal(question: string, signal: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question, { signal })
  } finally {
    terminal.close()
  }
}
