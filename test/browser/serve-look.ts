// Serves the room as it ships, over a page of its own entry, under the policy of the room's own server.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { bundleInParts, bundleStyle, pageInParts } from '../../scripts/room-bundle.ts'
import { kept, pageSources } from '../kept.ts'

const root = join(import.meta.dirname, '../..')
/** The policy of the room's own server. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; connect-src 'self'"

export interface ServedLook {
  readonly address: string
  close(): void
}

/** `entry` is a page of the room, as a path from the root of the project. */
export async function serveLook(entry: string): Promise<ServedLook> {
  const { html, made } = await kept(`${basename(entry)}.page`, pageSources(), () => bundled(entry))
  const files: Record<string, readonly [string, string | Uint8Array]> = {
    '/': ['text/html; charset=utf-8', html],
  }
  for (const { path, content } of made)
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
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function bundled(entry: string) {
  const [script, style] = await Promise.all([bundleInParts(entry), bundleStyle('room/src/room.css')])
  const html = pageInParts(readFileSync(join(root, 'room/src/index.html'), 'utf8'), script)
  return { html, made: [...script.files, ...style.files] }
}
