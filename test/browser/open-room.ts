// Opens a real room over a folder as a person would: the command line, its address, a browser, the cover.
import type { Browser, Page } from 'playwright-core'
import { type RoomProcess, startRoom } from '../cases/room-process.ts'
import { launchChromium } from './chromium.ts'

export interface OpenRoom extends AsyncDisposable {
  readonly page: Page
  readonly address: string
  /** Everything the page complained about. */
  readonly complaints: readonly string[]
  /** Sends a command as the room does. */
  command(command: unknown): Promise<void>
  /** Resolves when nothing is left to compute of what was in the folder. */
  settled(): Promise<void>
}

/** Opens the room over `folder` and passes the cover when `passCover` is set. `more` are further words of the command. */
export async function openRoom(
  folder: string,
  { passCover = true, more = [] as readonly string[] } = {},
): Promise<OpenRoom> {
  const running = await startRoom('open', folder, '--as', 'Tester', ...more)
  const { address } = running
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(address)
  if (passCover) await page.locator('[data-cover="show"]').click()
  return {
    page,
    address,
    complaints,
    command: async command => {
      const status = await page.evaluate(async body => {
        const headers = { 'content-type': 'application/json' }
        return (await fetch('/api/commands', { method: 'POST', headers, body })).status
      }, JSON.stringify({ command }))
      if (status !== 200) throw new Error(`the command was answered with ${status}`)
    },
    settled: () => running.settled,
    [Symbol.asyncDispose]: () => closeAll(browser, running),
  }
}

async function closeAll(browser: Browser, running: RoomProcess): Promise<void> {
  await browser.close()
  await running.close()
}
