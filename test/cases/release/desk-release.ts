// Releases of a case that was worked out at a desk: a small film that ffmpeg made stands for every recording.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frameBytes } from '../../../app/src/derive/frame-bytes.ts'
import { keptCopies } from '../../../app/src/release/kept-copies.ts'
import { fingerprint, newSigningKey, type SigningKey } from '../../../app/src/release/key-file.ts'
import type { ReadLog } from '../../../app/src/release/read-log.ts'
import type { RoomBuild } from '../../../app/src/release/room-files.ts'
import {
  type BuiltRelease,
  buildRelease,
  type Override,
  sealRelease,
} from '../../../app/src/release/write-release.ts'
import { fileContentStore } from '../../../app/src/store/file-content-store.ts'
import type { Fact, RecordingFacts } from '../../../core/src/case/index.ts'
import { emptyHead, type LogHead, nextLine, writeBody } from '../../../core/src/custody/index.ts'
import { Composition } from '../../../core/src/release/index.ts'
import type { Desk } from '../case-file/desk.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export const releaseIdentity = 'records@lark-yard.example'

/** The desk's entries as the log of a case keeps them. Salts are made of the number: a test wants the same bytes twice. */
export function logOf(desk: Desk): ReadLog {
  let last: LogHead = emptyHead
  const records = desk.entries.map(({ seq, entry }) => {
    if (!('detail' in entry)) throw new Error('a desk withholds nothing')
    const { at, type, agent, detail } = entry
    const salt = sha256(Buffer.from(`salt ${seq}`)).slice(0, 32)
    const body = writeBody({ salt, at, type, agent, detail })
    const { line, head } = nextLine(last, body, sha256)
    last = head
    return { seq, line, body }
  })
  return { records, entries: desk.entries, state: desk.state }
}

export interface Film {
  readonly bytes: Uint8Array
  readonly frames: number
  /** Of one frame. */
  readonly micros: number
}

/** What is entered of a recording that was received, probed, made watchable and placed. */
export function recordingFacts(
  id: string,
  path: string,
  film: Film,
  content: ReadonlyMap<string, Uint8Array>,
  more: Partial<RecordingFacts> = {},
): readonly Fact[] {
  const end = (film.frames * film.micros) as never
  const output = (name: string) => {
    const bytes = content.get(name) ?? new Uint8Array()
    return { name, sha256: sha256(bytes), bytes: bytes.length }
  }
  const facts: RecordingFacts = {
    v: 1,
    container: 'mov,mp4',
    bytes: film.bytes.length,
    start: 0 as never,
    end,
    video: {
      ...{ track: 0, codec: 'h264', profile: null, pixelFormat: 'yuv420p', bitDepth: 8 },
      ...{ codedWidth: 160, codedHeight: 120, displayWidth: 160, displayHeight: 120, rotation: 0 },
      ...{ sampleAspect: null, timeBase: { num: 1, den: 12_800 }, start: 0 as never, end },
      ...{ fieldOrder: 'progressive', declaredRate: { num: 25, den: 1 }, averageRate: { num: 25, den: 1 } },
      frames: film.frames,
      timing: {
        ...{ kind: 'constant', minMicros: 40_000, medianMicros: 40_000, maxMicros: 40_000 },
        longIntervals: { spans: [], leftOut: 0 },
      },
    },
    otherVideoTracks: [],
    audio: [],
    claimedTimes: [],
    device: [],
    privateTags: [],
    oddities: [],
    ...more,
  }
  const key = sha256(Buffer.from(id))
  const file = {
    path,
    encoded: false,
    kind: 'recording',
    format: 'mp4',
    sha256: id,
    bytes: film.bytes.length,
  } as const
  return [
    { type: 'file-received', detail: { v: 1, file: { ...file, changedMs: 1, why: null, listing: null } } },
    {
      type: 'recording-probed',
      detail: { v: 1, recording: id, facts, frames: output('frames'), tool: 'ffmpeg' },
    },
    {
      type: 'derivation-made',
      detail: {
        ...{
          v: 1,
          recording: id,
          recipe: 'review',
          version: 1,
          key,
          partial: null,
          oddities: [],
          tool: 'ffmpeg',
        },
        outputs: [...content.keys()].map(output),
      },
    },
  ]
}

/** What stands for the outputs of every recording: the film itself as its review copy, its frame times, a strip. */
export function outputsOf(film: Film): ReadonlyMap<string, Uint8Array> {
  const boundaries = Float64Array.from({ length: film.frames + 1 }, (_, n) => n * film.micros)
  const strip = { v: 1, thumb: { width: 16, height: 12 }, columns: 1, times: [0] }
  return new Map<string, Uint8Array>([
    ['proxy', film.bytes],
    ['frames', frameBytes({ boundaries })],
    ['strip', Buffer.from('a strip of thumbnails')],
    ['strip-times', Buffer.from(JSON.stringify(strip))],
    ['poster', Buffer.from('a poster')],
  ])
}

/** Where no browser looks, a room of two files is enough. */
export function smallRoom(dir: string): RoomBuild {
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'app.js'), '"use strict"\n')
  writeFileSync(join(dir, 'app.css'), 'body {}\n')
  return { dir, files: ['app.css', 'app.js'], hashes: [] }
}

export const baseComposition = (more: Partial<Composition> = {}): Composition =>
  Composition.parse({
    ...{
      v: 1,
      audience: 'public',
      languages: ['en', 'es'],
      organization: 'An office for tests',
      title: 'A release',
    },
    ...{
      warning: null,
      statements: [],
      recordings: [],
      moments: null,
      caseFile: true,
      accounts: [],
      documents: [],
    },
    ...{
      people: [],
      withheld: [],
      lookedFor: [],
      exports: ['report', 'moments', 'linked-data', 'editors'],
      changes: null,
      gone: [],
    },
    ...more,
  })

export interface DeskRelease {
  readonly dir: string
  readonly name: string
  readonly desk: Desk
  readonly composition: Composition
  readonly room: RoomBuild
  readonly film: Film
  readonly key?: SigningKey
  /** Further content that entries cite. */
  readonly stored?: readonly Uint8Array[]
  readonly version?: number
  readonly overrides?: readonly Override[]
}

export const deskKey = newSigningKey(releaseIdentity)

/** Writes the release of a desk into `dir/name`. */
export async function releaseDesk({ dir, name, film, ...made }: DeskRelease): Promise<BuiltRelease> {
  await using content = await fileContentStore(join(dir, 'content'))
  for (const bytes of [...outputsOf(film).values(), ...(made.stored ?? [])])
    await content.put({ kind: 'bytes', bytes })
  const root = join(dir, name)
  const { key = deskKey } = made
  const { signal } = new AbortController()
  const outcome = await buildRelease({
    out: root,
    log: logOf(made.desk),
    content,
    keptCopies: keptCopies(dir),
    originals: null,
    composition: made.composition,
    version: made.version ?? 1,
    before: null,
    signer: { identity: releaseIdentity, fingerprint: fingerprint(key.wire) },
    stampedBy: null,
    room: made.room,
    overrides: made.overrides ?? [],
    required: [{ recipe: 'review', version: 1 }],
    signal,
  })
  await sealRelease(outcome, { key, stamping: { kind: 'none' }, signal })
  return outcome
}
