import { rm } from 'node:fs/promises'
import { SightlineError } from '@sightline/core/errors'
import { inParallel } from '../in-parallel.ts'
import { KeptFilms } from './kept-films.ts'
import { lookedThrough, openFilm, type ProbedFilm, probeFilm, type ReadFilm, readFilm } from './read-film.ts'
import { filesAtOnce } from './small-pictures.ts'

export interface ReadFilms {
  readonly film: ReadFilm
  /** As all here in the order given; those that could not be read are missing and stand in `unread`, further copies of one file in `again`. */
  readonly raws: readonly ReadFilm[]
  /** Files that are the same as an earlier one, byte for byte. */
  readonly again: readonly { readonly name: string; readonly sameAs: string; readonly sha256: string }[]
  readonly unread: readonly { readonly name: string; readonly error: SightlineError }[]
}

export interface ReadFilmsOptions {
  readonly workDir: string
  /** Where what is read of recordings is kept for further films; null where it is not. */
  readonly keep: string | null
  /** Whether all is to be known of each file: else what only ffprobe tells of plain recordings stays unknown. What is kept is known. */
  readonly isProbed: boolean
  readonly signal: AbortSignal
  /** How much is read, 0 to 1. */
  readonly onShare: (share: number) => void
  /** Told of each recording that cannot be read: those that cannot be opened before hours are read of the others. */
  readonly onUnread: (error: SightlineError) => void
}

/** How small pictures are kept: hours are kept smaller, and packed, so that they fit on a disk. */
interface Keeping {
  readonly longest: number
  readonly isPacked: boolean
}

/** 40 minutes at 30 a second are 4 GB as they are, two hours 2 GB packed at the second size. */
function keepingFor(pictures: number): Keeping {
  if (pictures <= 72_000) return { longest: 256, isPacked: false }
  return { longest: pictures <= 216_000 ? 192 : 128, isPacked: true }
}

/**
 * Reads a film and the recordings that it is held against, these from what was kept of them where it was. Throws what reading the film throws, and
 * 'cancelled'; recordings that cannot be read are told of.
 */
export async function readFilms(
  edited: string,
  raws: readonly string[],
  { workDir, keep, isProbed, signal, onShare, onUnread }: ReadFilmsOptions,
): Promise<ReadFilms> {
  await using open = new AsyncDisposableStack()
  const kept = keep === null ? null : new KeptFilms(keep)
  const read = new Map<string, ReadFilm>()
  const unread: { name: string; error: SightlineError }[] = []
  const each = async (name: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (name === edited || !isAboutTheFile(error)) throw error
      unread.push({ name, error })
    }
  }
  const given = [...new Set(raws)]
  // Which of several fails first is chance.
  const inOrder = () => given.flatMap(name => unread.find(each => each.name === name) ?? [])
  const names = [...new Set([edited, ...raws])]
  const left: ProbedFilm[] = []
  await inParallel(names, filesAtOnce, signal, name =>
    each(name, async () => {
      const film = open.use(await openFilm(name, signal))
      const found = name === edited ? null : ((await kept?.find(film)) ?? null)
      if (found) read.set(name, found)
      else left.push(await (isProbed || kept ? probeFilm : lookedThrough)(film, signal))
    }),
  )
  const unopened = inOrder()
  for (const { error } of unopened) onUnread(error)
  const together = keepingFor(left.reduce((sum, film) => sum + picturesIn(film), 0))
  const sizes = left.map(({ media }) => media.bytes)
  const fractions = left.map(() => 0)
  await inParallel([...left.entries()], filesAtOnce, signal, async ([n, film]) => {
    const onFraction = (fraction: number) => {
      fractions[n] = fraction
      onShare(shareOf(fractions, sizes))
    }
    const isFilm = film.name === edited
    const ask = { key: `f${n}`, signal, onFraction }
    await each(film.name, async () => {
      if (kept && !isFilm) read.set(film.name, await keptFor(kept, film, ask))
      else {
        // Pictures that lie one after another are looked through where they are compared.
        const fingerprints = isFilm || !together.isPacked ? 'none' : 'thumbs'
        read.set(film.name, await readFilm(film, { ...ask, ...together, workDir, fingerprints }))
      }
    })
    onFraction(1)
  })
  for (const each of inOrder()) if (!unopened.includes(each)) onUnread(each.error)
  const film = read.get(edited)
  if (!film) throw new SightlineError('media.unreadable', `expected to read ${edited}`)
  return {
    film,
    ...withoutCopies(given.flatMap(name => read.get(name) ?? [])),
    unread: inOrder(),
  }
}

/** One file given under two names would be shown under the one and left out under the other. */
function withoutCopies(read: readonly ReadFilm[]): Pick<ReadFilms, 'raws' | 'again'> {
  const first = new Map<string, ReadFilm>()
  for (const film of read) if (!first.has(film.sha256)) first.set(film.sha256, film)
  const raws = [...first.values()]
  const again = read
    .filter(film => !raws.includes(film))
    .map(({ name, sha256 }) => ({ name, sha256, sameAs: first.get(sha256)?.name ?? name }))
  return { raws, again }
}

/** Made by what this recording is alone, so that any further film finds the same. */
async function keptFor(
  kept: KeptFilms,
  film: ProbedFilm,
  ask: Pick<Parameters<typeof readFilm>[1], 'key' | 'signal' | 'onFraction'>,
): Promise<ReadFilm> {
  const workDir = await kept.makeScratch()
  try {
    const keeping = {
      ...keepingFor(picturesIn(film)),
      isPacked: true,
      fingerprints: 'thumbs-and-corners',
    } as const
    return await kept.keep(await readFilm(film, { ...ask, ...keeping, workDir }), workDir)
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

/** How many pictures a file has, or about that many where only decoding can tell. */
function picturesIn({ facts: { video, start, end }, frameTimes }: ProbedFilm): number {
  if (!video) return 0
  if (frameTimes) return frameTimes.boundaries.length - 1
  return video.frames ?? (start === null || end === null ? 0 : ((end - start) / 1e6) * 30)
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
