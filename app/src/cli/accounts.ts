import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SightlineError } from '@sightline/core/errors'
import { readCase } from '../case/keeper.ts'
import { fileContentStore } from '../store/file-content-store.ts'
import { type AccountsFormat, accountsFile } from '../take-away/accounts-files.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { accountsUsage } from './usages.ts'

/** The format by the end of a file's name. */
const endings = { '.csv': 'csv', '.annotations.jsonld': 'annotations', '.claims.jsonld': 'claims' } as const

/**
 * What the accounts of a case say side by side, with what people entered: a table on standard output, or a file. Works beside a
 * running `open`. 1 when no account has been read yet.
 */
export async function accountsCommand(args: readonly string[], io: Pick<Io, 'out' | 'err'>): Promise<number> {
  const { values, positionals } = readArgs(args, { out: { type: 'string' } }, accountsUsage)
  const [given] = positionals
  if (given === undefined || positionals.length > 1)
    throw new SightlineError('usage.wrong', `usage: ${accountsUsage}`)
  const as = values.out === undefined ? 'csv' : formatOf(values.out)
  const { caseDir } = await findCase(given)
  const state = await readCase(caseDir)
  if (![...state.accounts.values()].some(({ reading }) => reading.kind === 'read')) {
    io.err(
      `${given} holds no account that has been read: open it with 'sightline open' and wait until it is settled\n`,
    )
    return exitCodes.no
  }
  await using content = await fileContentStore(join(caseDir, 'content'), { readOnly: true })
  const { text } = await accountsFile({ state, content, takenAt: new Date().toISOString() }, as)
  if (values.out === undefined) io.out(text)
  else {
    await write(values.out, text)
    io.err(`written: ${values.out}\n`)
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

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (cause) {
    const message = `expected to write ${path}: ${cause instanceof Error ? cause.message : cause}`
    throw new SightlineError('store.failed', message, { cause })
  }
}
