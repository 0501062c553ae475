/**
 * The one door to node:sqlite, which is pinned with Node. Opening, the settings that make a commit survive a power cut, and
 * the translation of its errors are here and nowhere else.
 *
 * POSIX drops a process's locks on a file when the process closes any descriptor of it: nothing in this process may open
 * a database file by other means while it is open here.
 */
import { closeSync, existsSync, fsyncSync, openSync, statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { SightlineError } from '@sightline/core/errors'
import { fullError, systemCode } from './disk-error.ts'

export type Database = DatabaseSync

/** What a database must be: a number that marks the kind of file, the version of its tables, and how to make them. */
export interface DatabaseForm {
  readonly kind: string
  readonly applicationId: number
  readonly version: number
  readonly schema: string
}

/** How long a call waits for another process, in milliseconds. It blocks; the waits that occur are those of a commit. */
const waitMs = 2000

/**
 * Opens a database for writing, making it when it does not exist. Commits are on the disk when they return (WAL, synchronous
 * FULL). Throws 'case.damaged' for a file of another kind, 'case.version' for one of a newer version, and what `sqliteError` says.
 */
export function openForWriting(path: string, form: DatabaseForm): Database {
  try {
    createPrivately(path)
    const db = new DatabaseSync(path, { timeout: waitMs, enableForeignKeyConstraints: true, defensive: true })
    try {
      const isNew = checkForm(db, path, form) === 'empty'
      // Memory for what SQLite would put into /tmp: a case writes nothing outside its folder.
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY')
      db.exec('PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF')
      if (isNew) make(db, path, form)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw sqliteError(path, error)
  }
}

/**
 * Opens a database that exists for reading, beside a running writer or on a medium that cannot be written.
 * Throws 'case.unknown' when there is none, and as `openForWriting` does.
 */
export function openForReading(path: string, form: DatabaseForm): Database {
  if (!existsSync(path)) throw new SightlineError('case.unknown', `there is no ${form.kind} at ${path}`)
  try {
    const db = openReadOnly(path)
    try {
      if (checkForm(db, path, form) === 'empty')
        throw new SightlineError('case.unknown', `the ${form.kind} at ${path} was not begun`)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw sqliteError(path, error)
  }
}

/** Takes an exclusive lock on a file that holds nothing, or gives null when another process has it. */
export function takeExclusiveLock(path: string): Database | null {
  let db: Database | null = null
  try {
    createPrivately(path)
    // A quarter of a second: two that start together can each stop the other for a moment.
    db = new DatabaseSync(path, { timeout: 250 })
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db?.close()
    if (isBusy(error)) return null
    throw sqliteError(path, error)
  }
}

/** Runs work in one transaction that is on the disk when this returns. On any error nothing of it remains. */
export function inTransaction<T>(db: Database, path: string, work: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk ends the transaction by itself.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw sqliteError(path, error)
  }
}

/** What SQLite throws as an error of ours: 'store.full', 'case.locked', 'case.damaged' or 'store.failed'. */
export function sqliteError(path: string, error: unknown): unknown {
  if (error instanceof SightlineError || !(error instanceof Error)) return error
  const result = resultCode(error)
  if (result === null && systemCode(error) === null) return error
  const found = `${error.message}${result === null ? '' : ` (SQLite ${result})`}`
  switch (result === null ? null : result & 0xff) {
    case 13: // SQLITE_FULL
      return fullError(path, error)
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return new SightlineError('case.locked', `another process is using ${path}: ${found}`, { cause: error })
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return new SightlineError('case.damaged', `${path} is damaged: ${found}`, { cause: error })
    default:
      // The shared-memory file and a quota report a full disk as a plain I/O error.
      if (isFull(path)) return fullError(path, error)
      return new SightlineError('store.failed', `${path} could not be read or written: ${found}`, {
        cause: error,
      })
  }
}

function checkForm(db: Database, path: string, form: DatabaseForm): 'empty' | 'made' {
  const id = numberOf(db, 'PRAGMA application_id')
  const version = numberOf(db, 'PRAGMA user_version')
  if (id === 0 && version === 0 && numberOf(db, 'SELECT count(*) FROM sqlite_schema') === 0) return 'empty'
  if (id !== form.applicationId)
    throw new SightlineError('case.damaged', `expected ${path} to be a ${form.kind}, found another database`)
  if (version > form.version)
    throw new SightlineError(
      'case.version',
      `${path} is a ${form.kind} of version ${version}; this Sightline knows versions up to ${form.version}`,
    )
  return 'made'
}

function make(db: Database, path: string, form: DatabaseForm): void {
  inTransaction(db, path, () => {
    // Again inside the transaction: another process may have been quicker.
    if (checkForm(db, path, form) === 'made') return
    db.exec(form.schema)
    db.exec(`PRAGMA application_id = ${form.applicationId}; PRAGMA user_version = ${form.version}`)
  })
}

function openReadOnly(path: string): Database {
  const db = new DatabaseSync(path, { readOnly: true, timeout: waitMs })
  try {
    numberOf(db, 'PRAGMA application_id')
    return db
  } catch (error) {
    db.close()
    // WAL needs its side files even for reading. Where they cannot be made and none is there, nobody is writing
    // and nothing waits in a WAL, so the main file may be read as one that does not change.
    const needsSideFiles = (resultCode(error) ?? 0) === 14 || ((resultCode(error) ?? 0) & 0xff) === 8
    if (!needsSideFiles || bytesAt(`${path}-wal`) > 0) throw error
    const url = pathToFileURL(resolve(path))
    url.searchParams.set('immutable', '1')
    return new DatabaseSync(url, { readOnly: true })
  }
}

/** Makes an empty file that only its owner can read. An existing file is not opened (see the lock rule above). */
function createPrivately(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
    const dir = openSync(dirname(path), 'r')
    try {
      fsyncSync(dir)
    } finally {
      closeSync(dir)
    }
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
}

function numberOf(db: Database, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0])
}

/** SQLite's extended result code. */
function resultCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : null
}

function isBusy(error: unknown): boolean {
  return ((resultCode(error) ?? 0) & 0xff) === 5
}

function isFull(path: string): boolean {
  try {
    return statfsSync(dirname(path)).bavail === 0
  } catch {
    return false // the folder itself cannot be read: the first error says more
  }
}

function bytesAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
