// A static server on a free port, with byte ranges, for pages under test.
import { createReadStream, statSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
}

export interface Served {
  /** Without a slash at the end. */
  readonly origin: string
  /** Most file requests that were answered at the same time since it was last set to 0. */
  mostAtOnce: number
  /** Answers the next so many file requests with status 503. */
  failNext: number
  close(): Promise<void>
}

/** Serves the files of `folder`, and `pages` (path to content) before them. */
export async function serveFolder(folder: string, pages: Readonly<Record<string, string>>): Promise<Served> {
  let open = 0
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const page = pages[path]
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': types[extname(path) || '.html'] ?? 'text/plain' })
      response.end(page)
      return
    }
    open++
    served.mostAtOnce = Math.max(served.mostAtOnce, open)
    response.once('close', () => open--)
    if (served.failNext > 0) {
      served.failNext--
      response.writeHead(503).end()
      return
    }
    sendFile(join(folder, normalize(path)), request.headers.range, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const served: Served = {
    origin: `http://127.0.0.1:${port}`,
    mostAtOnce: 0,
    failNext: 0,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return served
}

function sendFile(path: string, range: string | undefined, response: ServerResponse): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) {
    response.writeHead(404).end()
    return
  }
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  const start = Number(from)
  const end = Math.min(size - 1, to === '' ? size - 1 : Number(to))
  if (start > end) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  response.writeHead(range ? 206 : 200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'content-length': end - start + 1,
    'accept-ranges': 'bytes',
    ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  })
  createReadStream(path, { start, end }).pipe(response)
}
