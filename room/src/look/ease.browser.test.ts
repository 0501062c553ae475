// What is said where a machine cannot show every angle in play. Pictures are made to come after a few ticks, never in time.
import assert from 'node:assert/strict'
import test from 'node:test'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import type { LookWindow } from './look-page.tsx'

test('in play that comes too late, angles that are held say so, the selected one goes on, and paused all show the instant', async () => {
  const name = 'bodycam/Body camera B.mp4'
  await using opened = await open({}, { hash: `#t=20&angle=${encodeURIComponent(name)}` })
  const { page } = opened
  await page.locator(`[data-recording="${name}"][data-state="ready"]`).waitFor()
  await page.evaluate(() => {
    ;(window as unknown as LookWindow).drawing.wishes = 4
  })
  await page.keyboard.press('Space')
  const held = page.locator('.angle[data-why="held"]')
  await held.first().waitFor()
  await held.first().getByText('this machine cannot show all angles in play').waitFor()
  const names = await held.evaluateAll(all => all.map(each => (each as HTMLElement).dataset['recording']))
  assert.ok(!names.includes(name), `held are ${names}`)
  // One angle comes late as well here, and that is said on it.
  await page.locator(`[data-recording="${name}"]`).getByText('slower than the speed chosen').waitFor()
  assert.deepEqual(await faultsOf(page), [])
  await page.evaluate(() => {
    ;(window as unknown as LookWindow).drawing.wishes = 1
  })
  await page.keyboard.press('Space')
  await page.locator('.angle[data-state="seeking"]').first().waitFor({ state: 'detached' })
  assert.equal(await page.getByText('held until paused').count(), 0)
  assert.deepEqual(opened.complaints, [])
})
