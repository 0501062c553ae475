import type { X509Certificate } from 'node:crypto'
import { lstatSync, readFileSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import {
  bagDeclaration,
  bodiesFolder,
  closedWorldFaults,
  type FoundName,
  type Manifest,
  payloadFolder,
  payloadOxum,
  type ReleaseDocument,
  readManifest,
  releaseFiles,
  requiredTagFiles,
  type WorldFault,
} from '@sightline/core/release'
import { type AllowedSigner, allows, isPrincipal } from './allowed-signers.ts'
import { bodyPath } from './body-files.ts'
import { bodySeq } from './body-seq.ts'
import { absentBodies, documentFaults, type Previous, readDocument, versionFaults } from './check-document.ts'
import { checkBodies, checkLog, type KnownHead, type LogFound } from './check-log.ts'
import { type Fault, fault } from './faults.ts'
import { type Hashed, type HashOptions, hashFiles } from './hash-files.ts'
import { HashThreads } from './hash-threads.ts'
import { sha256 } from './sha256.ts'
import { fingerprintOf, isSignatureOf, readSshSignature, signatureNamespace } from './ssh-signature.ts'
import { checkStamp } from './time-stamp.ts'
import { type Walked, walkFolder } from './walk.ts'

/** What is trusted, and comes from outside the release. Null is what was not given, and so is not checked. */
export interface Trust {
  readonly signers: readonly AllowedSigner[] | null
  /** The identity that a signer must have; null takes any of the signers. */
  readonly identity: string | null
  readonly authorities: readonly X509Certificate[] | null
  readonly head: KnownHead | null
  /** An earlier version of this release, with the head of its log. */
  readonly previous: (Previous & { readonly log: KnownHead }) | null
  /** Now, against which the validity of keys is held where no time stamp says when it was sealed. */
  readonly now: Date
}

export interface VerifyOptions {
  /** The script of a thread that hashes: `hash-worker.ts`, or the one-file program itself. */
  readonly worker: URL
  /** A thread of that script that was started already; it is ended with the check. */
  readonly started?: Worker | null
  readonly signal: AbortSignal
}

/** What a check of a release found. It is whole when there are no faults; `notChecked` says what that does not cover. */
export interface ReleaseReport {
  readonly faults: readonly Fault[]
  readonly notChecked: readonly string[]
  readonly checked: { readonly files: number; readonly bytes: number; readonly bodies: number }
  readonly document: ReleaseDocument | null
  /** SHA-256 of the file that is signed: what names this release. */
  readonly sealed: string | null
  readonly log: { readonly length: number; readonly head: string; readonly root: string } | null
  readonly signature: { readonly fingerprint: string; readonly isTrusted: boolean } | null
  readonly stamp: {
    readonly at: string
    readonly authority: string | null
    readonly isTrusted: boolean
  } | null
}

/** Whether a folder was meant as a release: any one of the files at its root says so. */
export function looksLikeRelease(folder: string): boolean {
  const names = [releaseFiles.tagManifest, releaseFiles.manifest, releaseFiles.document, releaseFiles.bagit]
  // A link that leads nowhere, or back to itself, is a name all the same.
  return names.some(name => found(join(folder, name)) !== null)
}

/** Checks everything that a release folder holds. Throws what the file system throws when the folder itself cannot be read. */
export async function verifyRelease(
  root: string,
  trust: Trust,
  { worker, started = null, signal }: VerifyOptions,
): Promise<ReleaseReport> {
  await using threads = new HashThreads(worker, started)
  const options = { threads, signal }
  const faults: Fault[] = []
  const notChecked: string[] = []
  const text = (path: string) => readIfThere(root, path)
  const tagBytes = text(releaseFiles.tagManifest)
  // Where bodies make the list long, another thread looks at names while this one reads it, and then hashes them while this one
  // reads the log.
  const isLong = (tagBytes?.length ?? 0) > longList
  const walking = isLong
    ? threads.walk(root, bodiesFolder, signal).then(found => found ?? walkFolder(root, bodiesFolder))
    : Promise.resolve(walkFolder(root, bodiesFolder))
  const hashingBodies = walking.then(found => hashBodies(root, found, options))
  hashingBodies.catch(() => undefined)
  const bodies = new Map<number, string>()
  const tags = manifestOf(releaseFiles.tagManifest, tagBytes, faults, bodies)
  const payload = manifestOf(releaseFiles.manifest, text(releaseFiles.manifest), faults)
  const known = [trust.head, trust.previous?.log ?? null].filter(each => each !== null)
  const checkingLog = isFile(root, releaseFiles.log)
    ? checkLog(join(root, releaseFiles.log), known, signal).catch(unreadableLog(faults))
    : null
  checkingLog?.catch(() => undefined)
  const walked = await walking
  const { names } = walked
  for (const path of walked.unread)
    faults.push(fault('file-unreadable', path, 'the folder could not be read'))
  for (const path of requiredTagFiles)
    if (isFile(root, path) && path !== releaseFiles.log && text(path) === null)
      faults.push(
        fault('file-unreadable', path, `expected a file of less than ${longestText} bytes that can be read`),
      )
  if (!names.some(({ path, kind }) => path === releaseFiles.tagManifest && kind === 'file'))
    faults.push(
      fault('file-missing', releaseFiles.tagManifest, 'the list of files that is signed is not here'),
    )
  const hashing = hashListed(root, names, { payload, tags }, options)
  hashing.catch(() => undefined)
  const { unread } = walked
  const world = closedWorldFaults(names, { payload: payload.files, tags: tags.files }, unread)
  const areBodiesKnown = !unread.some(folder => bodiesFolder.startsWith(`${folder}/`))
  for (const found of [...world, ...bodiesWorld(walked.bodies, areBodiesKnown ? bodies : new Map())])
    faults.push(worldFault(found))
  // What can be told before every file is hashed is told while other threads are still at it.
  const log = await checkingLog
  const documentBytes = text(releaseFiles.document)
  const read = documentBytes ? readDocument(documentBytes) : null
  const document = read && 'code' in read ? null : read
  const ofBodies = document && log ? checkBodies(log, bodies, absentBodies(document)) : []
  const [listed, bodiesHashed] = await Promise.all([hashing, hashingBodies])
  const compared = [
    compareHashes(listed, faults),
    compareHashes({ ...bodiesHashed, expected: at => bodies.get(walked.bodies[at] ?? 0) }, faults),
  ]
  if (log) faults.push(...log.faults)
  faults.push(
    ...bagFaults(text(releaseFiles.bagit), text(releaseFiles.bagInfo), payload, payloadBytes(listed)),
  )
  if (read && 'code' in read) faults.push(read)
  if (document)
    faults.push(
      ...documentFaults(document, payload, log),
      ...ofBodies,
      ...versionFaults(document, sealedIn(root), trust.previous),
    )
  const stamp = checkedStamp(text(releaseFiles.stamp), tagBytes, document, trust, { faults, notChecked })
  const signature = checkedSignature(text(releaseFiles.signature), tagBytes, document, trust, stamp, {
    faults,
    notChecked,
  })
  if (!trust.head && !trust.previous)
    notChecked.push(
      'that the log grew from one you know, and that this is not an older version: neither --head with --length nor --previous was given',
    )
  return {
    faults,
    notChecked,
    checked: {
      files: compared.reduce((sum, { files }) => sum + files, 0),
      bytes: compared.reduce((sum, { bytes }) => sum + bytes, 0),
      bodies: bodies.size,
    },
    document,
    sealed: tagBytes ? sha256(tagBytes) : null,
    log: log && { length: log.length, head: log.head, root: log.root },
    signature,
    stamp,
  }
}

/** Bytes of a list that take as long to read as starting a thread. */
const longList = 2 ** 20

interface Findings {
  readonly faults: Fault[]
  readonly notChecked: string[]
}

/** What a list says; those of its lines that name bodies, by the number of the entry, in `bodies` where that is given. */
function manifestOf(
  path: string,
  bytes: Buffer | null,
  faults: Fault[],
  bodies?: Map<number, string>,
): Manifest {
  if (!bytes) return { files: new Map(), problems: [] }
  const manifest = readManifest(bytes.toString('utf8'), (listed, hash) => {
    if (!bodies || !listed.startsWith(bodiesFolder)) return false
    const seq = bodySeq(listed.slice(bodiesFolder.length))
    if (seq !== null) bodies.set(seq, hash)
    return seq !== null
  })
  for (const problem of manifest.problems.slice(0, 20))
    faults.push(fault('manifest-malformed', path, problem))
  return manifest
}

/** Files that were hashed, and what lists say of them, by place. */
interface HashedFiles {
  readonly count: number
  readonly path: (at: number) => string
  readonly hashed: Hashed
  readonly expected: (at: number) => string | undefined
}

async function hashBodies(root: string, { bodies }: Walked, options: HashOptions) {
  const path = (at: number) => bodyPath(bodies[at] ?? 0)
  // A body has at most 64 kB: asking a million of them for their size would take longer than hashing them.
  const bytes = new Float64Array(bodies.length).fill(512)
  return { count: bodies.length, path, hashed: await hashFiles({ root, path, bytes }, options) }
}

async function hashListed(
  root: string,
  names: readonly FoundName[],
  { payload, tags }: { readonly payload: Manifest; readonly tags: Manifest },
  options: HashOptions,
): Promise<HashedFiles> {
  const paths: string[] = []
  const expected: string[] = []
  for (const { path, kind } of names) {
    if (kind !== 'file') continue
    // A path in the list of the others is a fault of its own; its bytes are held to what that list says all the same.
    const [own, other] = path.startsWith(payloadFolder) ? [payload, tags] : [tags, payload]
    const listed = own.files.get(path) ?? other.files.get(path)
    if (listed === undefined) continue
    paths.push(path)
    expected.push(listed)
  }
  const bytes = Float64Array.from(
    paths,
    path => statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0,
  )
  // Each place that is asked for is in the list.
  const path = (at: number) => paths[at] as string
  const hashed = await hashFiles({ root, path, bytes }, options)
  return { count: paths.length, path, hashed, expected: at => expected[at] }
}

/** Holds what was hashed against what is listed. A file that no list names is told elsewhere. */
function compareHashes({ count, path, hashed, expected }: HashedFiles, faults: Fault[]) {
  let files = 0
  let bytes = 0
  for (let at = 0; at < count; at++) {
    const listed = expected(at)
    if (listed === undefined) continue
    const found = hashed.sha256(at)
    files++
    bytes += hashed.bytes(at)
    if (found === null) faults.push(fault('file-unreadable', path(at), hashed.problem(at) ?? 'no answer'))
    else if (found !== listed)
      faults.push(fault('file-altered', path(at), `expected SHA-256 ${listed}, found ${found}`))
  }
  return { files, bytes }
}

function payloadBytes({ count, path, hashed }: HashedFiles): number {
  let bytes = 0
  for (let at = 0; at < count; at++) if (path(at).startsWith(payloadFolder)) bytes += hashed.bytes(at)
  return bytes
}

/** The same as `closedWorldFaults` for bodies, which are numbers: what is there, against what is listed. */
function* bodiesWorld(found: Float64Array, listed: ReadonlyMap<number, string>): Generator<WorldFault> {
  let there = 0
  for (const seq of found) {
    if (listed.has(seq)) there++
    else yield { kind: 'extra', path: bodyPath(seq) }
  }
  if (there === listed.size) return
  const held = new Set(found)
  for (const seq of listed.keys()) if (!held.has(seq)) yield { kind: 'missing', path: bodyPath(seq) }
}

function unreadableLog(faults: Fault[]): (error: unknown) => LogFound | null {
  return error => {
    if (error instanceof Error && error.name === 'AbortError') throw error
    faults.push(
      fault('file-unreadable', releaseFiles.log, error instanceof Error ? error.message : String(error)),
    )
    return null
  }
}

function bagFaults(
  bagit: Buffer | null,
  info: Buffer | null,
  payload: Manifest,
  bytes: number,
): readonly Fault[] {
  const faults: Fault[] = []
  if (bagit && bagit.toString('utf8') !== bagDeclaration)
    faults.push(
      fault('bag-malformed', releaseFiles.bagit, 'expected BagIt version 1.0 in UTF-8, and nothing else'),
    )
  if (!info) return faults
  const promised = payloadOxum(info.toString('utf8'))
  if (!promised) faults.push(fault('bag-malformed', releaseFiles.bagInfo, 'expected a Payload-Oxum'))
  else if (promised.bytes !== bytes || promised.files !== payload.files.size) {
    const message = `it promises ${promised.files} files of ${promised.bytes} bytes, found ${payload.files.size} of ${bytes}`
    faults.push(fault('document-disagrees', releaseFiles.bagInfo, message))
  }
  return faults
}

/** What the body of a `release-sealed` entry names, or null where it is not here. */
function sealedIn(root: string): (seq: number) => string | null {
  return seq => {
    const bytes = readIfThere(root, bodyPath(seq))
    const match =
      bytes && /^\{"v":1,.*"type":"release-sealed",.*"sealed":"([0-9a-f]{64})"/.exec(bytes.toString('utf8'))
    return match?.[1] ?? null
  }
}

function checkedStamp(
  answer: Buffer | null,
  message: Buffer | null,
  document: ReleaseDocument | null,
  { authorities }: Trust,
  { faults, notChecked }: Findings,
): ReleaseReport['stamp'] {
  const where = releaseFiles.stamp
  if (!answer) {
    if (document?.timestamp)
      faults.push(
        fault('stamp-missing', where, `release.json says that it was stamped by ${document.timestamp}`),
      )
    else if (authorities)
      faults.push(fault('stamp-missing', where, 'you gave an authority, and there is no time stamp'))
    else notChecked.push('when it was sealed: this release bears no time stamp')
    return null
  }
  if (document && document.timestamp === null)
    faults.push(fault('stamp-unannounced', where, 'release.json says that there is no time stamp'))
  const stamp = checkStamp(answer, message ?? Buffer.alloc(0), authorities)
  if (typeof stamp === 'string') {
    faults.push(fault('stamp-bad', where, stamp))
    return null
  }
  if (stamp.broken !== null) faults.push(fault('stamp-bad', where, stamp.broken))
  if (stamp.untrusted !== null) faults.push(fault('stamp-untrusted', where, stamp.untrusted))
  if (!authorities) notChecked.push('whose authority gave the time stamp: no --tsa-ca was given')
  const isTrusted = authorities !== null && stamp.broken === null && stamp.untrusted === null
  return { at: stamp.at.toISOString(), authority: stamp.authority, isTrusted }
}

function checkedSignature(
  armoured: Buffer | null,
  message: Buffer | null,
  document: ReleaseDocument | null,
  { signers, identity, now }: Trust,
  stamp: ReleaseReport['stamp'],
  { faults, notChecked }: Findings,
): ReleaseReport['signature'] {
  const where = releaseFiles.signature
  if (!armoured) {
    faults.push(fault('signature-missing', where, 'expected the signature of the list of files, found none'))
    return null
  }
  const signature = readSshSignature(armoured.toString('latin1'))
  if (typeof signature === 'string') {
    faults.push(fault('signature-bad', where, signature))
    return null
  }
  const fingerprint = fingerprintOf(signature.key)
  if (signature.namespace !== signatureNamespace)
    faults.push(
      fault(
        'signature-bad',
        where,
        `it was made for "${signature.namespace}", not for ${signatureNamespace}`,
      ),
    )
  else if (!isSignatureOf(signature, message ?? Buffer.alloc(0)))
    faults.push(fault('signature-bad', where, 'it does not fit the list of files'))
  if (document && document.signer?.fingerprint !== fingerprint) {
    const named = document.signer?.fingerprint ?? 'none'
    faults.push(
      fault(
        'signer-disagrees',
        where,
        `release.json names the key ${named}, and it was sealed with ${fingerprint}`,
      ),
    )
  }
  if (!signers) {
    notChecked.push(
      `whose key ${fingerprint} is: no --signers was given; compare it with the one published elsewhere`,
    )
    return { fingerprint, isTrusted: false }
  }
  // A key that was in use when the release was stamped stays good for it, however long ago.
  const at = stamp?.isTrusted ? new Date(stamp.at) : now
  const isTrusted = signers.some(
    each =>
      allows(each, signature.key, signatureNamespace, at) &&
      (identity === null || isPrincipal(each, identity)),
  )
  if (!isTrusted)
    faults.push(
      fault(
        'signer-unknown',
        where,
        `${fingerprint} is not allowed by the signers given${identity === null ? '' : ` for ${identity}`}`,
      ),
    )
  return { fingerprint, isTrusted }
}

function worldFault(found: WorldFault): Fault {
  const { path } = found
  switch (found.kind) {
    case 'missing':
      return fault('file-missing', path, 'expected this file, found none')
    case 'extra':
      return fault('file-extra', path, 'it is in no list of files')
    case 'not-a-file':
      return fault(
        'not-a-file',
        path,
        `expected a file, found ${found.found === 'other' ? 'something else' : `a ${found.found}`}`,
      )
    case 'empty-folder':
      return fault('empty-folder', path, 'the folder holds nothing')
    case 'odd-name':
      return fault('odd-name', JSON.stringify(path), `the name ${found.why}`)
    case 'same-but-for-case':
      return fault('same-but-for-case', path, `beside it stands ${found.other}`)
    case 'in-the-wrong-manifest':
      return fault('manifest-misplaced', path, 'it stands in the list of files in which it does not belong')
  }
}

/** No list of files of a release comes near it, and nothing larger is brought into memory. */
const longestText = 2 ** 29

function isFile(root: string, path: string): boolean {
  return found(join(root, path))?.isFile() === true
}

/** What lies at a path, links not followed; null where nothing does, or where that cannot be told. */
function found(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch {
    return null
  }
}

/** The bytes of a file that is a file; null otherwise: what is missing or no file is told elsewhere. */
function readIfThere(root: string, path: string): Buffer | null {
  const file = join(root, path)
  try {
    const there = lstatSync(file)
    return there.isFile() && there.size < longestText ? readFileSync(file) : null
  } catch {
    return null
  }
}
