import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { readCase } from '../case/keeper.ts'
import { fileContentStore } from '../store/file-content-store.ts'
import { refuseUnwritable, replace } from '../store/out-file.ts'
import { type AccountsFormat, accountsFile } from '../take-away/accounts-files.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { accountsUsage } from './usages.ts'

/** The format by the end of a file's name. */
const endings = { '.csv': 'csv', '.annotations.jsonld': 'annotations', '.claims.jsonld': 'claims' } as const

const options = { out: { type: 'string', multiple: true } } as const

/**
 * What the accounts of a case say side by side, with what people entered: a table on standard output, or files. Works beside a
 * running `open`. 1 when no account has been read yet.
 */
export async function accountsCommand(args: readonly string[], io: Pick<Io, 'out' | 'err'>): Promise<number> {
  const { values, positionals } = readArgs(args, options, accountsUsage)
  const [given] = positionals
  if (given === undefined || positionals.length > 1)
    throw new SightlineError(
      'usage.wrong',
      `expected one case, found ${positionals.length === 0 ? 'none' : positionals.length}\nusage: ${accountsUsage}`,
    )
  const targets = (values.out ?? []).map(path => ({ path, as: formatOf(path) }))
  for (const { path } of targets) await refuseUnwritable(path)
  const { caseDir } = await findCase(given)
  const state = await readCase(caseDir)
  if (![...state.accounts.values()].some(({ reading }) => reading.kind === 'read')) {
    io.err(
      `${given} holds no account that has been read: open it with 'sightline open' and wait until it is settled\n`,
    )
    return exitCodes.no
  }
  await using content = await fileContentStore(join(caseDir, 'content'), { readOnly: true })
  const takenAt = new Date().toISOString()
  if (targets.length === 0) io.out((await accountsFile({ state, content, takenAt }, 'csv')).text)
  for (const { path, as } of targets) {
    await replace(path, (await accountsFile({ state, content, takenAt }, as)).text)
    io.err(`written: ${path}\n`)
  }
  return exitCodes.done
}

function formatOf(path: string): AccountsFormat {
  for (const [ending, format] of Object.entries(endings))
    if (path.toLowerCase().endsWith(ending)) return format
  throw new SightlineError(
    'usage.wrong',
    `--out takes a name that ends in ${Object.keys(endings).join(', ')}; found "${path}"\nusage: ${accountsUsage}`,
  )
}
