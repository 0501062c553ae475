import { headerLine, lineSha256, parseHeaderLine } from '@sightline/core/custody'
import {
  bagDeclaration,
  bodiesFolder,
  closedWorldFaults,
  type FoundName,
  isWithin,
  ReleaseDocument,
  readManifest,
  releaseFiles,
  runningSha256,
  sha256Of,
} from '@sightline/core/release'
import { checkSignature, type SignatureFound } from './signature.ts'

/** Where a release is read from: the place it came from, or a folder that a person chose. */
export interface ReleaseReader {
  /** Every name in the folder; null where it cannot be listed, as over HTTP. */
  readonly names: readonly FoundName[] | null
  /** The bytes of a file as they come; null where it is not there. */
  read(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | null>
}

export const checkFaultKinds = ['altered', 'missing', 'extra', 'log', 'document', 'signature'] as const
export interface CheckFault {
  readonly kind: (typeof checkFaultKinds)[number]
  readonly path: string
}

export interface Checked {
  readonly files: number
  readonly bytes: number
  readonly entries: number
  readonly faults: readonly CheckFault[]
  readonly document: ReleaseDocument | null
  /** SHA-256 of the file that is signed. */
  readonly sealed: string
  readonly signature: SignatureFound
  /** Whether names beside the listed ones were looked for. */
  readonly isClosedWorld: boolean
}

/**
 * Checks a release in the page itself. It takes what it compares with from the release: whose key sealed it is for the reader to
 * compare, and the page could itself be an altered one. Rejects when the signal comes.
 */
export async function checkRelease(
  reader: ReleaseReader,
  onFraction: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Checked> {
  const faults: CheckFault[] = []
  const text = async (path: string) => {
    const stream = await reader.read(path, signal)
    return stream ? await new Response(stream).bytes() : null
  }
  const tagBytes = await text(releaseFiles.tagManifest)
  const manifestBytes = await text(releaseFiles.manifest)
  const tags = listIn(tagBytes, releaseFiles.tagManifest, faults)
  const payload = listIn(manifestBytes, releaseFiles.manifest, faults)
  if (reader.names)
    for (const { path, kind } of closedWorldFaults(reader.names, {
      payload,
      tags,
    }))
      if (kind !== 'missing') faults.push({ kind: 'extra', path })
  const listed = [...tags, ...payload]
  let bytes = 0
  let done = 0
  for (const [path, expected] of listed) {
    signal.throwIfAborted()
    const stream = await reader.read(path, signal)
    if (!stream) faults.push({ kind: 'missing', path })
    else {
      const hashed = await hashOf(stream, signal)
      bytes += hashed.bytes
      if (hashed.sha256 !== expected) faults.push({ kind: 'altered', path })
    }
    onFraction(++done / listed.length)
  }
  const bag = await text(releaseFiles.bagit)
  if (!bag || decoded(bag) !== bagDeclaration) faults.push({ kind: 'document', path: releaseFiles.bagit })
  const document = documentIn(await text(releaseFiles.document))
  if (!document) faults.push({ kind: 'document', path: releaseFiles.document })
  const log = await text(releaseFiles.log)
  const entries = checkLog(log ? decoded(log) : '', document, tags, faults)
  const signature = await checkSignature(
    decoded((await text(releaseFiles.signature)) ?? new Uint8Array()),
    tagBytes ?? new Uint8Array(),
  )
  if (
    signature.kind === 'bad' ||
    (signature.kind !== 'unread' && document?.signer?.fingerprint !== signature.fingerprint)
  )
    faults.push({ kind: 'signature', path: releaseFiles.signature })
  return {
    files: listed.length,
    bytes,
    entries,
    faults,
    document,
    sealed: sha256Of(tagBytes ?? new Uint8Array()),
    signature,
    isClosedWorld: reader.names !== null,
  }
}

function listIn(bytes: Uint8Array | null, path: string, faults: CheckFault[]): ReadonlyMap<string, string> {
  if (!bytes) {
    faults.push({ kind: 'missing', path })
    return new Map()
  }
  const { files, problems } = readManifest(decoded(bytes))
  if (problems.length > 0) faults.push({ kind: 'document', path })
  return files
}

function checkLog(
  text: string,
  document: ReleaseDocument | null,
  tags: ReadonlyMap<string, string>,
  faults: CheckFault[],
): number {
  let prev = '0'.repeat(64)
  const lines = text.split('\n')
  const isWhole = lines.pop() === ''
  const fault = (seq: number) => faults.push({ kind: 'log', path: `${releaseFiles.log}, ${seq}` })
  lines.forEach((line, index) => {
    const header = parseHeaderLine(line)
    const seq = index + 1
    if (header?.seq !== seq || header.prev !== prev || headerLine(header) !== line) fault(seq)
    prev = lineSha256(line, sha256Of)
    const body = tags.get(`${bodiesFolder}${String(seq).padStart(6, '0')}.json`)
    const isAbsent =
      document !== null && (isWithin(document.log.withheld, seq) || isWithin(document.log.expunged, seq))
    if (body === undefined ? !isAbsent : body !== header?.bodySha256) fault(seq)
  })
  if (!isWhole || document?.log.length !== lines.length || document.log.head !== prev) fault(lines.length)
  return lines.length
}

function documentIn(bytes: Uint8Array | null): ReleaseDocument | null {
  try {
    return ReleaseDocument.parse(JSON.parse(decoded(bytes ?? new Uint8Array())))
  } catch {
    return null // told as a fault by the caller
  }
}

async function hashOf(stream: ReadableStream<Uint8Array>, signal: AbortSignal) {
  const running = runningSha256()
  let bytes = 0
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    signal.throwIfAborted()
    if (done) return { sha256: running.digest(), bytes }
    running.update(value)
    bytes += value.length
  }
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
