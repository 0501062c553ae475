// The script comes in parts over a server, and as one file from a disk: both are the whole room.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { pathToFileURL } from 'node:url'
import { bundleInOneFile, bundleStyle, pageForOneFile } from '../../../scripts/room-bundle.ts'
import { launchChromium } from '../../../test/browser/chromium.ts'
import { open, uncover } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'

const root = join(import.meta.dirname, '../../..')

test('nothing is fetched of a page, a panel or a language that nobody opens', async () => {
  await using opened = await open()
  const fetched = () =>
    opened.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => /parts\/(.*)-\w+\.js$/.exec(name)?.[1])
        .filter(name => name !== undefined && name !== 'chunk')
        .sort(),
    )
  // The panel that is open has its lower part fetched, and pictures of a case with transcripts what is said under them.
  const atFirst = ['captions', 'first-picture', 'recording-details']
  assert.deepEqual(await soon(fetched, atFirst), atFirst)
  await opened.page.getByRole('button', { name: 'Custody' }).click()
  await opened.page.locator('main').waitFor()
  assert.deepEqual(await fetched(), ['captions', 'custody-page', 'first-picture', 'recording-details'])
})

test('a part of the room that cannot be fetched is said to be missing, and comes when it is asked for again', async () => {
  await using opened = await open()
  const { page } = opened
  await page.route('**/parts/**', route => route.abort())
  await page.getByRole('button', { name: 'Custody' }).click()
  await page.getByRole('alert').getByText('could not be fetched').waitFor()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'A part of the room is missing' })
  await dialog.getByText('could not be fetched').waitFor()
  await page.unroute('**/parts/**')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.locator('main').waitFor()
})

test('a language whose words cannot be fetched leaves the page in the one it speaks', async () => {
  await using opened = await open()
  const { page } = opened
  await page.route('**/parts/es-*', route => route.abort())
  await page.getByRole('button', { name: 'Español' }).click()
  await page.getByText('The words of that language could not be fetched').waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
})

test('as one classic script the whole room runs from a disk, panels and languages included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-one-file-'))
  const browser = await launchChromium()
  try {
    const [script, style, html] = await Promise.all([
      bundleInOneFile('room/src/look/look-page.tsx'),
      bundleStyle('room/src/room.css'),
      readFile(join(root, 'room/src/index.html'), 'utf8'),
    ])
    const files = [...script.files, ...style.files]
    assert.deepEqual(files.map(({ path }) => path).sort(), ['room.css', 'room.js'])
    await mkdir(join(folder, 'page'))
    for (const { path, content } of files) await writeFile(join(folder, 'page', path), content)
    await writeFile(join(folder, 'page', 'index.html'), pageForOneFile(html))
    const page = await browser.newPage()
    await page.goto(`${pathToFileURL(join(folder, 'page', 'index.html'))}#t=43.867`)
    await uncover(page)
    assert.equal(await page.locator('html').getAttribute('data-case-time'), '43867000')
    await page.getByRole('tab', { name: 'Clock' }).click()
    await page.getByRole('button', { name: 'Español' }).click()
    await page.getByRole('tab', { name: 'Reloj' }).waitFor()
    await page.keyboard.press('.')
    await page.locator('.angle[aria-current="true"][data-state="ready"]').waitFor()
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
})
