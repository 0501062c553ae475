import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'

/** What a canvas of the timeline shows, as a number that hardly any other painting has. */
const painted = (page: Page, canvas: string) =>
  page.locator(canvas).evaluate(each => {
    const drawn = each as HTMLCanvasElement
    const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d')
    copy?.drawImage(drawn, 0, 0)
    const data = copy?.getImageData(0, 0, drawn.width, drawn.height).data ?? []
    let sum = 0
    for (let n = 0; n < data.length; n++) sum = (sum * 31 + (data[n] ?? 0)) | 0
    return sum
  })

for (const colorScheme of ['dark', 'light'] as const) {
  test(`zooming paints ruler, moments and lanes anew in the ${colorScheme} theme`, async () => {
    await using opened = await open({ colorScheme }, { hash: '#t=43.867' })
    const { page } = opened
    await page.locator('.moments-lane canvas').waitFor()
    const parts = ['.ruler canvas', '.moments-lane canvas', '.lanes canvas']
    const all = () => Promise.all(parts.map(part => painted(page, part)))
    // Painted, and at rest.
    let before = await all()
    await soon(async () => {
      const now = await all()
      const isSame = now.every((each, n) => each === before[n])
      before = now
      return isSame
    }, true)
    await page.keyboard.press('+')
    const changed = async () => (await all()).map((each, n) => each !== before[n])
    assert.deepEqual(await soon(changed, [true, true, true]), [true, true, true])
  })
}

test('moments have a lane of their own; a press goes to one and tells of it', async () => {
  await using opened = await open({}, { hash: '#t=10' })
  const { page, complaints } = opened
  await page.locator('.moments-lane canvas').waitFor()
  assert.equal(await page.locator('.moments-name').textContent(), 'Moments 3')
  const box = await page.locator('.moments-lane').boundingBox()
  assert.ok(box)
  // Three loud sounds begin at 44.31 s of a clock of 80 s that fills the width with 1.5 % of air.
  const perPx = (80_000_072 * 1.03) / box.width
  const x = box.x + (44_310_000 + 80_000_072 * 0.015) / perPx + 3
  const time = () => page.evaluate(() => document.documentElement.dataset['caseTime'])
  for (const row of [0, 1]) {
    await page.mouse.click(x, box.y + 8 + row * 17)
    if ((await time()) === '44310000') break
  }
  assert.equal(await time(), '44310000')
  const chosen = async () => (await page.locator('.moment[aria-current] .moment-name').textContent()) ?? ''
  assert.equal(await chosen(), 'Three loud sounds')
  assert.match((await page.locator('.moments-lane').getAttribute('title')) ?? '', /Three loud sounds/)
  await page.keyboard.press('n')
  assert.equal(await soon(chosen, 'Left hand at the rail'), 'Left hand at the rail')
  assert.deepEqual(await faultsOf(page), [])
  assert.deepEqual(complaints, [])
})
