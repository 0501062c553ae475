import { stat } from 'node:fs/promises'
import { accountOfFilm, type FilmAccount, Levels, referenceOf } from '@sightline/core/edits'
import { SightlineError } from '@sightline/core/errors'
import { inParallel } from '../in-parallel.ts'
import { loadFft } from '../sound/fft.ts'
import { type ReadFilm, readFilm } from './read-film.ts'

export interface ComparedFilm extends Disposable {
  readonly film: ReadFilm
  /** In the order given; those that could not be read are missing here and stand in `unread`. */
  readonly raws: readonly ReadFilm[]
  readonly unread: readonly { readonly name: string; readonly error: SightlineError }[]
  readonly account: FilmAccount
}

export interface CompareFilmOptions {
  readonly workDir: string
  readonly signal: AbortSignal
  readonly onProgress: (text: string) => void
}

/** Of the small pictures of all recordings together. */
const keptBytes = 200e6

/** Two at once: one decodes while the other is read. */
const filesAtOnce = 2

/** Hours of recordings are kept smaller, so that their small pictures fit on a disk: at 5 Mbit/s some 40, 120 minutes and beyond. */
function longestFor(bytes: number): number {
  return bytes <= 1.5e9 ? 256 : bytes <= 4.5e9 ? 192 : 128
}

/** What cannot be looked at is told of when it is read. */
async function bytesOf(names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    names.map(name =>
      stat(name).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, each) => sum + each, 0)
}

/** Reads a film and recordings and says what of them it shows. Throws what reading the film throws; recordings that cannot be read are told of. */
export async function compareFilm(
  edited: string,
  raws: readonly string[],
  { workDir, signal, onProgress }: CompareFilmOptions,
): Promise<ComparedFilm> {
  const read = new Map<string, ReadFilm>()
  const unread: { name: string; error: SightlineError }[] = []
  const close = () => {
    for (const each of read.values()) each[Symbol.dispose]()
  }
  try {
    let done = 0
    const names = [...new Set([edited, ...raws])]
    const longest = longestFor(await bytesOf(names))
    await inParallel(names, filesAtOnce, signal, async name => {
      onProgress(`reading: ${done} of ${names.length} files done`)
      try {
        read.set(name, await readFilm(name, { workDir, key: `f${names.indexOf(name)}`, longest, signal }))
      } catch (error) {
        if (name === edited || !isAboutTheFile(error)) throw error
        unread.push({ name, error })
      }
      done++
    })
    const film = read.get(edited)
    if (!film) throw new SightlineError('media.unreadable', `expected to read ${edited}`)
    const held = [...new Set(raws)].flatMap(name => read.get(name) ?? [])
    onProgress('comparing')
    const pictured = held.filter(({ pictures }) => pictures).length
    const account = accountOfFilm(
      {
        film: film.pictures && new Levels(film.pictures),
        references: held.map(
          ({ pictures }) => pictures && referenceOf(new Levels(pictures, keptBytes / pictured), pictured),
        ),
        sound: film.sound,
        sounds: held.map(({ sound }) => sound),
      },
      await loadFft(),
      () => signal.aborted,
    )
    if (signal.aborted) throw new SightlineError('cancelled', 'comparing was cancelled')
    return { film, raws: held, unread, account, [Symbol.dispose]: close }
  } catch (error) {
    close()
    throw error
  }
}

function isAboutTheFile(error: unknown): error is SightlineError {
  return (
    error instanceof SightlineError &&
    /^(intake|media)\./.test(error.code) &&
    error.code !== 'media.missing-tool'
  )
}
