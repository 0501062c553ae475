// A release composed, looked at and published through the routes of a room: of one paper, which needs no decoder.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type CheckedStop, PreviewState, ReleaseCheck, ReleaseDeskInfo } from '@sightline/core/release-desk'
import { baseComposition, deskKey, smallRoom } from '../../../test/cases/release/desk-release.ts'
import { allowedSignersLine } from '../release/key-file.ts'
import { sha256 } from '../store/sha256.ts'
import { readTrust } from '../verify/arguments.ts'
import { verifyRelease } from '../verify/verify-release.ts'
import { room, viewings } from './room-for-tests.ts'

const paper = 'The order of the day.\n'

async function releasingRoom(context: TestContext, { canPublish = true } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-releasing-'))
  context.after(() => rmSync(dir, { recursive: true, force: true }))
  const roomDir = join(dir, 'room')
  const { files, hashes } = smallRoom(roomDir)
  writeFileSync(join(roomDir, 'list.json'), JSON.stringify({ v: 1, files, hashes, first: [] }))
  const into = join(dir, 'releases')
  mkdirSync(into)
  const releasing = canPublish ? { roomDir, into, key: deskKey } : { roomDir }
  const { ask, cookie, port, keeper, workshop } = await room(context, { 'order.txt': paper }, releasing)
  await workshop.idle()
  const origin = `http://127.0.0.1:${port}`
  const headers = { cookie, origin, 'content-type': 'application/json' }
  const send = async (path: string, value: unknown) => {
    const { status, body } = await ask(path, { method: 'POST', headers, body: JSON.stringify(value) })
    return { status, value: JSON.parse(body) }
  }
  const get = async (path: string) => JSON.parse((await ask(path, { headers: { cookie } })).body)
  const command = (value: object) => send('/api/commands', { command: value })
  const settled = async (): Promise<PreviewState> => {
    for (;;) {
      const state = PreviewState.parse(await get('/api/release/preview'))
      if (state.kind !== 'making') return state
      await new Promise(setImmediate)
    }
  }
  const giveUp = async () =>
    (await ask('/api/release/preview', { method: 'DELETE', headers: { cookie, origin } })).body
  return { into, keeper, send, get, command, settled, ask, cookie, giveUp }
}

const composition = baseComposition({
  documents: [{ file: sha256(Buffer.from(paper)), title: 'The order', rights: 'ours' }],
})

/** Keeps, drafts and approves a composition. */
async function approved(
  { send, command, keeper }: Awaited<ReturnType<typeof releasingRoom>>,
  chosen: object,
): Promise<string> {
  const draft = (await send('/api/release/compositions', chosen)).value
  const rev = keeper.state().releaseDraft?.rev ?? 0
  assert.equal((await command({ do: 'draft-release', rev, draft })).status, 200)
  const at = keeper.state().releaseDraft?.rev
  assert.equal((await command({ do: 'compose-release', rev: at, reason: 'as discussed' })).status, 200)
  return draft.sha256
}

test('what was previewed is what is published, byte for byte, once a named person went past every stop', async context => {
  const desk = await releasingRoom(context)
  const { send, settled, command, keeper, into, get } = desk
  const info = ReleaseDeskInfo.parse(await get('/api/release'))
  assert.deepEqual([info.holdsKey, info.into, info.signer?.identity], [true, into, deskKey.comment])
  const sha = await approved(desk, composition)
  assert.equal((await send('/api/release/preview', { composition: sha })).status, 200)
  const first = await settled()
  assert.ok(first.kind === 'made' && first.isCurrent, JSON.stringify(first))
  assert.equal((await send('/api/release/publish', { sealed: first.sealed, name: 'v1' })).status, 200)
  const stopped = await settled()
  assert.match(stopped.kind === 'made' ? (stopped.failure?.message ?? '') : '', /not-looked-for: screens/)

  const { stops, version } = ReleaseCheck.parse((await send('/api/release/check', composition)).value)
  const past = ({ code, what, about }: CheckedStop) =>
    command({ do: 'override-stop', version, stop: code, what, about, reason: 'it holds no pictures' })
  for (const stop of stops) assert.equal((await past(stop)).status, 200)
  const outdated = PreviewState.parse(await get('/api/release/preview'))
  assert.equal(
    outdated.kind === 'made' && outdated.isCurrent,
    false,
    'who goes past a stop stands in the release',
  )
  await send('/api/release/publish', { sealed: first.sealed, name: 'v1' })
  const differing = await settled()
  assert.equal(differing.kind === 'made' && differing.failure?.code, 'release.differs')

  await send('/api/release/preview', { composition: sha })
  const made = await settled()
  assert.ok(made.kind === 'made')
  // A draft for later changes nothing of what goes out now.
  const later = (await send('/api/release/compositions', { ...composition, title: 'Another' })).value
  await command({ do: 'draft-release', rev: keeper.state().releaseDraft?.rev, draft: later })
  assert.equal((await send('/api/release/publish', { sealed: made.sealed, name: '../v1' })).status, 400)
  await send('/api/release/publish', { sealed: made.sealed, name: 'v1' })
  const published = await settled()
  assert.equal(published.kind, 'published', JSON.stringify(published))
  const document = JSON.parse(readFileSync(join(into, 'v1/release.json'), 'utf8'))
  assert.deepEqual(
    [document.overridden.length, document.overridden[0].by, document.log.length < keeper.state().seq],
    [stops.length, 'Person 1', true],
  )
  const [sealed] = keeper.state().sealedReleases
  assert.deepEqual([sealed?.sealed, sealed?.composition.sha256], [made.sealed, sha])
  const signers = join(into, 'signers')
  writeFileSync(signers, allowedSignersLine(deskKey.comment, deskKey.wire))
  const { signal } = new AbortController()
  const worker = new URL('../verify/hash-worker.ts', import.meta.url)
  const checked = await verifyRelease(join(into, 'v1'), readTrust({ signers }, new Date()), {
    worker,
    signal,
  })
  assert.deepEqual(checked.faults, [])
})

test('the preview stands behind a door of its own, which only its address opens and which sends nobody anywhere', async context => {
  const desk = await releasingRoom(context, { canPublish: false })
  const { send, settled, get, giveUp, keeper } = desk
  const sha = await approved(desk, composition)
  await send('/api/release/preview', { composition: sha })
  const made = await settled()
  assert.ok(made.kind === 'made', JSON.stringify(made))
  const page = await fetch(`${made.address}data/index.html`)
  assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=utf-8'])
  assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'.*connect-src 'self'/)
  assert.match(
    await page.text(),
    /script-src &#39;self&#39;|script-src 'self'/,
    'its own policy stands in it',
  )
  const list = Buffer.from(await (await fetch(`${made.address}tagmanifest-sha256.txt`)).arrayBuffer())
  assert.equal(sha256(list), made.sealed, 'its name is the hash of the list that would be signed')
  const { origin, pathname } = new URL(made.address)
  await fetch(`${made.address}data/documents/d1.txt`)
  await fetch(`${made.address}data/documents/d1.txt`)
  await fetch(`${made.address}data/app.css`)
  const seen = (await viewings(keeper.dir)).filter(({ type }) => type === 'preview-seen')
  const looked = (file: string) => ['p1', { sealed: made.sealed, file }]
  assert.deepEqual(
    seen.map(({ agent, detail }) => [agent.person, detail]),
    [looked('data/index.html'), looked('data/documents/d1.txt')],
    'it is in the access log who looked at which preview, and at what in it',
  )
  for (const path of [
    '/x/p1/data/index.html',
    `${pathname}../../case/custody.sqlite`,
    `${pathname}data`,
    '/',
  ])
    assert.equal((await fetch(`${origin}${path}`)).status, 404, path)
  const refused = await send('/api/release/publish', { sealed: made.sealed, name: 'v1' })
  assert.match(refused.value.error.message, /--key and --releases/)
  assert.equal(ReleaseDeskInfo.parse(await get('/api/release')).signer, null)
  assert.deepEqual(JSON.parse(await giveUp()), { kind: 'none' })
  assert.equal((await fetch(`${made.address}data/index.html`)).status, 404)
})

test('a composition that is not one, and one that the case does not cite, are refused with what was expected', async context => {
  const { send, ask, cookie } = await releasingRoom(context)
  const wrong = await send('/api/release/compositions', { ...composition, audience: 'everyone' })
  assert.equal(wrong.status, 400)
  assert.match(wrong.value.error.message, /audience/)
  const unknown = await ask(`/api/release/compositions/${'a'.repeat(64)}`, { headers: { cookie } })
  assert.equal(unknown.status, 404)
})
