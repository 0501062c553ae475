import { isWithin, type Manifest, ReleaseDocument } from '@sightline/core/release'
import type { LogFound } from './check-log.ts'
import { type Fault, fault } from './faults.ts'

const where = 'release.json'

/** Reads `release.json`, or says in a fault why it cannot be read. */
export function readDocument(bytes: Buffer): ReleaseDocument | Fault {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return fault('document-malformed', where, 'expected JSON in UTF-8')
  }
  const parsed = ReleaseDocument.safeParse(json)
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  return fault(
    'document-malformed',
    where,
    `${first?.path.join('.') || 'the whole'}: ${first?.message ?? 'cannot be read'}`,
  )
}

/** Holds what the document says of payload and log against both. */
export function documentFaults(
  document: ReleaseDocument,
  payload: Manifest,
  log: LogFound | null,
): readonly Fault[] {
  const faults: Fault[] = []
  const disagree = (message: string) => faults.push(fault('document-disagrees', where, message))
  const small = document.recordings.flatMap(each =>
    each.small ? [{ title: each.title, ...each.small }] : [],
  )
  for (const { title, file, sha256 } of [
    ...document.recordings,
    ...small,
    ...document.documents,
    ...document.exports,
  ]) {
    const listed = payload.files.get(file)
    if (listed === undefined) disagree(`it lists ${file} ("${title}"), which the release does not hold`)
    else if (listed !== sha256)
      disagree(`it gives ${file} the SHA-256 ${sha256}, the manifest gives ${listed}`)
  }
  if (log) {
    const { length, head, root } = document.log
    if (length !== log.length || head !== log.head || root !== log.root) {
      const message = `expected ${length} entries, head ${head} and tree hash ${root}; found ${log.length}, ${log.head} and ${log.root}`
      faults.push(fault('log-disagrees', 'custody/log.jsonl', message))
    }
  }
  return faults
}

/** Which bodies the document says are not here. */
export function absentBodies({ log }: ReleaseDocument): (seq: number) => boolean {
  return seq => isWithin(log.withheld, seq) || isWithin(log.expunged, seq)
}

/** An earlier version that is at hand: the SHA-256 of its signed file. */
export interface Previous {
  readonly version: number
  readonly sealed: string
}

/**
 * Holds the versions against each other: numbers that follow, each earlier one named by the entry that sealed it where that
 * body is here (`sealedIn` gives the hash it names), and the earlier release itself where it is at hand.
 */
export function versionFaults(
  document: ReleaseDocument,
  sealedIn: (seq: number) => string | null,
  previous: Previous | null,
): readonly Fault[] {
  const faults: Fault[] = []
  const broken = (message: string) => faults.push(fault('version-broken', where, message))
  const { version, earlier } = document
  if (earlier.length !== version - 1 || earlier.some((each, index) => each.version !== index + 1))
    broken(
      `version ${version} should name every version before it, and it names ${earlier.map(each => each.version).join(', ') || 'none'}`,
    )
  for (const each of earlier) {
    const named = each.sealedBy === null ? null : sealedIn(each.sealedBy)
    if (named !== null && named !== each.sealed)
      broken(
        `it names ${each.sealed} as version ${each.version}, and entry ${each.sealedBy} of the log says ${named}`,
      )
  }
  if (previous) {
    const named = earlier.find(each => each.version === previous.version)
    if (named?.sealed !== previous.sealed)
      broken(
        `it does not follow the version ${previous.version} that you have, whose signed file has SHA-256 ${previous.sealed}`,
      )
  }
  return faults
}
