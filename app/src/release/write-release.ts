import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaseState } from '@sightline/core/case'
import { lineSha256 } from '@sightline/core/custody'
import { SightlineError } from '@sightline/core/errors'
import {
  type Composition,
  changesBetween,
  growingTree,
  isRecipeTold,
  type RecordingFiles,
  type ReleaseDocument,
  type ReleasePage,
  rangesOf,
  releaseDocumentText,
  releaseFiles,
  type Stop,
  type Version,
} from '@sightline/core/release'
import { openOriginal } from '../intake/originals.ts'
import type { ContentStore } from '../store/content-store.ts'
import { sha256 } from '../store/sha256.ts'
import { toolLabel } from '../version.ts'
import { packedScriptOf, type RecordingOut, scriptOf, writeRecordings } from './case-files.ts'
import { cutParts } from './cut-parts.ts'
import { embedHtml } from './embed-html.ts'
import { writeExports } from './exports.ts'
import type { KeptCopies } from './kept-copies.ts'
import type { SigningKey } from './key-file.ts'
import { settledLines, writeCaptions, writeEditLists } from './lines-out.ts'
import { pageHtml } from './page-html.ts'
import type { ReadLog } from './read-log.ts'
import { addSeal, ReleaseFolder } from './release-folder.ts'
import { copyRoom, pagePolicy, type RoomBuild } from './room-files.ts'
import { sealText } from './seal.ts'
import { soundsOut } from './sounds-out.ts'
import { startHereHtml } from './start-here.ts'
import { type Told, tell, versionOf } from './telling.ts'
import { askForStamp, readStamp, type Stamping } from './time-stamping.ts'
import { verifyText } from './verify-text.ts'

/** A stop that a person goes past, and how that person is named in the release. */
export interface Override extends Stop {
  readonly by: string
  readonly reason: string
}

/** All that the files of a release are made from. */
export interface BuildInput {
  readonly out: string
  readonly log: ReadLog
  readonly content: ContentStore
  readonly keptCopies: KeptCopies
  readonly originals: string | null
  readonly composition: Composition
  readonly version: number
  /** What went out in the version before; null in a first one. */
  readonly before: Version | null
  /** Whose key will seal it, as the release names it; null in a preview for which there is no key yet. */
  readonly signer: ReleaseDocument['signer']
  /** How the release names the authority that will stamp it; null for none. */
  readonly stampedBy: string | null
  readonly room: RoomBuild
  readonly overrides: readonly Override[]
  readonly required: ReleasePage['required']
  /** Called with the size of each file that was written. */
  readonly onWritten?: (bytes: number) => void
  readonly signal: AbortSignal
}

/** With what a release that was built is sealed. */
export interface Sealing {
  readonly key: SigningKey
  readonly stamping: Stamping
  readonly signal: AbortSignal
}

/** What building came to. `sealed` is the SHA-256 of the one file that is still to be signed: the name of these very bytes. */
export interface BuiltRelease {
  readonly root: string
  readonly sealed: string
  readonly log: ReleaseDocument['log']
  readonly document: ReleaseDocument
  readonly withheldWords: number
}

/**
 * Writes every file of a release but its seals, so that it can be looked at as it would go out. The same input gives the same
 * bytes. What was not finished is taken away.
 */
export async function buildRelease(input: BuildInput): Promise<BuiltRelease> {
  const folder = await ReleaseFolder.create(input.out, input.onWritten)
  try {
    return await fill(folder, input)
  } catch (error) {
    await folder.discard()
    throw error
  }
}

/**
 * Seals what was built: signs the file that lists the rest, and has it stamped. Throws 'release.changed' where that file is no
 * longer the one that was built, and what stamping throws; nothing is sealed then.
 */
export async function sealRelease(
  { root, sealed }: Pick<BuiltRelease, 'root' | 'sealed'>,
  { key, stamping, signal }: Sealing,
): Promise<void> {
  const message = await readFile(join(root, releaseFiles.tagManifest))
  const found = sha256(message)
  if (found !== sealed)
    throw new SightlineError(
      'release.changed',
      `expected ${releaseFiles.tagManifest} in ${root} as it was built, with SHA-256 ${sealed}, found ${found}`,
    )
  const stamp = await stampOf(stamping, message, signal)
  await addSeal(root, releaseFiles.signature, sealText(key, message))
  if (stamp) await addSeal(root, releaseFiles.stamp, stamp)
}

/** What is otherwise than in the version before. Names of what stays may say what may no longer be told. */
function changed(
  { before, log, composition }: BuildInput,
  keep: (text: string) => string,
): ReturnType<typeof changesBetween> {
  const { added, removed, replaced } = changesBetween(before, versionOf(composition, log.state))
  return { added: added.map(keep), removed: removed.map(keep), replaced: replaced.map(keep) }
}

async function fill(folder: ReleaseFolder, input: BuildInput): Promise<BuiltRelease> {
  const { log, composition, content, originals, signer, version } = input
  await using cuts = await cutParts(content, log.state, composition, input.signal)
  const { byRecording } = cuts
  const told = tell(log, composition, {
    settled: await settledLines(log.state, content, composition),
    sounds: await soundsOut(log, content),
    parted: byRecording,
  })
  const at = lastAt(log)
  const asOf = at.slice(0, 10)
  const recordings = await writeRecordings({
    ...{ folder, content, originals, state: log.state, composition, keptCopies: input.keptCopies },
    cuts: byRecording,
    signal: input.signal,
  })
  const documents = await writeDocuments(folder, input)
  const accounts = await writeAccounts(folder, content, told)
  const captions = await writeCaptions(folder, content, told, recordings)
  const editLists = await writeEditLists(folder, content, told, recordings)
  const custody = await writeCustody(folder, log, told)
  const exports = await writeExports({
    ...{ folder, state: told.state, composition, recordings, captions, content, at },
    keep: told.keep,
  })
  await folder.write(
    'data/case.js',
    packedScriptOf('case', releasePage(input, told, custody.heads, { recordings, accounts, editLists })),
  )
  await copyRoom(folder, input.room)
  const document: ReleaseDocument = {
    v: 1,
    tool: toolLabel,
    title: composition.title,
    version,
    audience: composition.audience,
    languages: [...composition.languages],
    organization: composition.organization,
    asOf,
    earlier: log.state.sealedReleases
      .filter(each => each.version < version)
      .map(each => ({ version: each.version, sealed: each.sealed, sealedBy: each.rev })),
    changes: version === 1 ? null : { words: composition.changes ?? '', ...changed(input, told.keep) },
    tombstones: composition.gone.map(each => ({ ...each, on: asOf })),
    signer,
    timestamp: input.stampedBy,
    log: custody.log,
    recordings: recordings.map(listedRecording),
    documents,
    exports,
    counts: countsOf(told.state),
    withheld: [...composition.withheld],
    // Reasons are typed before anybody thinks of readers, and a stop may name what it is about.
    overridden: input.overrides.map(({ code, what, by, reason }) => ({
      stop: code,
      what: told.keep(what),
      by,
      reason: told.keep(reason),
    })),
  }
  const bodies = custody.bodies
  const policy = pagePolicy(input.room)
  const page = pageHtml({ state: told.state, composition, document, recordings, captions, bodies, policy })
  await folder.write(releaseFiles.page, page)
  await folder.write(releaseFiles.embed, embedHtml({ state: told.state, document, recordings, captions }))
  await folder.write(releaseFiles.document, releaseDocumentText(document))
  await folder.write(releaseFiles.start, startHereHtml(document))
  await folder.write(releaseFiles.verify, verifyText(toVerify(document)))
  const message = await folder.close({
    organization: composition.organization,
    title: composition.title,
    version,
    day: asOf,
  })
  return {
    root: folder.root,
    sealed: sha256(message),
    log: custody.log,
    document,
    withheldWords: told.withheldWords(),
  }
}

function toVerify({ title, version, timestamp, log, signer }: ReleaseDocument) {
  const { identity, fingerprint } = signer ?? { identity: 'nobody', fingerprint: 'none: no key seals this' }
  return { title, version, identity, fingerprint, stampedBy: timestamp, log }
}

async function stampOf(stamping: Stamping, message: Buffer, signal: AbortSignal): Promise<Buffer | null> {
  switch (stamping.kind) {
    case 'none':
      return null
    case 'address':
      return await askForStamp(stamping.address, message, randomBytes(8), signal)
    case 'file':
      return await readStamp(stamping.path)
  }
}

/** The log, line for line, and of its bodies those that are told word for word. */
async function writeCustody(folder: ReleaseFolder, { records }: ReadLog, told: Told) {
  const whole = new Set(told.entries.filter(({ isWhole }) => isWhole).map(({ seq }) => seq))
  const tree = growingTree(bytes => createHash('sha256').update(bytes).digest())
  const heads: string[] = []
  const withheld: number[] = []
  const expunged: number[] = []
  for (const { seq, line, body } of records) {
    tree.add(Buffer.from(line))
    heads.push(lineSha256(line, sha256))
    if (body === 'expunged') expunged.push(seq)
    else if (typeof body === 'string' || !whole.has(seq)) withheld.push(seq)
    else await folder.body(seq, body)
  }
  await folder.write(releaseFiles.log, records.map(({ line }) => `${line}\n`).join(''))
  const ranges = (numbers: readonly number[]) =>
    rangesOf(numbers).map(([from, to]): [number, number] => [from, to])
  const log: ReleaseDocument['log'] = {
    length: records.length,
    head: heads.at(-1) ?? '0'.repeat(64),
    root: Buffer.from(tree.root()).toString('hex'),
    withheld: ranges(withheld),
    expunged: ranges(expunged),
  }
  return { log, heads, bodies: records.length - withheld.length - expunged.length }
}

/** The agency's own papers, byte for byte as received. */
async function writeDocuments(
  folder: ReleaseFolder,
  { composition, log, originals }: BuildInput,
): Promise<ReleaseDocument['documents']> {
  const made: ReleaseDocument['documents'] = []
  for (const [index, { file, title }] of composition.documents.entries()) {
    const held = [...log.state.files.values()].find(
      ({ found, isMissing }) => found.sha256 === file && !isMissing,
    )
    if (!held || originals === null)
      throw new SightlineError(
        'case.unknown',
        `${title} (${file}) is not among the files of the case, or its folder is not known`,
      )
    await using opened = await openOriginal(originals, log.state, { id: file, firstName: held.found.path })
    const ending = /\.([A-Za-z0-9]{1,8})$/.exec(held.found.path)?.[1]?.toLowerCase() ?? 'bin'
    const written = await folder.copy(
      `data/documents/d${index + 1}.${ending}`,
      `/proc/self/fd/${opened.descriptor}`,
    )
    if (written.sha256 !== file)
      throw new SightlineError('intake.changing', `${title} is no longer the file that was received`)
    made.push({ title, file: written.path, sha256: written.sha256, bytes: written.bytes })
  }
  return made
}

/** The text of accounts that go out whole, and quotes of the others, by the account. */
async function writeAccounts(
  folder: ReleaseFolder,
  content: ContentStore,
  { state, excerpts, keep }: Told,
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  let count = 0
  for (const { id, reading } of state.accounts.values()) {
    if (reading.kind !== 'read') continue
    const name = `accounts/a${++count}`
    const excerpt = excerpts.get(reading.text)
    const text =
      excerpt ?? keep(Buffer.concat(await (await content.read(reading.text)).toArray()).toString('utf8'))
    await folder.write(`data/${name}.js`, scriptOf(name, text))
    names[id] = name
  }
  return names
}

function releasePage(
  { required, log, composition }: BuildInput,
  told: Told,
  heads: readonly string[],
  held: {
    readonly recordings: readonly RecordingOut[]
    readonly accounts: Record<string, string>
    readonly editLists: Record<string, string>
  },
): ReleasePage {
  const files: Record<string, RecordingFiles> = {}
  for (const each of held.recordings) files[each.recording.id] = each.files
  return {
    v: 1,
    tool: toolLabel,
    // Of the others no reader is to wait for anything.
    required: required.filter(({ recipe }) => isRecipeTold(recipe)),
    heads: [...heads],
    expunged: log.records.flatMap(({ seq, body }) => (body === 'expunged' ? [seq] : [])),
    entries: told.entries.map(({ seq, entry, isWhole }) => [
      seq,
      { v: 1, salt: '', at: entry.at, type: entry.type, agent: entry.agent, detail: entry.detail },
      isWhole,
    ]),
    recordings: files,
    statements: [...composition.statements],
    editLists: held.editLists,
    accounts: held.accounts,
  }
}

function listedRecording({
  id,
  recording,
  out,
  main,
  parts,
  small,
}: RecordingOut): ReleaseDocument['recordings'][number] {
  const { path, sha256: hash, bytes } = main
  return {
    id,
    title: out.title,
    as: out.as,
    of: out.as === 'stand-in' ? null : recording.id,
    file: path,
    sha256: hash,
    bytes,
    receivedAs: recording.provenance.receivedAs,
    madeWith: recording.standIn ? `${recording.standIn.tool}, ${recording.standIn.madeBy}` : null,
    ...(small === null ? {} : { small: { file: small.path, sha256: small.sha256, bytes: small.bytes } }),
    ...(parts === null
      ? {}
      : {
          parts: parts.map(({ from, to, frames }) => ({
            fromMicros: from,
            toMicros: to,
            frames: frames && [...frames],
          })),
        }),
  }
}

function countsOf(told: CaseState): ReleaseDocument['counts'] {
  const cards = [...told.cards.values()].filter(({ withdrawn }) => withdrawn === null)
  return {
    moments: told.moments.size,
    claims: cards.filter(({ of }) => of === 'claim').length,
    findings: cards.filter(({ of }) => of === 'finding').length,
    accounts: told.accounts.size,
  }
}

function lastAt({ entries }: ReadLog): string {
  const last = entries.findLast(({ entry }) => 'at' in entry)?.entry
  if (!last || !('at' in last))
    throw new SightlineError('usage.wrong', 'the custody log holds nothing that could go out')
  return last.at
}
