import { compareAccounts } from '@sightline/core/accounts'
import { SightlineError } from '@sightline/core/errors'
import { readAccountFile } from '../accounts/read-file.ts'
import { refuseGiven, refuseUnwritable, replace } from '../store/out-file.ts'
import { toolLabel } from '../version.ts'
import { compareHtml } from './compare-html.ts'
import { compareReport, type NamedAccount } from './compare-report.ts'
import { compareCsv, compareTable } from './compare-table.ts'
import { exitCodes, type Io, readArgs } from './io.ts'
import { compareUsage } from './usages.ts'

const options = {
  json: { type: 'boolean' },
  out: { type: 'string', multiple: true },
  full: { type: 'boolean' },
} as const

/** Lines up what accounts say. 3 when one could not be read (the others are still compared), 1 when none could. */
export async function compareCommand(
  args: readonly string[],
  io: Pick<Io, 'out' | 'err' | 'signal' | 'endedAtOnce'>,
): Promise<number> {
  const { values, positionals } = readArgs(args, options, compareUsage)
  if (positionals.length === 0)
    throw new SightlineError(
      'usage.wrong',
      `expected at least one account, found none\nusage: ${compareUsage}`,
    )
  const targets = values.out ?? []
  await checkTargets(targets, positionals)
  const began = performance.now()
  const { read, isWhole } = await readAll([...new Set(positionals)], io)
  if (io.signal.aborted) throw new SightlineError('cancelled', 'comparing was cancelled')
  const compared = () => compareAccounts(read.map(({ text }) => text))
  const comparison = io.endedAtOnce ? io.endedAtOnce(compared) : compared()
  const seconds = Number(((performance.now() - began) / 1000).toFixed(3))
  const report = compareReport(read, comparison, { tool: toolLabel, seconds })
  const isFull = values.full === true
  for (const path of targets) {
    await replace(path, /\.csv$/i.test(path) ? compareCsv(report) : compareHtml(report, isFull))
    io.err(`written: ${path}\n`)
  }
  if (read.length === 0 && !values.json) return exitCodes.input
  if (values.json) io.out(`${JSON.stringify(report)}\n`)
  else if (targets.length === 0) io.out(compareTable(report, isFull))
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

async function checkTargets(targets: readonly string[], given: readonly string[]): Promise<void> {
  for (const path of targets) {
    if (!/\.(?:html|csv)$/i.test(path))
      throw new SightlineError(
        'usage.wrong',
        `--out takes a name that ends in .html or .csv, found "${path}"\nusage: ${compareUsage}`,
      )
    await refuseGiven(path, given, 'account')
    await refuseUnwritable(path)
  }
}
