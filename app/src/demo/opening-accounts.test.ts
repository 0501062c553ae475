import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import test from 'node:test'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { accountWork } from '../derive/account-work.ts'
import { takeIn } from '../intake/intake.ts'
import { accountsOf } from '../take-away/accounts-files.ts'
import { enterAccounts, readPreparedAccounts } from './opening-accounts.ts'

const demo = resolve(import.meta.dirname, '../../../demo/lark-yard')

test('what the demo’s people say of its accounts is entered once their texts are read, and only once', async context => {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-demo-accounts-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(demo, 'files/accounts'), join(folder, 'accounts'), { recursive: true })
  const prepared = await readPreparedAccounts(join(demo, 'work/accounts.json'))
  const { signal } = new AbortController()
  const clock = { now: () => new Date('2026-06-22T09:00:00.000Z') }
  await using keeper = await CaseKeeper.open(join(folder, '.sightline'), clock)
  const people = ['Demo desk', 'R. Imani', 'T. Okoro'].map(
    (name, at) =>
      ({
        type: 'person-named',
        detail: { v: 1, person: `p${at + 1}`, name, basis: 'self-declared' },
      }) as const,
  )
  await keeper.enter(people, machine)
  const probe = async () => async () => assert.fail('there is no recording')
  await takeIn({ keeper, folder, probe, signal, onProgress: () => undefined })
  const entering = enterAccounts(keeper, prepared, signal)
  await accountWork().work(keeper, folder, signal)
  await entering
  const { matters, statements, statedDays, accounts, seq } = keeper.state()
  assert.deepEqual(
    [...statedDays.values()].map(({ of, days }) => [of.kind, days.from]),
    [['event', prepared.event.day]],
  )
  assert.equal(matters.size, prepared.matters.length)
  assert.equal(statements.size, prepared.statements.length)
  assert.ok([...accounts.values()].every(({ said }) => said !== null))
  const { rows, unfound } = await accountsOf(keeper.state(), keeper.content)
  assert.deepEqual(unfound, [])
  assert.deepEqual(
    rows.slice(0, matters.size).map(({ matter }) => matter?.name),
    prepared.matters.map(({ name }) => name),
  )
  await enterAccounts(keeper, prepared, signal)
  assert.equal(keeper.state().seq, seq)
})

test('when the room closes before the accounts are read nothing is entered and nobody waits', async context => {
  const folder = mkdtempSync(join(tmpdir(), 'sightline-demo-closing-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(demo, 'files/accounts'), join(folder, 'accounts'), { recursive: true })
  const prepared = await readPreparedAccounts(join(demo, 'work/accounts.json'))
  const closing = new AbortController()
  const clock = { now: () => new Date('2026-06-22T09:00:00.000Z') }
  await using keeper = await CaseKeeper.open(join(folder, '.sightline'), clock)
  const probe = async () => async () => assert.fail('there is no recording')
  await takeIn({ keeper, folder, probe, signal: closing.signal, onProgress: () => undefined })
  const entering = enterAccounts(keeper, prepared, closing.signal)
  closing.abort()
  await entering
  assert.equal(keeper.state().matters.size, 0)
})
