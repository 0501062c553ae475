import { writeFile } from 'node:fs/promises'
import { compareAccounts } from '@sightline/core/accounts'
import { SightlineError } from '@sightline/core/errors'
import { readAccountFile } from '../accounts/read-file.ts'
import { toolLabel } from '../version.ts'
import { compareHtml } from './compare-html.ts'
import { compareReport, type NamedAccount } from './compare-report.ts'
import { compareCsv, compareTable } from './compare-table.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { compareUsage } from './usages.ts'

const options = {
  json: { type: 'boolean' },
  out: { type: 'string' },
  full: { type: 'boolean' },
} as const

/** Lines up what accounts say. 3 when one could not be read (the others are still compared), 1 when none could. */
export async function compareCommand(
  args: readonly string[],
  io: Pick<Io, 'out' | 'err' | 'signal' | 'endedAtOnce'>,
): Promise<number> {
  const { values, positionals } = readArgs(args, options, compareUsage)
  if (positionals.length === 0) throw new SightlineError('usage.wrong', `usage: ${compareUsage}`)
  if (values.out !== undefined && !/\.(?:html|csv)$/i.test(values.out))
    throw new SightlineError(
      'usage.wrong',
      `--out takes a name that ends in .html or .csv, found "${values.out}"\nusage: ${compareUsage}`,
    )
  const began = performance.now()
  const { read, isWhole } = await readAll([...new Set(positionals)], io)
  if (io.signal.aborted) throw new SightlineError('cancelled', 'comparing was cancelled')
  const compared = () => compareAccounts(read.map(({ text }) => text))
  const comparison = io.endedAtOnce ? io.endedAtOnce(compared) : compared()
  const seconds = Number(((performance.now() - began) / 1000).toFixed(3))
  const report = compareReport(read, comparison, { tool: toolLabel, seconds })
  const isFull = values.full === true
  if (values.out !== undefined) {
    await write(values.out, /\.csv$/i.test(values.out) ? compareCsv(report) : compareHtml(report, isFull))
    io.err(`written: ${values.out}\n`)
  }
  if (read.length === 0 && !values.json) return exitCodes.input
  if (values.json) io.out(`${JSON.stringify(report)}\n`)
  else if (values.out === undefined) io.out(compareTable(report, isFull))
  return isWhole ? exitCodes.done : exitCodes.input
}

async function readAll(
  names: readonly string[],
  io: Pick<Io, 'err' | 'signal'>,
): Promise<{ readonly read: readonly NamedAccount[]; readonly isWhole: boolean }> {
  const read: NamedAccount[] = []
  for (const name of names)
    try {
      read.push({ name, ...(await readAccountFile(name, io.signal)) })
    } catch (error) {
      if (!(error instanceof SightlineError) || !error.code.startsWith('intake.')) throw error
      io.err(`${error.code}: ${error.message}\n`)
    }
  return { read, isWhole: read.length === names.length }
}

async function write(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text)
  } catch (cause) {
    throw new SightlineError(
      'store.failed',
      `expected to write ${path}: ${cause instanceof Error ? cause.message : cause}`,
      { cause },
    )
  }
}
