// The demo case as a stranger meets it: the cover with its pictures and doors, then the room where the cover opens it.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { filmTruth } from '../cases/demo/truth.ts'
import { type RoomProcess, startRoom } from '../cases/room-process.ts'
import { launchChromium } from './chromium.ts'
import { soon } from './soon.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const caseDir = join(import.meta.dirname, '../../demo/lark-yard/files/.sightline')
/** The case of somebody who ran the demo is theirs. */
const wasThere = existsSync(caseDir)

let browser: Browser
let room: RoomProcess

before(async () => {
  room = await startRoom('demo')
  browser = await launchChromium()
})

after(async () => {
  await browser?.close()
  await room?.close()
  if (!wasThere) rmSync(caseDir, { recursive: true, force: true })
})

async function cover(options: { locale?: string; width?: number } = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: options.locale ?? 'en-US',
    viewport: { width: options.width ?? 1440, height: 900 },
  })
  const page = await context.newPage()
  await page.goto(room.address)
  // The doors of the cover come once the folder is read and sound has placed the recordings.
  await page.locator('.cover-pictures li').nth(2).waitFor()
  return page
}

async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    const { axe: tester } = window as unknown as {
      axe: { run(): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }> }
    }
    return (await tester.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

test('the cover says what this is, counts what is held, and shows one instant of what was cleared', async () => {
  const page = await cover()
  const text = await page.locator('dialog.cover').innerText()
  assert.match(text, /Staged exercise\. Nobody was hurt\./)
  assert.match(text, /7\s+recordings/)
  assert.match(text, /1\s+edited film/)
  assert.match(text, /4\s+accounts/)
  assert.equal(await page.locator('[data-recording]').count(), 0)
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.cover-pictures canvas')].every(
      canvas => canvas.width > 16,
    ),
  )
  assert.deepEqual(await faults(page), [])
  await page.context().close()
})

test('the first door opens where the prop falls, and the film is not among the angles', async () => {
  const page = await cover()
  await page.locator('[data-cover="show"]').click()
  await page.locator('[data-recording="recordings/doorbell.mp4"][data-state="ready"]').waitFor()
  const time = Number(await page.locator('html').getAttribute('data-case-time'))
  assert.ok(Math.abs(time - 43.9e6) < 40_000, String(time))
  const doorbell = page.locator('[data-recording="recordings/doorbell.mp4"]')
  assert.equal(await doorbell.getAttribute('aria-current'), 'true')
  assert.equal(await page.locator('[data-recording^="film/"]').count(), 0)
  // Body camera A and its published copy have the very same frame times; each is shown for itself.
  for (const name of ['body-camera-a', 'body-camera-a-published', 'body-camera-b'])
    await page.locator(`[data-recording="recordings/${name}.mp4"][data-state="ready"]`).waitFor()
  assert.match(await page.locator('.tray').innerText(), /Critical incident briefing/)
  await page.context().close()
})

test('a link to another time is taken before what the cover would open', async () => {
  const page = await cover()
  await page.evaluate(() => {
    location.hash = '#t=30.5'
  })
  await page.locator('[data-cover="show"]').click()
  await page.locator('[data-recording="recordings/doorbell.mp4"][data-state="ready"]').waitFor()
  assert.equal(await page.locator('html').getAttribute('data-case-time'), '30500000')
  await page.context().close()
})

test('the second door shows the wordings with what differs, the third names the copy in which a byte was changed', async () => {
  const page = await cover()
  await page.getByRole('button', { name: /^Compare/ }).click()
  const wordings = await page.locator('#door-compare').innerText()
  assert.match(wordings, /What did I do wrong\?/)
  assert.deepEqual(await page.locator('#door-compare li').nth(1).locator('u').allInnerTexts(), [
    'am',
    'doing',
  ])
  assert.deepEqual(await faults(page), [])
  await page.getByRole('button', { name: /^Verify/ }).click()
  await page.getByRole('button', { name: 'Change a byte and check' }).click()
  await page.locator('#door-verify .found-changed').waitFor()
  await page.getByRole('button', { name: 'Change a byte and check' }).waitFor()
  assert.equal(await page.locator('#door-verify .found-changed').count(), 1)
  assert.match(
    await page.locator('#door-verify .found-changed').innerText(),
    /recordings\/dispatch-call\.wav.*byte/s,
  )
  assert.equal(await page.locator('#door-verify .found li').count(), 8)
  assert.deepEqual(await faults(page), [])
  await page.context().close()
})

test('the tour stops five times, by keyboard alone, and Escape ends it', async () => {
  const page = await cover({ locale: 'es-US', width: 360 })
  await page.getByRole('button', { name: 'Ver con una visita en cinco paradas' }).click()
  for (const stop of [1, 2, 3, 4, 5]) {
    await page.getByText(`Parada ${stop} de 5`).waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.id)
    assert.equal(await soon(focused, 'tour-title'), 'tour-title')
    if (stop === 3) assert.deepEqual(await faults(page), [])
    if (stop === 5) break
    await page.keyboard.press('Tab')
    if (stop > 1) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await page.locator('.tour').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
  await page.context().close()
})

test('the film can be watched alone, as long as its truth says', async () => {
  const page = await cover()
  await page.locator('[data-cover="show"]').click()
  await page.locator('.tray .actions button', { hasText: 'Watch alone' }).last().click()
  const film = page.locator('[data-recording="film/critical-incident-briefing.mp4"]')
  await film.waitFor()
  const { frames, rate } = filmTruth().edited
  const last = (frames - 1) / (rate[0] / rate[1])
  await page.evaluate(
    t => {
      location.hash = `#t=${t}`
    },
    (last + 0.001).toFixed(6),
  )
  await page.waitForFunction(
    frame => document.querySelector<HTMLElement>('[data-recording^="film/"]')?.dataset['frame'] === frame,
    String(frames - 1),
  )
  await page.context().close()
})

test('the clock lays two recordings over each other as their sound says, sample by sample', async () => {
  const page = await cover()
  await page.locator('[data-cover="show"]').click()
  await page.getByRole('button', { name: 'Clock', exact: true }).click()
  await page
    .locator('.pair-button')
    .filter({ hasText: 'body-camera-a-published' })
    .filter({ hasText: /body-camera-a(?!-)/ })
    .click()
  // The published copy is the same take: the two agree at no other lag.
  const peaks = page.locator('.button.peak')
  assert.equal(await soon(() => peaks.count(), 1), 1)
  assert.match(await peaks.innerText(), /0 ms · \d{3}/)
  await page.getByRole('button', { name: 'Single samples' }).click()
  const sample = (row: number) => page.locator('.wave-readout dd').nth(row).innerText()
  const isRead = async () =>
    /sample \d+ · −?\d/.test(await sample(1)) && /sample \d+ · −?\d/.test(await sample(2))
  assert.equal(await soon(isRead, true), true)
  assert.deepEqual(await faults(page), [])
  await page.context().close()
})
