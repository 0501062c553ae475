import { fstatSync } from 'node:fs'
import type { CaseState, Recording } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaFile, openMediaFile } from '../media/media-file.ts'
import { joinRaw, rawName } from './names.ts'

/**
 * Opens the bytes of a recording as received, under whichever of its names still holds them. Throws 'case.unknown'
 * when no name does, and 'intake.changing' when the file's size or times are no longer those received.
 */
export async function openOriginal(
  folder: string,
  state: CaseState,
  recording: Recording,
): Promise<MediaFile> {
  const held = [...state.files.values()].find(file => file.found.sha256 === recording.id && !file.isMissing)
  if (!held)
    throw new SightlineError('case.unknown', `the file of ${recording.firstName} is no longer in the folder`)
  const media = await openMediaFile(
    joinRaw(Buffer.from(folder), rawName(held.found.path, held.found.encoded)),
  )
  const now = fstatSync(media.descriptor)
  if (now.size === held.found.bytes) return media
  await media[Symbol.asyncDispose]()
  throw new SightlineError(
    'intake.changing',
    `${held.found.path} had ${held.found.bytes} bytes when it was received and has ${now.size} now`,
  )
}
