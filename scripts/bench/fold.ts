/** How long 100,000 entries take to read and to fold into a case. */
import { type Entry, foldAll, readEntry } from '../../core/src/case/index.ts'

const count = 100_000
const recordings = 2_000

/** A case as a busy desk leaves it: many recordings, each derived and placed, then pinned and described over and over. */
function bodies(): unknown[] {
  const agent = { kind: 'machine', name: 'bench', version: '1' }
  const body = (at: number, type: string, detail: unknown) => ({
    v: 1,
    salt: '00'.repeat(16),
    at: new Date(Date.UTC(2024, 0, 1) + at * 1000).toISOString(),
    type,
    agent,
    detail,
  })
  const idOf = (at: number) => (at % recordings).toString(16).padStart(64, '0')
  return Array.from({ length: count }, (_, at) => {
    const recording = idOf(at)
    if (at < recordings) {
      const file = {
        path: `camera ${at}.mp4`,
        encoded: false,
        kind: 'recording',
        format: 'mp4',
        sha256: recording,
        bytes: 1_000_000,
        changedMs: 0,
        why: null,
        listing: null,
      }
      return body(at, 'file-received', { v: 1, file })
    }
    const start = at * 1000
    if (at % 2 === 0) {
      const placement = { kind: 'placed', group: 'g1', start, driftPpm: 1.5, errorMs: 0.4, by: 'sound' }
      return body(at, 'placement-computed', { v: 1, recording, placement, inputs: recording })
    }
    const pin = { recording, start, driftPpm: 0, errorMs: null, evidence: { how: 'typed' }, reason: 'heard' }
    return body(at, 'placement-pinned', { v: 1, ...pin })
  })
}

export function benchFold(): void {
  const written = bodies()
  const beforeReading = performance.now()
  const entries = written.map((body, at) => {
    const entry = readEntry(body)
    if ('kind' in entry) throw new Error(entry.message)
    return { seq: at + 1, entry: entry as Entry }
  })
  const beforeFolding = performance.now()
  const state = foldAll(entries)
  const done = performance.now()
  if (state.recordings.size !== recordings) throw new Error(`folded ${state.recordings.size} recordings`)
  console.log(`read ${count} entries: ${Math.round(beforeFolding - beforeReading)} ms`)
  console.log(`fold ${count} entries: ${Math.round(done - beforeFolding)} ms`)
}
