// Opens the engine's page in a browser over a folder of clips.
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { PictureClip } from '../cases/pictures/clips.ts'
import { decodedCounters, probedBoundaries } from '../cases/pictures/clips.ts'
import { launchChromium } from './chromium.ts'
import type { EnginePage, PageAngle } from './engine-page.ts'
import { type Served, serveFolder } from './serve.ts'

const root = join(import.meta.dirname, '../..')

export interface Harness {
  readonly page: Page
  readonly served: Served
  /** What the page reported as an error; empty when all is well. */
  readonly errors: readonly string[]
  readonly browser: Browser
  close(): Promise<void>
}

/** The bundle of a page's script, as one classic script. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

/** How the page is met: from a server with WebCodecs, without it, or opened from a disk, where nothing can be fetched. */
export const meetings = ['webcodecs', 'no-webcodecs', 'disk'] as const
export type Meeting = (typeof meetings)[number]

const html =
  '<!doctype html><html lang="en"><title>engine</title><body><script src="page.js"></script></body></html>'

export async function openHarness(
  folder: string,
  entry: string,
  browserArgs: readonly string[] = [],
  meeting: Meeting = 'webcodecs',
): Promise<Harness> {
  const script = await bundle(entry)
  const served = await serveFolder(folder, { '/': html, '/page.js': script, '/favicon.ico': '' })
  // So that the test may read what is on the canvases; the page's own way of opening media is that of a disk.
  const more = meeting === 'disk' ? ['--allow-file-access-from-files'] : []
  const browser = await launchChromium([...browserArgs, ...more])
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const errors: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    // A request that the server was told to fail is reported by the browser; that is not a fault of the page.
    if (message.type() === 'error' && !message.text().includes('status of 503')) errors.push(message.text())
  })
  if (meeting === 'no-webcodecs')
    await page.addInitScript(() => {
      for (const name of ['VideoDecoder', 'EncodedVideoChunk', 'VideoFrame', 'AudioDecoder'])
        Reflect.deleteProperty(globalThis, name)
    })
  if (meeting === 'disk') {
    await writeFile(join(folder, 'page.html'), html)
    await writeFile(join(folder, 'page.js'), script)
    await page.goto(pathToFileURL(join(folder, 'page.html')).href)
  } else await page.goto(served.origin)
  return {
    page,
    served,
    errors,
    browser,
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}

/** Describes a clip to the page. */
export async function pageAngle(
  name: PictureClip,
  path: string,
  { startMicros = 0, driftPpm = 0 }: Partial<PageAngle> = {},
): Promise<PageAngle> {
  const boundaries = await probedBoundaries(path)
  // Where a stretch is damaged, other decoders make a picture up.
  const counters = name === 'damaged' ? boundaries.map((_, index) => index) : await decodedCounters(path)
  return { id: name, url: basename(path), boundaries, startMicros, driftPpm, counters }
}

/** Calls the page's own functions: `run(page, (engine, a) => engine.wander(a, 10), 7)`. */
export function run<Argument, Answer>(
  page: Page,
  call: (engine: EnginePage, argument: Argument) => Answer | Promise<Answer>,
  argument: Argument,
): Promise<Answer> {
  return page.evaluate(
    async ([text, value]) => {
      // The function is sent as text; the page's engine is its first argument.
      const inPage = new Function(`return (${text})`)() as (engine: unknown, argument: unknown) => unknown
      return await inPage((globalThis as unknown as { enginePage: unknown }).enginePage, value)
    },
    [call.toString(), argument] as const,
  ) as Promise<Answer>
}
