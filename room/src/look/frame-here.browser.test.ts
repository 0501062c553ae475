// What is told of the frame on the screen: how long it lasts, and where frames lack by the file's own times.
import assert from 'node:assert/strict'
import test from 'node:test'
import { faultsOf, open } from '../../../test/browser/open-look.ts'

test('where frames of a recording lack, its picture and its panel say how many, in both languages', async () => {
  // Frame 400 of the phone, whose next three lack: 51.4 s + 400 / 30 s.
  await using opened = await open({}, { hash: `#t=64.74&angle=${encodeURIComponent('Phone portrait.mov')}` })
  const { page } = opened
  const angle = page.locator('[data-recording="Phone portrait.mov"][data-state="ready"][data-frame="400"]')
  await angle.waitFor()
  assert.equal(
    await angle.locator('.angle-signs').getByText('next frame 133 ms later: 3 missing by its times').count(),
    1,
  )
  const here = page.locator('section.section', { hasText: 'Frame on the screen' })
  const told = async () => (await here.locator('dd').allInnerTexts()).map(text => text.trim())
  assert.deepEqual(await told(), [
    '400 of 0 to 824',
    '13.333333 s',
    '133.334 ms, usual nearby 33.333 ms',
    'follows late: by the times, 3 missing between',
    '33.333 ms earlier; this one follows as usual',
  ])
  await page.keyboard.press('.')
  await page.locator('[data-recording="Phone portrait.mov"][data-state="ready"][data-frame="401"]').waitFor()
  assert.equal(
    (await told()).at(-1),
    '133.334 ms earlier; this one follows late: by the times, 3 missing between',
  )
  assert.equal(await page.getByText('next frame 133 ms later').count(), 0)
  await page.keyboard.press(',')
  await page.getByRole('button', { name: 'Español' }).click()
  await angle.getByText('cuadro siguiente 133 ms después: según los tiempos faltan 3').waitFor()
  assert.deepEqual(opened.complaints, [])
})

test('every angle says its frame, both times of it, its error and what that leaves out', async () => {
  await using opened = await open(
    { viewport: { width: 360, height: 740 } },
    { hash: '#t=43.867&angle=Doorbell.mkv' },
  )
  const { page } = opened
  await page.locator('.transport').getByRole('button', { name: 'Details' }).click()
  await page.getByText('Every angle at this instant').click()
  const rows = page.locator('.angles-here > li')
  await rows.first().waitFor()
  const said = async (name: string) => (await rows.filter({ hasText: name }).textContent()) ?? ''
  assert.match(
    await said('Doorbell'),
    /f 658 {2}pts 43\.866667 son the clock 00:43\.866667 to 00:43\.933333.*± 0\.9 ms.*about 3 ms a metre/,
  )
  assert.match(await said('Phone portrait'), /no picture at this instant/)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0)
  assert.deepEqual(await faultsOf(page), [])
})
