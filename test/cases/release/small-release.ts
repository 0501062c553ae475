// Small sealed releases without recordings: for the verifier, which does not look into a payload.
import { createHash, randomBytes } from 'node:crypto'
import { fingerprint, type SigningKey } from '../../../app/src/release/key-file.ts'
import { addSeal, ReleaseFolder } from '../../../app/src/release/release-folder.ts'
import { sealText } from '../../../app/src/release/seal.ts'
import { verifyText } from '../../../app/src/release/verify-text.ts'
import { emptyHead, type LogHead, nextLine, writeBody } from '../../../core/src/custody/index.ts'
import {
  growingTree,
  type ReleaseDocument,
  rangesOf,
  releaseDocumentText,
  releaseFiles,
} from '../../../core/src/release/index.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const sha256Bytes = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

export interface SmallRelease {
  readonly entries: number
  /** Numbers of entries whose bodies stay out. */
  readonly withheld: readonly number[]
  readonly key: SigningKey
  readonly identity: string
  readonly version?: number
  readonly earlier?: ReleaseDocument['earlier']
  /** Types of entries other than the usual, with their detail, by number. */
  readonly details?: ReadonlyMap<number, readonly [type: string, detail: unknown]>
  readonly timestamp?: string
  /** Sizes of further files below data/media, in bytes. */
  readonly media?: readonly number[]
}

export interface MadeRelease extends LogHead {
  readonly root: string
  /** SHA-256 of the signed file. */
  readonly sealed: string
  readonly message: Buffer
}

/** Writes a release and seals it; a stamp is for the caller to add. */
export async function makeSmallRelease(root: string, made: SmallRelease): Promise<MadeRelease> {
  const folder = await ReleaseFolder.create(root)
  const tree = growingTree(sha256Bytes)
  const lines: string[] = []
  let head: LogHead = emptyHead
  const withheld = new Set(made.withheld)
  for (let seq = 1; seq <= made.entries; seq++) {
    const bytes = bodyOf(seq, made.details?.get(seq))
    const next = nextLine(head, bytes, sha256)
    head = next.head
    lines.push(`${next.line}\n`)
    tree.add(Buffer.from(next.line))
    if (!withheld.has(seq)) await folder.body(seq, bytes)
  }
  await folder.write(releaseFiles.log, lines.join(''))
  for (const [path, content] of payload) await folder.write(path, content)
  for (const [n, size] of (made.media ?? []).entries())
    await folder.write(`data/media/m${n}.mp4`, randomBytes(size))
  const media = folder.files().find(({ path }) => path === 'data/media/r1.mp4')
  if (!media) throw new Error('a small release holds data/media/r1.mp4')
  const file = { file: media.path, sha256: media.sha256, bytes: media.bytes }
  const document: ReleaseDocument = {
    v: 1,
    tool: 'sightline for tests',
    title: 'A small release',
    version: made.version ?? 1,
    audience: 'public',
    languages: ['en'],
    organization: null,
    asOf: '2031-05-03',
    earlier: made.earlier ?? [],
    changes: null,
    tombstones: [],
    signer: { identity: made.identity, fingerprint: fingerprint(made.key.wire) },
    timestamp: made.timestamp ?? null,
    log: {
      length: head.seq,
      head: head.head,
      root: Buffer.from(tree.root()).toString('hex'),
      withheld: rangesOf(made.withheld).map(([from, to]) => [from, to]),
      expunged: [],
    },
    recordings: [
      { id: 'r1', title: 'A camera', as: 'proxy', of: null, ...file, receivedAs: 'unknown', madeWith: null },
    ],
    documents: [],
    exports: [],
    counts: { moments: 0, claims: 0, findings: 0, accounts: 0 },
    withheld: [],
    overridden: [],
  }
  await folder.write(releaseFiles.document, releaseDocumentText(document))
  await folder.write(
    releaseFiles.verify,
    verifyText({
      title: document.title,
      version: document.version,
      identity: made.identity,
      fingerprint: fingerprint(made.key.wire),
      stampedBy: document.timestamp,
      log: { length: head.seq, head: head.head },
    }),
  )
  await folder.write(releaseFiles.start, '<!doctype html><title>A small release</title>\n')
  const message = await folder.close({
    organization: null,
    title: document.title,
    version: document.version,
    day: document.asOf,
  })
  await addSeal(root, releaseFiles.signature, sealText(made.key, message))
  return { root, sealed: sha256(message), message, ...head }
}

const payload: readonly (readonly [string, string | Uint8Array])[] = [
  [releaseFiles.page, '<!doctype html><title>A small release</title><p>Facts.\n'],
  ['data/app.js', '"use strict"\n'],
  ['data/media/r1.mp4', Buffer.alloc(70_000, 'not a film ')],
  ['data/media/r2.mp4', Buffer.alloc(300_000, 'nor is this ')],
  ['data/exports/moments.csv', 'name,from\n'],
]

function bodyOf(seq: number, other: readonly [string, unknown] | undefined): Uint8Array {
  const [type, detail] = other ?? ['moment-marked', { v: 1, name: `what happened at ${seq}` }]
  const salt = seq.toString(16).padStart(32, '0')
  return writeBody({
    salt,
    at: '2031-05-03T09:00:00.000Z',
    type,
    agent: { kind: 'person', person: 'p1' },
    detail,
  })
}
