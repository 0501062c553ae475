import { type Listing, listFiles } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { readCase } from '../case/keeper.ts'
import { areAccountsCompared } from '../derive/account-work.ts'
import { areEditsListed } from '../derive/edit-work.ts'
import { syncInputs } from '../derive/placer.ts'
import { neededForEdits, requiredOf } from '../derive/recipe.ts'
import { recipes } from '../derive/recipes.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { listUsage } from './usages.ts'

/** Prints every name in a case with what became of it. Works beside a running `open`. */
export async function listCommand(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { json: { type: 'boolean' } }, listUsage)
  const [given] = positionals
  if (given === undefined || positionals.length > 1)
    throw new SightlineError('usage.wrong', `usage: ${listUsage}`)
  const { caseDir } = await findCase(given)
  const state = await readCase(caseDir)
  const listing = listFiles(state, requiredOf(recipes), {
    syncInputs: syncInputs(state),
    areAccountsCompared: areAccountsCompared(state),
    areEditsListed: areEditsListed(state, neededForEdits(recipes)),
  })
  io.out(values.json ? `${JSON.stringify(listing)}\n` : table(listing))
  return exitCodes.done
}

function table(listing: Listing): string {
  const rows = listing.files.map(file => {
    const oddities = file.oddities.length > 0 ? ` (${file.oddities.join(', ')})` : ''
    return `${file.state.padEnd(8)} ${file.kind.padEnd(10)} ${JSON.stringify(file.file).slice(1, -1)}${oddities}${file.why ? `\n           ${file.why}` : ''}`
  })
  const last = listing.settled
    ? 'Nothing is left to compute.'
    : 'Work is left: it goes on whenever the case is open.'
  return `${[...rows, `${listing.files.length} names. ${last}`].join('\n')}\n`
}
