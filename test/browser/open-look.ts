// Opens the room as it ships, over a fictional case and drawn pictures, in a real browser.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { bundleInParts, bundleStyle, pageInParts } from '../../scripts/room-bundle.ts'
import { launchChromium } from './chromium.ts'

const root = join(import.meta.dirname, '../..')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The policy of the room's own server. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; connect-src 'self'"

let browser: Browser
let address: string
let close: () => void

before(async () => {
  const [script, style] = await Promise.all([
    bundleInParts('room/src/look/look-page.tsx'),
    bundleStyle('room/src/room.css'),
  ])
  const html = pageInParts(readFileSync(join(root, 'room/src/index.html'), 'utf8'), script)
  const files: Record<string, readonly [string, string | Uint8Array]> = {
    '/': ['text/html; charset=utf-8', html],
  }
  for (const { path, content } of [...script.files, ...style.files])
    files[`/${path}`] = [path.endsWith('.css') ? 'text/css' : 'text/javascript', content]
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? ''
    const font = /^\/fonts\/((ibm-plex-\w+)-latin-[\w-]+\.woff2)$/.exec(path)
    const [type, content] = font
      ? ['font/woff2', readFileSync(join(root, `node_modules/@fontsource/${font[2]}/files/${font[1]}`))]
      : (files[path] ?? [])
    if (content === undefined) response.writeHead(204).end()
    else response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(content)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  browser = await launchChromium()
})

after(async () => {
  await browser?.close()
  close?.()
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
  await page.goto(address + hash)
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
