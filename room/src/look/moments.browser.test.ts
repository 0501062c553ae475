import assert from 'node:assert/strict'
import test from 'node:test'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import type { LookWindow } from './look-page.tsx'

const bodyCamera = 'bodycam/Body camera A.mp4'
const atLamp = `#t=43.867&angle=${encodeURIComponent(bodyCamera)}`

test('a moment is marked, drawn, changed and withdrawn by keyboard alone, and each step is undone', async () => {
  await using opened = await open({}, { hash: atLamp })
  const { page, complaints } = opened
  await page.keyboard.press('m')
  await page.locator('dialog input[name="name"]').fill('Cap falls')
  await page.locator('dialog input[name="tags"]').fill('cap, ground')
  await page.getByRole('button', { name: 'Draw a rectangle' }).press('Enter')
  await page.locator('.drawing:focus').waitFor()
  // The drawing has the focus: moved twice, sized once, taken.
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await page.locator('.drawing').waitFor({ state: 'detached' })
  await page.locator('dialog[open] input[name="name"]').waitFor()
  await page.locator('dialog[open] input[name="name"]').press('Enter')
  const row = page.locator('.moment', { hasText: 'Cap falls' })
  await row.waitFor()
  const said = await page.evaluate(() => {
    const { room } = window as unknown as LookWindow
    const moment = [...room.source.state.peek().moments.values()].at(-1)
    return { region: moment?.region, tags: moment?.tags, when: moment?.when }
  })
  assert.equal(said.region?.kind, 'rectangle')
  assert.deepEqual(said.tags, ['cap', 'ground'])
  // Two seconds after the clock's zero, and two millionths slow.
  assert.equal(said.when?.on === 'recording' && said.when.from, 41_866_916)
  await page.locator('.angle-moments li', { hasText: 'Cap falls' }).waitFor()

  await row.locator('summary').click()
  await row.getByRole('button', { name: 'Change …' }).click()
  await page.locator('dialog input[name="name"]').fill('Cap on the ground')
  await page.locator('dialog input[name="name"]').press('Enter')
  await page.locator('.moment', { hasText: 'Cap on the ground' }).waitFor()
  const history = page.locator('.moment', { hasText: 'Cap on the ground' }).locator('.history li')
  assert.match((await history.nth(1).textContent()) ?? '', /Moment changed \(changed: name\)/)
  await page.keyboard.press('u')
  await row.waitFor()
  await page.keyboard.press('u')
  await row.waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
})

for (const zoom of [1, 2]) {
  test(`a region drawn with a pointer on a picture enlarged ${zoom} times is kept in the recording’s own pixels`, async () => {
    await using opened = await open({}, { hash: atLamp })
    const { page } = opened
    await page.keyboard.press('m')
    await page.getByRole('button', { name: 'Draw an arrow' }).click()
    const box = await page.locator('.drawing').boundingBox()
    assert.ok(box)
    await page.evaluate(zoom => {
      const { room } = window as unknown as LookWindow
      room.viewing.change(room.session.current.peek() ?? '', { zoom })
    }, zoom)
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 40, y + 20, { steps: 2 })
    await page.mouse.up()
    const drawn = await page.evaluate(() => {
      const { room } = window as unknown as LookWindow
      const { drawing } = room.marks
      const id = drawing.peek()?.recording ?? ''
      const probe = room.source.state.peek().recordings.get(id)?.probe
      const video = probe?.kind === 'probed' ? probe.facts.video : null
      return {
        region: drawing.peek()?.region,
        width: video?.displayWidth ?? 0,
        height: video?.displayHeight ?? 0,
      }
    })
    const scale = zoom * Math.min(box.width / drawn.width, box.height / drawn.height)
    assert.deepEqual(drawn.region, {
      kind: 'arrow',
      fromX: Math.round(drawn.width / 2),
      fromY: Math.round(drawn.height / 2),
      toX: Math.round(drawn.width / 2 + 40 / scale),
      toY: Math.round(drawn.height / 2 + 20 / scale),
    })
  })
}

test('keys go from moment to moment, and filters decide which', async () => {
  await using opened = await open()
  const { page } = opened
  // What a key moves the room to is told by the page when it is shown.
  const isAt = (expected: number) =>
    page.waitForFunction(
      at => Math.round(Number(document.documentElement.dataset['caseTime']) / 1000) === at,
      expected,
    )
  for (const expected of [43_867, 44_310, 48_200, 48_200]) {
    await page.keyboard.press('n')
    await isAt(expected)
  }
  await page.keyboard.press('b')
  await isAt(44_310)
  await page.getByRole('tab', { name: 'Moments' }).click()
  await page.locator('.moment').first().waitFor()
  assert.equal(await page.locator('.moment').count(), 3)
  await page.getByLabel('With withdrawn ones').check()
  assert.equal(await page.locator('.moment').count(), 4)
  await page.getByLabel('Search moments').fill('loud')
  assert.equal(await page.locator('.moment').count(), 1)
})

test('a measure says its frames, its error and what that leaves out; counted instants their distances', async () => {
  await using opened = await open({}, { hash: atLamp })
  const { page } = opened
  for (const key of ['i', '.', '.', '.', 'o']) await page.keyboard.press(key)
  const panel = page.locator('.panel-body')
  await panel.getByText('3 frames').first().waitFor()
  assert.match((await panel.textContent()) ?? '', /its place on the clock does not matter/)
  await page.keyboard.press('1')
  await page.keyboard.press('o')
  assert.match((await page.locator('.quote').textContent()) ?? '', /± .+ ms\).*travel of sound/)
  for (const key of ['x', 'x', 'ArrowRight', 'x']) await page.keyboard.press(key)
  assert.equal(await page.locator('.tally li').count(), 2)
  assert.match((await page.locator('.tally li').nth(1).textContent()) ?? '', /\+1\.000000 s/)
})

for (const [viewport, colorScheme] of [
  [{ width: 1440, height: 900 }, 'light'],
  [{ width: 360, height: 740 }, 'dark'],
] as const) {
  test(`nothing bars anybody from marking in the ${colorScheme} room, ${viewport.width} px wide`, async () => {
    await using opened = await open({ viewport, colorScheme }, { hash: atLamp })
    const { page } = opened
    const found: string[] = []
    const look = async (place: string) =>
      found.push(...(await faultsOf(page)).map(each => `${place}: ${each}`))
    await page.evaluate(() => {
      const { room } = window as unknown as LookWindow
      room.session.tab.value = 'moments'
      room.session.sheet.value = 'panel'
      const { marks } = room
      marks.filter.value = { ...marks.filter.peek(), withWithdrawn: true }
    })
    await page.locator('.moment summary').first().click()
    await look('moments')
    await page.evaluate(() => {
      const { room } = window as unknown as LookWindow
      room.marks.measuring.value = { from: room.marks.pointed(), to: room.marks.pointed() }
      room.marks.counted.value = [room.engine.time.peek()]
      room.session.tab.value = 'measure'
    })
    await page.locator('.quote').waitFor()
    await look('measure')
    await page.evaluate(() => {
      const { room } = window as unknown as LookWindow
      room.session.sheet.value = null
      room.marks.begin()
    })
    await page.locator('dialog[open]').waitFor()
    await look('form')
    await page.getByRole('button', { name: 'Draw an ellipse' }).click()
    await page.locator('.drawing').waitFor()
    await look('drawing')
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.keyboard.press('p')
    await page.getByRole('button', { name: 'Make it' }).waitFor()
    await look('take away')
    await page.getByRole('button', { name: 'Make it' }).click()
    await page
      .getByRole('link', { name: /^Save still-/ })
      .first()
      .waitFor()
    await look('taken')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'What you are spared' }).click()
    await page.getByLabel('No detail').check()
    await look('spared')
    assert.deepEqual(found, [])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.equal(wide, 0, 'the page does not scroll sideways')
  })
}

test('a private note is no part of the log until its writer makes a moment of it', async () => {
  await using opened = await open({}, { hash: atLamp })
  const { page, complaints } = opened
  const logLength = () => page.evaluate(() => (window as unknown as LookWindow).room.source.state.peek().seq)
  await page.getByRole('tab', { name: 'Moments' }).click()
  await page.getByLabel('A note at the playhead').fill('Glove on the rail?\nCompare with the doorbell.')
  await page.getByRole('button', { name: 'Keep the note' }).click()
  const note = page.locator('.note-list li')
  await note.waitFor()
  const before = await logLength()
  await page.getByRole('button', { name: 'Make it a moment …' }).click()
  assert.equal(await page.locator('dialog input[name="name"]').inputValue(), 'Glove on the rail?')
  await page.locator('dialog input[name="name"]').press('Enter')
  await page.locator('.moment', { hasText: 'Glove on the rail?' }).waitFor()
  await note.waitFor({ state: 'detached' })
  assert.equal(await logLength(), before + 1)
  assert.deepEqual(complaints, [])
})

test('a viewer is spared sound, colour and detail, which is said on the picture and changes no picture', async () => {
  await using opened = await open({}, { hash: atLamp })
  const { page } = opened
  const pixels = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.angle canvas')
      const copy = new OffscreenCanvas(64, 36).getContext('2d')
      if (canvas) copy?.drawImage(canvas, 0, 0, 64, 36)
      return [...(copy?.getImageData(0, 0, 64, 36).data ?? [])].join()
    })
  const before = await pixels()
  await page.getByRole('button', { name: 'What you are spared' }).click()
  for (const name of ['No sound at all', 'No colour', 'No detail']) await page.getByLabel(name).check()
  await page.keyboard.press('Escape')
  const signs = page.locator('.angle').first().locator('.angle-signs')
  assert.equal(await signs.textContent(), 'grey by your settingblurred by your setting')
  assert.equal(await pixels(), before)
  await page.keyboard.press('v')
  assert.equal(
    await page.evaluate(() => (window as unknown as LookWindow).room.session.sounding.peek()),
    null,
  )
  await page.reload()
  await page.locator('[data-cover="show"]').click()
  await signs.getByText('blurred by your setting').waitFor()
})

test('a stretch is warned of in its writer’s words, which stand on the picture there and nowhere else', async () => {
  await using opened = await open({}, { hash: atLamp })
  const { page } = opened
  await page.getByRole('button', { name: 'Warn of a stretch …' }).click()
  await page.locator('dialog input[name="from"]').fill('41')
  await page.locator('dialog input[name="to"]').fill('43')
  await page.locator('dialog input[name="warning"]').fill('a fall')
  await page.locator('dialog input[name="reason"]').fill('asked for by the family')
  await page.locator('dialog input[name="reason"]').press('Enter')
  const sign = page.locator(`[data-recording="${bodyCamera}"]`).getByText('Warning: a fall')
  await sign.waitFor()
  await page.keyboard.press('Shift+ArrowRight')
  await sign.waitFor({ state: 'detached' })
})
