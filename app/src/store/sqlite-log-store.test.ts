import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { checkLog } from './check.ts'
import { all, bodies, bytes, logStoreContract, withCode } from './log-store.contract.ts'
import { openForWriting } from './sqlite.ts'
import { sqliteLogStore } from './sqlite-log-store.ts'

const root = mkdtempSync(join(tmpdir(), 'sightline-log-'))
after(() => rmSync(root, { recursive: true, force: true }))

let made = 0
const newFolder = () => mkdtempSync(join(root, `${++made}-`))
const newPath = () => join(newFolder(), 'custody.sqlite')

logStoreContract('log in SQLite', () => sqliteLogStore(newPath()))

test('a log that is closed and opened again is the same', async () => {
  const path = newPath()
  const head = await appended(path, bodies('one', 'two'))
  await using log = sqliteLogStore(path)
  assert.deepEqual(await log.head(), head)
  assert.deepEqual(
    (await all(log)).map(({ body }) => body),
    bodies('one', 'two'),
  )
})

test('a reader beside a running writer sees each append at once, and cannot write', async () => {
  const path = newPath()
  await using writer = sqliteLogStore(path)
  await using reader = sqliteLogStore(path, { readOnly: true })
  assert.equal((await reader.head()).seq, 0)
  const head = await writer.append(0, bodies('one'))
  assert.deepEqual(await reader.head(), head)
  assert.equal((await all(reader)).length, 1)
  await assert.rejects(reader.append(1, bodies('two')), withCode('store.failed'))
  await assert.rejects(reader.expunge(1), withCode('store.failed'))
  assert.deepEqual((await checkLog(writer, { kind: 'equals', ...head })).faults, [])
})

test('of two that write one file, the one who has not seen the last entry is refused', async () => {
  const path = newPath()
  await using first = sqliteLogStore(path)
  await using second = sqliteLogStore(path)
  await first.append(0, bodies('one'))
  await assert.rejects(second.append(0, bodies('other')), withCode('case.stale'))
  await second.append(1, bodies('two'))
  assert.deepEqual((await checkLog(first)).faults, [])
  assert.equal((await first.head()).seq, 2)
})

test('commits wait for the disk: WAL with synchronous FULL, and nothing kept in /tmp', () => {
  const path = newPath()
  const db = openForWriting(path, {
    kind: 'trial',
    applicationId: 7,
    version: 1,
    schema: 'CREATE TABLE t (a)',
  })
  const setting = (name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  assert.deepEqual(
    ['journal_mode', 'synchronous', 'temp_store', 'secure_delete', 'foreign_keys'].map(setting),
    ['wal', 2, 2, 1, 1],
  )
  db.close()
})

test('after a checkpoint the main file alone is the whole log', async () => {
  const path = newPath()
  await using log = sqliteLogStore(path)
  const head = await log.append(0, bodies('one', 'two'))
  await log.checkpoint()
  // Copied by SQLite's own hands: opening the file by other means would drop the locks of this process.
  const copy = newPath()
  const db = new DatabaseSync(path, { readOnly: true })
  assert.equal(statSync(`${path}-wal`).size, 0)
  db.exec(`VACUUM INTO '${copy}'`)
  db.close()
  await using copied = sqliteLogStore(copy, { readOnly: true })
  assert.deepEqual((await checkLog(copied, { kind: 'equals', ...head })).faults, [])
})

test('a log can be read in a folder and by a user that cannot write', async () => {
  const folder = newFolder()
  const path = join(folder, 'custody.sqlite')
  const head = await appended(path, bodies('one'))
  chmodSync(root, 0o755)
  chmodSync(path, 0o444)
  chmodSync(folder, 0o555)
  const isRoot = process.getuid?.() === 0
  // root may write everywhere, so root becomes somebody else for the while.
  if (isRoot) process.seteuid?.(65_534)
  try {
    await using log = sqliteLogStore(path, { readOnly: true })
    assert.deepEqual(await log.head(), head)
    assert.deepEqual((await checkLog(log)).faults, [])
    assert.deepEqual(readdirSync(folder), ['custody.sqlite'])
  } finally {
    if (isRoot) process.seteuid?.(0)
    chmodSync(folder, 0o755)
  }
})

test('only the owner can read what is made', async () => {
  const path = newPath()
  await using log = sqliteLogStore(path)
  await log.append(0, bodies('one'))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) assert.equal(statSync(file).mode & 0o777, 0o600)
})

test('the access log and the custody log are never taken for each other', async () => {
  const path = newPath()
  await sqliteLogStore(path, { log: 'access' })[Symbol.asyncDispose]()
  assert.throws(() => sqliteLogStore(path), withCode('case.damaged'))
  assert.throws(() => sqliteLogStore(path, { readOnly: true }), withCode('case.damaged'))
  await sqliteLogStore(path, { log: 'access', readOnly: true })[Symbol.asyncDispose]()
})

test('a file of another kind is refused and left as it is', () => {
  const foreign = newPath()
  const db = new DatabaseSync(foreign)
  db.exec('CREATE TABLE theirs (a)')
  db.close()
  const text = newPath()
  writeFileSync(text, 'not a database, but long enough to be read as the header of one: '.repeat(20))
  for (const path of [foreign, text]) {
    const before = readFileSync(path)
    for (const readOnly of [false, true])
      assert.throws(() => sqliteLogStore(path, { readOnly }), withCode('case.damaged'))
    assert.deepEqual(readFileSync(path), before)
  }
})

test('a log of a newer version is refused as newer', async () => {
  const path = newPath()
  await appended(path, bodies('one'))
  raw(path, 'PRAGMA user_version = 2')
  for (const readOnly of [false, true])
    assert.throws(() => sqliteLogStore(path, { readOnly }), withCode('case.version'))
})

test('reading a log that is not there makes nothing', () => {
  const path = newPath()
  assert.throws(() => sqliteLogStore(path, { readOnly: true }), withCode('case.unknown'))
  assert.equal(existsSync(path), false)
})

test('a file made by a writer that was killed before its first commit is begun anew', async () => {
  const path = newPath()
  writeFileSync(path, '')
  assert.throws(() => sqliteLogStore(path, { readOnly: true }), withCode('case.unknown'))
  const head = await appended(path, bodies('one'))
  assert.equal(head.seq, 1)
})

test('entries can be neither deleted nor rewritten by a statement that slips in', async () => {
  const path = newPath()
  await appended(path, bodies('one', 'two'))
  assert.throws(() => raw(path, 'DELETE FROM entry WHERE seq = 2'), /never deleted/)
  assert.throws(() => raw(path, "UPDATE entry SET line = 'x' WHERE seq = 2"), /only the body/)
  assert.throws(() => raw(path, "UPDATE entry SET body = x'00' WHERE seq = 2"), /only the body/)
  assert.throws(() => raw(path, 'UPDATE entry SET seq = 9 WHERE seq = 2'), /only the body/)
})

test('a change made behind the back of the store is found by the check', async () => {
  const changes: readonly (readonly [sql: string, fault: string])[] = [
    ["UPDATE entry SET body = x'00' WHERE seq = 2", '2 body-differs'],
    ['DELETE FROM entry WHERE seq = 2', '2 gap'],
    ['DELETE FROM entry WHERE seq = 3', '2 shorter'],
    ["UPDATE entry SET line = replace(line, 'seq', 'SEQ') WHERE seq = 3", '3 bad-line'],
    ['UPDATE entry SET seq = seq + 10', '1 body-missing'],
  ]
  for (const [sql, fault] of changes) {
    const path = newPath()
    const head = await appended(path, bodies('one', 'two', 'three'))
    raw(path, `DROP TRIGGER entry_stays; DROP TRIGGER entry_unchanged; ${sql}`)
    await using log = sqliteLogStore(path, { readOnly: true })
    const [first] = (await checkLog(log, { kind: 'equals', ...head })).faults
    assert.equal(`${first?.seq} ${first?.kind}`, fault, sql)
  }
})

test('a page of the file that was overwritten is reported as damage', async () => {
  const path = newPath()
  await appended(
    path,
    Array.from({ length: 200 }, (_, i) => bytes(`entry ${i} ${'x'.repeat(200)}`)),
  )
  const file = readFileSync(path)
  file.fill(0xa5, 4096 * 3, 4096 * 9)
  writeFileSync(path, file)
  await using log = sqliteLogStore(path, { readOnly: true })
  await assert.rejects(all(log), withCode('case.damaged'))
})

test('of an expunged body no byte remains in any file, whatever its size and place', async () => {
  const sizes = fc.array(fc.oneof(fc.integer({ min: 16, max: 400 }), fc.integer({ min: 400, max: 30_000 })), {
    minLength: 3,
    maxLength: 60,
  })
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), async (lengths, which) => {
      const folder = newFolder()
      const path = join(folder, 'custody.sqlite')
      const log = sqliteLogStore(path)
      const given = lengths.map((length, i) => bytes(`<${i} of secrets>`.repeat(length / 8)))
      await log.append(0, given)
      const gone = which % given.length
      await log.expunge(gone + 1)
      assert.equal(statSync(`${path}-wal`).size, 0)
      await log[Symbol.asyncDispose]()
      for (const name of readdirSync(folder)) {
        const held = readFileSync(join(folder, name))
        assert.equal(held.indexOf(`<${gone} of secrets>`), -1, name)
        assert.notEqual(held.indexOf(`<${gone === 0 ? 1 : 0} of secrets>`), -1, name)
      }
    }),
    { numRuns: 40 },
  )
})

async function appended(path: string, given: readonly Uint8Array[]) {
  await using log = sqliteLogStore(path)
  return await log.append(0, given)
}

/** What somebody does to the file with a tool of his own. */
function raw(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}
