/** How fast the custody log is appended to, read and verified, on entries of the usual size. */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkLog } from '../../app/src/store/check.ts'
import { sqliteLogStore } from '../../app/src/store/sqlite-log-store.ts'
import { parseBody, writeBody } from '../../core/src/custody/index.ts'

const entries = 100_000

function bodyOf(i: number): Uint8Array {
  const salt = i.toString(16).padStart(32, '0')
  const detail = { v: 1, recording: salt + salt, at: i * 33_367, note: 'the second person comes into view' }
  return writeBody({
    salt,
    at: '2021-04-15T09:30:00.000Z',
    type: 'moment-marked',
    agent: { kind: 'person', person: 'p1' },
    detail,
  })
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  console.log(`${what.padEnd(62)} ${((performance.now() - began) / 1000).toFixed(3)} s`)
  return result
}

/** Prints one line a measurement. Throws when the chain it made does not verify. */
export async function benchCustody(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-bench-'))
  const path = join(dir, 'custody.sqlite')
  try {
    await using log = sqliteLogStore(path)
    let seq = 0
    async function append(count: number, batch: number): Promise<void> {
      for (const end = seq + count; seq < end; ) {
        const bodies = Array.from({ length: Math.min(batch, end - seq) }, (_, i) => bodyOf(seq + i + 1))
        ;({ seq } = await log.append(seq, bodies))
      }
    }
    await timed('write and append 200 entries, one at a time (200 syncs)', () => append(200, 1))
    await timed('write and append 5,000 entries, 100 at a time (50 syncs)', () => append(5000, 100))
    await timed('write and append 5,000 entries, 5,000 at a time (1 sync)', () => append(5000, 5000))
    await timed(`write and append the rest up to ${entries}, 1,000 at a time`, () =>
      append(entries - seq, 1000),
    )
    console.log(
      `  ${bodyOf(1).length} bytes a body, ${(statSync(path).size / entries).toFixed(0)} bytes of file an entry`,
    )
    let bytes = 0
    await timed(`read ${entries} entries`, async () => {
      for await (const { body } of log.read()) bytes += body.length
    })
    await timed(`read and parse ${entries} bodies`, async () => {
      for await (const { body } of log.read()) if (typeof body !== 'string') bytes += parseBody(body).v
    })
    const { faults } = await timed(`read and verify a chain of ${entries}`, () => checkLog(log))
    if (faults.length > 0 || bytes === 0) throw new Error('the chain does not verify')
  } finally {
    rmSync(dir, { recursive: true })
  }
}
