// Opens the room as it ships, over a fictional case and drawn pictures, in a real browser.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { type ServedLook, serveLook } from './serve-look.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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
  page.setDefaultTimeout(10_000)
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

/** What axe finds wrong, as `rule: first place`. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: readonly AxeFault[] }> } }
    interface AxeFault {
      readonly id: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)
  })
}
