import type { CompareStage } from '@sightline/core/case'
import type { FilmAccount } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'
import { compareInThread } from './compare-thread.ts'
import { type ReadFilms, readFilms } from './read-films.ts'

export interface ComparedFilm extends ReadFilms {
  readonly account: FilmAccount
}

export interface CompareFilmOptions {
  readonly workDir: string
  /** Where what is read of recordings is kept for further films. */
  readonly keep?: string
  /** Whether all is to be known of each file, as for a proof. */
  readonly isProbed?: boolean
  readonly signal: AbortSignal
  /** How far each stage is, 0 to 1. */
  readonly onProgress: (stage: 'reading' | CompareStage, share: number) => void
  /** Told of each recording that cannot be read, as soon as that is known. */
  readonly onUnread?: (error: SightlineError) => void
}

/**
 * Reads a film and recordings and says what of them it shows. Throws what reading the film throws; recordings that cannot be read are told of, and
 * 'media.unreadable' where none can: of a film that was held against nothing, nothing is from none.
 */
export async function compareFilm(
  edited: string,
  raws: readonly string[],
  { workDir, keep, isProbed = false, signal, onProgress, onUnread = () => undefined }: CompareFilmOptions,
): Promise<ComparedFilm> {
  const onShare = (share: number) => onProgress('reading', share)
  const read = await readFilms(edited, raws, {
    ...{ workDir, keep: keep ?? null, isProbed },
    ...{ signal, onShare, onUnread },
  })
  if (read.raws.length === 0)
    throw new SightlineError(
      'media.unreadable',
      `none of the recordings could be read, so nothing was compared: ${read.unread.map(({ error }) => error.message).join('; ')}`,
    )
  const job = { of: read.film.stored, against: read.raws.map(({ stored }) => stored) }
  const compared = await compareInThread(job, signal, onProgress)
  if (compared.kind === 'failed') throw new Error(compared.message)
  return { ...read, account: compared.account }
}
