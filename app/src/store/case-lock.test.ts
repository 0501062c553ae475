import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { caseLock, readHolder } from './case-lock.ts'
import { withCode } from './log-store.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'sightline-lock-'))
after(() => rmSync(root, { recursive: true, force: true }))

const newFolder = () => join(mkdtempSync(join(root, 'case-')), 'case')
const at = new Date('2021-04-15T09:30:00.000Z')

test('one writer at a time: the second is told which process holds the case and since when', async () => {
  const dir = newFolder()
  await using lock = await caseLock(dir, at)
  const holder = { v: 1, pid: process.pid, host: hostname(), since: '2021-04-15T09:30:00.000Z' }
  assert.deepEqual(lock.holder, holder)
  assert.deepEqual(await readHolder(dir), holder)
  const { v, ...detail } = holder
  await assert.rejects(caseLock(dir), { ...withCode('case.locked'), detail })
  await assert.rejects(caseLock(dir), {
    message: new RegExp(`process ${process.pid} on .*, since 2021-04-15T09:30`),
  })
  assert.equal(v, 1)
})

test('a lock that is given back is free, and giving it back twice does not free the next one', async () => {
  const dir = newFolder()
  const first = await caseLock(dir, at)
  await first[Symbol.asyncDispose]()
  assert.equal(existsSync(join(dir, 'holder.json')), false)
  await using second = await caseLock(dir, at)
  await first[Symbol.asyncDispose]()
  assert.deepEqual(await readHolder(dir), second.holder)
  await assert.rejects(caseLock(dir), withCode('case.locked'))
})

test('two cases are held at once', async () => {
  await using one = await caseLock(newFolder(), at)
  await using other = await caseLock(newFolder(), at)
  assert.equal(one.holder.pid, other.holder.pid)
})

test('only the owner can read the lock and its note', async () => {
  const dir = newFolder()
  await using _ = await caseLock(dir, at)
  assert.equal(statSync(dir).mode & 0o777, 0o700)
  for (const name of ['lock.sqlite', 'holder.json'])
    assert.equal(statSync(join(dir, name)).mode & 0o777, 0o600)
})

test('of many that start together exactly one gets the case', async () => {
  const dir = newFolder()
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => caseLock(dir, at)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('the lock of a process that was killed is free at once, whatever its note says', async () => {
  const dir = newFolder()
  const program = `
    const { caseLock } = await import(${JSON.stringify(new URL('./case-lock.ts', import.meta.url).href)})
    await caseLock(${JSON.stringify(dir)}, new Date('2021-04-15T09:30:00.000Z'))
    console.log('held')
    setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(child.stdout, 'data')
    await assert.rejects(caseLock(dir), { message: new RegExp(`process ${child.pid} on `) })
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  assert.equal((await readHolder(dir))?.pid, child.pid)
  await using lock = await caseLock(dir, at)
  assert.deepEqual(await readHolder(dir), lock.holder)
})

test('a note that is not ours does not keep anybody out, nor confuse the refusal', async () => {
  const dir = newFolder()
  await (await caseLock(dir, at))[Symbol.asyncDispose]()
  writeFileSync(join(dir, 'holder.json'), '{"pid": "none"}')
  chmodSync(join(dir, 'holder.json'), 0o600)
  await using lock = await caseLock(dir, at)
  writeFileSync(join(dir, 'holder.json'), 'garbage')
  await assert.rejects(caseLock(dir), {
    ...withCode('case.locked'),
    message: /already open in another process$/,
  })
  assert.equal(lock.holder.pid, process.pid)
})
