import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { LoggedEntry } from '@sightline/core/api'
import {
  type AbsentEntry,
  type Agent,
  type CaseState,
  type Command,
  type Entry,
  type Fact,
  foldAll,
  readEntry,
  startFolding,
} from '@sightline/core/case'
import { decide } from '@sightline/core/commands'
import { lineSha256, writeBody } from '@sightline/core/custody'
import { assert, SightlineError } from '@sightline/core/errors'
import { caseLock } from '../store/case-lock.ts'
import { type FileContentStore, fileContentStore } from '../store/file-content-store.ts'
import type { LogRecord, LogStore } from '../store/log-store.ts'
import { sha256 } from '../store/sha256.ts'
import { sqliteLogStore } from '../store/sqlite-log-store.ts'
import { toolName, toolVersion } from '../version.ts'

export const machine: Agent = { kind: 'machine', name: toolName, version: toolVersion }

export interface Clock {
  readonly now: () => Date
}

type EntriesListener = (entries: readonly LoggedEntry[]) => void

/**
 * The one writer of a case: appends to its custody log, folds what was appended, and tells who listens.
 * Everything that changes a case goes through `enter` or `command`, one after the other.
 */
export class CaseKeeper {
  readonly dir: string
  readonly content: FileContentStore
  readonly #log: LogStore
  readonly #lock: AsyncDisposable
  readonly #clock: Clock
  readonly #listeners = new Set<EntriesListener>()
  #state: CaseState
  #turn: Promise<unknown> = Promise.resolve()

  private constructor(
    parts: { dir: string; content: FileContentStore; log: LogStore; lock: AsyncDisposable; clock: Clock },
    state: CaseState,
  ) {
    this.dir = parts.dir
    this.content = parts.content
    this.#log = parts.log
    this.#lock = parts.lock
    this.#clock = parts.clock
    this.#state = state
  }

  /**
   * Opens or makes the case in `dir` and holds it alone until disposed.
   * Throws 'case.locked', 'case.damaged', 'case.version', 'store.failed' or 'store.full'.
   */
  static async open(dir: string, clock: Clock): Promise<CaseKeeper> {
    await using held = new AsyncDisposableStack()
    const lock = held.use(await caseLock(dir))
    const log = held.use(sqliteLogStore(logPath(dir)))
    const content = await fileContentStore(join(dir, 'content'))
    const state = await folded(log)
    held.move()
    return new CaseKeeper({ dir, content, log, lock, clock }, state)
  }

  state(): CaseState {
    return this.#state
  }

  /** Enters facts as one transaction. Returns the sequence number of the last. Throws 'store.full' or 'store.failed'. */
  enter(facts: readonly Fact[], agent: Agent): Promise<number> {
    return this.#inTurn(() => this.#append(facts, agent))
  }

  /** Decides a person's command on the case as it is in its turn, and enters what it comes to. */
  command(command: Command, agent: Agent): Promise<number> {
    return this.#inTurn(async () => {
      const decision = decide(this.#state, command)
      switch (decision.kind) {
        case 'enter':
          return await this.#append(decision.facts, agent)
        case 'stale':
          throw new SightlineError(
            'case.stale',
            'what this changes was changed meanwhile; look at it again',
            {
              detail: { noun: decision.noun, rev: decision.rev },
            },
          )
        case 'unknown':
          throw new SightlineError('case.unknown', `${decision.noun} is not in this case`)
        case 'impossible':
          throw new SightlineError('usage.wrong', decision.message)
      }
    })
  }

  /** Logged entries from sequence number `from` on, read from the store as they are asked for. */
  async *entriesFrom(from: number): AsyncIterable<LoggedEntry> {
    for await (const record of this.#log.read(from)) yield loggedEntry(record)
  }

  readonly onEntries = (listener: EntriesListener): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#turn
    this.#listeners.clear()
    await this.#log[Symbol.asyncDispose]()
    await this.#lock[Symbol.asyncDispose]()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  async #append(facts: readonly Fact[], agent: Agent): Promise<number> {
    if (facts.length === 0) return this.#state.seq
    const before = this.#state.seq
    const at = this.#clock.now().toISOString()
    const bodies = facts.map(({ type, detail }) => {
      const body = { salt: randomBytes(16).toString('hex'), at, type, agent, detail }
      // What is written must be readable for good: an entry that its own reader refuses would lock everyone out.
      const read = readEntry({ v: 1, ...body })
      assert(!('kind' in read), `an entry can be read back: ${'kind' in read ? read.message : ''}`)
      return writeBody(body)
    })
    await this.#log.append(before, bodies)
    const records: LogRecord[] = []
    for await (const record of this.#log.read(before + 1, bodies.length)) records.push(record)
    this.#state = foldAll(
      records.map(record => ({ seq: record.seq, entry: entryOf(record) })),
      this.#state,
    )
    const entries = records.map(loggedEntry)
    for (const listener of this.#listeners) listener(entries)
    return this.#state.seq
  }
}

export function logPath(dir: string): string {
  return join(dir, 'custody.sqlite')
}

/** The case as its log tells it, read beside a running writer. */
export async function readCase(dir: string): Promise<CaseState> {
  await using log = sqliteLogStore(logPath(dir), { readOnly: true })
  return await folded(log)
}

async function folded(log: LogStore): Promise<CaseState> {
  const folding = startFolding()
  for await (const record of log.read()) folding.add({ seq: record.seq, entry: entryOf(record) })
  return folding.finish()
}

function entryOf(record: LogRecord): Entry | AbsentEntry {
  if (typeof record.body === 'string') return { type: record.body }
  const read = readEntry(jsonOf(record))
  if (!('kind' in read)) return read
  const code = read.kind === 'newer' ? 'case.version' : 'case.damaged'
  throw new SightlineError(code, `entry ${record.seq} of the custody log cannot be read: ${read.message}`)
}

function loggedEntry(record: LogRecord): LoggedEntry {
  const body = typeof record.body === 'string' ? record.body : (jsonOf(record) as Record<string, unknown>)
  return { seq: record.seq, hash: lineSha256(record.line, sha256), body }
}

function jsonOf(record: LogRecord): unknown {
  try {
    return JSON.parse(Buffer.from(record.body as Uint8Array).toString('utf8'))
  } catch (cause) {
    throw new SightlineError('case.damaged', `entry ${record.seq} of the custody log is not JSON`, { cause })
  }
}
