import { stat } from 'node:fs/promises'
import type { CompareStage } from '@sightline/core/case'
import type { FilmAccount } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'
import { inParallel } from '../in-parallel.ts'
import { compareInThread } from './compare-thread.ts'
import { type ReadFilm, readFilm } from './read-film.ts'

export interface ComparedFilm {
  readonly film: ReadFilm
  /** In the order given; those that could not be read are missing here and stand in `unread`. */
  readonly raws: readonly ReadFilm[]
  readonly unread: readonly { readonly name: string; readonly error: SightlineError }[]
  readonly account: FilmAccount
}

export interface CompareFilmOptions {
  readonly workDir: string
  readonly signal: AbortSignal
  /** How far each stage is, 0 to 1. */
  readonly onProgress: (stage: 'reading' | CompareStage, share: number) => void
}

/** Two at once: one decodes while the other is read. */
const filesAtOnce = 2

/** Hours of recordings are kept smaller, so that their small pictures fit on a disk: at 5 Mbit/s some 40, 120 minutes and beyond. */
function longestFor(bytes: number): number {
  return bytes <= 1.5e9 ? 256 : bytes <= 4.5e9 ? 192 : 128
}

/** What cannot be looked at is told of when it is read. */
async function bytesOf(name: string): Promise<number> {
  return await stat(name).then(
    ({ size }) => size,
    () => 0,
  )
}

/** Reads a film and recordings and says what of them it shows. Throws what reading the film throws; recordings that cannot be read are told of. */
export async function compareFilm(
  edited: string,
  raws: readonly string[],
  { workDir, signal, onProgress }: CompareFilmOptions,
): Promise<ComparedFilm> {
  const read = new Map<string, ReadFilm>()
  const unread: { name: string; error: SightlineError }[] = []
  const names = [...new Set([edited, ...raws])]
  const sizes = await Promise.all(names.map(bytesOf))
  const longest = longestFor(sizes.reduce((sum, each) => sum + each, 0))
  const fractions = names.map(() => 0)
  const noteFraction = (n: number, fraction: number) => {
    fractions[n] = fraction
    onProgress('reading', shareOf(fractions, sizes))
  }
  await inParallel(names, filesAtOnce, signal, async name => {
    const n = names.indexOf(name)
    const onFraction = (fraction: number) => noteFraction(n, fraction)
    try {
      read.set(name, await readFilm(name, { workDir, key: `f${n}`, longest, signal, onFraction }))
    } catch (error) {
      if (name === edited || !isAboutTheFile(error)) throw error
      unread.push({ name, error })
    }
    noteFraction(n, 1)
  })
  const film = read.get(edited)
  if (!film) throw new SightlineError('media.unreadable', `expected to read ${edited}`)
  const held = [...new Set(raws)].flatMap(name => read.get(name) ?? [])
  const job = { of: film.stored, against: held.map(({ stored }) => stored) }
  const compared = await compareInThread(job, signal, onProgress)
  if (compared.kind === 'failed') throw new Error(compared.message)
  return { film, raws: held, unread, account: compared.account }
}

/** Larger files take longer. */
function shareOf(fractions: readonly number[], sizes: readonly number[]): number {
  const whole = sizes.reduce((sum, each) => sum + each + 1, 0)
  return fractions.reduce((sum, each, n) => sum + each * ((sizes[n] ?? 0) + 1), 0) / whole
}

function isAboutTheFile(error: unknown): error is SightlineError {
  return (
    error instanceof SightlineError &&
    /^(intake|media)\./.test(error.code) &&
    error.code !== 'media.missing-tool'
  )
}
