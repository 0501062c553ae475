import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'

const words = async (page: Page) => (await page.locator('.loupe-words').textContent()) ?? ''

/** The colour in the middle of the lens, and that of the pixel which the lens says is there. */
const middles = (page: Page) =>
  page.evaluate(() => {
    const lens = document.querySelector<HTMLCanvasElement>('.loupe canvas')
    const picture = document.querySelector<HTMLCanvasElement>('.angle:has(.loupe) > canvas')
    const [, x, y] =
      /pixel (\d+), (\d+)/.exec(document.querySelector('.loupe-words')?.textContent ?? '') ?? []
    const read = (canvas: HTMLCanvasElement | null, atX: number, atY: number) => {
      const one = new OffscreenCanvas(1, 1).getContext('2d')
      if (!canvas || !one) return ''
      one.drawImage(canvas, -atX, -atY)
      return [...one.getImageData(0, 0, 1, 1).data].join()
    }
    const middle = Math.floor((lens?.width ?? 0) / 2)
    return { lens: read(lens, middle, middle), picture: read(picture, Number(x), Number(y)) }
  })

test('the magnifier shows the very pixel it names, by keyboard, at every power, and says that it shows a copy', async () => {
  await using opened = await open({}, { hash: '#t=43.867&angle=Doorbell.mkv&layout=solo' })
  const { page, complaints } = opened
  await page.keyboard.press(';')
  await page.locator('.loupe-words strong').waitFor()
  assert.equal(await words(page), '8× pixel 320, 180review copy, 640×360 of 1280×720')
  // The walking figure stands near the middle of the picture, so that colours differ from pixel to pixel.
  for (const key of ['ArrowRight', 'Shift+ArrowDown', '+', 'Shift+ArrowRight', '+', 'ArrowUp', '-']) {
    await page.keyboard.press(key)
    const found = await middles(page)
    assert.notEqual(found.picture, '')
    assert.equal(found.lens, found.picture)
  }
  assert.match(await words(page), /^16× pixel 331, 189/)
  await page.keyboard.press('.')
  assert.equal(await soon(() => page.locator('.angle:has(.loupe)').getAttribute('data-frame'), '659'), '659')
  assert.equal((await middles(page)).lens, (await middles(page)).picture)
  assert.deepEqual(await faultsOf(page), [])
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.loupe').count(), 0)
  assert.equal(await page.locator('.angles').getAttribute('data-layout'), 'solo')
  assert.deepEqual(complaints, [])
})

test('the magnifier goes where the pointer is, on a picture that is turned and enlarged too', async () => {
  await using opened = await open({}, { hash: '#t=43.867&angle=Doorbell.mkv&view=2,0.5,0.5,90' })
  const { page } = opened
  await page.keyboard.press(';')
  await page.locator('.loupe-words strong').waitFor()
  const box = await page.locator('.angle').first().boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2)
  // Turned by a quarter, what lies to the right on the screen lies above on the picture.
  const at = /pixel (\d+), (\d+)/.exec(await words(page))
  assert.equal(at?.[1], '320')
  assert.ok(Number(at?.[2]) < 180)
  assert.equal((await middles(page)).lens, (await middles(page)).picture)
  const other = await page.locator('.angle').nth(2).boundingBox()
  assert.ok(other)
  await page.mouse.move(other.x + 60, other.y + 60)
  await page.locator('.angle:nth-child(3) .loupe').waitFor()
})

test('the magnifier is spared what the picture is spared', async () => {
  await using opened = await open({}, { hash: '#t=43.867&angle=Doorbell.mkv' })
  const { page } = opened
  await page.evaluate(() => localStorage.setItem('sightline.spare-detail', 'yes'))
  await page.reload()
  await page.locator('[data-cover="show"]').click()
  await page.locator('.angle[data-state="ready"]').first().waitFor()
  await page.keyboard.press(';')
  await page.locator('.loupe-words strong').waitFor()
  const order = await page
    .locator('.angle:has(.loupe) > *')
    .evaluateAll(all => all.map(each => each.className))
  assert.ok(
    order.indexOf('loupe') < order.indexOf('sparing'),
    'what takes detail away lies over the magnifier',
  )
  const layers = await page
    .locator('.angle:has(.loupe) > :is(.loupe, .sparing)')
    .evaluateAll(all => all.map(each => getComputedStyle(each).zIndex))
  assert.deepEqual(layers, ['auto', 'auto'])
})
