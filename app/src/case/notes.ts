import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Note } from '@sightline/core/api'
import type { PersonId } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import * as z from 'zod/mini'

const Kept = z.strictObject({ v: z.literal(1), notes: z.array(Note) })

/** More than a person keeps in a notebook; one file stays small. */
const mostNotes = 2000

/**
 * What a person notes for themselves, in a file of their own under `notes/` of the case folder. It is no part of the record:
 * not in the custody log, not in what is taken away, not seen by others who work in the room; whoever can read the case folder
 * can read it.
 */
export class Notes {
  readonly #dir: string
  #turn: Promise<unknown> = Promise.resolve()

  constructor(caseDir: string) {
    this.#dir = join(caseDir, 'notes')
  }

  /** In the order in which they were written. Throws 'case.damaged' when the file is not what was written. */
  of(person: PersonId): Promise<readonly Note[]> {
    return this.#inTurn(() => this.#read(person))
  }

  /** Keeps a note, in place of an earlier one of the same id. Throws 'usage.wrong' when there are too many. */
  keep(person: PersonId, note: Note): Promise<void> {
    return this.#inTurn(async () => {
      const notes = await this.#read(person)
      const at = notes.findIndex(each => each.id === note.id)
      if (at < 0 && notes.length >= mostNotes)
        throw new SightlineError(
          'usage.wrong',
          `a person keeps at most ${mostNotes} notes; give some up first`,
        )
      await this.#write(person, at < 0 ? [...notes, note] : notes.with(at, note))
    })
  }

  /** Gives a note up for good; one that is not there is not missed. */
  drop(person: PersonId, id: string): Promise<void> {
    return this.#inTurn(async () => {
      const notes = await this.#read(person)
      await this.#write(
        person,
        notes.filter(each => each.id !== id),
      )
    })
  }

  async #read(person: PersonId): Promise<readonly Note[]> {
    const path = this.#pathOf(person)
    const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw new SightlineError('store.failed', `${path} could not be read`, { cause: error })
    })
    if (text === null) return []
    try {
      return Kept.parse(JSON.parse(text)).notes
    } catch (cause) {
      throw new SightlineError('case.damaged', `${path} does not hold notes as they were written`, { cause })
    }
  }

  /** Whole or not at all: written beside it, flushed, and renamed. */
  async #write(person: PersonId, notes: readonly Note[]): Promise<void> {
    const path = this.#pathOf(person)
    const part = `${path}.${randomUUID()}`
    await mkdir(this.#dir, { recursive: true, mode: 0o700 })
    try {
      await using file = await open(part, 'wx', 0o600)
      await file.writeFile(JSON.stringify({ v: 1, notes }))
      await file.sync()
      await rename(part, path)
    } catch (cause) {
      await rm(part, { force: true })
      throw new SightlineError('store.failed', `${path} could not be written`, { cause })
    }
  }

  #pathOf(person: PersonId): string {
    return join(this.#dir, `${person}.json`)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }
}
