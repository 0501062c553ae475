import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { accountWork } from '../derive/account-work.ts'
import { takeIn } from '../intake/intake.ts'
import { accountsCommand } from './accounts.ts'
import { exitCodes } from './io.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-accounts-test-'))
after(() => rmSync(dir, { recursive: true, force: true }))

async function run(...args: readonly string[]) {
  let out = ''
  let err = ''
  const io = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  return { code: await accountsCommand(args, io), out, err }
}

/** A case over two accounts in a folder of its own; read when `isRead`. */
async function caseOver(name: string, isRead: boolean): Promise<string> {
  const folder = mkdtempSync(join(dir, name))
  writeFileSync(join(folder, 'one.txt'), 'A guard fired five shots at the van.\n')
  writeFileSync(join(folder, 'two.txt'), '=SUM(A1) was there.\nThe guard fired four shots at the van.\n')
  const clock = { now: () => new Date('2031-05-03T09:00:00.000Z') }
  await using keeper = await CaseKeeper.open(join(folder, '.sightline'), clock)
  const { signal } = new AbortController()
  const probe = async () => async () => assert.fail('there is no recording')
  await keeper.enter([{ type: 'case-opened', detail: { v: 1, title: 't' } }], machine)
  await takeIn({ keeper, folder, probe, signal, onProgress: () => undefined })
  if (isRead) await accountWork().work(keeper, folder, signal)
  return folder
}

test('the accounts of a case are a table, with candidates called so and no formula of a stranger', async () => {
  const { code, out } = await run(await caseOver('read', true))
  assert.equal(code, exitCodes.done)
  assert.match(out, /^"row","kind_of_row"/)
  assert.match(out, /"candidate conflict"/)
  assert.doesNotMatch(out, /(?:^|,)"[=+@]/m)
})

test('an account that is held behind a wall does not leave', async () => {
  const folder = await caseOver('walled', true)
  const clock = { now: () => new Date('2031-05-03T09:30:00.000Z') }
  {
    await using keeper = await CaseKeeper.open(join(folder, '.sightline'), clock)
    const person = {
      type: 'person-named',
      detail: { v: 1, person: 'p1', name: 'N', basis: 'self-declared' },
    } as const
    await keeper.enter([person], machine)
    const said = {
      ...{ category: 'compelled-statement', what: 'A statement', heldBy: 'the agency' },
      ...{ maySee: ['the agency'], file: 'one.txt' },
    }
    await keeper.command(
      { do: 'enter-card', of: 'walled', said, hidden: null },
      { kind: 'person', person: 'p1' },
    )
  }
  const { code, out } = await run(folder)
  assert.equal(code, exitCodes.done)
  assert.match(out, /two\.txt/)
  assert.doesNotMatch(out, /one\.txt|five/)
})

test('annotations and claims are written by the end of the name, and other names are refused', async () => {
  const folder = await caseOver('files', true)
  const paths = ['annotations', 'claims'].map(ending => join(dir, `x.${ending}.jsonld`))
  assert.equal((await run(folder, ...paths.flatMap(path => ['--out', path]))).code, exitCodes.done)
  for (const path of paths) assert.ok(JSON.parse(readFileSync(path, 'utf8'))['@context'])
  await assert.rejects(run(folder, '--out', join(dir, 'x.pdf')), { code: 'usage.wrong' })
  await assert.rejects(run(), { code: 'usage.wrong' })
  await assert.rejects(run(join(dir, 'nowhere')), { code: 'intake.unreadable' })
})

test('a case whose accounts are not read yet says so and ends with 1', async () => {
  const { code, err } = await run(await caseOver('unread', false))
  assert.equal(code, exitCodes.no)
  assert.match(err, /no account that has been read/)
})
