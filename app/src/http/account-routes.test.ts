import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { AccountId } from '@sightline/core/case'
import { Candidates } from '@sightline/core/side-by-side'
import { room, viewings } from './room-for-tests.ts'

const one = 'The guard fired five shots at the van.\n\n“Stay back,” Ann Lee said.\n'
const page =
  '<!doctype html><html><body><script>document.title="run"</script><article><h1>Van shot at</h1><p>The guard fired four shots at the van on Mill Road on Sunday evening.</p></article></body></html>'

/** A room over accounts, read and compared. */
async function accountsRoom(context: TestContext, files: Readonly<Record<string, string>>) {
  const opened = await room(context, files)
  await opened.workshop.idle()
  const idOf = (name: string) =>
    [...opened.keeper.state().accounts.values()].find(each => each.firstName === name)?.id ??
    assert.fail(`${name} is an account`)
  const get = (path: string) => opened.ask(path, { headers: { cookie: opened.cookie } })
  const post = async (path: string, body: object) => {
    const origin = `http://127.0.0.1:${opened.port}`
    const headers = { cookie: opened.cookie, origin, 'content-type': 'application/json' }
    return (await opened.ask(path, { method: 'POST', headers, body: JSON.stringify(body) })).status
  }
  return { ...opened, idOf, get, post }
}

test('accounts are read and compared when the folder is read, and what came of it is served', async context => {
  const { keeper, get, idOf } = await accountsRoom(context, { 'one.txt': one, 'two.html': page })
  const { comparison } = keeper.state()
  assert.equal(comparison?.kind, 'made')
  const candidates = Candidates.parse(JSON.parse((await get('/api/accounts/comparison')).body))
  const conflict = candidates.links.find(({ relation }) => relation === 'conflict')
  assert.deepEqual(conflict?.differing, ['five', 'four'])
  assert.deepEqual(
    new Set([conflict?.a.account, conflict?.b.account]),
    new Set([idOf('one.txt'), idOf('two.html')]),
  )
  const text = await get(`/api/accounts/${idOf('one.txt')}/text`)
  assert.equal(text.body, one)
  assert.match((await get(`/api/accounts/${idOf('two.html')}/text`)).body, /^Van shot at\n\nThe guard/)
})

test('an original is shown as received and can do nothing', async context => {
  const { get, idOf } = await accountsRoom(context, { 'two.html': page })
  const answer = await get(`/api/accounts/${idOf('two.html')}/original`)
  assert.equal(answer.body, page)
  assert.equal(answer.headers['content-type'], 'text/html')
  assert.match(String(answer.headers['content-security-policy']), /^sandbox; default-src 'none'/)
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
})

test('who looked at which account, and how, is in the access log', async context => {
  const { get, post, idOf, keeper } = await accountsRoom(context, { 'two.html': page })
  const account = idOf('two.html')
  await get(`/api/accounts/${account}/original`)
  assert.equal(await post('/api/viewings', { saw: 'account', account, as: 'text' }), 200)
  assert.equal(await post('/api/viewings', { saw: 'account', account, as: 'thumbnail' }), 400)
  assert.deepEqual(
    (await viewings(keeper.dir)).map(({ type, detail }) => [type, detail]),
    [
      ['account-seen', { account, as: 'original' }],
      ['account-seen', { account, as: 'text' }],
    ],
  )
})

test('what is held behind a wall is compared with nothing, and no word of it is in the result or given out', async context => {
  const { keeper, workshop, get, idOf } = await accountsRoom(context, { 'one.txt': one, 'two.html': page })
  const walled = {
    ...{ category: 'compelled-statement', what: 'A compelled statement', heldBy: 'counsel' },
    ...{ maySee: ['counsel'], file: 'one.txt' },
  }
  await keeper.command(
    { do: 'enter-card', of: 'walled', said: walled, hidden: null },
    { kind: 'person', person: 'p1' },
  )
  await workshop.idle()
  const result = (await get('/api/accounts/comparison')).body
  assert.deepEqual(Object.keys(Candidates.parse(JSON.parse(result)).accounts), [idOf('two.html')])
  assert.doesNotMatch(result, /Ann Lee/)
  for (const part of ['text', 'original'])
    assert.match((await get(`/api/accounts/${idOf('one.txt')}/${part}`)).body, /held behind a wall/)
})

test('an account that cannot be read says why, and the others are compared all the same', async context => {
  const { keeper, idOf, get } = await accountsRoom(context, {
    'one.txt': one,
    'broken.pdf': '%PDF-1.4 broken',
  })
  const reading = keeper.state().accounts.get(idOf('broken.pdf'))?.reading
  assert.equal(reading?.kind, 'refused')
  assert.match(reading?.kind === 'refused' ? reading.why.message : '', /broken\.pdf/)
  assert.equal((await get(`/api/accounts/${idOf('broken.pdf')}/text`)).status, 404)
  assert.equal(keeper.state().comparison?.kind, 'made')
})

test('a later version is compared in place of the earlier one, and told apart from it', async context => {
  const later = one.replace('five shots', 'six shots')
  const { keeper, workshop, idOf, get } = await accountsRoom(context, {
    'one.txt': one,
    'one-later.txt': later,
  })
  const [first, second] = [idOf('one.txt'), idOf('one-later.txt')]
  const before = keeper.state().comparison?.inputs
  const described = {
    outlet: 'The Paper',
    author: null,
    publishedOn: '2031-05-02',
    address: null,
    note: null,
  }
  const rev = keeper.state().accounts.get(second)?.rev ?? 0
  await keeper.command(
    { do: 'describe-account', account: second, rev, ...described, versionOf: AccountId.parse(first) },
    { kind: 'person', person: 'p1' },
  )
  await workshop.idle()
  assert.notEqual(keeper.state().comparison?.inputs, before)
  const candidates = Candidates.parse(JSON.parse((await get('/api/accounts/comparison')).body))
  assert.deepEqual(Object.keys(candidates.accounts), [second])
  const since = JSON.parse((await get(`/api/accounts/${second}/since/${first}`)).body)
  assert.ok(since.pieces.some(({ kind }: { kind: string }) => kind === 'changed'))
  assert.equal((await get(`/api/accounts/${second}/since/${'0'.repeat(64)}`)).status, 404)
})

test('a case without accounts has nothing to compare', async context => {
  const { keeper, get } = await accountsRoom(context, {})
  assert.equal(keeper.state().comparison, null)
  assert.equal((await get('/api/accounts/comparison')).status, 404)
})
