import { fstatSync } from 'node:fs'
import type { CaseState, Recording } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type MediaFile, openMediaFile } from '../media/media-file.ts'
import { joinRaw, rawName } from './names.ts'
import { changedMsOf } from './receive.ts'

/**
 * Opens the bytes of a recording as received, under whichever of its names still holds them. Throws 'case.unknown'
 * when no name does, and 'intake.changing' when the file's size or times are no longer those received.
 */
export async function openOriginal(
  folder: string,
  state: CaseState,
  recording: Pick<Recording, 'id' | 'firstName'>,
): Promise<MediaFile> {
  const held = [...state.files.values()].find(file => file.found.sha256 === recording.id && !file.isMissing)
  if (!held)
    throw new SightlineError('case.unknown', `the file of ${recording.firstName} is no longer in the folder`)
  const raw = joinRaw(Buffer.from(folder), rawName(held.found.path, held.found.encoded))
  const media = await openMediaFile(raw, held.found.path)
  const now = fstatSync(media.descriptor)
  if (now.size === held.found.bytes && changedMsOf(now) === held.found.changedMs) return media
  await media[Symbol.asyncDispose]()
  throw new SightlineError(
    'intake.changing',
    `${held.found.path} was changed after it was received (${held.found.bytes} bytes then, ${now.size} now); open the folder again to take it in`,
  )
}
