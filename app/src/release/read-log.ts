import {
  type AbsentEntry,
  type CaseState,
  type Entry,
  foldAll,
  type Numbered,
  readEntry,
  startFolding,
} from '@sightline/core/case'
import { utf8Decode } from '@sightline/core/custody'
import { SightlineError } from '@sightline/core/errors'
import type { LogRecord } from '../store/log-store.ts'
import { sqliteLogStore } from '../store/sqlite-log-store.ts'

/** The custody log of a case up to an entry: as kept, as read, and what it comes to. */
export interface ReadLog {
  readonly records: readonly LogRecord[]
  readonly entries: readonly Numbered[]
  readonly state: CaseState
}

/** Reads a log up to entry `upTo`, or all of it. Throws 'case.damaged' or 'case.version' where an entry cannot be read. */
export async function readLog(path: string, upTo: number | null): Promise<ReadLog> {
  await using log = sqliteLogStore(path, { readOnly: true })
  const records: LogRecord[] = []
  const entries: Numbered[] = []
  const folding = startFolding()
  for await (const record of log.read(1, upTo ?? undefined)) {
    const numbered = { seq: record.seq, entry: entryOf(record) }
    records.push(record)
    entries.push(numbered)
    folding.add(numbered)
  }
  return { records, entries, state: folding.finish() }
}

/** The case as a log of which the first `length` entries are read comes to. */
export function stateAfter({ entries }: Pick<ReadLog, 'entries'>, length: number): CaseState {
  return foldAll(entries.slice(0, length))
}

function entryOf({ seq, body }: LogRecord): Entry | AbsentEntry {
  if (typeof body === 'string') return { type: body }
  const read = readEntry(JSON.parse(utf8Decode(body) ?? 'null'))
  if (!('kind' in read)) return read
  const code = read.kind === 'newer' ? 'case.version' : 'case.damaged'
  throw new SightlineError(code, `entry ${seq} of the custody log cannot be read: ${read.message}`)
}
