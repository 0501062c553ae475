import { fstatSync, type Stats } from 'node:fs'
import type { FoundFile, Why } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaFile, openMediaFile } from '../media/media-file.ts'
import { type Sniffed, sniff } from '../media/sniff.ts'
import { type ArchiveListing, kindOfArchive, listArchive } from './archive.ts'
import { hashOriginal, unreadable } from './hash-original.ts'
import { joinRaw } from './names.ts'
import type { FoundName } from './walk.ts'

/** What reading one name came to. `listing` is what an archive holds, to be stored as content. */
export interface Received {
  readonly file: FoundFile
  readonly listing: ArchiveListing | null
}

/** Called with a recording that is open and being hashed, so that it is probed in the same pass through the page cache. */
export type WhileOpen = (media: MediaFile) => Promise<void>

/** What tells a file's kind stands in its first bytes. */
const headBytes = 65_536

/**
 * Reads one name of the folder once: its kind by content and its SHA-256, while `whileOpen` probes what is media.
 * What cannot be read is an answer with its reason; only cancelling throws.
 */
export async function receive(
  folder: string,
  name: FoundName,
  signal: AbortSignal,
  whileOpen: WhileOpen,
): Promise<Received> {
  if (name.kind !== 'file') return refused(name, notAFile(name))
  try {
    await using media = await openMediaFile(joinRaw(Buffer.from(folder), name.raw), name.path)
    return await receiveOpen(name, media, signal, whileOpen)
  } catch (error) {
    if (error instanceof SightlineError && error.code !== 'cancelled')
      return refused(name, { code: error.code, message: error.message })
    throw error
  }
}

async function receiveOpen(
  name: FoundName,
  media: MediaFile,
  signal: AbortSignal,
  whileOpen: WhileOpen,
): Promise<Received> {
  const before = fstatSync(media.descriptor)
  if (before.size === 0)
    return refused(name, { code: 'intake.empty', message: `${name.path} holds no bytes` })
  const head = await media.read(0, Math.min(before.size, headBytes)).catch(cause => {
    throw unreadable(media, 0, cause)
  })
  const sniffed = sniff(head)
  const [sha256, archive] = await Promise.all([
    hashOriginal(media, signal),
    sniffed.kind === 'zip' ? listArchive(media.descriptor) : null,
    sniffed.kind === 'media' ? whileOpen(media) : null,
  ])
  const after = fstatSync(media.descriptor)
  if (sha256 === null || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    const message = `${name.path} changed while it was read (${before.size} bytes before, ${after.size} after); it is taken in at the next opening once it is complete`
    return refused(name, { code: 'intake.changing', message })
  }
  const listing = archive?.kind === 'listed' ? archive.listing : null
  const base = { ...named(name), sha256, bytes: after.size, changedMs: changedMsOf(after), listing: null }
  if (archive?.kind === 'unreadable') {
    const message = `${name.path} begins like a ZIP archive and its table of contents cannot be read: ${archive.message}`
    return {
      file: { ...base, kind: 'archive', format: 'zip', why: { code: 'intake.unrecognised', message } },
      listing,
    }
  }
  return { file: { ...base, ...kindOf(name, sniffed, listing) }, listing }
}

/** The time a file was last changed in any way, for telling whether it has to be read again. */
export function changedMsOf(stats: Stats): number {
  return Math.max(stats.mtimeMs, stats.ctimeMs)
}

/** Texts that a media player would follow to other files or addresses. */
const namesOtherMedia: ReadonlySet<string> = new Set(['playlist', 'ffconcat', 'sdp'])

function whyNotFollowed(name: FoundName): Why {
  const message = `${name.path} is a text that names other media, which is never followed; if those files are part of the incident, put them into the folder`
  return { code: 'media.unsupported', message }
}

function kindOf(
  name: FoundName,
  sniffed: Sniffed,
  listing: ArchiveListing | null,
): Pick<FoundFile, 'kind' | 'format' | 'why'> {
  const { format } = sniffed
  switch (sniffed.kind) {
    case 'media':
      return { kind: 'recording', format, why: null }
    case 'text':
    case 'html':
    case 'pdf':
      return { kind: 'account', format, why: null }
    case 'picture':
      return { kind: 'picture', format, why: null }
    case 'document':
      return { kind: 'document', format, why: namesOtherMedia.has(format) ? whyNotFollowed(name) : null }
    case 'zip': {
      const kind = listing ? kindOfArchive(listing) : 'zip'
      if (kind === 'docx') return { kind: 'account', format: kind, why: null }
      return { kind: kind === 'zip' ? 'archive' : 'document', format: kind, why: null }
    }
    case 'unknown': {
      const message = `${name.path} was expected to be a recording, an account, a picture, a document or an archive; its content is none that is known. It is kept as it is`
      return { kind: 'unknown', format: null, why: { code: 'intake.unrecognised', message } }
    }
  }
}

function notAFile(name: FoundName): Why {
  if (name.kind === 'unreadable-folder') {
    return { code: 'intake.unreadable', message: `${name.path} is a folder that could not be read` }
  }
  const what =
    name.kind === 'link'
      ? 'a symbolic link, which is listed and never followed'
      : 'not a file but a pipe, socket or device'
  return { code: 'intake.not-a-file', message: `${name.path} is ${what}` }
}

function named(name: FoundName): Pick<FoundFile, 'path' | 'encoded'> {
  return { path: name.path, encoded: name.isEncoded }
}

function refused(name: FoundName, why: Why): Received {
  const file: FoundFile = {
    ...named(name),
    kind: 'unknown',
    format: null,
    sha256: null,
    bytes: null,
    changedMs: null,
    why,
    listing: null,
  }
  return { file, listing: null }
}
