/** What every LogStore must do. Each implementation's test runs the whole suite. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyHead, type LogHead, maxBodyBytes, nextLine, parseHeaderLine } from '@sightline/core/custody'
import type { ErrorCode } from '@sightline/core/errors'
// biome-ignore lint/correctness/noUndeclaredDependencies: a part of tests, although its name does not end in .test.ts
import fc from 'fast-check'
import { checkLog } from './check.ts'
import type { LogRecord, LogStore } from './log-store.ts'
import { sha256 } from './sha256.ts'

/** Runs the suite on stores that `open` makes, each empty. */
export function logStoreContract(name: string, open: () => LogStore): void {
  test(`${name}: a new log is empty and verifies`, async () => {
    await using log = open()
    assert.deepEqual(await log.head(), emptyHead)
    assert.deepEqual(await all(log), [])
    assert.deepEqual((await checkLog(log, { kind: 'equals', ...emptyHead })).faults, [])
  })

  test(`${name}: what is appended is read back, chained by the lines of the core`, async () => {
    await using log = open()
    const given = bodies('one', '', 'three')
    const head = await log.append(0, given)
    const { lines, head: expected } = chained(given)
    assert.deepEqual(head, expected)
    assert.deepEqual(await log.head(), expected)
    assert.deepEqual(
      await all(log),
      given.map((body, i) => ({ seq: i + 1, line: lines[i], body })),
    )
    assert.deepEqual((await checkLog(log, { kind: 'equals', ...expected })).faults, [])
  })

  test(`${name}: any part of a log can be read`, async () => {
    await using log = open()
    await log.append(0, bodies(...'abcdefg'))
    const seqs = async (from?: number, limit?: number) => (await all(log, from, limit)).map(({ seq }) => seq)
    assert.deepEqual(await seqs(), [1, 2, 3, 4, 5, 6, 7])
    assert.deepEqual(await seqs(6), [6, 7])
    assert.deepEqual(await seqs(2, 3), [2, 3, 4])
    assert.deepEqual(await seqs(6, 9), [6, 7])
    assert.deepEqual(await seqs(2, 0), [])
    assert.deepEqual(await seqs(8), [])
  })

  test(`${name}: thousands of entries are read in order, each once`, async () => {
    await using log = open()
    const given = Array.from({ length: 2345 }, (_, i) => bytes(`entry ${i + 1}`))
    const head = await log.append(0, given)
    const read = await all(log)
    assert.deepEqual(
      read.map(({ body }) => body),
      given,
    )
    assert.deepEqual(
      read.map(({ line }) => parseHeaderLine(line)?.seq),
      given.map((_, i) => i + 1),
    )
    assert.deepEqual((await checkLog(log, { kind: 'equals', ...head })).faults, [])
  })

  test(`${name}: who has not seen the last entry cannot append`, async () => {
    await using log = open()
    await log.append(0, bodies('one', 'two'))
    const before = await all(log)
    for (const expectedSeq of [0, 1, 3, -1]) {
      await assert.rejects(log.append(expectedSeq, bodies('late')), withCode('case.stale'))
      await assert.rejects(log.append(expectedSeq, []), withCode('case.stale'))
    }
    assert.deepEqual(await all(log), before)
  })

  test(`${name}: of two appends at once that expect the same, one is refused`, async () => {
    await using log = open()
    const done = await Promise.allSettled([log.append(0, bodies('a', 'b')), log.append(0, bodies('c'))])
    assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    assert.deepEqual((await checkLog(log)).faults, [])
  })

  test(`${name}: a batch with one body over the limit is refused whole`, async () => {
    await using log = open()
    await log.append(0, [new Uint8Array(maxBodyBytes)])
    const tooLong = [bytes('small'), new Uint8Array(maxBodyBytes + 1)]
    await assert.rejects(log.append(1, tooLong), withCode('usage.wrong'))
    assert.equal((await log.head()).seq, 1)
  })

  test(`${name}: nothing to append changes nothing`, async () => {
    await using log = open()
    assert.deepEqual(await log.append(0, []), emptyHead)
    const head = await log.append(0, bodies('one'))
    assert.deepEqual(await log.append(1, []), head)
  })

  test(`${name}: batches of any sizes give the same lines`, async () => {
    const some = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(some, fc.array(fc.integer({ min: 1, max: 5 })), async (given, sizes) => {
        await using log = open()
        let at = 0
        for (const size of [...sizes, given.length]) {
          await log.append(Math.min(at, given.length), given.slice(at, at + size))
          at += size
        }
        const read = await all(log)
        assert.deepEqual(
          read.map(({ line }) => line),
          chained(given).lines,
        )
        assert.deepEqual(
          read.map(({ body }) => body),
          given,
        )
      }),
      { numRuns: 15 },
    )
  })

  test(`${name}: what is appended while reading belongs to the next reading`, async () => {
    await using log = open()
    await log.append(0, bodies('one', 'two'))
    const seen: number[] = []
    for await (const { seq } of log.read()) {
      seen.push(seq)
      await log.append(seq + 1, bodies('more'))
    }
    assert.deepEqual(seen, [1, 2])
    assert.equal((await log.head()).seq, 4)
  })

  test(`${name}: the bytes of a caller are his own`, async () => {
    await using log = open()
    const mine = bytes('mine')
    await log.append(0, [mine])
    mine.fill(0)
    const [first] = await all(log)
    assert.deepEqual(first?.body, bytes('mine'))
    if (first?.body instanceof Uint8Array) first.body.fill(0)
    assert.deepEqual((await all(log))[0]?.body, bytes('mine'))
  })

  test(`${name}: an expunged body is gone, its line stays, and the log goes on`, async () => {
    await using log = open()
    const given = bodies('one', 'two', 'three')
    const head = await log.append(0, given)
    await log.expunge(2)
    await log.expunge(2)
    assert.deepEqual(
      (await all(log)).map(({ body }) => body),
      [given[0], 'expunged', given[2]],
    )
    assert.deepEqual(await log.head(), head)
    assert.deepEqual(await checkLog(log, { kind: 'equals', ...head }), {
      ...head,
      withheld: [],
      expunged: [2],
      faults: [],
    })
    await log.append(3, bodies('four'))
    assert.deepEqual((await checkLog(log, { kind: 'extends', ...head })).faults, [])
  })

  test(`${name}: an entry that is not there cannot be expunged`, async () => {
    await using log = open()
    await log.append(0, bodies('one'))
    for (const seq of [0, 2]) await assert.rejects(log.expunge(seq), withCode('case.unknown'))
    assert.deepEqual((await all(log))[0]?.body, bytes('one'))
  })

  test(`${name}: a checkpoint gives the head that it covers`, async () => {
    await using log = open()
    assert.deepEqual(await log.checkpoint(), emptyHead)
    assert.deepEqual(await log.checkpoint(), await log.append(0, []))
    const head = await log.append(0, bodies('one'))
    assert.deepEqual(await log.checkpoint(), head)
  })
}

/** The entries of a log as an array. */
export async function all(log: LogStore, from?: number, limit?: number): Promise<LogRecord[]> {
  const records: LogRecord[] = []
  for await (const { seq, line, body } of log.read(from, limit))
    records.push({ seq, line, body: body instanceof Uint8Array ? new Uint8Array(body) : body })
  return records
}

/** The UTF-8 bytes of a text, in a buffer of its own. */
export function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text))
}

export function bodies(...texts: readonly string[]): Uint8Array[] {
  return texts.map(bytes)
}

/** For `assert.throws` and `assert.rejects`: an error of ours with this code. */
export function withCode(code: ErrorCode): { readonly name: 'SightlineError'; readonly code: ErrorCode } {
  return { name: 'SightlineError', code }
}

function chained(given: readonly Uint8Array[]): {
  readonly lines: readonly string[]
  readonly head: LogHead
} {
  let head = emptyHead
  const lines = given.map(body => {
    const next = nextLine(head, body, sha256)
    head = next.head
    return next.line
  })
  return { lines, head }
}
