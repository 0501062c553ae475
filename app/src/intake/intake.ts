import type { Stats } from 'node:fs'
import { lstat } from 'node:fs/promises'
import type { Fact, FoundFile, HeldFile } from '@sightline/core/case'
import type { CaseKeeper } from '../case/keeper.ts'
import { machine } from '../case/keeper.ts'
import { inParallel } from '../in-parallel.ts'
import type { MediaFile } from '../media/media-file.ts'
import { joinRaw } from './names.ts'
import { changedMsOf, type Received, receive } from './receive.ts'
import { type FoundName, walkFolder } from './walk.ts'

/** Reads what a media file says of itself; gives the facts to enter once its hash is known. */
export type Prober = (media: MediaFile, signal: AbortSignal) => Promise<(recording: string) => Promise<Fact>>

export interface IntakeParts {
  readonly keeper: CaseKeeper
  readonly folder: string
  readonly probe: Prober
  readonly signal: AbortSignal
  readonly onProgress: (done: number, of: number) => void
}

export interface IntakeSummary {
  readonly present: number
  readonly missing: number
  readonly altered: number
}

/** One transaction per batch: 5,000 small files must not wait for the disk 5,000 times. */
const batchFacts = 100
/** Reading is bound by the disk, probing by the processor. */
const filesAtOnce = 2

/**
 * Brings the case up to what lies in the folder now: new files are received, altered and missing ones are entered as
 * such, nothing is overwritten. A name whose size and times are those received is not read again; `verify` does that.
 */
export async function takeIn(parts: IntakeParts): Promise<IntakeSummary> {
  const { keeper, folder, signal, onProgress } = parts
  const names = await walkFolder(folder, keeper.dir, signal)
  await keeper.enter([{ type: 'intake-begun', detail: { v: 1, names: names.length } }], machine)
  const known = keeper.state().files
  const pending: Fact[] = []
  const flush = async () => {
    if (pending.length > 0) await keeper.enter(pending.splice(0), machine)
  }
  let altered = 0
  let done = 0
  onProgress(0, names.length)
  await inParallel(names, filesAtOnce, signal, async name => {
    const facts = await factsOf(parts, name, known.get(name.path))
    altered += facts.filter(fact => fact.type === 'file-altered').length
    pending.push(...facts)
    if (pending.length >= batchFacts || facts.some(fact => fact.type === 'recording-probed')) await flush()
    onProgress(++done, names.length)
  })
  const present = new Set(names.map(name => name.path))
  const missing = [...known.values()].filter(file => !present.has(file.found.path))
  for (const file of missing) {
    if (!file.isMissing) pending.push({ type: 'file-missing', detail: { v: 1, path: file.found.path } })
  }
  const summary = { present: names.length, missing: missing.length, altered }
  pending.push({ type: 'intake-completed', detail: { v: 1, ...summary } })
  await flush()
  return summary
}

async function factsOf(
  parts: IntakeParts,
  name: FoundName,
  known: HeldFile | undefined,
): Promise<readonly Fact[]> {
  const { keeper, folder, signal } = parts
  if (known && (await isUntouched(folder, name, known))) {
    return known.isMissing ? [foundAgain(known.found)] : []
  }
  let describe: ((recording: string) => Promise<Fact>) | null = null
  const received = await receive(folder, name, signal, async media => {
    describe = await parts.probe(media, signal)
  })
  const file = await withListing(keeper, received)
  if (known && isSameFinding(known.found, file)) return known.isMissing ? [foundAgain(file)] : []
  const facts = [receiptOf(file, known)]
  const { sha256 } = file
  const probed =
    sha256 === null ? 'waiting' : (keeper.state().recordings.get(sha256)?.probe.kind ?? 'waiting')
  if (file.kind === 'recording' && sha256 !== null && probed === 'waiting' && describe) {
    facts.push(await (describe as (recording: string) => Promise<Fact>)(sha256))
  }
  return facts
}

function receiptOf(file: FoundFile, known: HeldFile | undefined): Fact {
  if (!known?.found.sha256) return { type: 'file-received', detail: { v: 1, file } }
  if (known.found.sha256 === file.sha256) return foundAgain(file)
  return { type: 'file-altered', detail: { v: 1, file, was: known.found.sha256 } }
}

/** What could not be read before and still cannot, for the same reason, is not news. */
function isSameFinding(before: FoundFile, now: FoundFile): boolean {
  return before.sha256 === null && now.sha256 === null && before.why?.code === now.why?.code
}

function foundAgain({ path, changedMs }: FoundFile): Fact {
  return { type: 'file-found-again', detail: { v: 1, path, changedMs } }
}

async function isUntouched(folder: string, name: FoundName, known: HeldFile): Promise<boolean> {
  if (name.kind !== 'file')
    return (
      known.found.why !== null && known.found.sha256 === null && known.found.why.code !== 'intake.changing'
    )
  if (known.found.sha256 === null) return false
  const now: Stats | null = await lstat(joinRaw(Buffer.from(folder), name.raw)).catch(() => null)
  return (
    now?.isFile() === true && now.size === known.found.bytes && changedMsOf(now) === known.found.changedMs
  )
}

async function withListing(keeper: CaseKeeper, { file, listing }: Received): Promise<FoundFile> {
  if (!listing) return file
  const bytes = Buffer.from(JSON.stringify(listing))
  const { sha256 } = await keeper.content.put({ kind: 'bytes', bytes })
  return { ...file, listing: sha256 }
}
