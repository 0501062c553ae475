import { exitCodes, type Io } from './cli/io.ts'
import { terminalIo, tryVerb } from './cli/terminal.ts'
import { type Config, readConfig } from './config.ts'
import { toolLabel } from './version.ts'

interface Verb {
  readonly usage: string
  readonly run: (args: readonly string[], io: Io, config: Config) => Promise<number>
}

/** A verb's own code is read when it is called: reading all of it takes a second of a quick verb's time. */
interface Named {
  readonly does: string
  readonly load: () => Promise<Verb>
}

const verbs: Readonly<Record<string, Named>> = {
  demo: {
    does: 'build the demo case and open its room',
    load: async () => {
      const { demoUsage: usage, demoCommand: run } = await import('./cli/demo.ts')
      return { usage, run }
    },
  },
  open: {
    does: 'make or reopen a case from a folder and open its room',
    load: async () => {
      const { openUsage: usage, openCommand: run } = await import('./cli/open.ts')
      return { usage, run }
    },
  },
  sync: {
    does: 'put recordings on one clock by their sound',
    load: async () => {
      const { syncUsage: usage, syncCommand: run } = await import('./cli/sync.ts')
      return { usage, run }
    },
  },
  diff: {
    does: 'how an edited film differs from recordings',
    load: async () => {
      const { diffUsage: usage, diffCommand: run } = await import('./cli/diff.ts')
      return { usage, run }
    },
  },
  compare: {
    does: 'what several accounts say, side by side',
    load: async () => {
      const { compareUsage: usage, compareCommand: run } = await import('./cli/compare.ts')
      return { usage, run }
    },
  },
  accounts: {
    does: 'what the accounts of a case say side by side, with what people entered, for other programs',
    load: async () => {
      const { accountsUsage: usage, accountsCommand: run } = await import('./cli/accounts.ts')
      return { usage, run }
    },
  },
  listen: {
    does: 'speech spans and impulses of recordings, as candidates',
    load: async () => {
      const { listenUsage: usage, listenCommand: run } = await import('./cli/listen.ts')
      return { usage, run }
    },
  },
  list: {
    does: 'what a case holds and what became of each file',
    load: async () => {
      const { listUsage: usage, listCommand: run } = await import('./cli/list.ts')
      return { usage, run }
    },
  },
  release: {
    does: 'seal and write a release: a folder that anybody can open and check',
    load: async () => {
      const { releaseUsage: usage, releaseCommand: run } = await import('./cli/release.ts')
      return { usage, run }
    },
  },
  key: {
    does: 'make, enter or revoke a key that releases are sealed with',
    load: async () => {
      const { keyUsage: usage, keyCommand: run } = await import('./cli/key.ts')
      return { usage, run }
    },
  },
  checkpoint: {
    does: 'where a custody log ends, and proofs that an entry is in it or that it grew from an earlier end',
    load: async () => {
      const { checkpointUsage: usage, checkpointCommand: run } = await import('./cli/checkpoint.ts')
      return { usage, run }
    },
  },
  verify: {
    does: 'check a release or a case: every byte, custody log, signature, time stamp',
    load: async () => {
      const { verifyUsage: usage } = await import('./cli/verify-release.ts')
      const { verifyCommand: run } = await import('./cli/verify.ts')
      return { usage, run }
    },
  },
}

process.exitCode = await main(process.argv.slice(2), readConfig())

async function main(words: readonly string[], config: Config): Promise<number> {
  const [name, ...args] = words
  const io = terminalIo(config.isInteractive)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(await help())
    return name === undefined ? exitCodes.usage : exitCodes.done
  }
  if (name === '--version') {
    io.out(`${toolLabel}\n`)
    return exitCodes.done
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    io.err(`sightline has no verb "${name}".\n\n${await help()}`)
    return exitCodes.usage
  }
  return await tryVerb(io, async () => {
    const { run, usage } = await verb.load()
    if (isHelpAsked(args)) {
      io.out(`${usage}\n    ${verb.does}\n`)
      return exitCodes.done
    }
    return await run(args, io, config)
  })
}

/** What stands after `--` is a name, whatever it looks like. */
function isHelpAsked(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? args.length : end).some(each => each === '--help' || each === '-h')
}

async function help(): Promise<string> {
  const lines = await Promise.all(
    Object.values(verbs).map(async ({ does, load }) => `  ${(await load()).usage}\n      ${does}`),
  )
  return `${toolLabel}: an evidence room for recordings and accounts of one incident\n\n${lines.join('\n')}\n`
}
