import assert from 'node:assert/strict'
import test from 'node:test'
import type { Signal } from '@preact/signals'
import type { CaseState } from '@sightline/core/case'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import type { LookWindow } from './look-page.tsx'

test('a transcript is corrected, doubted, settled, searched and undone by keyboard alone', async () => {
  await using opened = await open()
  const { page, complaints } = opened
  await page.getByRole('button', { name: 'Listening' }).click()
  const rows = page.locator('.line-row')
  await rows.first().waitFor()
  const about = page.locator('.transcript-about')
  assert.match(
    (await about.textContent()) ?? '',
    /body-camera-a\.json \(whisper\.cpp\) · 0 of 7 lines settled/,
  )
  // The same instant as each microphone has it, and the translation with its translator.
  await page.keyboard.press('j')
  const beside = page.locator('.transcript-beside')
  await beside.getByText('What am I doing wrong?').waitFor()
  await beside.getByText('¿Qué hice mal?').waitFor()
  await beside.getByText('translated by Ilse Marrow').waitFor()
  assert.deepEqual(await faultsOf(page), [])

  // Text follows sound; the original and what is processed are one key apart.
  await page.keyboard.press(' ')
  await rows.nth(1).locator('[data-heard]').waitFor()
  const heardAs = page.locator('.heard-as')
  assert.equal(await heardAs.textContent(), 'the original')
  await page.keyboard.press('o')
  assert.equal(await soon(() => heardAs.textContent(), 'processed for listening'), 'processed for listening')
  await page.keyboard.press('Escape')
  const play = page.getByRole('button', { name: 'Play', exact: true })
  await play.waitFor()
  // Enter presses the button that a person came to by keyboard, and does not change the line.
  await play.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const loop = page.getByRole('button', { name: 'Loop' })
  assert.equal(await soon(() => loop.getAttribute('aria-pressed'), 'true'), 'true')
  assert.equal(await page.locator('.line-editor').count(), 0)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await play.waitFor()
  await page.locator('.transcript-about').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  assert.equal(await rows.nth(1).locator('[data-chosen]').textContent(), 'did')
  await page.keyboard.press('Enter')
  const words = page.getByRole('textbox', { name: 'Words of this line' })
  await words.fill('What [did / am] I do wrong?')
  await words.press('Enter')
  await rows.nth(1).getByText('[did / am]').waitFor()
  // Entered, and on to the next line, which is settled as it stands.
  assert.equal(await soon(() => rows.nth(2).getAttribute('aria-current'), 'true'), 'true')
  await page.keyboard.press('s')
  assert.equal(await soon(() => rows.nth(2).getAttribute('data-settled'), 'true'), 'true')
  assert.match((await rows.nth(2).locator('.line-state').textContent()) ?? '', /settled by R\. Imani/)
  await page.keyboard.press('x')
  await rows.nth(3).getByText('[inaudible]').waitFor()
  const settled = async () => (await about.textContent())?.match(/\d of \d/)?.[0] ?? ''
  for (const expected of ['1 of 7', '0 of 7', '0 of 7']) {
    await page.keyboard.press('u')
    assert.equal(await soon(settled, expected), expected)
  }
  await rows.nth(1).getByText('did', { exact: true }).waitFor()

  await page.keyboard.press('/')
  await page.keyboard.type('BLANKS going')
  await page.keyboard.press('Enter')
  assert.equal(await soon(() => rows.nth(5).getAttribute('aria-current'), 'true'), 'true')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('step away')
  await page.getByRole('button', { name: 'Body camera B · en: 1 line' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Speakers …' }).click()
  await page.getByRole('dialog').getByText('SPEAKER_01').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Bring a transcript …' }).click()
  assert.deepEqual(await faultsOf(page), [])
  await page
    .getByLabel('File (WebVTT')
    .setInputFiles({ name: 'b.vtt', mimeType: 'text/vtt', buffer: Buffer.from('WEBVTT') })
  await page.getByText('WebVTT: 2 lines, 15 words. From 00:00.000 to 1:00:00.000 in the file.').waitFor()
  await page.getByText(/Its times go beyond the recording, which ends at 0\d:/).waitFor()
  await page.getByText('1 place could not be read as a line and is kept as it stands').waitFor()
  await page.getByRole('button', { name: 'Enter it' }).click()
  assert.match(
    await soon(
      async () => (await about.textContent()) ?? '',
      'brought as b.vtt (WebVTT) · 0 of 2 lines settled',
    ),
    /b\.vtt/,
  )
  assert.deepEqual(complaints, [])
})

test('all microphones stand at an onset, a named person labels it, and an interval is told with what limits it', async () => {
  await using opened = await open()
  const { page, complaints } = opened
  await page.getByRole('button', { name: 'Listening' }).click()
  await page.getByRole('button', { name: 'Sharp sounds' }).click()
  const items = page.locator('.impulse-item')
  await items.first().waitFor()
  await page.getByText('3 candidates, 3 heard by more than one microphone').waitFor()
  // A published copy of which nobody has said what it stands for may be a microphone that is counted already.
  await page.evaluate(() => {
    const { source } = (window as unknown as LookWindow).room
    const state = source.state as Signal<CaseState>
    const recordings = new Map(state.peek().recordings)
    for (const [id, each] of recordings)
      if (each.firstName.includes('Body camera A'))
        recordings.set(id, { ...each, provenance: { ...each.provenance, receivedAs: 'published-copy' } })
    state.value = { ...state.peek(), recordings }
  })
  await page.getByText(/Among them is a published copy, which counts as a microphone of its own/).waitFor()
  assert.equal(await page.locator('.onset-lane').count(), 4)
  const drawn = () =>
    page
      .locator('.onset-canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.height > 0 && canvas.width > 300)
  assert.equal(await soon(drawn, true), true)
  // Until a sound is drawn its lane says that it is being read.
  assert.equal(await soon(() => page.locator('.onset-picture p').count(), 0), 0)
  assert.deepEqual(await faultsOf(page), [])
  // Times of another clock stand by themselves, and what one microphone alone heard is no answer to what several did.
  await page.getByLabel('Times on').selectOption({ label: 'clip-0417, on its own clock' })
  await page.getByText('1 candidate, 0 heard by more than one microphone').waitFor()
  await page.getByLabel('Times on').selectOption({ index: 0 })
  await page.getByLabel('Only what more than one microphone heard').check()
  assert.equal(await soon(() => items.count(), 3), 3)
  // Loud ones alone, with how many that leaves.
  await page.getByLabel('Level', { exact: true }).selectOption('-10')
  await page.getByText(/^\d of \d shown$/).waitFor()
  assert.ok((await items.count()) < 3)
  await page.getByLabel('Level', { exact: true }).selectOption('')
  assert.equal(await soon(() => items.count(), 3), 3)
  // By score, with what that says and does not say; and back in time.
  await page.getByLabel('Order').selectOption({ label: 'highest score first' })
  await page.getByText('It does not say what made the sound.').waitFor()
  const scores = () =>
    items.evaluateAll(all => all.map(each => each.textContent?.match(/score (0\.\d\d)/)?.[1]))
  assert.deepEqual(await soon(scores, ['0.94', '0.92', '0.90']), ['0.94', '0.92', '0.90'])
  assert.deepEqual(await faultsOf(page), [])
  await page.getByLabel('Order').selectOption('time')
  assert.equal(await soon(async () => (await scores())[0], undefined), undefined)
  // By keyboard: from sound to sound, the ends of an interval, and the label.
  const isCurrent = (n: number) => soon(() => items.nth(n).getAttribute('aria-current'), 'true')
  await items.nth(1).locator('.impulse-choose').click()
  await page.keyboard.press('j')
  assert.equal(await isCurrent(2), 'true')
  await page.keyboard.press('o')
  await page.keyboard.press('Home')
  assert.equal(await isCurrent(0), 'true')
  await page.keyboard.press('i')
  await page.locator('.interval .value').waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()
  await page.keyboard.press('l')
  await page.getByLabel('What it was').selectOption('blank')
  await page.getByLabel('Reason').fill('sharp on every camera, smoke in the doorbell')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await items.first().getByText('blank shot').waitFor()
  await items.first().getByText('R. Imani: sharp on every camera').waitFor()
  await items.first().getByRole('button', { name: 'Measure from here' }).click()
  await items.last().getByRole('button', { name: 'to here' }).click()
  const interval = page.locator('.interval')
  await interval.locator('.value').waitFor()
  assert.match(
    (await interval.textContent()) ?? '',
    /The sound at 00:\d\d\.\d{6} \(impulse\) came .* ms \(± .* ms\) after the sound at 00:44\.310000 \(blank shot\)\./,
  )
  assert.match((await interval.textContent()) ?? '', /does not include how long sound travelled/)

  // A sound that a person marks has the error that they say, and none until they do.
  await page.getByRole('button', { name: 'Label a sound at the playhead …' }).click()
  await page.getByLabel('How far off this mark may be').fill('15')
  await page.getByLabel('Reason').fill('heard on the doorbell alone')
  await page.getByRole('button', { name: 'Enter', exact: true }).click()
  await items.filter({ hasText: 'heard on the doorbell alone' }).getByText('± 15').waitFor()
  assert.deepEqual(complaints, [])
})

test('what is said stands under the pictures and beside them, follows the playhead and takes it along', async () => {
  await using opened = await open({}, { hash: '#t=22.9' })
  const { page, complaints } = opened
  const captions = page.locator('.captions')
  await captions.getByText('What did I do wrong?').waitFor()
  assert.equal(await captions.locator('.caption').count(), 2)
  assert.match((await captions.textContent()) ?? '', /Body camera A: SPEAKER_01: .*not reviewed/)
  await page.locator('#tab-transcript').click()
  const now = page.locator('.said-line[aria-current="true"]')
  await now.getByText('¿Qué hice mal?').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.getByRole('button', { name: 'Go to 00:44.9' }).click()
  await captions.getByText('Blanks going, blanks going.').waitFor()
  // The camera's own clock drifts, so the line begins some micros after the full tenth.
  assert.match((await page.locator('html').getAttribute('data-case-time')) ?? '', /^449000\d\d$/)
  await page.getByRole('button', { name: 'Listen closely' }).click()
  await page.locator('.line-row[aria-current="true"]').getByText('Blanks').first().waitFor()
  await page.getByRole('button', { name: 'Watch', exact: true }).click()
  await captions.waitFor()
  await page.keyboard.press("'")
  await captions.waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
})
