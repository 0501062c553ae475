// A picture enlarged, turned and lightened for one person: said on it, undone by one key, and never on its canvas.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import type { LookWindow } from './look-page.tsx'

const current = '.angle[aria-current="true"]'
const transformOf = (page: Page) =>
  page.locator(`${current} canvas`).evaluate(each => getComputedStyle(each).transform)
const pictureOf = (page: Page) =>
  page.locator(`${current} canvas`).evaluate(each => (each as HTMLCanvasElement).toDataURL())

test('an enlarged and lightened picture says so, is the same on its canvas, and one key shows it untouched', async () => {
  await using opened = await open({}, { hash: '#t=43.867' })
  const { page, complaints } = opened
  const before = await pictureOf(page)
  for (const key of ['z', 'z', 'r']) await page.keyboard.press(key)
  const sign = page.locator(`${current} .angle-signs`)
  assert.match((await sign.textContent()) ?? '', /view adjusted 4× · turned 90°/)
  await page.keyboard.press('q')
  await page.getByLabel('Exposure').fill('1.5')
  assert.match((await sign.textContent()) ?? '', /Exposure \+1.5/)
  const filter = await page.locator(`${current} canvas`).evaluate(each => getComputedStyle(each).filter)
  assert.match(filter, /^url\("#view-of-/)
  assert.equal(await pictureOf(page), before)
  assert.deepEqual(await faultsOf(page), [])
  await page.locator('.angle').first().focus()
  await page.keyboard.press('0')
  assert.equal(await transformOf(page), 'none')
  assert.match((await sign.textContent()) ?? '', /untouched picture/)
  await page.keyboard.press('0')
  assert.match((await sign.textContent()) ?? '', /view adjusted 4×/)
  await page.getByRole('button', { name: 'Reset this angle' }).click()
  assert.equal(await sign.textContent(), '')
  assert.deepEqual(complaints, [])
})

test('the wheel enlarges what is under the pointer, a drag moves it, and the link opens the same view', async () => {
  await using opened = await open({}, { hash: '#t=43.867' })
  const { page } = opened
  const box = await page.locator(current).boundingBox()
  assert.ok(box)
  const at = { x: box.x + box.width * 0.6, y: box.y + box.height * 0.4 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, -320)
  const view = () =>
    page.evaluate(() => {
      const { room } = window as unknown as LookWindow
      return room.viewing.kept(room.session.current.peek() ?? '')
    })
  await page.waitForFunction(() => (window as unknown as LookWindow).room.viewing.changed.value.size === 1)
  const enlarged = await view()
  assert.equal(enlarged.zoom, 4)
  assert.ok(enlarged.x > 0.5 && enlarged.y < 0.5, JSON.stringify(enlarged))
  await page.mouse.down()
  await page.mouse.move(at.x - 30, at.y, { steps: 3 })
  await page.mouse.up()
  const moved = await view()
  assert.ok(moved.x > enlarged.x && moved.y === enlarged.y)
  await page.keyboard.press('c')
  const hash = await page.evaluate(() => location.hash)
  await using again = await open({}, { hash })
  const found = await again.page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    return room.viewing.kept(room.session.current.peek() ?? '')
  })
  assert.ok(Math.abs(found.x - moved.x) < 1e-4 && found.zoom === 4, JSON.stringify(found))
})

test('on a slider the arrow keys move the slider and leave the playhead', async () => {
  await using opened = await open({}, { hash: '#t=43.867' })
  const { page } = opened
  await page.keyboard.press('q')
  await page.getByLabel('Saturation').focus()
  await page.keyboard.press('ArrowLeft')
  assert.equal(await page.getByLabel('Saturation').inputValue(), '0.95')
  assert.equal(await page.locator('html').getAttribute('data-case-time'), '43867000')
})

test('a region drawn on an enlarged and turned picture is given in the pixels of the upright one', async () => {
  await using opened = await open({}, { hash: '#t=43.867' })
  const { page } = opened
  for (const key of ['z', 'r']) await page.keyboard.press(key)
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Draw a rectangle' }).click()
  const box = await page.locator('.drawing').boundingBox()
  assert.ok(box)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y + 20, { steps: 2 })
  await page.mouse.up()
  const drawn = await page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    const { recording, region } = room.marks.drawing.peek() ?? {}
    const probe = room.source.state.peek().recordings.get(recording ?? '')?.probe
    const video = probe?.kind === 'probed' ? probe.facts.video : null
    return { region, width: video?.displayWidth ?? 0, height: video?.displayHeight ?? 0 }
  })
  // A quarter turn clockwise: to the right on the screen is up in the upright picture, down on the screen is to its right.
  const scale = 2 * Math.min(box.width / drawn.height, box.height / drawn.width)
  const expected = { width: 20 / scale, height: 40 / scale }
  const found = drawn.region?.kind === 'rectangle' ? drawn.region : null
  assert.ok(found)
  assert.ok(Math.abs(found.width - expected.width) <= 1 && Math.abs(found.height - expected.height) <= 1)
  assert.ok(Math.abs(found.x - drawn.width / 2) <= 1)
  assert.ok(Math.abs(found.y + found.height - drawn.height / 2) <= 1)
})
