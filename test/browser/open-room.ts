// Opens a real room over a folder as a person would: the command line, its address, a browser, the cover.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from './chromium.ts'

export interface OpenRoom extends AsyncDisposable {
  readonly page: Page
  readonly address: string
  /** Everything the page complained about. */
  readonly complaints: readonly string[]
  /** Sends a command as the room does. */
  command(command: unknown): Promise<void>
  /** Waits until nothing is left to compute. */
  settled(): Promise<void>
}

const root = resolve(import.meta.dirname, '../..')
const sightline = join(root, 'bin/sightline')

/** Opens the room over `folder` and passes the cover when `passCover` is set. `more` are further words of the command. */
export async function openRoom(
  folder: string,
  { passCover = true, more = [] as readonly string[] } = {},
): Promise<OpenRoom> {
  const child = spawn(sightline, ['open', folder, '--no-browser', '--as', 'Tester', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await addressOf(child)
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
    settled: async () => {
      while (!JSON.parse(execFileSync(sightline, ['list', folder, '--json'], { encoding: 'utf8' })).settled) {
        await new Promise(again => setTimeout(again, 200))
      }
    },
    [Symbol.asyncDispose]: () => closeAll(browser, child),
  }
}

async function closeAll(browser: Browser, child: ChildProcess): Promise<void> {
  await browser.close()
  const ended = new Promise(resolve => child.once('exit', resolve))
  if (child.kill('SIGTERM')) await ended
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let out = ''
    let err = ''
    child.stderr?.setEncoding('utf8').on('data', text => {
      err += text
    })
    child.stdout?.setEncoding('utf8').on('data', text => {
      out += text
      const match = /^room: (\S+)$/m.exec(out)
      if (match?.[1]) found(match[1])
    })
    child.once('exit', code => failed(new Error(`open ended with ${code}: ${err}`)))
  })
}
