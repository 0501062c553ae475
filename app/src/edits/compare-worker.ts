// The thread that holds a film against recordings: reads what was kept of them, says how far it is, answers once, and ends.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { TellStage } from '@sightline/core/case'
import { accountOfFilm, type FilmAccount, Levels, referenceOf } from '@sightline/core/edits'
import { loadFft } from '../sound/fft.ts'
import type { CompareJob, FromThread, StoredFilm } from './compare-thread.ts'
import { openPictures, openSound } from './stored-pictures.ts'

/** Bytes of small pictures that are kept in memory while they are looked at, of all files together. Above the line that begins the work. */
const keptBytes = 200e6
/** Oftener than this nobody reads how far it is. */
const tellEveryMs = 150

if (parentPort) tellOut({ kind: 'made', account: await compare(workerData as CompareJob, teller()) })

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

async function compare(job: CompareJob, tell: TellStage): Promise<FilmAccount> {
  using open = new DisposableStack()
  const pictures = ({ pictures: stored }: StoredFilm) =>
    stored && open.use(openPictures(stored.small, readFileSync(stored.facts)))
  const sound = ({ sound: stored }: StoredFilm) =>
    stored && open.use(openSound(stored.samples, stored.length, stored.originMicros / 1e6))
  const film = pictures(job.of)
  const raws = job.against.map(pictures)
  const pictured = raws.filter(each => each !== null).length
  const most = keptBytes / (pictured + 1)
  tell('places', 0)
  return accountOfFilm(
    {
      film: film && new Levels(film, most),
      references: raws.map(each => each && referenceOf(new Levels(each, most), pictured)),
      sound: sound(job.of),
      sounds: job.against.map(sound),
    },
    await loadFft(),
    // Whoever gives up ends the thread.
    () => false,
    tell,
  )
}
