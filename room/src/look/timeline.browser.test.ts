import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import type { LookWindow } from './look-page.tsx'

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
    const before = await time()
    await page.mouse.click(x, box.y + 8 + row * 17)
    // A press beside the moment goes to the time under it; either way the time is told a little later.
    await soon(async () => (await time()) !== before, true)
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

test('a spectrogram comes when it is asked for, with its axes, and tells the level under the pointer', async () => {
  await using opened = await open({}, { hash: '#t=43.867&angle=Doorbell.mkv' })
  const { page, complaints } = opened
  const isFetched = () =>
    page.evaluate(() =>
      performance.getEntriesByType('resource').some(({ name }) => /parts\/spectrogram-/.test(name)),
    )
  assert.equal(await isFetched(), false)
  await page.keyboard.press(':')
  const field = page.locator('.spectrogram-field')
  await field.getByText(/at the playhead, loudest: \d+ Hz {2}−\d+ dB/).waitFor()
  assert.equal(await isFetched(), true)
  assert.equal(await page.locator('.spectrogram-axis').textContent(), '4 kHz3210')
  assert.match((await page.locator('.spectrogram').textContent()) ?? '', /−90 ?−20 dBFS/)
  assert.match((await page.locator('.spectrogram').textContent()) ?? '', /nothing above 4 kHz is in it/)
  const before = await painted(page, '.spectrogram-field canvas')
  await page.locator('.spectrogram select').selectOption('512')
  assert.equal(
    await soon(async () => (await painted(page, '.spectrogram-field canvas')) !== before, true),
    true,
  )
  const box = await field.boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + box.width / 2, box.y + 20)
  // An eighth of the way down from 4 kHz.
  await field.getByText(/^00:(39|40)\.\d+ {2}34\d\d Hz/).waitFor()
  assert.deepEqual(await faultsOf(page), [])
  // A recording without sound says so, and another key takes it all away.
  await page.keyboard.press('Escape')
  await page.keyboard.press(':')
  assert.equal(await page.locator('.spectrogram').count(), 0)
  assert.deepEqual(complaints, [])
})

test('a stretch without samples is hatched in the spectrogram, not shown as silence', async () => {
  await using opened = await open({}, { hash: '#t=8&angle=bodycam%2FBody%20camera%20A.mp4' })
  const { page } = opened
  await page.keyboard.press(':')
  await page.locator('.spectrogram-field').waitFor()
  const kinds = () =>
    page.locator('.spectrogram-field canvas').evaluate(each => {
      const drawn = each as HTMLCanvasElement
      const copy = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d')
      copy?.drawImage(drawn, 0, 0)
      // 8 s lies in the stretch without samples, 20 s does not.
      const perPx = (80_000_072 * 1.03) / drawn.clientWidth
      const shareAt = (seconds: number) => {
        const x = Math.round((seconds * 1e6 + 80_000_072 * 0.015) / perPx)
        const column = copy?.getImageData(x, 0, 1, drawn.height).data ?? []
        let empty = 0
        for (let at = 3; at < column.length; at += 4) if (column[at] === 0) empty += 1
        return empty / drawn.height
      }
      return [shareAt(8) > 0.3, shareAt(20) === 0]
    })
  assert.deepEqual(await soon(kinds, [true, true]), [true, true])
})

test('a dragged playhead makes no sound of what nobody has cleared, in play either', async () => {
  await using opened = await open({}, { hash: '#t=20' })
  const { page } = opened
  const ruler = await page.locator('.ruler').boundingBox()
  assert.ok(ruler)
  const heard = () =>
    page.evaluate(() => {
      const { value } = (window as unknown as LookWindow).room.engine.sound
      return value.kind === 'off' ? value.why : value.kind
    })
  const drag = async (name: string) => {
    await page.locator('.transport select').filter({ hasText: 'none' }).selectOption({ label: name })
    const before = await soon(heard, 'no-sound')
    await page.mouse.move(ruler.x + 300, ruler.y + 8)
    await page.mouse.down()
    await page.mouse.move(ruler.x + 320, ruler.y + 8)
    const during = await heard()
    await page.mouse.up()
    return [before, during]
  }
  // The drawn recordings of this page have no sound to decode: chosen, it is said to be missing; spared, it is not chosen.
  assert.deepEqual(await drag('Body camera A'), ['no-sound', 'not-chosen'])
  assert.equal(await soon(heard, 'no-sound'), 'no-sound')
  await page.keyboard.press(' ')
  assert.deepEqual(await drag('Body camera A'), ['no-sound', 'not-chosen'])
  await page.keyboard.press(' ')
  const [, during] = await drag('Doorbell')
  assert.notEqual(during, 'not-chosen')
})
