// Opens the room as it ships, over a fictional case and drawn pictures, in a real browser.
import { after, before } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { type ServedLook, serveLook } from './serve-look.ts'

let browser: Browser
let served: ServedLook

before(async () => {
  served = await serveLook('room/src/look/look-page.tsx')
  browser = await launchChromium()
})

after(async () => {
  await browser?.close()
  served?.close()
})

export interface Opened extends AsyncDisposable {
  readonly page: Page
  /** Errors, refusals of the policy and warnings of the page. */
  readonly complaints: readonly string[]
}

export async function open(
  options: BrowserContextOptions = {},
  { hash = '', isCovered = false } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(served.address + hash)
  await page.locator('[data-cover="show"]').waitFor()
  if (!isCovered) await uncover(page)
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() }
}

export async function uncover(page: Page): Promise<void> {
  await page.locator('[data-cover="show"]').click()
  await page.locator('.angle[data-state="ready"]').first().waitFor()
}

export { axeFaults as faultsOf } from './axe-faults.ts'
