import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import test, { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { makePictureClips } from '../cases/pictures/clips.ts'
import { type OpenRoom, openRoom } from './open-room.ts'

const dir = mkdtempSync(join(tmpdir(), 'sightline-two-'))
let room: OpenRoom
let other: Page

before(async () => {
  const folder = join(dir, 'folder')
  mkdirSync(folder)
  for (const path of (await makePictureClips(dir, ['ntsc'])).values())
    copyFileSync(path, join(folder, basename(path)))
  room = await openRoom(folder)
  await room.settled()
  const context = await room.page
    .context()
    .browser()
    ?.newContext({ viewport: { width: 1440, height: 900 } })
  other = (await context?.newPage()) ?? assert.fail('there is a second browser')
  await other.goto(room.address)
  await other.locator('[data-cover="show"]').click()
  for (const page of [room.page, other]) {
    await page.locator('.angle[data-state="ready"]').waitFor()
    await page.getByRole('tab', { name: 'Moments' }).click()
  }
})

after(async () => {
  await room?.[Symbol.asyncDispose]()
  rmSync(dir, { recursive: true, force: true })
})

test('what one person marks the other sees at once, and of two changes the second is refused with what came first', async () => {
  const { page } = room
  await page.keyboard.press('m')
  await page.locator('dialog input[name="name"]').fill('Door opens')
  await page.locator('dialog input[name="name"]').press('Enter')
  const row = other.locator('.moment', { hasText: 'Door opens' })
  await row.waitFor()
  assert.equal(await other.locator('.angle-moments li').textContent(), 'Door opens')

  // The other begins to word a change, and meanwhile the first changes it.
  await row.locator('summary').click()
  await row.getByRole('button', { name: 'Change …' }).click()
  await other.locator('dialog input[name="name"]').fill('Gate opens')
  await page.locator('.moment summary').click()
  await page.getByRole('button', { name: 'Change …' }).click()
  await page.locator('dialog input[name="name"]').fill('Door swings open')
  await page.locator('dialog input[name="name"]').press('Enter')
  await other.locator('.moment', { hasText: 'Door swings open' }).waitFor()
  await other.locator('dialog input[name="name"]').press('Enter')
  await other.getByText('What came first: Moment changed, by Tester.').waitFor()
  assert.equal(await other.locator('dialog input[name="name"]').inputValue(), 'Gate opens')
  await other.keyboard.press('Escape')
  assert.equal(await page.locator('.moment', { hasText: 'Door swings open' }).count(), 1)
})

test('a still is made, handed over and named in the log of both', async () => {
  const { page } = room
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Make it' }).click()
  const link = page.getByRole('link', { name: /^Save still-ntsc-f\d+\.png$/ })
  await link.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  assert.match(download.suggestedFilename(), /^still-ntsc-f\d+\.png$/)
  await page.keyboard.press('Escape')
  await other.keyboard.press('p')
  await other.locator('.taken-before summary', { hasText: 'still · Tester' }).waitFor()
  await other.keyboard.press('Escape')
  assert.deepEqual(
    room.complaints.filter(each => !/409/.test(each)),
    [],
  )
})

test('two people who word one claim at the same time both keep every word, and see the other’s', async () => {
  const { page } = room
  const openClaims = async (each: Page) => {
    await each.keyboard.press('Escape')
    await each.getByRole('button', { name: 'Case', exact: true }).click()
    await each.locator('.case-parts').getByRole('button', { name: 'Claims' }).click()
  }
  const matter = (each: Page) => each.locator('dialog').getByLabel('Matter, in neutral words')
  const change = async (each: Page) => {
    const card = each.locator('.claim-details > .card')
    await card.getByRole('button', { name: /^Change/ }).click()
  }
  const enter = (each: Page, name: string) => each.locator('dialog').getByRole('button', { name }).click()
  await openClaims(page)
  await openClaims(other)
  await page.getByRole('button', { name: 'Add Claim', exact: true }).click()
  await matter(page).fill('Is the door open?')
  await page.locator('dialog').getByLabel('Of which recordings').selectOption('no-recording-named')
  await page.locator('dialog').getByLabel('Asked of each recording').selectOption('no')
  await enter(page, 'Enter')
  for (const each of [page, other]) await each.locator('.claim-row', { hasText: 'Is the door open?' }).click()

  // Different fields: both stand.
  await change(page)
  await change(other)
  await matter(page).fill('Is the left door open?')
  await enter(page, 'Enter')
  await other.locator('dialog').getByLabel('More exactly').fill('When the bell rings.')
  await enter(other, 'Enter')
  for (const each of [page, other]) {
    await each.locator('.claim-row', { hasText: 'Is the left door open?' }).waitFor()
    await each.locator('.claim-details', { hasText: 'When the bell rings.' }).waitFor()
  }

  // The same field: the second sees both wordings before deciding.
  await change(page)
  await change(other)
  await matter(page).fill('Is the oak door open?')
  await enter(page, 'Enter')
  await page.locator('.claim-row', { hasText: 'oak' }).waitFor()
  await matter(other).fill('Is the iron door open?')
  await enter(other, 'Enter')
  await other.locator('dialog q', { hasText: 'Is the oak door open?' }).waitFor()
  assert.equal(await matter(other).inputValue(), 'Is the iron door open?')
  await enter(other, 'Enter mine now')
  await page.locator('.claim-row', { hasText: 'Is the iron door open?' }).waitFor()
  const card = page.locator('.claim-details > .card')
  await card.getByRole('button', { name: /^History/ }).click()
  for (const words of [
    'Is the door open?',
    'Is the left door open?',
    'Is the oak door open?',
    'Is the iron door open?',
  ])
    await page.locator('.card-history dd', { hasText: words }).waitFor()
})
