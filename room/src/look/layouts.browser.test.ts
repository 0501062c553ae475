import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'

const doorbell = '#t=43.867&angle=Doorbell.mkv'
const notCleared = '#t=43.867&angle=bodycam%2FBody%20camera%20A.mp4'

/** What each cell of the film strip says and whether it holds a picture. */
const cells = (page: Page) =>
  page.locator('.film-cell').evaluateAll(all =>
    all.map(each => ({
      words: each.querySelector('.film-words')?.textContent,
      state: (each as HTMLElement).dataset['state'],
      width: each.querySelector('canvas')?.width ?? 0,
    })),
  )
const slots = (page: Page) =>
  page.locator('.angle[data-slot]').evaluateAll(all =>
    all
      .map(each => each as HTMLElement)
      .sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map(each => each.dataset['recording']),
  )

test('the film strip shows the exact frames around the playhead, and a press goes to one', async () => {
  await using opened = await open({}, { hash: `${doorbell}&layout=film` })
  const { page, complaints } = opened
  await page.locator('.film-cell[aria-current][data-state="shown"]').waitFor()
  const shown = await cells(page)
  const middle = Math.floor(shown.length / 2)
  assert.ok(shown.length >= 5)
  assert.equal(shown[middle]?.words, 'f 658 pts 43.867 here')
  assert.equal(shown[middle + 1]?.words, 'f 659 pts 43.933 +66.7 ms')
  assert.equal(shown[middle - 2]?.words, 'f 656 pts 43.733 −133.3 ms')
  assert.ok(shown.every(each => each.state === 'shown' && each.width > 40))
  await page
    .locator('.film-cell')
    .nth(middle + 2)
    .click()
  const frame = () => page.locator('.angle[aria-current]').getAttribute('data-frame')
  assert.equal(await soon(frame, '660'), '660')
  await page.locator('.film-cell[aria-current]').focus()
  await page.keyboard.press('ArrowLeft')
  assert.equal(await soon(frame, '659'), '659')
  await page.keyboard.press('PageDown')
  assert.equal(await soon(frame, String(659 + shown.length)), String(659 + shown.length))
  assert.deepEqual(await faultsOf(page), [])
  assert.deepEqual(complaints, [])
})

test('before the first frame the strip has no frames to show', async () => {
  await using opened = await open({}, { hash: '#t=0&angle=Doorbell.mkv&layout=film' })
  const { page } = opened
  await page.locator('.film-cell[aria-current][data-state="shown"]').waitFor()
  const shown = await cells(page)
  const middle = Math.floor(shown.length / 2)
  assert.deepEqual(
    shown.map(each => each.state),
    shown.map((_, n) => (n < middle ? 'none' : 'shown')),
  )
})

test('the film strip holds no picture of what nobody has cleared', async () => {
  await using opened = await open({}, { hash: `${notCleared}&layout=film` })
  const { page } = opened
  await page.locator('.film-cell[aria-current][data-state="warned"]').waitFor()
  const shown = await cells(page)
  assert.ok(shown.every(each => each.state === 'warned' && each.width === 1))
  assert.match((await page.locator('.film-note').textContent()) ?? '', /only where a person has cleared/)
  await page.getByRole('button', { name: 'See what is cleared' }).click()
  await page.getByRole('button', { name: 'Clear …' }).click()
  await page.getByLabel('Reason').fill('nobody was hurt')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.locator('.film-cell[aria-current][data-state="shown"]').waitFor()
  await page.keyboard.press('u')
  await page.locator('.film-cell[aria-current][data-state="warned"]').waitFor()
  assert.ok((await cells(page)).every(each => each.width === 1))
})

test('the two angles selected last stand side by side, and a link brings them back', async () => {
  await using opened = await open({}, { hash: notCleared })
  const { page } = opened
  await page.keyboard.press('s')
  await page.keyboard.press('s')
  assert.equal(await page.locator('.angles').getAttribute('data-layout'), 'pair')
  await page.keyboard.press('4')
  assert.deepEqual(await slots(page), ['bodycam/Body camera B.mp4', 'bodycam/Body camera A.mp4'])
  await page.keyboard.press('3')
  assert.deepEqual(await slots(page), ['bodycam/Body camera B.mp4', 'bodycam/Body camera A.mp4'])
  await page.keyboard.press('c')
  const hash = await page.evaluate(() => location.hash)
  assert.match(hash, /layout=pair&beside=bodycam%2FBody%20camera%20B\.mp4$/)
  await using again = await open({}, { hash })
  assert.deepEqual((await slots(again.page)).sort(), [
    'bodycam/Body camera A.mp4',
    'bodycam/Body camera B.mp4',
  ])
  assert.deepEqual(await faultsOf(again.page), [])
})

for (const layout of ['pair', 'film', 'solo'] as const) {
  test(`on a phone the layout ${layout} fits and bars nobody`, async () => {
    await using opened = await open(
      { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
      { hash: `${doorbell}&layout=${layout}` },
    )
    const { page } = opened
    const region = await page.locator('.angles-region').boundingBox()
    const current = await page.locator('.angle[aria-current]').boundingBox()
    assert.ok(region && current && current.width > 340 && current.height < region.height)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0)
    assert.deepEqual(await faultsOf(page), [])
  })
}
