// The thread that holds a film against recordings: reads what was kept of them, answers once, and ends.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { EditList } from '@sightline/core/conform'
import { accountOfFilm, Levels, referenceOf } from '@sightline/core/edits'
import { editListOf, type HeldForEdits } from '../edits/edit-list.ts'
import { openPictures, openSound } from '../edits/stored-pictures.ts'
import { loadFft } from '../sound/fft.ts'

/** Stored files of one film or recording; times are media time. */
export interface EditFiles {
  readonly id: string
  readonly fromMicros: number | null
  readonly toMicros: number | null
  readonly pictures: { readonly small: string; readonly facts: string } | null
  readonly sound: { readonly samples: string; readonly length: number; readonly originMicros: number } | null
}

export interface EditWorkerJob {
  readonly of: EditFiles
  readonly against: readonly EditFiles[]
}

/** Bytes of small pictures that are kept in memory while they are looked at, of all files together. Above the line that begins the work. */
const keptBytes = 200e6

if (parentPort) parentPort.postMessage(await compare(workerData as EditWorkerJob))

async function compare(job: EditWorkerJob): Promise<EditList> {
  using open = new DisposableStack()
  const held = ({ id, fromMicros, toMicros, pictures, sound }: EditFiles): HeldForEdits => ({
    id,
    fromMicros,
    toMicros,
    pictures: pictures && open.use(openPictures(pictures.small, readFileSync(pictures.facts))),
    sound: sound && open.use(openSound(sound.samples, sound.length, sound.originMicros / 1e6)),
  })
  const film = held(job.of)
  const raws = job.against.map(held)
  const pictured = raws.filter(({ pictures }) => pictures).length
  const most = keptBytes / (raws.length + 1)
  const account = accountOfFilm(
    {
      film: film.pictures && new Levels(film.pictures, most),
      references: raws.map(({ pictures }) => pictures && referenceOf(new Levels(pictures, most), pictured)),
      sound: film.sound,
      sounds: raws.map(({ sound }) => sound),
    },
    await loadFft(),
    // Whoever gives up ends the thread.
    () => false,
  )
  return editListOf(account, film, raws)
}
