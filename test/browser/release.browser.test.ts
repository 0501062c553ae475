// A sealed release in a real browser: from a disk, from a server without ranges, and without scripts.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { readRoomBuild } from '../../app/src/release/room-files.ts'
import { newDesk } from '../cases/case-file/desk.ts'
import { generate } from '../cases/media/clips.ts'
import {
  baseComposition,
  type Film,
  outputsOf,
  recordingFacts,
  releaseDesk,
} from '../cases/release/desk-release.ts'
import { axeFaults } from './axe-faults.ts'
import { launchChromium } from './chromium.ts'

/** The third goes out in two parts. */
const ids = ['1', '2', '3'].map(digit => digit.repeat(64)) as [string, string, string]
const hostile = '</script><b id="planted">hostile</b>'

let dir: string
let root: string
let browser: Browser

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'sightline-release-'))
  await generate(
    dir,
    'film.mp4',
    '-f lavfi -i testsrc2=size=160x120:rate=25:duration=2 -c:v libx264 -preset ultrafast -g 15 -bf 0 -pix_fmt yuv420p -movflags +faststart',
  )
  const film: Film = { bytes: readFileSync(join(dir, 'film.mp4')), frames: 50, micros: 40_000 }
  const desk = newDesk()
  desk.tell(
    { type: 'case-opened', detail: { v: 1, title: 'A case' } },
    { type: 'person-named', detail: { v: 1, person: 'p1', name: 'R. Desk', basis: 'self-declared' } },
    { type: 'cover-worded', detail: { v: 1, title: 'A case', warning: 'Moving colours.' } },
  )
  ids.forEach((recording, index) => {
    const placed = {
      kind: 'placed',
      group: 'g1',
      start: (index % 2) * 500_000,
      driftPpm: 0,
      errorMs: 0.5,
      by: 'sound',
    }
    desk.tell(...recordingFacts(recording, `camera-${index + 1}.mp4`, film, outputsOf(film)), {
      type: 'placement-computed',
      detail: { v: 1, recording, placement: placed as never, inputs: 'c'.repeat(64) },
    })
  })
  const document = Buffer.from(JSON.stringify({ v: 1, language: null, lines: [], kept: null }))
  const result = createHash('sha256').update(document).digest('hex')
  const transcript = `t${desk.state.seq + 1}`
  const pieces = [{ kind: 'word', text: 'Halt', from: null, to: null, confidence: null }]
  const line = { from: 440_000, to: 580_000, speaker: 'S1', heard: null, cue: null, pieces }
  const about = {
    recording: ids[2],
    result,
    language: 'en',
    translationOf: null,
    translator: null,
    note: null,
  }
  const origin = { kind: 'file', name: 'a.vtt', form: 'WebVTT', file: 'f'.repeat(64) }
  const settled = { id: `tl${desk.state.seq + 2}`, transcript, result, replaces: [], by: [line], note: null }
  desk.tell(
    {
      type: 'transcript-brought',
      detail: { v: 1, id: transcript, lines: 0, words: 0, origin, ...about },
    } as never,
    { type: 'transcript-settled', detail: { v: 1, ...settled } } as never,
  )
  const texts = ['A van came at nine. The rest stays.', 'The van came at ten, a guard said.']
  const accountIds = ['a', 'b'].map(digit => digit.repeat(64)) as [string, string]
  const quotes = ['A van came at nine.', 'The van came at ten']
  const passages = accountIds.map((account, n) => {
    const [exact = '', start = 0] = [quotes[n], texts[n]?.indexOf(quotes[n] ?? '')]
    return { account, start, end: start + exact.length, exact, prefix: '', suffix: '' }
  })
  accountIds.forEach((account, n) => {
    const file = {
      path: `story-${n + 1}.txt`,
      encoded: false,
      kind: 'account',
      format: 'text',
      sha256: account,
    }
    const text = createHash('sha256')
      .update(texts[n] ?? '')
      .digest('hex')
    const made = {
      readers: 'text 1',
      reader: 'text',
      text,
      characters: texts[n]?.length ?? 0,
      tool: 'sightline',
    }
    desk.tell(
      {
        type: 'file-received',
        detail: { v: 1, file: { ...file, bytes: 9, changedMs: 1, why: null, listing: null } },
      } as never,
      { type: 'account-read', detail: { v: 1, account, ...made } } as never,
    )
  })
  for (const [is, at] of [
    ['door', 700_000],
    ['blank', 1_500_000],
  ] as const)
    desk.done({
      ...{ do: 'label-impulse', is, words: null, reason: 'seen beside it', result: null },
      hearings: [
        { recording: ids[0], at, errorMs: 0.2 },
        { recording: ids[1], at: at - 499_000, errorMs: 0.3 },
      ],
    })
  const [a, b] = passages
  desk.done({ do: 'link-statements', a, b, relation: 'conflict', note: null, takenFrom: null })
  const when = { on: 'recording', recording: ids[0], from: 400_000, to: null }
  desk.done({ do: 'mark-moment', when, region: null, name: hostile, description: null, tags: [] })
  const going = (recording: string, title: string) =>
    ({ recording, as: 'proxy', title, wearer: null, redaction: 'none-needed' }) as const
  const part = (from: number, to: number) => ({ from: from as never, to: to as never })
  const made = await releaseDesk({
    ...{ dir, name: 'release', desk, film, stored: [document] },
    room: await readRoomBuild(join(import.meta.dirname, '../../room/dist/release')),
    composition: baseComposition({
      recordings: [
        going(ids[0], 'Camera A.mp4'),
        going(ids[1], 'Camera B.mp4'),
        { ...going(ids[2], 'Camera C.mp4'), parts: [part(400_000, 600_000), part(1_200_000, 1_400_000)] },
      ],
      sounds: null,
      accounts: accountIds.map((account, n) => ({ account, title: `Story ${n + 1}`, whole: false })) as never,
      withheld: [{ what: 'The radio', reason: 'It names bystanders.', citation: 'Rule 4' }],
    }),
  })
  root = made.root
  browser = await launchChromium()
})

after(async () => {
  await browser?.close()
  rmSync(dir, { recursive: true })
})

interface OpenPage extends AsyncDisposable {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly asked: readonly string[]
}

async function openPage(address: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('request', request => asked.push(request.url()))
  await page.goto(address)
  return { page, complaints, asked, [Symbol.asyncDispose]: () => context.close() }
}

async function enter(page: Page): Promise<void> {
  await page.locator('[data-cover="show"]').click()
  await page.locator('[data-recording="Camera A.mp4"][data-state="ready"]').waitFor()
}

/** Steps the selected angle and gives the frames that both show. */
async function framesAfter(page: Page, keys: readonly string[]): Promise<readonly (string | null)[]> {
  for (const key of keys) await page.keyboard.press(key)
  await page.waitForFunction(
    () => document.querySelectorAll('[data-recording][data-state="seeking"]').length === 0,
  )
  return await page.evaluate(() =>
    [...document.querySelectorAll('[data-recording]')].map(each => each.getAttribute('data-frame')),
  )
}

/** A static server without ranges, which keeps account of what it sent. */
async function serve(
  folder: string,
): Promise<Server & { readonly address: string; readonly sent: Map<string, number> }> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
    mp4: 'video/mp4',
    vtt: 'text/vtt',
  }
  const sent = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? '/', 'http://host').pathname)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end()
    const bytes = readFileSync(path)
    sent.set(path.slice(folder.length), bytes.length)
    const type = types[path.split('.').pop() ?? ''] ?? 'application/octet-stream'
    return response.writeHead(200, { 'content-type': type }).end(bytes)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(server, { address, sent })
}

test('from a disk the release is the room: exact frames, no complaint, and a check of the folder that is chosen', async () => {
  await using opened = await openPage(`file://${root}/data/index.html`)
  const { page, complaints, asked } = opened
  await page.locator('[data-cover="show"]').waitFor()
  assert.equal(await page.locator('[data-recording]').count(), 0, 'no picture before the cover is passed')
  await enter(page)
  assert.deepEqual(await framesAfter(page, []), ['0', null, null])
  assert.deepEqual(
    await framesAfter(
      page,
      Array.from({ length: 20 }, () => '.'),
    ),
    ['20', '7', '5'],
    'between its parts the third shows the frame that stands for what was left out',
  )
  assert.deepEqual(await framesAfter(page, [',']), ['19', '6', '5'])
  assert.equal(await page.locator('#planted').count(), 0, 'words of people are never a page')
  assert.deepEqual(await axeFaults(page), [])
  await page.getByRole('button', { name: 'Accounts' }).click()
  for (const quote of ['A van came at nine.', 'The van came at ten'])
    await page.locator('#accounts').getByText(quote).first().waitFor()
  assert.equal(await page.getByText('The rest stays').count(), 0, 'of an account only quotes go out')
  assert.deepEqual(await axeFaults(page), [])
  await page.getByRole('button', { name: 'Listening' }).click()
  assert.equal(
    await page.getByRole('button', { name: 'Play', exact: true }).count(),
    0,
    'no samples to work on',
  )
  await page.getByRole('button', { name: 'Sharp sounds' }).click()
  await page.getByText('2 named sounds').waitFor()
  await page.getByRole('button', { name: 'Measure from here' }).first().click()
  await page.getByRole('button', { name: 'to here' }).last().click()
  await page
    .getByText(/The sound at .* \(blank shot\) came 800\.0 ms \(± 0\.4 ms\) after the sound at .* \(door\)/)
    .waitFor()
  assert.equal(await page.getByText('marked by a person').count(), 2, 'nothing had suggested these')
  assert.deepEqual(await axeFaults(page), [])
  await page.getByRole('button', { name: 'Custody', exact: true }).click()
  await page.locator('#custody').getByText('VERIFY.txt in the folder').waitFor()
  assert.equal(await page.getByText('sightline verify').count(), 0, 'no command for whoever holds the case')
  await page.getByRole('button', { name: 'Case', exact: true }).click()
  await page.getByText('What is due').first().waitFor()
  assert.equal(await page.getByText('State of the release').count(), 0, 'of a release that is out')
  await page.getByRole('button', { name: 'Release', exact: true }).click()
  await page.locator('input[type="file"]').setInputFiles(root)
  await page.getByText('Everything that was checked here agrees').waitFor()
  await page.getByText('the seal fits the list of files').waitFor()
  for (const told of ['It names bystanders.', 'Rule 4'])
    await page.locator('#release').getByText(told).waitFor()
  const taken = page.locator('#release').getByRole('link', { name: 'Camera C.mp4' })
  assert.equal(await taken.getAttribute('href'), 'media/r3.mp4')
  assert.deepEqual(await axeFaults(page), [])
  assert.deepEqual(complaints, [])
  assert.deepEqual(
    asked.filter(
      url => !url.startsWith(`file://${root}/`) && !url.startsWith('data:') && !url.startsWith('blob:'),
    ),
    [],
  )
})

test('from a server without ranges the same is shown, light at first; the check names what was altered', async () => {
  const altered = join(dir, 'altered')
  cpSync(root, altered, { recursive: true })
  const server = await serve(altered)
  try {
    await using opened = await openPage(`${server.address}/data/index.html`, {
      colorScheme: 'dark',
      viewport: { width: 360, height: 740 },
    })
    const { page, complaints, asked } = opened
    await page.locator('[data-cover="show"]').waitFor()
    const first = [...server.sent].filter(([path]) => !/\.(mp4|jpg)$/.test(path))
    const bytes = first.reduce((sum, [, each]) => sum + each, 0)
    assert.ok(bytes <= 600_000, `${bytes} bytes before the cover is passed`)
    await enter(page)
    assert.deepEqual(
      await framesAfter(
        page,
        Array.from({ length: 14 }, () => '.'),
      ),
      ['14', '1', '4'],
    )
    await page.locator('.caption', { hasText: 'Halt' }).waitFor()
    assert.deepEqual(await axeFaults(page), [])
    const film = readFileSync(join(altered, 'data/media/r2.mp4'))
    film[100] = (film[100] ?? 0) ^ 1
    writeFileSync(join(altered, 'data/media/r2.mp4'), film)
    await page.getByRole('button', { name: 'Release', exact: true }).click()
    await page.getByRole('button', { name: 'Check every file' }).click()
    await page.getByText('One thing does not agree').waitFor()
    assert.equal(await page.locator('#check-result li code').first().textContent(), 'data/media/r2.mp4')
    await page.getByText('a folder cannot be listed').waitFor()
    assert.deepEqual(complaints, [])
    assert.deepEqual(
      asked.filter(
        url => !url.startsWith(server.address) && !url.startsWith('data:') && !url.startsWith('blob:'),
      ),
      [],
    )
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('one recording stands in a page of others: shown when asked for, a span of it, with captions, asking nobody else', async () => {
  const server = await serve(root)
  try {
    await using opened = await openPage(
      `${server.address}/data/embed.html#angle=Camera%20C.mp4&from=0.45&to=0.55`,
      {
        viewport: { width: 360, height: 320 },
      },
    )
    const { page, complaints, asked } = opened
    await page.getByRole('button', { name: 'Show Camera C.mp4' }).waitFor()
    await page.getByText('Moving colours.').waitFor()
    assert.equal(await page.locator('video').count(), 0, 'no picture before somebody asks')
    assert.deepEqual(await axeFaults(page), [])
    await page.getByRole('button').click()
    const at = () => page.locator('video').evaluate((each: HTMLVideoElement) => each.currentTime)
    await page.waitForFunction(() => (document.querySelector('video')?.textTracks[0]?.cues?.length ?? 0) > 0)
    await page.waitForFunction(
      () => Math.abs((document.querySelector('video')?.currentTime ?? 0) - 0.05) < 0.001,
    )
    await page.locator('video').evaluate((each: HTMLVideoElement) => each.play())
    await page.waitForFunction(() => document.querySelector('video')?.paused)
    assert.ok(Math.abs((await at()) - 0.15) < 0.05, `it ends where the span ends: ${await at()}`)
    assert.equal(await page.getByRole('link').getAttribute('href'), 'index.html#t=0.45&angle=Camera%20C.mp4')
    assert.deepEqual(await axeFaults(page), [])
    assert.deepEqual(complaints, [])
    assert.deepEqual(
      asked.filter(url => !/^(data|blob):/.test(url) && !url.startsWith(server.address)),
      [],
    )
  } finally {
    server.closeAllConnections()
    server.close()
  }
  await using disk = await openPage(`file://${root}/data/embed.html#angle=Camera%20A.mp4`, {
    locale: 'es-ES',
  })
  await disk.page.getByRole('button', { name: 'Mostrar Camera A.mp4' }).click()
  await disk.page.waitForFunction(() => (document.querySelector('video')?.duration ?? 0) > 1.9)
  assert.deepEqual(disk.complaints, [])
})

test('without scripts the facts can be read, in both languages, on a phone too', async () => {
  await using opened = await openPage(`file://${root}/data/index.html`, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  })
  const { page } = opened
  const text = await page.locator('main').innerText()
  for (const told of [
    'Camera A.mp4',
    'Camera B.mp4',
    hostile,
    'The radio',
    'It names bystanders.',
    'Qué se reserva',
    'VERIFY.txt',
  ])
    assert.ok(text.includes(told), told)
  assert.ok(((await page.locator('h1').first().boundingBox())?.y ?? 999) < 100, 'it begins at the top')
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.equal(width, 360, 'nothing is wider than the page')
  await page.getByRole('link', { name: 'En español' }).click()
  assert.ok(((await page.locator('h2', { hasText: 'A release' }).boundingBox())?.y ?? 999) < 100)
})

test('what is printed is black on white, with where each link leads, from a dark room and its open cover too', async () => {
  await using opened = await openPage(`file://${root}/data/index.html`, { colorScheme: 'dark' })
  const { page } = opened
  await page.locator('[data-cover="show"]').waitFor()
  await page.emulateMedia({ media: 'print' })
  const printed = await page.evaluate(() => {
    const look = (of: string, part?: string) => getComputedStyle(document.querySelector(of) as Element, part)
    return [
      look('body').backgroundColor,
      look('td').color,
      look('#room').display,
      look('main.plain-release').display,
      look('.plain-release td a, .plain-release th a', '::after').content,
    ]
  })
  assert.deepEqual(printed, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'none', 'block', '" (media/r1.mp4)"'])
})

test('without the room, axe finds nothing on the page that is read, light or dark, nor on the first page', async () => {
  const looks = [
    ['data/index.html', 'light'],
    ['data/index.html', 'dark'],
    ['START-HERE.html', 'dark'],
    ['data/exports/report-en.html', 'dark'],
  ] as const
  for (const [path, colorScheme] of looks) {
    const context = await browser.newContext({
      ...{ viewport: { width: 360, height: 740 }, colorScheme, bypassCSP: true },
    })
    const page = await context.newPage()
    await page.route('**/app.js', route => route.abort())
    await page.goto(`file://${root}/${path}`)
    assert.deepEqual(await axeFaults(page), [], `${path} ${colorScheme}`)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, path)
    await context.close()
  }
})
