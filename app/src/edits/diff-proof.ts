import { realpath } from 'node:fs/promises'
import { laidOver, type ProofFrame } from '@sightline/core/conform'
import { SightlineError } from '@sightline/core/errors'
import { openMediaFile } from '../media/media-file.ts'
import type { ComparedFilm } from './compare-film.ts'
import { listOf } from './compared-list.ts'
import { makeProof, type ProofSource } from './proof.ts'
import type { ReadFilm } from './read-film.ts'

/**
 * Makes a film that was just compared again from the recordings, by every line that was found, and says what remains at each
 * frame. Writes `proof.mp4` into `workDir`. Throws as `makeProof`, and 'media.unreadable' for a film without pictures.
 */
export async function diffProof(
  compared: ComparedFilm,
  options: {
    readonly workDir: string
    readonly signal: AbortSignal
    readonly onFraction: (fraction: number) => void
  },
): Promise<readonly ProofFrame[]> {
  const { film, raws } = compared
  const own = sourceOf(film)
  if (!own)
    throw new SightlineError(
      'media.unreadable',
      `expected pictures in ${film.name} to make again, found none`,
    )
  const sources = new Map(raws.map(raw => [raw.name, sourceOf(raw)]))
  return await makeProof({
    film: own,
    sourceOf: name => sources.get(name) ?? null,
    lines: laidOver(listOf(compared), [], film.name),
    ...options,
  })
}

function sourceOf({ name, facts, pictures }: ReadFilm): ProofSource | null {
  if (!pictures || !facts.video) return null
  return {
    id: name,
    name,
    video: facts.video,
    times: { boundaries: pictures.times.map(seconds => Math.round(seconds * 1e6)) },
    open: async () => await openMediaFile(await realpath(name)),
  }
}
