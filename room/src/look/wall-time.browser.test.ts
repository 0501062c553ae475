import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import type { LookWindow } from './look-page.tsx'

const doorbell = `#t=10&angle=${encodeURIComponent('Doorbell.mkv')}`
const time = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['caseTime']))
const wall = (page: Page) => page.locator('.transport .wall').textContent()

/** Anchors the clock of the case by the doorbell: at 10 s it shows 16:09:53 in Zurich, which its file's own tag does not. */
async function anchor(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Clock' }).click()
  await page.getByRole('button', { name: 'Anchor the clock by a reading …' }).click()
  const field = (name: string) => page.locator(`dialog input[name="${name}"]`)
  assert.equal(await field('frame').inputValue(), '10.000000')
  await field('reading').fill('2031-05-02 16:09:53')
  await field('zone').fill('Europe/Zurich')
  await field('error').fill('500')
  await field('reason').fill('the station clock in view')
  await field('reason').press('Enter')
  await page.locator('dialog').waitFor({ state: 'detached' })
}

test('the clock is anchored by keyboard and undone, and tells wall time, differences and times to go to', async () => {
  await using opened = await open({}, { hash: doorbell })
  const { page, complaints } = opened
  assert.equal(await page.locator('.transport .wall').count(), 0)
  await anchor(page)
  assert.equal(await wall(page), '16:09:53.000 UTC+2')
  const panel = page.locator('.panel-body')
  // Its tag says 14:06:31 UTC for its beginning, which was 14:09:43 by the anchor.
  await panel.getByText('is 3 min 12 s slow', { exact: true }).first().waitFor()
  assert.match((await panel.textContent()) ?? '', /Time 0 is2031-05-02 16:09:43\.000 UTC\+2/)
  assert.deepEqual(await faultsOf(page), [])

  await page.keyboard.press('g')
  await page.locator('dialog input[name="time"]').fill('16:10:03.5')
  await page.keyboard.press('Enter')
  assert.equal(await soon(() => time(page), 20_500_000), 20_500_000)
  assert.equal(await wall(page), '16:10:03.500 UTC+2')
  await page.keyboard.press('g')
  await page.locator('dialog input[name="time"]').fill('w 9:00')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing was recorded then').waitFor()
  await page.keyboard.press('Escape')

  await page.keyboard.press('u')
  await page.locator('.transport .wall').waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
})

test('a recording without sound is placed by its own clock only when a person says so, and why', async () => {
  await using opened = await open({}, { hash: doorbell })
  const { page, complaints } = opened
  await anchor(page)
  const row = page.locator('.tray li', { hasText: 'Yard CCTV' })
  await row.getByRole('button', { name: 'By its own clock …' }).click()
  const clocks = page.locator('.clocks-of-recording')
  await clocks.getByText('Where it would lie by its own clock').waitFor()
  assert.match((await clocks.textContent()) ?? '', /5 other device clocks are off by .+ to .+\./)
  await clocks.getByRole('button', { name: 'Place it so …' }).first().click()
  await page.locator('dialog input[name="reason"]').fill('nothing else places it')
  assert.deepEqual(await faultsOf(page), [])
  await page.locator('dialog input[name="reason"]').press('Enter')
  await row.waitFor({ state: 'detached' })
  const said = await page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    const pin = [...room.source.state.peek().recordings.values()].find(each =>
      each.firstName.startsWith('Yard'),
    )?.pin
    return { start: pin?.start, evidence: pin?.evidence, errorMs: pin?.errorMs }
  })
  // 14:06:31 is 3 min 12 s before the clock's zero; its first frame has the time 3.2 s.
  assert.deepEqual(said, {
    start: -195_200_000,
    errorMs: null,
    evidence: {
      how: 'device-clock',
      clock: {
        media: 3_200_000,
        reading: { local: '2031-05-02T14:06:31', zone: '+00:00', offsetMinutes: 0 },
        tag: 'creation_time',
        against: 'anchor',
      },
    },
  })
  assert.match((await page.locator('.panel-body').textContent()) ?? '', /placed by its device’s clock/)
  await page.keyboard.press('u')
  await row.waitFor()
  assert.deepEqual(complaints, [])
})

test('a watermark read in a recording that is watched alone places it on the anchored clock', async () => {
  await using opened = await open({}, { hash: doorbell })
  const { page, complaints } = opened
  await anchor(page)
  const row = page.locator('.tray li', { hasText: 'Yard CCTV' })
  await row.getByRole('button', { name: 'Watch alone' }).click()
  const angle = page.locator('[data-recording="Yard CCTV.avi"]')
  await page.getByRole('tab', { name: 'Recording' }).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('.')
  assert.equal(await soon(() => angle.getAttribute('data-pts'), '3300000'), '3300000')
  await page.locator('.panel-body').getByRole('button', { name: 'Start from a clock reading …' }).click()
  const field = (name: string) => page.locator(`dialog input[name="${name}"]`)
  assert.equal(await field('frame').inputValue(), '3.300000')
  // The zone is the anchor's, and so is the day: only the time is typed.
  assert.deepEqual(
    [await field('zone').inputValue(), await field('reading').inputValue()],
    ['Europe/Zurich', '2031-05-02 '],
  )
  await field('reading').fill('2031-05-02 16:10:00.3')
  await field('reason').fill('its watermark')
  await field('reason').press('Enter')
  await row.waitFor({ state: 'detached' })
  // 16:10:00.3 is 17.3 s by the anchor, and was shown at 3.3 s of the file.
  assert.equal(await soon(() => angle.getAttribute('data-case-start'), '14000000'), '14000000')
  assert.deepEqual(complaints, [])
})

test('a reading is typed, a placement locked and a distance stated on a phone, in Spanish', async () => {
  const phone = { viewport: { width: 360, height: 740 }, locale: 'es-MX' }
  await using opened = await open(phone, { hash: doorbell })
  const { page, complaints } = opened
  await page.getByRole('button', { name: 'Detalles', exact: true }).click()
  const panel = page.locator('.panel-body')
  const say = async (button: string, fields: Readonly<Record<string, string>>) => {
    await panel.getByRole('button', { name: button }).click()
    for (const [name, text] of Object.entries(fields))
      await page.locator(`dialog [name="${name}"]`).fill(text)
    assert.deepEqual(await faultsOf(page), [])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.equal(wide, 0, 'the page does not scroll sideways')
    await page.locator('dialog [name="reason"]').press('Enter')
    await page.locator('dialog').waitFor({ state: 'detached' })
  }
  await panel.getByText('Relojes que lleva').click()
  await say('Leer un reloj en su imagen …', {
    reading: '2031-05-02 16:09:53',
    zone: '+02:00',
    reason: 'marca de agua',
  })
  await panel.getByText('leído: marca de agua (R. Imani)').waitFor()
  await say('Distancia al micrófono …', {
    metres: '42',
    errorMetres: '3',
    source: 'el portón',
    reason: 'medida en el plano',
  })
  await panel.getByText('42 m ± 3 m: el portón').waitFor()
  await say('Bloquear la ubicación …', { reason: 'revisada por dos' })
  await panel.getByText('revisada por dos').waitFor()
  assert.equal(await panel.getByRole('button', { name: 'Escribir un inicio …' }).count(), 0)
  await panel.getByRole('button', { name: 'Desbloquear …' }).waitFor()
  assert.equal(await page.locator('.lane-name').getByRole('img', { name: 'Bloqueada' }).count(), 1)
  assert.deepEqual(complaints, [])
})

for (const [size, viewport] of Object.entries({
  desk: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
}))
  test(`a recording is moved by its frames while it is looked at, and entered with a reason, on a ${size}`, async () => {
    await using opened = await open({ viewport }, { hash: doorbell })
    const { page, complaints } = opened
    const angle = page.locator('[data-recording="Doorbell.mkv"]')
    const now = () =>
      angle.evaluate(({ dataset }) => [dataset['state'], dataset['frame'], dataset['caseStart']].join(' '))
    assert.equal(await soon(now, 'ready 150 0'), 'ready 150 0')
    await page.keyboard.press('h')
    const bar = page.getByRole('group', { name: 'Moving Doorbell by hand' })
    await bar.waitFor()
    await page.keyboard.press('ArrowRight')
    // 15 frames a second: one of them is 66.667 ms, and a micro less stays inside it. The playhead stays.
    assert.equal(await soon(now, 'ready 149 66666'), 'ready 149 66666')
    assert.equal(await time(page), 10_000_000)
    await page.keyboard.press('Shift+ArrowRight')
    assert.equal(await soon(now, 'ready 148 67666'), 'ready 148 67666')
    assert.match((await angle.textContent()) ?? '', /being moved, not entered/)
    // What would keep a time waits, for the pictures are only tried out.
    for (const key of ['m', 'i', 'x']) await page.keyboard.press(key)
    assert.equal(await page.locator('dialog[open]').count(), 0)
    assert.deepEqual(await faultsOf(page), [])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.equal(wide, 0, 'the page does not scroll sideways')

    await page.keyboard.press('Enter')
    await page.locator('dialog input[name="reason"]').fill('the lamp goes on')
    await page.keyboard.press('Enter')
    await bar.waitFor({ state: 'detached' })
    assert.equal(await soon(now, 'ready 148 67666'), 'ready 148 67666')
    await page.keyboard.press('u')
    assert.equal(await soon(now, 'ready 150 0'), 'ready 150 0')

    await page.keyboard.press('h')
    await bar.waitFor()
    await page.keyboard.press('ArrowLeft')
    assert.equal(await soon(now, 'ready 151 -66668'), 'ready 151 -66668')
    await page.keyboard.press('Escape')
    await bar.waitFor({ state: 'detached' })
    assert.equal(await soon(now, 'ready 150 0'), 'ready 150 0')
    assert.deepEqual(complaints, [])
  })

test('where a person’s placement and the sound disagree, both are told beside the placement', async () => {
  await using opened = await open({}, { hash: '#t=60&angle=Phone%20portrait.mov' })
  const { page, complaints } = opened
  const panel = page.locator('.panel-body')
  assert.equal(await panel.getByText('The person’s counts').count(), 0)
  await panel.getByRole('button', { name: '+10', exact: true }).click()
  await page.locator('dialog input[name="reason"]').fill('the lamp goes on')
  await page.keyboard.press('Enter')
  await panel.getByText(/Body camera B and Phone portrait: sound .* differ by 12 ms/).waitFor()
  assert.deepEqual(complaints, [])
})
