import { SightlineError } from '@sightline/core/errors'
import type { MediaFile } from '../media/media-file.ts'
import { sha256Stream } from '../store/sha256.ts'

/**
 * SHA-256 of an open file, read once from beginning to end; null when it got shorter on the way. Throws
 * 'intake.unreadable' where reading fails and what the signal carries when it is aborted.
 */
export async function hashOriginal(media: MediaFile, signal: AbortSignal): Promise<string | null> {
  const hash = sha256Stream()
  let hashed = 0
  try {
    for await (const piece of media.pieces()) {
      signal.throwIfAborted()
      hash.update(piece)
      hashed += piece.length
    }
  } catch (cause) {
    throw signal.aborted ? cause : unreadable(media, hashed, cause)
  }
  return hashed === media.bytes ? hash.digest() : null
}

/** What a failed read of an open file is called: a bad disk or a lost share is a finding about the file. */
export function unreadable(media: MediaFile, position: number, cause: unknown): SightlineError {
  const system = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
  const message = `${media.name} could not be read at byte ${position} (${system})`
  return new SightlineError('intake.unreadable', message, { cause, detail: { system } })
}
