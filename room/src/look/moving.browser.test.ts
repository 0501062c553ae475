// Moving in time by keys and by what is typed.
import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { open } from '../../../test/browser/open-look.ts'
import type { LookWindow } from './look-page.tsx'

const time = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['caseTime']))
const frameOf = (page: Page, name: string) =>
  page.locator(`[data-recording="${name}"]`).evaluate(each => (each as HTMLElement).dataset['frame'])

test('what lies between the ends of the measure is looped until a person has enough', async () => {
  await using opened = await open({}, { hash: '#t=43' })
  const { page, complaints } = opened
  await page.keyboard.press('y')
  await page.getByText('Nothing to loop').waitFor()
  await page.keyboard.press('i')
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await page.keyboard.press('o')
  await page.keyboard.press('y')
  await page.getByRole('button', { name: 'Stop looping' }).waitFor()
  const isPlaying = () => page.evaluate(() => (window as unknown as LookWindow).room.engine.playing.peek())
  // Two frames pass many times while this is waited for: play would long have left the span.
  await page.waitForFunction(
    () => {
      const { room } = window as unknown as LookWindow & { passes?: number[] }
      const held = window as unknown as { passes?: number[] }
      held.passes = [...(held.passes ?? []), room.engine.time.peek()]
      const turns = held.passes.filter((at, n) => n > 0 && at < (held.passes?.[n - 1] ?? 0))
      return turns.length >= 3
    },
    null,
    { polling: 'raf' },
  )
  assert.equal(await isPlaying(), true)
  const passes = await page.evaluate(() => (window as unknown as { passes: number[] }).passes)
  assert.ok(passes.every(at => at >= 43_000_000 && at < 43_200_000))
  await page.keyboard.press('y')
  await page.getByRole('button', { name: 'Loop between' }).waitFor()
  assert.deepEqual(complaints, [])
})

test('one key goes to the next change of any angle, another back', async () => {
  await using opened = await open({}, { hash: '#t=43.867' })
  const { page } = opened
  const frames = async () =>
    Promise.all(
      ['Doorbell.mkv', 'bodycam/Body camera A.mp4', 'bodycam/Body camera B.mp4'].map(name =>
        frameOf(page, name),
      ),
    )
  const before = await frames()
  const start = await time(page)
  await page.keyboard.press('e')
  await page.locator('.angle[aria-current="true"][data-state="ready"]').waitFor()
  const after = await frames()
  assert.ok(after.filter((frame, n) => frame !== before[n]).length >= 1)
  const gone = (await time(page)) - start
  // The slowest of them has 15 pictures a second; the next of any is nearer.
  assert.ok(gone > 0 && gone < 34_000, String(gone))
  await page.keyboard.press('w')
  assert.ok((await time(page)) <= start)
})

test('a frame of the selected angle can be gone to by its number', async () => {
  await using opened = await open({}, { hash: '#t=43' })
  const { page } = opened
  await page.keyboard.press('g')
  const field = page.locator('dialog input[name="time"]')
  await field.fill('f 658')
  await field.press('Enter')
  await page.locator('dialog').waitFor({ state: 'detached' })
  await page.locator('[data-recording="Doorbell.mkv"][data-state="ready"][data-frame="658"]').waitFor()
  await page.keyboard.press('g')
  await field.fill('f 999999')
  await field.press('Enter')
  await page.getByText('Its frames are numbered from 0 to').waitFor()
})
