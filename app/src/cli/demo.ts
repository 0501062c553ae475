import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import type { Config } from '../config.ts'
import { makeDemoRecordings } from '../demo/recordings.ts'
import { caseDirOf } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { portFrom } from './open.ts'
import { openRoom } from './room-run.ts'

export const demoUsage = 'sightline demo [--port N] [--listen ADDRESS] [--no-browser]'

const options = {
  port: { type: 'string' },
  listen: { type: 'string' },
  'no-browser': { type: 'boolean' },
} as const

/** Makes the demo recordings when they are missing, and opens their room. */
export async function demoCommand(args: readonly string[], io: Io, config: Config): Promise<number> {
  const { values, positionals } = readArgs(args, options, demoUsage)
  if (positionals.length > 0) throw new SightlineError('usage.wrong', `usage: ${demoUsage}`)
  const folder = join(config.root, 'demo')
  await mkdir(folder, { recursive: true })
  const made = await makeDemoRecordings(folder, io.signal)
  if (made) io.err('The demo recordings were made: 20 seconds, generated, nobody is in them.\n')
  if (io.signal.aborted) return exitCodes.done
  const opening = {
    folder,
    caseDir: caseDirOf(folder, undefined),
    name: null,
    port: portFrom(values.port),
    listen: values.listen ?? '127.0.0.1',
    wantsBrowser: values['no-browser'] !== true,
    cover: {
      title: 'Generated demonstration',
      warning:
        'Everything here was drawn and synthesised by a program. No person and no event in it is real.',
    },
  }
  return await openRoom(opening, io, config)
}
