import assert from 'node:assert/strict'
import test from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import type { LookWindow } from './look-page.tsx'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } }
const textOf = async (place: Locator) => ((await place.textContent()) ?? '').replace(/\s+/g, ' ').trim()

async function openClock(page: Page, pair?: string): Promise<void> {
  await page.getByRole('button', { name: 'Clock', exact: true }).click()
  await page.locator('.pair-button').first().waitFor()
  if (pair) await page.locator('.pair-button').filter({ hasText: pair }).first().click()
  if (pair) await page.locator('.wave-canvas').waitFor()
}

const readout = (page: Page) => page.locator('.wave-readout')
/** How many pixels of the waveforms are painted at all. */
const painted = (page: Page) =>
  page.locator('.wave-canvas').evaluate(canvas => {
    const { width, height } = canvas as HTMLCanvasElement
    const data = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    let count = 0
    for (let n = 3; n < data.length; n += 4) if ((data[n] ?? 0) > 0) count++
    return count
  })

for (const [size, viewport] of Object.entries(sizes))
  for (const colorScheme of ['dark', 'light'] as const)
    test(`nothing bars anybody from the ${colorScheme} clock on a ${size}`, async () => {
      await using opened = await open({ viewport, colorScheme })
      const { page, complaints } = opened
      await openClock(page)
      const found = [...(await faultsOf(page))]
      await page.locator('.pair-button').first().click()
      await page.locator('.wave-canvas').waitFor()
      found.push(...(await faultsOf(page)))
      const wide = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.clock-side, .clock-pair')].map(
          each => each.scrollWidth - each.clientWidth,
        ),
      )
      assert.deepEqual(found, [])
      assert.deepEqual(complaints, [])
      assert.deepEqual(wide, [0, 0, 0], 'nothing scrolls sideways')
    })

test('every recording stands under its clock with offset, error, drift and source, or with why it has none', async () => {
  await using opened = await open()
  const { page } = opened
  await openClock(page)
  const rows = page.locator('.clock-row')
  assert.equal(
    await textOf(rows.filter({ hasText: 'Body camera A' }).first()),
    'Body camera ATime 0 of the file on the clock 00:02.000000by sound · clock +2.0 ppm±0.4 ms',
  )
  assert.match(await textOf(rows.filter({ hasText: 'Yard CCTV' })), /no sound, so sound cannot place it/)
  assert.match(
    await textOf(rows.filter({ hasText: 'clip-0417' })),
    /Best of what was refused ?starting at 00:12\.\d{3} of Body camera A score 8\.2: another lag fits/,
  )
  assert.match(await textOf(page.locator('.clock-side')), /2\.9 ms a metre/)
  assert.match(await textOf(page.locator('.conflicts')), /differ by 12 ms \(± 1\.6 ms\)/)
})

test('each pair is an arc and a button: strong ones first, what was not used dashed and with its reason', async () => {
  await using opened = await open({ colorScheme: 'dark' })
  const { page } = opened
  await openClock(page)
  const kinds = await page
    .locator('.pair-list li')
    .evaluateAll(all => all.map(each => (each as HTMLElement).dataset['kind']))
  assert.deepEqual(kinds, ['used', 'used', 'used', 'used', 'used', 'set-aside', 'set-aside'])
  assert.equal(await page.locator('.arcs g').count(), 7)
  const dash = (kind: string) =>
    page
      .locator(`.arcs g[data-kind="${kind}"] .arc`)
      .first()
      .evaluate(arc => getComputedStyle(arc).strokeDasharray)
  assert.equal(await dash('used'), 'none')
  assert.notEqual(await dash('set-aside'), 'none')
  assert.match(
    await textOf(page.locator('.pair-list li').last()),
    /not used: another lag fits nearly as well/,
  )
  assert.match(await textOf(page.locator('.clock-side')), /In 1 further pair no sound in common was found/)
})

test('the close look finds the two on each other, and a peak moves the lower one by hand', async () => {
  await using opened = await open()
  const { page } = opened
  await openClock(page, 'Body camera A – Body camera B')
  const peak = page.locator('.button.peak').first()
  assert.match(await textOf(peak), /^Move the lower one by 0 ms · \d/)
  await page.getByRole('radio', { name: /at rival 1/ }).check()
  await page.getByText('No peak stands out of chance.').waitFor()
  assert.match(await textOf(readout(page)), /against the placements in force \+1\d\d,?\d{3}\.\d samples/)
  await page.getByRole('radio', { name: /by the sound of this pair/ }).check()
  assert.equal(await soon(() => peak.count(), 1), 1)
  await page.getByRole('button', { name: '+10', exact: true }).click()
  await page.getByRole('button', { name: '−1', exact: true }).click()
  assert.match(await textOf(readout(page)), /moved by hand \+9 samples \(\+1\.125 ms\)/)
  await peak.click()
  assert.match(await textOf(readout(page)), /not moved by hand/)
})

test('the waveforms go from the whole overlap to single samples, by buttons, keys and pointer', async () => {
  await using opened = await open()
  const { page } = opened
  await openClock(page, 'Body camera A – Doorbell')
  const scale = page.locator('.wave-tools > .mono')
  const isWhole = async () => /^\d{3} samples a pixel$/.test(await textOf(scale))
  assert.equal(await soon(isWhole, true), true)
  await page.getByRole('button', { name: 'Single samples' }).click()
  assert.equal(await textOf(scale), '10 pixels a sample')
  const frame = page.getByRole('group', { name: 'Waveforms over each other' })
  const sampleOf = async (row: number) =>
    Number(/sample (\d+)/.exec(await textOf(readout(page).locator('dd').nth(row)))?.[1])
  const before = [await sampleOf(1), await sampleOf(2)]
  await frame.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  assert.deepEqual(
    [await sampleOf(1), await sampleOf(2)],
    before.map(each => each + 1),
  )
  await page.keyboard.press('.')
  await page.keyboard.press('Shift+,')
  assert.match(await textOf(readout(page)), /moved by hand −9 samples/)
  assert.equal(await sampleOf(2), (before[1] ?? 0) + 10)
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  assert.equal(await textOf(scale), '24 pixels a sample')
  const isSaid = () =>
    page.evaluate(() => {
      const { room } = window as unknown as LookWindow
      return /^24 pixels a sample; .*sample \d+ · .*moved by hand −9 samples/.test(room.speaker.said.peek())
    })
  assert.equal(await soon(isSaid, true), true, 'what the keys did is read aloud')
  assert.ok((await soon(async () => (await painted(page)) > 2000, true)) === true)
  const box = await page.locator('.wave-canvas').boundingBox()
  assert.ok(box)
  const [middle, y] = [box.x + box.width / 2, box.y + 120]
  const here = await sampleOf(1)
  await page.mouse.click(middle + 240, y)
  const there = await sampleOf(1)
  assert.ok(Math.abs(there - here) <= 20 && there !== here, `from ${here} to ${there}`)
  await page.mouse.move(middle, y)
  await page.mouse.down()
  await page.mouse.move(middle - 240, y, { steps: 4 })
  await page.mouse.up()
  assert.equal(await sampleOf(1), there, 'dragging pans and leaves the cursor')
  await page.mouse.click(middle, y)
  assert.equal(await sampleOf(1), there, 'what lay on the right was drawn into the middle')
  await page.getByRole('button', { name: 'Whole overlap' }).click()
  assert.equal(await isWhole(), true)
})

test('both are heard on a press and at no other time, and not at all by who is spared sound', async () => {
  await using opened = await open()
  const { page, complaints } = opened
  await openClock(page, 'Body camera A – Doorbell')
  const play = page.getByRole('button', { name: 'Play both' })
  const stop = page.getByRole('button', { name: 'Stop', exact: true })
  assert.equal(await play.count(), 1)
  await play.click()
  await stop.waitFor()
  await stop.click()
  await play.waitFor()
  await page.getByRole('group', { name: 'Waveforms over each other' }).focus()
  await page.keyboard.press(' ')
  await stop.waitFor()
  await page.keyboard.press(' ')
  await play.waitFor()
  await page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    room.session.overlay.value = { kind: 'spared' }
  })
  await page.getByRole('checkbox', { name: /sound/i }).check()
  await page.keyboard.press('Escape')
  assert.equal(await play.isDisabled(), true)
  await page.getByRole('group', { name: 'Waveforms over each other' }).focus()
  await page.keyboard.press(' ')
  assert.equal(await stop.count(), 0)
  assert.deepEqual(complaints, [])
})

test('from the close look a person goes to the moment, and pins the lower one as it lies', async () => {
  await using opened = await open()
  const { page } = opened
  await openClock(page, 'Body camera A – Body camera B')
  await page.getByRole('button', { name: '+10', exact: true }).click()
  await page.getByRole('button', { name: 'Pin the lower one as it lies here …' }).click()
  const dialog = page.locator('dialog[open]')
  assert.match(await textOf(dialog), /\+1\.250/)
  await dialog.getByLabel('Reason').fill('the same word on both')
  await dialog.getByRole('button', { name: 'Place it' }).click()
  await dialog.waitFor({ state: 'detached' })
  const row = page.locator('.clock-row').filter({ hasText: 'Body camera B' }).first()
  assert.match(await textOf(row), /00:08\.001250by a person/)
  await page.getByRole('button', { name: 'Show this moment in the room' }).click()
  await page.locator('.angle[aria-current="true"]').waitFor()
  const time = await page.evaluate(() => Number(document.documentElement.dataset['caseTime']))
  assert.ok(time > 8_000_000 && time < 78_000_000, `at ${time}`)
})

test('a recording that was refused is pinned at the lag that somebody looked at', async () => {
  await using opened = await open()
  const { page } = opened
  await openClock(page)
  await page.getByRole('button', { name: /starting at 00:12/ }).click()
  await page.locator('.wave-canvas').waitFor()
  await page.getByRole('button', { name: 'Pin the lower one as it lies here …' }).click()
  assert.match(await page.getByLabel('Clock time of its time 0').inputValue(), /^00:14\.(4|39|40)/)
})

test('the Clock tab opens the page, at a pair too, and on a phone the way back is there', async () => {
  await using opened = await open({ viewport: sizes.phone })
  const { page } = opened
  await page.locator('.transport').getByRole('button', { name: 'Details' }).click()
  await page.getByRole('tab', { name: 'Clock' }).click()
  await page.getByRole('button', { name: 'Body camera A – Doorbell' }).click()
  await page.locator('.wave-canvas').waitFor()
  assert.equal(await page.locator('.clock-side').isVisible(), false)
  const back = page.getByRole('button', { name: 'All recordings' })
  await back.press('Enter')
  await page.locator('.clock-rows').waitFor()
  assert.equal(await page.locator('.clock-pair').isVisible(), false)
  assert.equal(await page.locator('.arcs g').count(), 7)
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const isOnPair = async () => /^Body camera A – Doorbell/.test(await focused())
  assert.equal(await soon(isOnPair, true), true, 'the focus comes back to the pair')
  await page.keyboard.press('Enter')
  const isOnBack = async () => /All recordings/.test(await focused())
  assert.equal(await soon(isOnBack, true), true, 'and goes along to the close look')
})

test('the clock speaks Spanish', async () => {
  await using opened = await open({ locale: 'es-MX' })
  const { page } = opened
  await page.getByRole('button', { name: 'Reloj', exact: true }).click()
  await page.locator('.wave-canvas').waitFor()
  const text = await textOf(page.locator('.clock-page'))
  for (const word of [
    'por sonido',
    'Fuera de un reloj',
    'Oír ambas',
    '2,9 ms por metro',
    'ventanas',
    'un sonido que se repite',
  ])
    assert.ok(text.includes(word), word)
})
