// The page of edited films over the fictional case: the film, the recording beside it, lines, review, and what is left out.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, type Opened, open } from '../../../test/browser/open-look.ts'
import { soon } from '../../../test/browser/soon.ts'
import type { LookWindow } from './look-page.tsx'

async function openEdits(options: Parameters<typeof open>[0] = {}): Promise<Opened> {
  const opened = await open(options)
  await opened.page.evaluate(async () => {
    const { room } = window as unknown as LookWindow
    const film = [...room.source.state.peek().recordings.values()].find(each =>
      each.firstName.includes('clip-0417'),
    )
    if (!film) throw new Error('the fiction has the film')
    const { id: recording, rev } = film
    const said = { title: 'The briefing', maker: 'Lark Yard Academy', reason: 'r' }
    await room.entering.enter({ do: 'declare-edited-film', recording, rev, ...said })
    room.session.view.value = 'edits'
  })
  await opened.page.locator('.edit-line').first().waitFor()
  return opened
}

const filmFrame = (page: Page) => page.locator('[data-film]').getAttribute('data-frame')
const rawShown = async (page: Page) => {
  const raw = page.locator('.edits-pane[data-recording]:not([hidden])')
  return (await raw.count()) === 0
    ? null
    : `${await raw.getAttribute('data-recording')} ${await raw.getAttribute('data-frame')}`
}
const statuses = (page: Page) =>
  page.locator('.edit-line').evaluateAll(all => all.map(each => each.getAttribute('data-status')))

test('the recording’s frame stands beside the film’s, frame by frame, and a film is never an angle', async () => {
  await using opened = await openEdits()
  const { page } = opened
  for (const ask of await page.getByRole('button', { name: 'Show them' }).all()) await ask.click()
  // The second line is what camera A shows from 2 s of the film on.
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  assert.deepEqual(await soon(() => filmFrame(page), '60'), '60')
  await page
    .getByRole('button', { name: 'Show them' })
    .click({ timeout: 500 })
    .catch(() => undefined)
  assert.deepEqual(
    await soon(() => rawShown(page), 'bodycam/Body camera A.mp4 900'),
    'bodycam/Body camera A.mp4 900',
  )
  await page.keyboard.press('.')
  assert.deepEqual(
    await soon(() => rawShown(page), 'bodycam/Body camera A.mp4 901'),
    'bodycam/Body camera A.mp4 901',
  )
  // Five lines on, the doorbell is slowed to a quarter: eight frames of the film for one of fifteen a second.
  for (let n = 0; n < 5; n++) await page.keyboard.press('j')
  await page
    .getByRole('button', { name: 'Show them' })
    .click({ timeout: 500 })
    .catch(() => undefined)
  assert.deepEqual(await soon(() => rawShown(page), 'Doorbell.mkv 615'), 'Doorbell.mkv 615')
  for (let n = 0; n < 8; n++) await page.keyboard.press('.')
  assert.deepEqual(await soon(() => rawShown(page), 'Doorbell.mkv 616'), 'Doorbell.mkv 616')
  assert.match((await page.locator('[data-film] .edits-foot').innerText()) ?? '', /0\.25×/)
  // What goes at a quarter beside the film does not say that it goes at true speed.
  assert.match(
    await page.locator('.edits-pane[data-recording]:not([hidden]) .edits-foot').innerText(),
    /beside the film: 0\.25×/,
  )
  assert.equal(await page.locator('[data-film][data-recording]').count(), 0)
  assert.match((await page.locator('[data-film]').innerText()) ?? '', /made by Lark Yard Academy/)
  assert.deepEqual(opened.complaints, [])
})

test('pictures that nobody has cleared are hidden until they are asked for, on both sides', async () => {
  await using opened = await openEdits()
  const { page } = opened
  assert.equal(await filmFrame(page), null)
  await page.locator('[data-film]').getByRole('button', { name: 'Show them' }).click()
  assert.deepEqual(await soon(() => filmFrame(page), '0'), '0')
  assert.match(await page.locator('.edits-none').innerText(), /none of the recordings held/)
  // The position of the film is a slider, on which the keys of the page go on: by a frame, and by a second.
  await page.locator('.conform-position').focus()
  await page.keyboard.press('.')
  assert.equal(await soon(() => filmFrame(page), '1'), '1')
  await page.keyboard.press('ArrowRight')
  assert.equal(await soon(() => filmFrame(page), '31'), '31')
  await page.keyboard.press('End')
  assert.equal(await soon(() => filmFrame(page), '539'), '539')
})

test('the review is worked by keyboard alone, and what was entered is taken back', async () => {
  await using opened = await openEdits()
  const { page } = opened
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  assert.deepEqual(await soon(async () => (await statuses(page))[0], 'accepted'), 'accepted')
  // The next line is chosen.
  assert.equal(await page.locator('.edit-line[aria-current]').count(), 1)
  await page.keyboard.press('x')
  await page.locator('dialog[open] input[name=reason]').fill('Shows another gate')
  await page.keyboard.press('Enter')
  assert.deepEqual(await soon(async () => (await statuses(page))[1], 'dismissed'), 'dismissed')
  await page.keyboard.press('u')
  assert.deepEqual(await soon(async () => (await statuses(page))[1], 'candidate'), 'candidate')
  await page.keyboard.press('c')
  const dialog = page.locator('dialog[open]')
  await dialog.locator('input[name=to]').fill('0:04.5')
  await dialog.locator('input[name=reason]').fill('The join is earlier')
  await dialog.locator('button[type=submit]').click()
  assert.deepEqual(await soon(async () => (await statuses(page))[1], 'corrected'), 'corrected')
  assert.match(await page.locator('.edit-line').nth(1).innerText(), /00:04\.500/)
  // An end that is dragged is asked for in the same dialog, at a frame of the film.
  const handle = await page.locator('.conform-handle[data-end=to]').boundingBox()
  assert.ok(handle)
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 20, y, { steps: 4 })
  await page.mouse.up()
  const dragged = await dialog.locator('input[name=to]').inputValue()
  assert.match(dragged, /^00:0[34]\./)
  assert.ok(
    Math.abs((Number(dragged.slice(3)) * 30) % 1) < 0.001 ||
      Math.abs(((Number(dragged.slice(3)) * 30) % 1) - 1) < 0.001,
  )
  assert.notEqual(dragged, '00:04.5')
  await page.keyboard.press('Escape')
  // By keys it goes frame by frame, and not before the line begins; Escape puts it back, Enter asks.
  const end = page.locator('.conform-handle[data-end=to]')
  await end.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowRight')
  assert.match((await end.getAttribute('aria-label')) ?? '', /^To, in film time: 00:04\.200\./)
  assert.equal(await soon(() => page.locator('.conform-position').inputValue(), '4166667'), '4166667')
  await page.keyboard.press('Escape')
  assert.match((await end.getAttribute('aria-label')) ?? '', /^To, in film time: 00:04\.500\./)
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  assert.equal(await dialog.locator('input[name=to]').inputValue(), '00:04.433333')
  await page.keyboard.press('Escape')
  const said = await page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    return [...room.source.state.peek().editReviews.values()].map(each => [
      each.verdict,
      each.said?.to ?? null,
    ])
  })
  assert.deepEqual(said, [
    ['accepted', null],
    ['dismissed', null],
    ['corrected', 4_500_000],
  ])
  await page.locator('.edits-tools input').fill('earlier')
  assert.deepEqual(await soon(() => page.locator('.edit-line').count(), 1), 1)
  // What is in force is told in one paragraph: the card counts among what comes from none, the dismissed line shows nothing.
  assert.match(
    await page.locator('.edits-short').innerText(),
    /The film runs 0:18\. Compared with \d+ recordings as held.*4 s of it is slowed to a quarter \(0:11–0:15\).*sound is absent from 0:05 to 0:07/s,
  )
  // The search of the case finds lines too, and leads to them.
  await page.evaluate(() => {
    ;(window as unknown as LookWindow).room.session.view.value = 'case'
  })
  await page
    .getByRole('button', { name: 'Search' })
    .or(page.getByRole('tab', { name: 'Search' }))
    .first()
    .click()
  await page.getByRole('searchbox').fill('doorbell 0.25')
  await page.getByRole('button', { name: /shown · .*0\.25×/ }).click()
  await page.locator('.edit-line[aria-current]').waitFor()
  assert.match(await page.locator('.edit-line[aria-current]').innerText(), /00:11\.000/)
  assert.equal(await soon(() => page.locator('.conform-position').inputValue(), '11000000'), '11000000')
})

const lastSaid = (page: Page) =>
  page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    const said = [...room.source.state.peek().editReviews.values()].at(-1)?.said
    return said?.part === 'picture' ? { region: said.region, crop: said.crop, follows: said.follows } : null
  })

test('the part of the picture that a line speaks of is moved by its corners, by keys and by numbers, and entered', async () => {
  await using opened = await openEdits()
  const { page } = opened
  await page.locator('[data-film]').getByRole('button', { name: 'Show them' }).click()
  await page.getByRole('button', { name: /drawn over/ }).click()
  const corner = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
  const numbersNow = () =>
    page
      .locator('.box-fields input[type=number]')
      .evaluateAll(all => all.map(each => Number((each as HTMLInputElement).value)))
  assert.deepEqual(await soon(numbersNow, [400, 120, 180, 130]), [400, 120, 180, 130])
  // By keys: one pixel, ten with Shift; the opposite corner stays.
  await corner('Left upper corner').focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  assert.deepEqual(await soon(numbersNow, [399, 130, 181, 120]), [399, 130, 181, 120])
  // By pointer: as far as the picture is shown smaller, a pixel of the screen is more than one of it.
  const place = await corner('Right lower corner').boundingBox()
  const whole = await page.locator('[data-film] .box-frame').boundingBox()
  assert.ok(place && whole)
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2]
  const scale = 1280 / whole.width
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 64 / scale, y + 32 / scale, { steps: 3 })
  await page.mouse.up()
  const dragged = await numbersNow()
  assert.deepEqual(dragged.slice(0, 2), [399, 130])
  assert.ok(Math.abs((dragged[2] ?? 0) - 245) <= 1 && Math.abs((dragged[3] ?? 0) - 152) <= 1)
  // By number, and then entered with a reason.
  await page.locator('.box-fields input').nth(2).fill('240')
  await page.keyboard.press('Tab')
  await page.locator('.box-fields input').nth(3).fill('150')
  await page.keyboard.press('Tab')
  assert.match(await page.locator('.box-fields [role=status]').innerText(), /Not entered yet/)
  await corner('The whole part').focus()
  await page.keyboard.press('Enter')
  const dialog = page.locator('dialog[open]')
  assert.equal(await dialog.locator('input[name=box]').inputValue(), '399, 130, 240, 150')
  await dialog.locator('input[name=reason]').fill('Drawn too small')
  await page.keyboard.press('Enter')
  const entered = { region: [399, 130, 240, 150], crop: null, follows: undefined }
  assert.deepEqual(await soon(() => lastSaid(page) as Promise<unknown>, entered), entered)
  assert.match(await page.locator('.edit-line[aria-current]').innerText(), /240 × 150 pixels at 399, 130/)
  // One that moves has a place at each instant that is told.
  await page.getByLabel('It moves').check()
  for (let n = 0; n < 30; n++) await page.keyboard.press('.')
  await corner('The whole part').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await dialog.locator('input[name=reason]').fill('It goes to the right')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  assert.deepEqual(await lastSaid(page), {
    region: [399, 130, 250, 150],
    crop: null,
    follows: [
      { at: 12_000_000, box: [399, 130, 240, 150] },
      { at: 13_000_000, box: [409, 130, 240, 150] },
    ],
  })
  assert.deepEqual(await faultsOf(page), [])
  assert.deepEqual(opened.complaints, [])
})

test('what is left out leads to the recording by itself, which says that the film does not show it', async () => {
  await using opened = await openEdits()
  const { page } = opened
  await page.getByRole('tab', { name: /Left out/ }).click()
  assert.match(await page.locator('.edit-line-go').first().innerText(), /00:00\.000 – .*f 0 to f \d+/s)
  await page.locator('.edit-line-go').first().click()
  await page.getByRole('button', { name: 'Show them' }).last().click()
  assert.deepEqual(
    await soon(() => rawShown(page), 'bodycam/Body camera A.mp4 0'),
    'bodycam/Body camera A.mp4 0',
  )
  const sign = page.locator('.edits-pane[data-recording]:not([hidden]) .edits-signs')
  assert.match(await sign.innerText(), /Not shown in the film.*by itself/s)
  // Keys move the recording while it is looked at by itself, into what the film shows of it.
  await page.locator('main').focus()
  await page.keyboard.press('.')
  assert.equal(await soon(() => rawShown(page), 'bodycam/Body camera A.mp4 1'), 'bodycam/Body camera A.mp4 1')
  for (let n = 0; n < 30; n++) await page.keyboard.press('ArrowRight')
  assert.equal(
    await soon(() => rawShown(page), 'bodycam/Body camera A.mp4 901'),
    'bodycam/Body camera A.mp4 901',
  )
  assert.doesNotMatch(await sign.innerText(), /Not shown/)
  assert.match(
    await page.locator('.edits-pane[data-recording]:not([hidden]) .edits-foot').innerText(),
    /true speed 1×/,
  )
  await page.keyboard.press('Escape')
  assert.deepEqual(await soon(() => rawShown(page), null), null)
  // A line that was clicked does not keep the space bar from the film.
  await page.getByRole('tab', { name: /Lines/ }).click()
  await page.locator('.edit-line-go').first().click()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Pause' }).waitFor()
})

test('of a stand-in what was found is held against what was declared, and what lies outside is told', async () => {
  await using opened = await open()
  const { page } = opened
  await page.evaluate(async () => {
    const { room } = window as unknown as LookWindow
    const held = [...room.source.state.peek().recordings.values()]
    const copy = held.find(each => each.firstName.includes('clip-0417'))
    const original = held.find(each => each.firstName.includes('camera A'))
    if (!copy || !original) throw new Error('the fiction has both')
    const { id: recording, rev } = copy
    const said = { tool: 'unknown', madeBy: 'the agency', reason: 'r' }
    await room.entering.enter({ do: 'bind-stand-in', recording, rev, standsFor: original.id, ...said })
    room.session.view.value = 'edits'
  })
  await page.getByRole('tab', { name: 'Declared' }).click()
  const outside = page.getByRole('list', { name: 'Not covered by what was declared' }).locator('.edit-line')
  const inside = page.getByRole('list', { name: 'Inside what was declared' }).locator('.edit-line')
  const all = await outside.count()
  assert.equal(await inside.count(), 0)
  await page.getByRole('button', { name: /Declare a difference/ }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.locator('input[name=from]').fill('0:12')
  await dialog.locator('input[name=to]').fill('0:14')
  await dialog.locator('input[name=region]').fill('no region')
  await dialog.locator('input[name=declaredBy]').fill('the agency')
  await dialog.locator('input[name=reason]').fill('its redaction log')
  await dialog.locator('button[type=submit]').click()
  assert.match(await dialog.locator('[role=alert]').innerText(), /four whole numbers/)
  await dialog.locator('input[name=region]').fill('390, 110, 200, 150')
  await dialog.locator('button[type=submit]').click()
  assert.equal(await soon(() => inside.count(), 1), 1)
  assert.match(await inside.innerText(), /drawn over/)
  assert.equal(await outside.count(), all - 1)
  assert.deepEqual(await faultsOf(page), [])
  assert.deepEqual(opened.complaints, [])
})

test('before a film was compared the page says so, and how far it is, and never that it comes from none', async () => {
  await using opened = await open()
  const { page } = opened
  await page.evaluate(async () => {
    const { room } = window as unknown as LookWindow
    const film = [...room.source.state.peek().recordings.values()].find(each =>
      each.firstName.includes('Doorbell'),
    )
    if (!film) throw new Error('the fiction has the film')
    const { id: recording, rev } = film
    const said = { title: 'Another film', maker: 'Somebody', reason: 'r' }
    await room.entering.enter({ do: 'declare-edited-film', recording, rev, ...said })
    // The fiction compares at once; here it has not.
    const state = room.source.state as { value: typeof room.source.state.value }
    state.value = { ...state.value, editLists: new Map() }
    const work = room.source.work as { value: typeof room.source.work.value }
    const idle = work.value
    if (idle) work.value = { ...idle, comparing: { of: recording, stage: 'places', share: 0.43 } }
    room.session.view.value = 'edits'
  })
  const waiting = page.locator('.edits-waiting')
  assert.equal(
    await soon(() => waiting.locator('[role=status]').innerText(), 'Where its frames come from: 43 %'),
    'Where its frames come from: 43 %',
  )
  assert.equal(await waiting.getByRole('progressbar').getAttribute('value'), '0.43')
  assert.equal(await waiting.getByRole('button', { name: 'Stop comparing' }).count(), 1)
  assert.match(await page.locator('.edits-none').innerText(), /Not compared with the recordings yet/)
  await page.getByRole('tab', { name: /Left out/ }).click()
  assert.match(await page.locator('#edits-tab').innerText(), /^Not compared with the recordings yet\.$/)
  await page.getByRole('tab', { name: /Lines/ }).click()
  assert.match((await page.locator('.conform-gap').textContent()) ?? '', /not compared yet/)
  assert.doesNotMatch(await page.locator('main').innerText(), /from none|matched to none|No line fits/i)
  assert.deepEqual(await faultsOf(page), [])
})

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 360],
] as const)
  test(`axe finds nothing in ${colorScheme}, and nothing is wider than ${width} pixels`, async () => {
    await using opened = await openEdits({ colorScheme, viewport: { width, height: 800 } })
    const { page } = opened
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('d')
    await page.locator('.edits-difference').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.deepEqual(
      await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter(
            each =>
              each.getBoundingClientRect().right > innerWidth + 0.5 &&
              !each.closest('svg') &&
              !each.closest('nav'),
          )
          .map(each => `${each.tagName}.${each.className} ${each.getBoundingClientRect().right}`),
      ),
      [],
    )
    assert.deepEqual(opened.complaints, [])
  })
