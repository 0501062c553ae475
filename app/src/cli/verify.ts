import { join } from 'node:path'
import type { CaseState, HeldFile } from '@sightline/core/case'
import { type ChainReport, type ExpectedHead, faultSentence } from '@sightline/core/custody'
import { SightlineError } from '@sightline/core/errors'
import { accessPath } from '../case/access-log.ts'
import { citedContent } from '../case/cited-content.ts'
import { logPath, readCase } from '../case/keeper.ts'
import { hashOriginal } from '../intake/hash-original.ts'
import { joinRaw, rawName } from '../intake/names.ts'
import { openMediaFile } from '../media/media-file.ts'
import { checkContent, checkLog } from '../store/check.ts'
import { fileContentStore } from '../store/file-content-store.ts'
import { type LogKind, sqliteLogStore } from '../store/sqlite-log-store.ts'
import { looksLikeRelease } from '../verify/verify-release.ts'
import { toolLabel } from '../version.ts'
import { findCase } from './case-dir.ts'
import { exitCodes, type Io } from './io.ts'
import { verifyUsage } from './usages.ts'
import { verifyReleaseFolder, verifyWords } from './verify-release.ts'

/** One thing that does not agree with the log, in words. */
interface Fault {
  readonly where: string
  readonly message: string
}

/** Checks a release or a case, whichever the folder holds. */
export async function verifyCommand(args: readonly string[], io: Io): Promise<number> {
  const { given, values } = verifyWords(args)
  const worker = new URL('../verify/hash-worker.ts', import.meta.url)
  if (looksLikeRelease(given)) return await verifyReleaseFolder(given, values, io, { worker })
  const wrong = ['signers', 'identity', 'tsa-ca', 'previous'].filter(name => name in values)
  if (wrong.length > 0)
    throw new SightlineError('usage.wrong', `--${wrong[0]} is for a release, and ${given} holds none`)
  return await verifyCase(given, values, io)
}

/**
 * Checks a case against its custody log: the chain, every original in the folder, every stored result. Exits 1 and
 * names each fault. What the log is compared with comes from the arguments, never from the case itself.
 */
async function verifyCase(
  given: string,
  values: {
    readonly folder?: string | undefined
    readonly head?: string | undefined
    readonly length?: string | undefined
    readonly json?: boolean | undefined
  },
  io: Io,
): Promise<number> {
  const expected = expectedHead(values.head, values.length)
  const found = await findCase(given, 'a release or a case')
  const folder = values.folder ?? found.folder
  const chain = await checkChain('custody', logPath(found.caseDir), expected)
  const faults: Fault[] = chain.faults.map(fault => ({ where: 'custody log', message: faultSentence(fault) }))
  faults.push(...removedBodies(chain))
  let checked = { originals: 0, stored: 0 }
  const unchecked: string[] = []
  if (faults.length === 0) {
    const state = await readCase(found.caseDir)
    faults.push(...(await checkAccess(found.caseDir, state)))
    const stored = await checkStored(found.caseDir, state, io.signal)
    const originals = folder === null ? null : await checkOriginals(folder, state, io.signal)
    faults.push(...stored.faults, ...(originals?.faults ?? []))
    checked = { originals: originals?.checked ?? 0, stored: stored.checked }
    if (!originals) unchecked.push('originals: this case lies apart from its folder; name it with --folder')
  } else {
    unchecked.push('originals and stored results: the log that names them does not verify')
  }
  if (!expected)
    unchecked.push('that this is the same log as before: no --head and --length from outside were given')
  const answer = {
    v: 1,
    tool: toolLabel,
    ok: faults.length === 0,
    head: chain.head,
    length: chain.seq,
    withheld: chain.withheld,
    expunged: chain.expunged,
    checked,
    unchecked,
    faults,
  }
  io.out(values.json ? `${JSON.stringify(answer)}\n` : report(answer))
  return answer.ok ? exitCodes.done : exitCodes.no
}

function expectedHead(head: string | undefined, length: string | undefined): ExpectedHead | null {
  if (head === undefined && length === undefined) return null
  if (!/^[0-9a-f]{64}$/.test(head ?? '') || !/^\d{1,15}$/.test(length ?? '')) {
    throw new SightlineError(
      'usage.wrong',
      `--head takes a SHA-256 and --length a number, both together\nusage: ${verifyUsage}`,
    )
  }
  return { kind: 'extends', head: head as string, seq: Number(length) }
}

async function checkChain(kind: LogKind, path: string, expected: ExpectedHead | null): Promise<ChainReport> {
  await using log = sqliteLogStore(path, { log: kind, readOnly: true })
  return await checkLog(log, expected)
}

/** The chain accepts any body that is marked as removed; nothing in this version removes one by a logged decision. */
function removedBodies(report: ChainReport): readonly Fault[] {
  return report.expunged.map(seq => ({
    where: 'custody log',
    message: `entry ${seq}: its body was removed, and no entry says who decided that`,
  }))
}

/** The access log must extend the head that the custody log last named. */
async function checkAccess(caseDir: string, { access }: CaseState): Promise<readonly Fault[]> {
  if (!access) return []
  const report = await checkChain('access', accessPath(caseDir), {
    kind: 'extends',
    head: access.head,
    seq: access.length,
  })
  return report.faults.map(fault => ({ where: 'access log', message: faultSentence(fault) }))
}

async function checkStored(caseDir: string, state: CaseState, signal: AbortSignal) {
  await using content = await fileContentStore(join(caseDir, 'content'), { readOnly: true })
  const cited = citedContent(state)
  const whatOf = new Map(cited.map(({ sha256, what }) => [sha256, what]))
  const faults: Fault[] = []
  for (const { sha256, what } of cited) {
    if ((await content.head(sha256)) === null)
      faults.push({ where: what, message: `expected stored content ${sha256}, found none` })
  }
  for await (const { expected, found } of checkContent(content, { signal })) {
    const where = whatOf.get(expected) ?? 'stored content that nothing cites'
    faults.push({ where, message: `expected SHA-256 ${expected}, found ${found}` })
  }
  return { faults, checked: cited.length }
}

async function checkOriginals(folder: string, state: CaseState, signal: AbortSignal) {
  const faults: Fault[] = []
  let checked = 0
  // By name: the log holds files in the order in which they were read, which differs from run to run.
  const byName = [...state.files.values()].sort((a, b) => (a.found.path < b.found.path ? -1 : 1))
  for (const file of byName) {
    signal.throwIfAborted()
    if (file.found.sha256 === null) continue
    checked++
    const message = await faultOf(folder, file, signal)
    if (message !== null) faults.push({ where: file.found.path, message })
  }
  return { faults, checked }
}

async function faultOf(
  folder: string,
  { found, was }: HeldFile,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const raw = joinRaw(Buffer.from(folder), rawName(found.path, found.encoded))
    await using file = await openMediaFile(raw, found.path)
    const now = await hashOriginal(file, signal)
    if (now !== found.sha256)
      return `expected SHA-256 ${found.sha256} as received, found ${now ?? 'a file that changed while it was read'}`
    return was.length === 0
      ? null
      : `the file was altered after it was received: its bytes were ${was.join(', ')} before`
  } catch (error) {
    if (error instanceof SightlineError) return `expected the file as received, found: ${error.message}`
    throw error
  }
}

function report(answer: {
  readonly ok: boolean
  readonly head: string
  readonly length: number
  readonly checked: { readonly originals: number; readonly stored: number }
  readonly unchecked: readonly string[]
  readonly faults: readonly Fault[]
}): string {
  const lines = [
    answer.ok
      ? 'Everything that was checked agrees with the custody log.'
      : `${answer.faults.length} faults were found:`,
    ...answer.faults.map(fault => `  ${fault.where}: ${fault.message}`),
    `custody log: ${answer.length} entries, head ${answer.head}`,
    `checked: ${answer.checked.originals} originals, ${answer.checked.stored} stored results`,
    ...answer.unchecked.map(each => `not checked: ${each}`),
  ]
  return `${lines.join('\n')}\n`
}
