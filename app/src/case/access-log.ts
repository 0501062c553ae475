import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Viewing } from '@sightline/core/api'
import type { PersonId } from '@sightline/core/case'
import { type LogHead, writeBody } from '@sightline/core/custody'
import type { LogStore } from '../store/log-store.ts'
import { sqliteLogStore } from '../store/sqlite-log-store.ts'
import { type CaseKeeper, type Clock, machine } from './keeper.ts'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Who saw which version when: a log of its own, of the same make as the custody log, which names its head once a day.
 */
export class AccessLog {
  readonly #log: LogStore
  readonly #clock: Clock
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(log: LogStore, clock: Clock) {
    this.#log = log
    this.#clock = clock
  }

  static open(dir: string, clock: Clock): AccessLog {
    return new AccessLog(sqliteLogStore(accessPath(dir), { log: 'access' }), clock)
  }

  /** Enters that a person saw something. Throws 'store.full' or 'store.failed'. */
  enter(viewing: Viewing, person: PersonId | null): Promise<LogHead> {
    const mine = this.#turn.then(async () => {
      const { saw, ...detail } = viewing
      const agent = person === null ? { kind: 'unnamed' } : { kind: 'person', person }
      const at = this.#clock.now().toISOString()
      const body = writeBody({
        salt: randomBytes(16).toString('hex'),
        at,
        type: `${saw}-seen`,
        agent,
        detail,
      })
      const { seq } = await this.#log.head()
      return await this.#log.append(seq, [body])
    })
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  /** Enters the head of this log in the custody log unless that was done within the day or nothing is new. */
  async enterHead(keeper: CaseKeeper): Promise<void> {
    const { seq, head } = await this.#log.head()
    const known = keeper.state().access
    const isDue = !known || this.#clock.now().getTime() - Date.parse(known.at) >= dayMs
    if (seq === 0 || known?.head === head || !isDue) return
    await keeper.enter([{ type: 'access-head-entered', detail: { v: 1, head, length: seq } }], machine)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#turn
    await this.#log[Symbol.asyncDispose]()
  }
}

export function accessPath(dir: string): string {
  return join(dir, 'access.sqlite')
}
