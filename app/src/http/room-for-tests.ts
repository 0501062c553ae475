// A room over a folder with one recording, for the tests of its routes.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Fact } from '@sightline/core/case'
import pino from 'pino'
import { AccessLog, accessPath } from '../case/access-log.ts'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { Notes } from '../case/notes.ts'
import { accountWork } from '../derive/account-work.ts'
import { editWork } from '../derive/edit-work.ts'
import type { Recipes } from '../derive/recipe.ts'
import { Workshop } from '../derive/workshop.ts'
import { type Prober, takeIn } from '../intake/intake.ts'
import { ReleaseDesk, type ReleaseDeskParts } from '../release/release-desk.ts'
import { sqliteLogStore } from '../store/sqlite-log-store.ts'
import { TakeAwayDesk } from '../take-away/desk.ts'
import { startRoomServer } from './server.ts'

const clock = { now: () => new Date('2026-03-04T05:06:07.008Z') }
const nothing = { version: 1, make: async () => ({ outputs: [], partial: null, oddities: [] }) }
const recipes: Recipes = { sound: nothing, listening: nothing, review: nothing, small: nothing }
/** The bytes of the one recording in the folder, as received. */
export const original = Buffer.concat([
  Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex'),
  Buffer.from('the bytes as received'),
])

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
  readonly bytes: Buffer
}

/** A room over a folder with one recording and the given texts, and a way to ask it anything, headers included. */
export async function room(
  context: TestContext,
  texts: Readonly<Record<string, string>> = {},
  releasing: Partial<ReleaseDeskParts> = {},
) {
  const dir = mkdtempSync(join(tmpdir(), 'sightline-http-'))
  const stack = new AsyncDisposableStack()
  context.after(async () => {
    await stack.disposeAsync()
    rmSync(dir, { recursive: true, force: true })
  })
  const folder = join(dir, 'folder')
  const pageDir = join(dir, 'page')
  mkdirSync(folder)
  mkdirSync(pageDir)
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html><title>room</title>')
  writeFileSync(join(pageDir, 'sizes.json'), '{}')
  mkdirSync(join(pageDir, 'parts'))
  writeFileSync(join(pageDir, 'parts', 'help-A1B2.js'), 'export {}')
  writeFileSync(join(folder, 'a b.mp4'), original)
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  const keeper = stack.use(await CaseKeeper.open(join(dir, 'case'), clock))
  const access = stack.use(AccessLog.open(keeper.dir, clock))
  const probe: Prober =
    async () =>
    async (recording): Promise<Fact> => ({
      type: 'recording-refused',
      detail: { v: 1, recording, why: { code: 'media.unreadable', message: 'not looked at' }, tool: 'none' },
    })
  await keeper.enter(
    [{ type: 'person-named', detail: { v: 1, person: 'p1', name: 'N', basis: 'self-declared' } }],
    machine,
  )
  const signal = new AbortController().signal
  await takeIn({ keeper, folder, probe, signal, onProgress: () => undefined })
  const log = pino({ level: 'silent' })
  const placer = { isCurrent: () => true, place: async () => undefined }
  const workshop = stack.use(
    new Workshop({
      keeper,
      folder,
      recipes,
      placer,
      accounts: accountWork(),
      edits: editWork([]),
      atOnce: 1,
      tool: 'none',
      now: () => 0,
      log,
    }),
  )
  const notes = new Notes(keeper.dir)
  const desk = stack.use(new TakeAwayDesk({ keeper, folder, now: clock.now, log }))
  const releaseDesk = stack.use(
    new ReleaseDesk({
      ...{ keeper, access, folder, log, listen: '127.0.0.1', required: [], previewPort: 0 },
      ...{ key: null, into: null, stamping: { kind: 'none' }, roomDir: join(dir, 'page') },
      ...releasing,
    }),
  )
  const parts = {
    releaseDesk,
    keeper,
    workshop,
    access,
    desk,
    notes,
    folder,
    person: 'p1',
    required: [],
    tool: 't',
    pageDir,
    log,
  }
  const server = stack.use(await startRoomServer(parts, { listen: '127.0.0.1', port: 0 }))
  const address = new URL(server.address)
  const token = address.searchParams.get('token') ?? assert.fail('the address carries the key')
  const port = Number(address.port)
  const cookie = `sightline-${port}=${token}`
  const ask = (path: string, { method = 'GET', headers = {}, body = '' } = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
        got => {
          const chunks: Buffer[] = []
          got.on('data', (chunk: Buffer) => chunks.push(chunk))
          got.on('end', () => {
            const bytes = Buffer.concat(chunks)
            resolve({ status: got.statusCode ?? 0, headers: got.headers, body: bytes.toString(), bytes })
          })
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const recording = [...keeper.state().recordings.keys()][0] ?? assert.fail('there is a recording')
  return { ask, token, cookie, port, recording, keeper, folder, workshop }
}

/** What the access log of a case holds. */
export async function viewings(dir: string) {
  await using log = sqliteLogStore(accessPath(dir), { log: 'access', readOnly: true })
  const bodies = []
  for await (const { body } of log.read()) bodies.push(JSON.parse(Buffer.from(body as Uint8Array).toString()))
  return bodies
}
