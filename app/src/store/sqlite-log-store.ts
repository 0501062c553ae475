import { emptyHead, type LogHead, lineSha256, nextLine } from '@sightline/core/custody'
import { SightlineError } from '@sightline/core/errors'
import { checkBodySizes, type LogRecord, type LogStore, staleError, unknownEntry } from './log-store.ts'
import { sha256 } from './sha256.ts'
import {
  type Database,
  type DatabaseForm,
  inTransaction,
  openForReading,
  openForWriting,
  sqliteError,
} from './sqlite.ts'

/** Which of a case's two logs a file holds. Each has its own mark, so that one is never taken for the other. */
export type LogKind = 'custody' | 'access'

/**
 * A log in one SQLite file. `readOnly` reads beside a running writer and changes nothing. Throws 'case.unknown' when there is
 * nothing to read, 'case.damaged', 'case.version', 'store.full' or 'store.failed'.
 */
export function sqliteLogStore(
  path: string,
  { log = 'custody', readOnly = false }: { readonly log?: LogKind; readonly readOnly?: boolean } = {},
): LogStore {
  const db = readOnly ? openForReading(path, forms[log]) : openForWriting(path, forms[log])
  return new SqliteLogStore(db, path)
}

// The line is kept as its exact bytes although all of it could be computed: it is the evidence. A body that is NULL was
// expunged. The triggers stop mistakes; whoever means to tamper is stopped by the chain.
const schema = `
  CREATE TABLE entry (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    line TEXT NOT NULL,
    body BLOB
  ) STRICT;
  CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT raise(ABORT, 'an entry is never deleted'); END;
  CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
    WHEN NEW.seq IS NOT OLD.seq OR NEW.line IS NOT OLD.line OR NEW.body IS NOT NULL
    BEGIN SELECT raise(ABORT, 'of an entry only the body is ever removed'); END;
`

const forms = {
  custody: { kind: 'custody log', applicationId: 0x534c6375, version: 1, schema }, // 'SLcu'
  access: { kind: 'access log', applicationId: 0x534c6163, version: 1, schema }, // 'SLac'
} as const satisfies Record<LogKind, DatabaseForm>

/** Rows read at once: a read never holds a snapshot open while its reader thinks, which would keep the WAL growing. */
const pageRows = 1000

class SqliteLogStore implements LogStore {
  readonly #db: Database
  readonly #path: string

  constructor(db: Database, path: string) {
    this.#db = db
    this.#path = path
  }

  async append(expectedSeq: number, bodies: readonly Uint8Array[]): Promise<LogHead> {
    checkBodySizes(bodies)
    return inTransaction(this.#db, this.#path, () => {
      let head = this.#head()
      if (head.seq !== expectedSeq) throw staleError(expectedSeq, head.seq)
      const insert = this.#db.prepare('INSERT INTO entry (seq, line, body) VALUES (?, ?, ?)')
      for (const body of bodies) {
        const next = nextLine(head, body, sha256)
        insert.run(next.head.seq, next.line, body)
        head = next.head
      }
      return head
    })
  }

  async *read(from = 1, limit = Number.POSITIVE_INFINITY): AsyncIterable<LogRecord> {
    const to = Math.min((await this.head()).seq, from + limit - 1)
    const page = this.#asked(() =>
      this.#db.prepare('SELECT seq, line, body FROM entry WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?'),
    )
    for (let next = from; next <= to; ) {
      const rows = this.#asked(() => page.all(next, to, pageRows))
      if (rows.length === 0) return
      for (const row of rows) {
        const logged = logRecord(row, this.#path)
        next = logged.seq + 1
        yield logged
      }
    }
  }

  async head(): Promise<LogHead> {
    return this.#asked(() => this.#head())
  }

  async checkpoint(): Promise<LogHead> {
    return this.#asked(() => {
      const done = this.#db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
      if (done?.['busy'] !== 0)
        throw new SightlineError(
          'case.locked',
          `another process is reading ${this.#path}, so that not all of it could be brought into the main file; try again`,
        )
      return this.#head()
    })
  }

  async expunge(seq: number): Promise<void> {
    inTransaction(this.#db, this.#path, () => {
      const done = this.#db.prepare('UPDATE entry SET body = NULL WHERE seq = ?').run(seq)
      if (done.changes !== 1) throw unknownEntry(seq)
    })
    // secure_delete has overwritten the body in the main file's pages; the pages before that are still in the WAL, which
    // is emptied.
    await this.checkpoint()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#db.close()
  }

  #head(): LogHead {
    const last = this.#db.prepare('SELECT seq, line, NULL AS body FROM entry ORDER BY seq DESC LIMIT 1').get()
    if (last === undefined) return emptyHead
    const { seq, line } = logRecord(last, this.#path)
    return { seq, head: lineSha256(line, sha256) }
  }

  #asked<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw sqliteError(this.#path, error)
    }
  }
}

function logRecord({ seq, line, body }: Record<string, unknown>, path: string): LogRecord {
  const isForm = typeof seq === 'number' && typeof line === 'string'
  if (isForm && body === null) return { seq, line, body: 'expunged' }
  if (isForm && body instanceof Uint8Array) return { seq, line, body }
  throw new SightlineError(
    'case.damaged',
    `${path} holds a row that is no entry: expected seq, line and body`,
  )
}
