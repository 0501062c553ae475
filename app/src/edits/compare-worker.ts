// The thread that holds a film against recordings: reads what was kept of them, says how far it is, answers once, and ends.
import { readFileSync, statSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { TellStage } from '@sightline/core/case'
import { accountOfFilm, type FilmAccount, heldRecording, Levels, referencesOf } from '@sightline/core/edits'
import { loadFft } from '../sound/fft.ts'
import type { CompareJob, FromThread, StoredFilm } from './compare-thread.ts'
import { openFingerprints } from './fingerprint-file.ts'
import { loadLagLoops } from './lag-kernels.ts'
import { loadPictureKernels } from './picture-kernels.ts'
import { loadSpectraLoops } from './spectra-kernels.ts'
import { openPictures, openSound } from './stored-pictures.ts'

/** Bytes of small pictures that are kept in memory while they are looked at: of the film, and of all recordings together. Above the line that begins the work. */
const filmBytes = 24e6
const recordingsBytes = 96e6
/** All pictures of a film and recordings of a minute or so, with their halves, are kept: nothing is read or made twice. */
const wholeBytes = 256e6

type StoredPictures = NonNullable<StoredFilm['pictures']>

/** Oftener than this nobody reads how far it is. */
const tellEveryMs = 150

if (parentPort)
  compare(workerData as CompareJob, teller()).then(account => tellOut({ kind: 'made', account }), fail)

/** Outside of any promise, where the thread's owner hears of it. */
function fail(error: unknown): void {
  setImmediate(() => {
    throw error
  })
}

function tellOut(message: FromThread): void {
  parentPort?.postMessage(message)
}

function teller(): TellStage {
  let last = Number.NEGATIVE_INFINITY
  let was: string | null = null
  return (stage, share) => {
    const now = performance.now()
    if (stage === was && now - last < tellEveryMs) return
    last = now
    was = stage
    tellOut({ kind: 'stage', stage, share: Math.min(1, share) })
  }
}

/** A third more for their halves. */
function fitWhole(films: readonly StoredFilm[]): boolean {
  const bytes = films.reduce((sum, { pictures }) => sum + (pictures ? statSync(pictures.small).size : 0), 0)
  return bytes * (4 / 3) <= wholeBytes
}

async function compare(job: CompareJob, tell: TellStage): Promise<FilmAccount> {
  using open = new DisposableStack()
  const sound = ({ sound: stored }: StoredFilm) =>
    stored && open.use(openSound(stored.samples, stored.length, stored.originMicros / 1e6))
  const pictured = job.against.filter(({ pictures }) => pictures).length
  const kernels = await loadPictureKernels()
  const heldBytes = fitWhole([job.of, ...job.against]) ? wholeBytes : 0
  const levelsOf = ({ small, facts }: StoredPictures, most: number) =>
    new Levels({ ...open.use(openPictures(small, readFileSync(facts), heldBytes)), kernels }, most)
  const held = ({ pictures: stored }: StoredFilm) => {
    if (!stored) return null
    const { fingerprints } = stored
    return heldRecording(
      levelsOf(stored, recordingsBytes / pictured),
      fingerprints === null ? null : open.use(openFingerprints(fingerprints)),
    )
  }
  tell('places', 0)
  return accountOfFilm(
    {
      film: job.of.pictures && levelsOf(job.of.pictures, filmBytes),
      references: referencesOf(job.against.map(held)),
      sound: sound(job.of),
      sounds: job.against.map(sound),
    },
    { ...(await loadFft()), loops: await loadSpectraLoops(), lagLoops: await loadLagLoops() },
    // Whoever gives up ends the thread.
    () => false,
    tell,
  )
}
