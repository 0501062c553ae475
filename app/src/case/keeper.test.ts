import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import test, { type TestContext } from 'node:test'
import type { Command, Fact } from '@sightline/core/case'
import { writeBody } from '@sightline/core/custody'
import { SightlineError } from '@sightline/core/errors'
import { sqliteLogStore } from '../store/sqlite-log-store.ts'
import { AccessLog } from './access-log.ts'
import { CaseKeeper, logPath, machine, readCase } from './keeper.ts'

const clock = { now: () => new Date('2026-03-04T05:06:07.008Z') }
const opened: Fact = { type: 'case-opened', detail: { v: 1, title: 'a case' } }
const named = (n: number): Fact => ({
  type: 'person-named',
  detail: { v: 1, person: `p${n}`, name: `Person ${n}`, basis: 'self-declared' },
})

function caseDir(context: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-keeper-'))
  context.after(() => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'case')
}

test('a case reopens as it was left', async context => {
  const dir = caseDir(context)
  const first = await CaseKeeper.open(dir, clock)
  await first.enter([opened, named(1)], machine)
  const before = first.state()
  await first[Symbol.asyncDispose]()
  await using second = await CaseKeeper.open(dir, clock)
  assert.deepEqual(second.state(), before)
  assert.equal(second.state().openedAt, '2026-03-04T05:06:07.008Z')
})

test('a case has one writer, and readers beside it', async context => {
  const dir = caseDir(context)
  await using keeper = await CaseKeeper.open(dir, clock)
  await keeper.enter([opened], machine)
  await assert.rejects(
    CaseKeeper.open(dir, clock),
    error => error instanceof SightlineError && error.code === 'case.locked',
  )
  assert.deepEqual(await readCase(dir), keeper.state())
})

test('facts entered at the same time stand one after the other, and listeners hear them in order', async context => {
  await using keeper = await CaseKeeper.open(caseDir(context), clock)
  const heard: number[] = []
  keeper.onEntries(entries => heard.push(...entries.map(entry => entry.seq)))
  const seqs = await Promise.all(Array.from({ length: 20 }, (_, n) => keeper.enter([named(n + 1)], machine)))
  assert.deepEqual(
    seqs,
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
  assert.deepEqual(heard, seqs)
})

test('a refused command leaves the case and its turn as they were', async context => {
  await using keeper = await CaseKeeper.open(caseDir(context), clock)
  await keeper.enter([opened], machine)
  const command: Command = { do: 'clear-recording', recording: 'f'.repeat(64), rev: 1, reason: 'r' }
  await assert.rejects(keeper.command(command, machine), /is not in this case/)
  assert.equal(await keeper.enter([named(1)], machine), 2)
})

test('an entry of a newer version stops the opening with a sentence instead of being passed over', async context => {
  const dir = caseDir(context)
  await (await CaseKeeper.open(dir, clock))[Symbol.asyncDispose]()
  const log = sqliteLogStore(logPath(dir))
  const salt = '0'.repeat(32)
  const at = clock.now().toISOString()
  await log.append(0, [writeBody({ salt, at, type: 'moon-landed', agent: machine, detail: { v: 1 } })])
  await log[Symbol.asyncDispose]()
  const isNewer = (error: unknown) => error instanceof SightlineError && error.code === 'case.version'
  await assert.rejects(CaseKeeper.open(dir, clock), isNewer)
})

test('an entry that could not be read back is never written', async context => {
  await using keeper = await CaseKeeper.open(caseDir(context), clock)
  const strange = { type: 'moon-landed', detail: { v: 1 } } as unknown as Fact
  await assert.rejects(keeper.enter([strange], machine), /can be read back/)
  assert.equal(await keeper.enter([opened], machine), 1)
})

test('a damaged body stops the opening and names the entry', async context => {
  const dir = caseDir(context)
  const keeper = await CaseKeeper.open(dir, clock)
  await keeper.enter([opened, named(1)], machine)
  await keeper[Symbol.asyncDispose]()
  const db = new DatabaseSync(logPath(dir))
  db.exec("DROP TRIGGER entry_unchanged; UPDATE entry SET body = x'7b' WHERE seq = 2")
  db.close()
  await assert.rejects(CaseKeeper.open(dir, clock), /entry 2 of the custody log/)
})

test('the head of the access log is entered once a day at most, and only when something was seen', async context => {
  let day = 1
  const calendar = { now: () => new Date(Date.UTC(2026, 0, day)) }
  const dir = caseDir(context)
  await using keeper = await CaseKeeper.open(dir, calendar)
  await using access = AccessLog.open(dir, calendar)
  const entered = async () => {
    const before = keeper.state().seq
    await access.enterHead(keeper)
    return keeper.state().seq - before
  }
  assert.equal(await entered(), 0)
  await access.enter({ saw: 'room' }, 'p1')
  assert.equal(await entered(), 1)
  await access.enter({ saw: 'room' }, 'p1')
  assert.equal(await entered(), 0)
  day = 2
  assert.equal(await entered(), 1)
  assert.equal(keeper.state().access?.length, 2)
})
