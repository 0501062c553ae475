import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { faultsOf, open } from '../../../test/browser/open-look.ts'
import { fictionalCards } from './case-file-cards.ts'
import type { LookWindow } from './look-page.tsx'

const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } }
const parts = [
  'Overview',
  'Claims',
  'People',
  'Proceedings',
  'Documents',
  'Release clock',
  'Calendar',
  'Search',
]
const shots = process.env['LOOK_SHOTS']

async function openCase(page: Page, isEmpty = false): Promise<void> {
  await page.getByRole('button', { name: 'Case', exact: true }).click()
  await page.locator('.case-parts').waitFor()
  if (isEmpty) return
  const refused = await page.evaluate(
    async cards => {
      const { room } = window as unknown as LookWindow
      const ids = new Map<string, string>()
      for (const [key, of, said, hidden] of cards) {
        const named = Object.entries(said).map(([name, value]) => [
          name,
          typeof value === 'string' && value.startsWith('@') ? ids.get(value.slice(1)) : value,
        ])
        const answer = await room.source.submit({
          do: 'enter-card',
          of,
          said: Object.fromEntries(named) as Record<string, unknown>,
          hidden: hidden ?? null,
        })
        if (answer.kind !== 'done') return `${key}: ${JSON.stringify(answer)}`
        ids.set(key, `k${hidden ? answer.seq - 1 : answer.seq}`)
      }
      return null
    },
    fictionalCards as never as (typeof fictionalCards)[number][],
  )
  assert.equal(refused, null)
}

const goTo = (page: Page, part: string) =>
  page.locator('.case-parts').getByRole('button', { name: part, exact: true }).click()

for (const [size, viewport] of Object.entries(sizes))
  for (const colorScheme of ['dark', 'light'] as const)
    test(`nothing bars anybody from the ${colorScheme} case file on a ${size}`, async () => {
      await using opened = await open({ viewport, colorScheme })
      const { page, complaints } = opened
      await openCase(page)
      for (const part of parts) {
        await goTo(page, part)
        if (part === 'Claims') await page.locator('.claim-row').first().click()
        if (part === 'Search') await page.getByRole('searchbox').fill('recordings')
        if (shots)
          await page.screenshot({ path: `${shots}/${part.replace(' ', '-')}-${size}-${colorScheme}.png` })
        assert.deepEqual(await faultsOf(page), [], part)
        const wide = await page.locator('#case').evaluate(each => each.scrollWidth - each.clientWidth)
        assert.equal(wide, 0, `${part} does not scroll sideways`)
      }
      assert.deepEqual(complaints, [])
    })
