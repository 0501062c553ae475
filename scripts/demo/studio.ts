/** A Chromium that draws the scene in software, and the little server that takes its frames. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { root } from '../steps.ts'

export interface Studio extends AsyncDisposable {
  readonly page: Page
  /** Every frame that is filmed from now on goes to `take`, in order; the next is drawn when it resolves. */
  onFrame(take: (pixels: Buffer) => Promise<void>): void
}

const faces = [
  ['IBM Plex Sans', 'ibm-plex-sans', [500, 600, 700]],
  ['IBM Plex Mono', 'ibm-plex-mono', [500, 600]],
] as const

export async function openStudio(): Promise<Studio> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, 'scene/page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    logLevel: 'error',
  })
  const script = bundle.outputFiles[0]?.text ?? ''
  const styles = faces.flatMap(([family, folder, weights]) =>
    weights.map(
      weight =>
        `@font-face{font-family:"${family}";font-weight:${weight};src:url(font/${folder}/files/${folder}-latin-${weight}-normal.woff2)}`,
    ),
  )
  let take: ((pixels: Buffer) => Promise<void>) | null = null
  const server = createServer(async (request, answer) => {
    const path = new URL(request.url ?? '/', 'http://studio').pathname
    if (path === '/frame') {
      const pixels = await buffer(request)
      await take?.(pixels)
      return answer.end()
    }
    if (path.startsWith('/font/'))
      return answer.end(readFileSync(join(root, 'node_modules/@fontsource', path.slice('/font/'.length))))
    if (path === '/page.js') {
      answer.setHeader('content-type', 'text/javascript')
      return answer.end(script)
    }
    answer.setHeader('content-type', 'text/html')
    answer.end(
      `<!doctype html><meta charset="utf-8"><style>${styles.join('')}</style><script type="module" src="page.js"></script>`,
    )
  })
  const port = await listening(server)
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      ...['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
      ...[
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    ],
  })
  const page = await browser.newPage()
  page.on('pageerror', error => console.error(error))
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForFunction(() => 'demo' in window, undefined, { timeout: 120_000 })
  return {
    page,
    onFrame(next) {
      take = next
    },
    async [Symbol.asyncDispose]() {
      await browser.close()
      server.close()
    },
  }
}

function listening(server: Server): Promise<number> {
  return new Promise(resolve =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )
}
