import { randomUUID } from 'node:crypto'
import type { TakeAway, TakeAwayState } from '@sightline/core/api'
import type { PersonId, StoredOutput } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import type { Logger } from 'pino'
import type { CaseKeeper } from '../case/keeper.ts'
import { toolLabel } from '../version.ts'
import { make } from './making.ts'
import { nameOf } from './moments-files.ts'

export interface DeskParts {
  readonly keeper: CaseKeeper
  readonly folder: string
  readonly now: () => Date
  readonly log: Logger
}

/** How many requests may wait, and how many answers are kept to be asked for. */
const mostWaiting = 20
const mostKept = 100

interface Job {
  state: TakeAwayState
  readonly abort: AbortController
}

/** Makes what people take away, one after the other. What was made is stored, and entered with its hash, before anyone gets it. */
export class TakeAwayDesk {
  readonly #parts: DeskParts
  readonly #jobs = new Map<string, Job>()
  #turn: Promise<void> = Promise.resolve()

  constructor(parts: DeskParts) {
    this.#parts = parts
  }

  /** Takes a request on and gives its number. Throws 'usage.wrong' when too many wait. */
  begin(asked: TakeAway, person: PersonId): string {
    const waiting = [...this.#jobs.values()].filter(({ state }) => state.kind === 'making').length
    if (waiting >= mostWaiting)
      throw new SightlineError('usage.wrong', `${waiting} files are being made already; wait for one of them`)
    const id = randomUUID()
    const job: Job = { state: { kind: 'making', fraction: 0 }, abort: new AbortController() }
    this.#jobs.set(id, job)
    const [oldest] = this.#jobs.keys()
    if (this.#jobs.size > mostKept && oldest) this.#jobs.delete(oldest)
    this.#turn = this.#turn.then(() => this.#carryOut(job, asked, person))
    return id
  }

  /** Throws 'case.unknown' for a number that nobody got. */
  state(id: string): TakeAwayState {
    return this.#jobOf(id).state
  }

  /** Gives a request up; what is made already stays made. */
  giveUp(id: string): void {
    this.#jobOf(id).abort.abort(new SightlineError('cancelled', 'the request was given up'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { abort } of this.#jobs.values())
      abort.abort(new SightlineError('cancelled', 'the room is closing'))
    await this.#turn
  }

  #jobOf(id: string): Job {
    const job = this.#jobs.get(id)
    if (!job) throw new SightlineError('case.unknown', 'there is no such request')
    return job
  }

  async #carryOut(job: Job, asked: TakeAway, person: PersonId): Promise<void> {
    try {
      job.state = { kind: 'made', files: await this.#make(job, asked, person) }
    } catch (error) {
      const isOurs = error instanceof SightlineError
      if (!isOurs || error.code !== 'cancelled')
        this.#parts.log.warn({ err: error, what: asked.what }, 'nothing could be taken away')
      job.state = {
        kind: 'failed',
        message: isOurs ? error.message : 'the room met an error that it did not expect',
      }
    }
  }

  async #make(job: Job, asked: TakeAway, person: PersonId): Promise<StoredOutput[]> {
    const { keeper, folder, now } = this.#parts
    const { signal } = job.abort
    signal.throwIfAborted()
    const agent = { kind: 'person', person } as const
    await using scratch = await keeper.content.makeScratch()
    const state = keeper.state()
    const { files, entry } = await make(
      {
        ...{ state, folder, content: keeper.content, workDir: scratch.path, signal },
        takenBy: nameOf(state, agent),
        takenAt: now().toISOString(),
        onFraction: fraction => {
          job.state = { kind: 'making', fraction }
        },
      },
      asked,
    )
    signal.throwIfAborted()
    const detail = { v: 1 as const, files: [...files], tool: toolLabel, ...entry }
    await keeper.enter([{ type: 'taken-away', detail }], agent)
    return [...files]
  }
}
