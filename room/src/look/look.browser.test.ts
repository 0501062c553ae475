import assert from 'node:assert/strict'
import test from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { faultsOf, open, uncover } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import type { LookWindow } from './look-page.tsx'

const textOf = async (place: Locator) => (await place.textContent()) ?? ''
const time = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['caseTime']))
const frameOf = (page: Page, name: string) =>
  page.locator(`[data-recording="${name}"]`).evaluate(each => (each as HTMLElement).dataset['frame'])

/** Where a canvas of the timeline lies once it is as wide as what holds it: it is sized by its first painting. */
async function boxOf(page: Page, canvas: string) {
  await page.waitForFunction(selector => {
    const element = document.querySelector(selector)
    return element !== null && element.clientWidth === element.parentElement?.clientWidth
  }, canvas)
  return await page.locator(canvas).boundingBox()
}

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } }
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['dark', 'light'] as const) {
    test(`nothing bars anybody from the ${colorScheme} room on a ${size}`, async () => {
      await using opened = await open({ viewport, colorScheme }, { isCovered: true })
      const { page, complaints } = opened
      const found: string[] = []
      const look = async (place: string) =>
        found.push(...(await faultsOf(page)).map(each => `${place}: ${each}`))
      await look('cover')
      await uncover(page)
      await look('watch')
      await page.getByRole('button', { name: 'Files' }).click()
      await page.locator('main').waitFor()
      await look('files')
      await page.getByRole('button', { name: 'Custody' }).click()
      await page.locator('main').waitFor()
      await look('custody')
      await page.getByRole('button', { name: 'Watch' }).click()
      // Dialogs look alike on both sizes: each theme is looked at once.
      const isOnce = (size === 'desk') === (colorScheme === 'dark')
      for (const overlay of isOnce ? (['help', 'type-start', 'match-frames'] as const) : []) {
        await page.evaluate(kind => {
          const { room } = window as unknown as LookWindow
          const id = room.session.tray.peek()[0]?.id ?? ''
          room.session.overlay.value = { kind, id } as typeof room.session.overlay.value
        }, overlay)
        await page.locator('dialog[open]').waitFor()
        await look(overlay)
        await page.keyboard.press('Escape')
      }
      assert.deepEqual(found, [])
      assert.deepEqual(complaints, [])
      // In Spanish the words are longer, and a tablet is narrower than a desk.
      if (size === 'desk') {
        await page.getByRole('button', { name: 'Español' }).click()
        await page.setViewportSize({ width: 1024, height: 800 })
      }
      // The timeline's pictures are drawn anew a moment after the page has another width.
      await page.waitForFunction(() => document.documentElement.scrollWidth === innerWidth).catch(() => null)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.equal(wide, 0, 'the page does not scroll sideways')
    })
  }
}

test('before the cover is passed there is no picture, and no key passes it', async () => {
  await using opened = await open({}, { hash: '#t=43.867', isCovered: true })
  const { page } = opened
  for (const key of ['Escape', 'Escape', ' ', '?', 's']) {
    if (key === ' ') await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press(key)
  }
  assert.equal(await page.locator('canvas, video, img, [data-recording]').count(), 0)
  assert.equal(await page.locator('dialog[open] [data-cover="show"]').count(), 1)
  await uncover(page)
  assert.equal(await time(page), 43_867_000)
})

test('each placed recording with pictures has one angle, named by its path', async () => {
  await using opened = await open()
  const names = await opened.page
    .locator('[data-recording]')
    .evaluateAll(all =>
      all.map(
        each => `${(each as HTMLElement).dataset['recording']} ${each.querySelectorAll('canvas').length}`,
      ),
    )
  assert.deepEqual(names, [
    'Doorbell.mkv 1',
    'Phone portrait.mov 1',
    'bodycam/Body camera A.mp4 1',
    'bodycam/Body camera B.mp4 1',
  ])
  assert.equal(await opened.page.locator('[aria-current="true"][data-recording]').count(), 1)
})

test('a link chooses the instant and the angle, on opening and later', async () => {
  await using opened = await open({}, { hash: '#t=43.867001&angle=bodycam%2FBody%20camera%20B.mp4' })
  const { page } = opened
  const current = page.locator('[data-recording][aria-current="true"]')
  assert.equal(await time(page), 43_867_001)
  assert.equal(await current.getAttribute('data-recording'), 'bodycam/Body camera B.mp4')
  await page.evaluate(() => {
    location.hash = '#t=51&angle=Doorbell.mkv'
  })
  await page.waitForFunction(() => document.documentElement.dataset['caseTime'] === '51000000')
  assert.equal(await current.getAttribute('data-recording'), 'Doorbell.mkv')
  assert.equal(
    await textOf(page.locator('[data-recording="Phone portrait.mov"] .absent')),
    'Not recording yetstarts at 00:51.400',
  )
})

test('every way through the room can be gone by keyboard', async () => {
  await using opened = await open({}, { hash: '#t=43.867' })
  const { page } = opened
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await press('3', '.', '.', ',')
  assert.equal(await frameOf(page, 'bodycam/Body camera A.mp4'), '1257')
  await press('s')
  assert.equal(await page.locator('.angles').getAttribute('data-layout'), 'solo')
  await press('f', 'Escape', 'Escape')
  assert.equal(await page.locator('.angles').getAttribute('data-layout'), 'grid')
  await press('[')
  assert.equal(await page.locator('.transport select').first().inputValue(), '0.5')
  assert.match(await textOf(page.locator('.transport')), /more deliberate/)
  await press('t', 'k', 'Home', 'ArrowRight')
  assert.equal(await time(page), 1_000_000)
  await press('g')
  await page.locator('dialog input').fill('0:10.5')
  await press('Enter')
  assert.equal(await time(page), 10_500_000)
  await press('?')
  assert.match(await textOf(page.locator('dialog[open]')), /Next frame of the selected angle/)
  await press('Escape')
  assert.equal(await page.locator('dialog[open]').count(), 0)
})

test('the space bar plays, unless the keyboard stands on a button or in a field', async () => {
  await using opened = await open()
  const { page } = opened
  const isPlaying = () => page.evaluate(() => (window as unknown as LookWindow).room.engine.playing.peek())
  await page.locator('.angle-select').first().click()
  await page.keyboard.press(' ')
  assert.equal(await isPlaying(), true)
  await page.keyboard.press(' ')
  assert.equal(await isPlaying(), false)
  await page.keyboard.press('Tab')
  await page.locator('.transport .play').focus()
  await page.keyboard.press(' ')
  assert.equal(await isPlaying(), true)
  await page.keyboard.press(' ')
  assert.equal(await isPlaying(), false)
})

test('a recording is placed by a typed start, with a reason, and the placement is taken back', async () => {
  await using opened = await open()
  const { page } = opened
  const tray = page.locator('.tray h2')
  assert.equal(await textOf(tray), 'Not on the clock · 2')
  await page.locator('.tray').getByRole('button', { name: 'Type a start' }).first().click()
  await page.getByLabel('Clock time of its time 0').fill('0:05.25')
  await page.getByLabel('Reason').fill('its burned-in clock')
  await page.getByRole('button', { name: 'Place it' }).click()
  await page.locator('[data-recording="Yard CCTV.avi"]').waitFor()
  assert.equal(await textOf(tray), 'Not on the clock · 1')
  await page.keyboard.press('u')
  await page.locator('[data-recording="Yard CCTV.avi"]').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Custody' }).click()
  assert.match(
    await textOf(page.locator('tbody tr').nth(1)),
    /Placed by a personYard CCTV\.avi · starts at 00:05\.250000 · its burned-in clock/,
  )
})

test('a recording is moved along the clock by its grip, looked at, and entered with a reason', async () => {
  await using opened = await open()
  const { page } = opened
  const angle = page.locator('[data-recording="bodycam/Body camera A.mp4"]')
  let [x, y, perPx] = [0, 0, 0]
  // While parts of the room still come, the timeline may move under the pointer.
  const isOnGrip = async () => {
    const lanes = await boxOf(page, '.lanes canvas')
    assert.ok(lanes)
    // Body camera A is the fourth lane; its bar begins at 2 s of a clock of 80 s that fills the width with 1.5 % of air.
    perPx = (80_000_072 * 1.03) / lanes.width
    x = lanes.x + (2_000_000 + 80_000_072 * 0.015) / perPx + 4
    y = lanes.y + 3.5 * 32
    await page.mouse.move(x, y)
    return (await page.locator('[data-grip]').count()) > 0
  }
  assert.equal(await soon(isOnGrip, true), true)
  await page.mouse.down()
  await page.mouse.move(x + 20, y, { steps: 3 })
  await page.mouse.up()
  await page.getByRole('group', { name: 'Moving Body camera A by hand' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByLabel('Reason').fill('the lamp goes on')
  await page.getByRole('button', { name: 'Place it' }).click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  assert.equal(await angle.getAttribute('data-case-start'), String(2_000_000 + Math.round(20 * perPx)))
  assert.match(await textOf(angle), /± not stated/)
})

test('a pointer on the ruler moves the playhead and nothing else', async () => {
  await using opened = await open()
  const { page } = opened
  const ruler = await boxOf(page, '.ruler canvas')
  assert.ok(ruler)
  await page.mouse.click(ruler.x + ruler.width / 2, ruler.y + 8)
  const middle = 80_000_072 / 2
  assert.ok(Math.abs((await time(page)) - middle) < 60_000)
  assert.equal(await page.locator('dialog[open]').count(), 0)
})

test('two frames that a person says are one instant place a recording', async () => {
  await using opened = await open({}, { hash: '#t=43.867&angle=Doorbell.mkv' })
  const { page } = opened
  await page.locator('.tray').getByRole('button', { name: 'Match two frames' }).first().click()
  const steppers = page.locator('.stepper')
  await steppers.nth(1).getByRole('button', { name: 'On 10 frames' }).click()
  await steppers.nth(1).getByRole('button', { name: 'On one frame' }).click()
  // Frame 658 of 15 per second against frame 11 of 10 per second in a file that starts at 3.2 s.
  const start = Math.round((658 / 15) * 1e6) - 4_300_000
  assert.match(
    await textOf(page.locator('dialog[open]')),
    new RegExp(`00:${(start / 1e6).toFixed(6)}, ± 101 ms`),
  )
  await page.getByLabel('Reason').fill('the gate closes')
  await page.getByRole('button', { name: 'Place it' }).click()
  const angle = page.locator('[data-recording="Yard CCTV.avi"]')
  await angle.waitFor()
  await page.waitForFunction(
    () => document.querySelector('[data-recording="Yard CCTV.avi"]')?.getAttribute('data-state') === 'ready',
  )
  assert.equal(await angle.getAttribute('data-case-start'), String(start))
  assert.equal(await frameOf(page, 'Yard CCTV.avi'), '11')
})

test('warned recordings show no thumbnail; a person clears one with a reason', async () => {
  await using opened = await open({}, { hash: '#angle=bodycam%2FBody%20camera%20A.mp4' })
  const { page } = opened
  assert.equal(await page.locator('img').count(), 0)
  await page.getByRole('button', { name: 'Clear …' }).click()
  await page.getByLabel('Reason').fill('nobody was hurt')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await page.locator('img.poster').waitFor()
})

test('the room speaks Spanish, and remembers it', async () => {
  await using opened = await open({ locale: 'es-MX' }, { hash: '#t=43.867' })
  const { page } = opened
  assert.equal(await page.locator('html').getAttribute('lang'), 'es')
  assert.match(await textOf(page.locator('.room')), /Fuera del reloj · 2/)
  assert.match(await textOf(page.locator('.angle').first()), /±0,9 ms/)
  await page.getByRole('button', { name: 'English' }).click()
  await page.reload()
  assert.match(await textOf(page.locator('[data-cover="show"]')), /Show the recordings/)
})

test('on a phone one angle is large, the others are a strip, and panels are sheets', async () => {
  await using opened = await open({ viewport: sizes.phone })
  const { page } = opened
  const widths = await page
    .locator('.angle')
    .evaluateAll(all => all.map(each => Math.round(each.getBoundingClientRect().width)))
  assert.deepEqual([widths[0], widths.slice(1).every(width => width < 130)], [356, true])
  assert.equal(await page.locator('.panel').isVisible(), false)
  await page.locator('.transport').getByRole('button', { name: 'Details' }).click()
  assert.equal(await page.locator('.panel').isVisible(), true)
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.panel').isVisible(), false)
  const play = await page.locator('.play').boundingBox()
  assert.ok(play && play.width >= 44 && play.height >= 44)
})
