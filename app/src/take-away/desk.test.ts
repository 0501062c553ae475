import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import test, { after, before } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { TakeAway } from '@sightline/core/api'
import type { StoredOutput } from '@sightline/core/case'
import { ProvenanceSheet } from '@sightline/core/moments'
import pino from 'pino'
import { decodedCounters, makePictureClips } from '../../../test/cases/pictures/clips.ts'
import { CaseKeeper, machine } from '../case/keeper.ts'
import { takeIn } from '../intake/intake.ts'
import { mediaProber } from '../intake/prober.ts'
import { requireDone, runTool } from '../media/run.ts'
import { TakeAwayDesk } from './desk.ts'

const clock = { now: () => new Date('2026-03-04T05:06:07.008Z') }
const signal = AbortSignal.timeout(300_000)
const person = { kind: 'person', person: 'p1' } as const
let dir: string
let keeper: CaseKeeper
let desk: TakeAwayDesk
const stack = new AsyncDisposableStack()
const id = (name: string) =>
  [...keeper.state().recordings.values()].find(each => each.firstName === name)?.id ?? assert.fail(name)

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-desk-'))
  const folder = join(dir, 'folder')
  mkdirSync(folder)
  for (const path of (await makePictureClips(dir, ['sounding', 'pal'])).values())
    renameSync(path, join(folder, basename(path)))
  keeper = stack.use(await CaseKeeper.open(join(dir, 'case'), clock))
  await keeper.enter(
    [
      { type: 'case-opened', detail: { v: 1, title: 'Two counters' } },
      { type: 'person-named', detail: { v: 1, person: 'p1', name: 'A. Reader', basis: 'self-declared' } },
    ],
    machine,
  )
  const probe = mediaProber(keeper.content, 'none')
  await takeIn({ keeper, folder, probe, signal, onProgress: () => undefined })
  const placement = { driftPpm: 0, errorMs: 0.5, evidence: { how: 'typed' } as const, reason: 'made so' }
  for (const [name, start] of [
    ['sounding.mp4', 0],
    ['pal.mkv', 1_000_000],
  ] as const) {
    const recording = keeper.state().recordings.get(id(name))
    const at = { recording: id(name), rev: recording?.rev ?? 0, start: start as never }
    await keeper.command({ do: 'pin-placement', ...at, ...placement }, person)
  }
  desk = stack.use(new TakeAwayDesk({ keeper, folder, now: clock.now, log: pino({ level: 'silent' }) }))
})
after(async () => {
  await stack.disposeAsync()
  rmSync(dir, { recursive: true, force: true })
})

async function taken(asked: unknown): Promise<readonly StoredOutput[]> {
  const request = desk.begin(asked as TakeAway, 'p1')
  for (;;) {
    const state = desk.state(request)
    if (state.kind === 'failed') throw new Error(state.message)
    if (state.kind === 'made') return state.files
    await pause(50)
  }
}

async function read({ sha256 }: StoredOutput): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of await keeper.content.read(sha256)) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

/** Keeps a file in the test's folder, so that it can be decoded by its name. */
async function kept(file: StoredOutput | undefined, name: string): Promise<string> {
  const path = join(dir, name)
  writeFileSync(path, await read(file ?? assert.fail('a file was made')))
  return path
}

async function sheetOf(files: readonly StoredOutput[]): Promise<ProvenanceSheet> {
  return ProvenanceSheet.parse(JSON.parse((await read(files[1] ?? assert.fail('it has a sheet'))).toString()))
}

async function cropped(path: string, crop: string): Promise<string> {
  const out = `cropped-${basename(path)}`
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: ['-i', basename(path), '-vf', `crop=${crop}`, '-fps_mode', 'passthrough', '-qp', '0', out],
    outputDir: dirname(path),
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, 'cropping')
  return join(dirname(path), out)
}

/** Whether there are bright letters in a part of the first frame. */
async function isLettered(path: string, crop: string): Promise<boolean> {
  const parts: Uint8Array[] = []
  const end = await runTool({
    tool: 'ffmpeg',
    input: null,
    args: [
      '-i',
      basename(path),
      '-vf',
      `crop=${crop},scale=1:1:flags=area,format=gray`,
      '-frames:v',
      '1',
      '-f',
      'rawvideo',
      'pipe:1',
    ],
    outputDir: dirname(path),
    onStdout: chunk => {
      parts.push(Uint8Array.from(chunk))
    },
    signal,
    timeLimitSeconds: 60,
  })
  requireDone(end, 'looking for letters')
  const luma = Buffer.concat(parts)
  // Black is 0 in full range; letters raise the mean of their line well above the encoder's noise.
  return (luma[0] ?? 0) > 8
}

test('a still is stored with its sheet, named in the log, and tells of its frame inside and beside', async () => {
  const at = 1_240_000
  const files = await taken({ what: 'still', recording: id('pal.mkv'), at, viewedWith: ['exposure +1'] })
  const still = await kept(files[0], 'pal-still.png')
  assert.deepEqual(await decodedCounters(still), [31])
  assert.ok((await read(files[0] as StoredOutput)).includes(`Source\0\0\0\0\0sha256:${id('pal.mkv')}`))
  const sheet = await sheetOf(files)
  assert.deepEqual(sheet.file, files[0])
  assert.deepEqual(sheet.recordings[0]?.frames, [{ frame: 31, pts: '1.24', case: '2.24' }])
  assert.deepEqual(sheet.recordings[0]?.placement, {
    ...{ group: 'g1', start: '1', driftPpm: 0, errorMs: 0.5, by: 'person' },
  })
  assert.deepEqual(
    [sheet.takenBy, sheet.takenAt, sheet.viewedWith],
    ['A. Reader', '2026-03-04T05:06:07.008Z', ['exposure +1']],
  )
  const entered = [...keeper.state().takenAway.values()].at(-1)
  assert.deepEqual([entered?.what, entered?.files, entered?.agent], ['still', files, person])
})

test('a clip of one angle holds the frames of its span and no other', async () => {
  const span = { from: 1_000_000, to: 2_000_000 }
  const files = await taken({ what: 'clip', recording: id('sounding.mp4'), ...span, viewedWith: [] })
  const counters = await decodedCounters(await cropped(await kept(files[0], 'clip.mp4'), '320:180:0:0'))
  assert.deepEqual(
    counters,
    Array.from({ length: 30 }, (_, n) => 30 + n),
  )
  const sheet = await sheetOf(files)
  assert.deepEqual(
    sheet.recordings[0]?.frames.map(({ frame }) => frame),
    [30, 59],
  )
})

test('each cell of a grid shows the frame that is current on the clock, and nothing where its angle is absent', async () => {
  const recordings = [id('sounding.mp4'), id('pal.mkv')]
  const span = { from: 500_000, to: 1_500_000 }
  const files = await taken({ what: 'grid-clip', recordings, ...span, viewedWith: [] })
  const grid = await kept(files[0], 'grid.mp4')
  const left = await decodedCounters(await cropped(grid, '640:360:0:0'))
  assert.deepEqual(
    left,
    Array.from({ length: 30 }, (_, n) => 15 + n),
  )
  const right = await decodedCounters(await cropped(grid, '640:360:640:0'))
  assert.deepEqual(
    right.slice(15),
    Array.from({ length: 15 }, (_, n) => Math.floor((n / 30) * 25 + 1e-9)),
  )
  assert.deepEqual(new Set(right.slice(0, 15)), new Set([null]))
  assert.deepEqual(
    [await isLettered(grid, '160:26:0:360'), await isLettered(grid, '160:26:0:386')],
    [true, true],
    'the frame in the first line below the picture, the case time in the second',
  )
})

test('what cannot be made says why, and enters nothing', async () => {
  const before = keeper.state().seq
  const gone = { what: 'clip', recording: id('pal.mkv'), from: 90_000_000, to: 91_000_000, viewedWith: [] }
  await assert.rejects(taken(gone), /shows no frame in this span/)
  const long = { ...gone, from: 0, to: 700_000_000 }
  await assert.rejects(taken(long), /at most 10 minutes/)
  const between = { what: 'still', recording: id('pal.mkv'), at: 5, viewedWith: [] }
  await assert.rejects(taken(between), /has no frame at 5/)
  assert.equal(keeper.state().seq, before)
})

test('a request that is given up is not made', async () => {
  const asked = {
    what: 'grid-clip',
    recordings: [id('sounding.mp4')],
    from: 0,
    to: 4_000_000,
    viewedWith: [],
  }
  const before = keeper.state().seq
  const request = desk.begin(asked as unknown as TakeAway, 'p1')
  desk.giveUp(request)
  while (desk.state(request).kind === 'making') await pause(20)
  assert.equal(desk.state(request).kind, 'failed')
  assert.equal(keeper.state().seq, before)
})

test('moments leave as a table with a sheet of their own', async () => {
  const when = { on: 'recording', recording: id('pal.mkv'), from: 1_240_000, to: null } as never
  await keeper.command(
    { do: 'mark-moment', when, region: null, name: 'Count is 31', description: null, tags: [] },
    person,
  )
  const files = await taken({ what: 'moments', as: 'csv' })
  assert.match(
    (await read(files[0] as StoredOutput)).toString(),
    /,2\.24,,instant,pal\.mkv,.*,Count is 31,,,A\. Reader,/,
  )
  assert.equal((await sheetOf(files)).what, 'moments')
})

test('the case file leaves for one reader, is entered in the log, and its private fields stay', async () => {
  await keeper.command(
    {
      do: 'enter-card',
      of: 'participant',
      said: { role: 'a neighbour', minor: 'unknown' },
      hidden: { contact: 'zzcanary' },
    },
    person,
  )
  for (const [as, name] of [
    ['report', 'case-report-press.html'],
    ['csv', 'case-file-press.csv'],
    ['jsonld', 'case-file-press.jsonld'],
  ] as const) {
    const files = await taken({ what: 'case-file', as, audience: 'press', language: 'en' })
    const text = (await read(files[0] as StoredOutput)).toString()
    assert.equal(files[0]?.name, name)
    assert.ok(text.includes('a neighbour'), as)
    assert.ok(!text.includes('zzcanary'), as)
    assert.equal((await sheetOf(files)).what, 'case-file')
  }
  assert.equal([...keeper.state().takenAway.values()].at(-1)?.what, 'case-file')
})

test('of a recording that a card holds behind a wall no picture and no moment leaves, alone or among others', async () => {
  const held = id('pal.mkv')
  await keeper.command(
    {
      do: 'enter-card',
      of: 'walled',
      said: {
        category: 'compelled-statement',
        what: 'an interview',
        heldBy: 'the board',
        maySee: ['counsel'],
        file: 'pal.mkv',
      },
      hidden: null,
    },
    person,
  )
  const before = keeper.state().seq
  const span = { from: 0, to: 1_000_000, viewedWith: [] }
  for (const asked of [
    { what: 'still', recording: held, at: 0, viewedWith: [] },
    { what: 'contact-sheet', recording: held, ...span },
    { what: 'clip', recording: held, ...span },
    { what: 'grid-clip', recordings: [id('sounding.mp4'), held], ...span },
  ])
    await assert.rejects(taken(asked), /held behind a wall/, asked.what)
  assert.equal(keeper.state().seq, before)
  for (const as of ['csv', 'vtt', 'annotations']) {
    const [file] = await taken({ what: 'moments', as })
    assert.ok(!(await read(file as StoredOutput)).toString().includes('Count is 31'), as)
  }
})
