import { exitCodes, type Io } from './cli/io.ts'
import { terminalIo, tryVerb } from './cli/terminal.ts'
import {
  accountsUsage,
  checkpointUsage,
  compareUsage,
  demoUsage,
  diffUsage,
  keyUsage,
  listenUsage,
  listUsage,
  openUsage,
  releaseUsage,
  syncUsage,
  verifyUsage,
} from './cli/usages.ts'
import type { Config } from './config.ts'
import { toolLabel } from './version.ts'

/** A verb's own code is read when it is called, and never to tell how it is used: reading all of it takes a second. */
interface Verb {
  readonly does: string
  readonly usage: string
  readonly load: () => Promise<(args: readonly string[], io: Io, config: Config) => Promise<number>>
}

const verbs: Readonly<Record<string, Verb>> = {
  demo: {
    does: 'build the demo case and open its room',
    usage: demoUsage,
    load: async () => (await import('./cli/demo.ts')).demoCommand,
  },
  open: {
    does: 'make or reopen a case from a folder and open its room',
    usage: openUsage,
    load: async () => (await import('./cli/open.ts')).openCommand,
  },
  sync: {
    does: 'put recordings on one clock by their sound',
    usage: syncUsage,
    load: async () => (await import('./cli/sync.ts')).syncCommand,
  },
  diff: {
    does: 'how an edited film differs from recordings',
    usage: diffUsage,
    load: async () => (await import('./cli/diff.ts')).diffCommand,
  },
  compare: {
    does: 'what several accounts say, side by side',
    usage: compareUsage,
    load: async () => (await import('./cli/compare.ts')).compareCommand,
  },
  accounts: {
    does: 'what the accounts of a case say side by side, with what people entered, for other programs',
    usage: accountsUsage,
    load: async () => (await import('./cli/accounts.ts')).accountsCommand,
  },
  listen: {
    does: 'speech spans and impulses of recordings, as candidates',
    usage: listenUsage,
    load: async () => (await import('./cli/listen.ts')).listenCommand,
  },
  list: {
    does: 'what a case holds and what became of each file',
    usage: listUsage,
    load: async () => (await import('./cli/list.ts')).listCommand,
  },
  release: {
    does: 'seal and write a release: a folder that anybody can open and check',
    usage: releaseUsage,
    load: async () => (await import('./cli/release.ts')).releaseCommand,
  },
  key: {
    does: 'make, enter or revoke a key that releases are sealed with',
    usage: keyUsage,
    load: async () => (await import('./cli/key.ts')).keyCommand,
  },
  checkpoint: {
    does: 'where a custody log ends, and proofs that an entry is in it or that it grew from an earlier end',
    usage: checkpointUsage,
    load: async () => (await import('./cli/checkpoint.ts')).checkpointCommand,
  },
  verify: {
    does: 'check a release or a case: every byte, custody log, signature, time stamp',
    usage: verifyUsage,
    load: async () => (await import('./cli/verify.ts')).verifyCommand,
  },
}

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const [name, ...args] = words
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminalIo(false).out(help())
    return name === undefined ? exitCodes.usage : exitCodes.done
  }
  if (name === '--version') {
    terminalIo(false).out(`${toolLabel}\n`)
    return exitCodes.done
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) {
    terminalIo(false).err(`sightline has no verb "${name}".\n\n${help()}`)
    return exitCodes.usage
  }
  if (isHelpAsked(args)) {
    terminalIo(false).out(`${verb.usage}\n    ${verb.does}\n`)
    return exitCodes.done
  }
  const { readConfig } = await import('./config.ts')
  const config = readConfig()
  const io = terminalIo(config.isInteractive)
  return await tryVerb(io, async () => await (await verb.load())(args, io, config))
}

/** What stands after `--` is a name, whatever it looks like. */
function isHelpAsked(args: readonly string[]): boolean {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? args.length : end).some(each => each === '--help' || each === '-h')
}

function help(): string {
  const lines = Object.values(verbs).map(({ does, usage }) => `  ${usage}\n      ${does}`)
  return `${toolLabel}: an evidence room for recordings and accounts of one incident\n\n${lines.join('\n')}\n`
}
