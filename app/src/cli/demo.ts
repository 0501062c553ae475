import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import type { CaseKeeper } from '../case/keeper.ts'
import type { Config } from '../config.ts'
import { enterOpening, readOpening } from '../demo/opening.ts'
import { enterAccounts, readPreparedAccounts } from '../demo/opening-accounts.ts'
import { readCards } from '../demo/opening-cards.ts'
import { enterListening, readPreparedListening } from '../demo/opening-listening.ts'
import { caseDirOf } from './case-dir.ts'
import { type Io, readArgs } from './io.ts'
import { portFrom, releasingFrom, releasingOptions } from './open.ts'
import { openRoom } from './room-run.ts'
import { demoUsage } from './usages.ts'

const options = {
  port: { type: 'string' },
  listen: { type: 'string' },
  'no-browser': { type: 'boolean' },
  ...releasingOptions,
} as const

/** Opens the room of the demo case that lies in the repository: a staged exercise with everything in it. */
export async function demoCommand(args: readonly string[], io: Io, config: Config): Promise<number> {
  const { values, positionals } = readArgs(args, options, demoUsage)
  if (positionals.length > 0) throw new SightlineError('usage.wrong', `usage: ${demoUsage}`)
  const demo = join(config.root, 'demo/lark-yard')
  const folder = join(demo, 'files')
  await access(folder).catch(cause => {
    throw new SightlineError('intake.unreadable', `expected the demo case in ${folder}, found nothing`, {
      cause,
    })
  })
  const prepared = await readOpening(join(demo, 'work/opening.json'))
  const cards = await readCards(join(demo, 'work/cards.json'))
  const accounts = await readPreparedAccounts(join(demo, 'work/accounts.json'))
  const listening = await readPreparedListening(join(demo, 'work/listening.json'))
  const { title, warning } = prepared.cover
  const opening = {
    folder,
    caseDir: caseDirOf(folder, undefined),
    name: null,
    port: portFrom(values.port),
    listen: values.listen ?? '127.0.0.1',
    wantsBrowser: values['no-browser'] !== true,
    cover: { title, warning },
    releasing: await releasingFrom(values, demoUsage),
    onRead: async (keeper: CaseKeeper, signal: AbortSignal) => {
      try {
        await enterOpening(keeper, prepared, cards)
        await enterAccounts(keeper, accounts, signal)
        await enterListening(keeper, listening, join(demo, 'work'))
      } catch (error) {
        if (!(error instanceof SightlineError) || signal.aborted) throw error
        // The room has the recordings all the same, and says itself which file it could not read.
        io.err(
          `The demo lacks some of what was prepared for it: ${error.message}. Its room stays open; to have the rest, close it, delete ${opening.caseDir} and start again.\n`,
        )
      }
    },
  }
  return await openRoom(opening, io, config)
}
