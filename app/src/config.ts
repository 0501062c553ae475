import { homedir } from 'node:os'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

const Environment = z.object({
  SIGHTLINE_LOG_LEVEL: z._default(z.enum(['error', 'warn', 'info', 'debug']), 'info'),
  CI: z.optional(z.string()),
})

/** What the surroundings say, read once at start. The only reader of the environment. */
export interface Config {
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug'
  /** False where nobody can answer a question or look at a window. */
  readonly isInteractive: boolean
  /** The checkout: where the built room and the demo case lie. */
  readonly root: string
  readonly home: string
}

export function readConfig(): Config {
  const environment = Environment.parse(process.env)
  return {
    logLevel: environment.SIGHTLINE_LOG_LEVEL,
    isInteractive:
      environment.CI === undefined && process.stdin.isTTY === true && process.stderr.isTTY === true,
    root,
    home: homedir(),
  }
}
