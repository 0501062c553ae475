import { randomBytes, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { nameProblem } from '@sightline/core/release'
import fastify, { type FastifyInstance } from 'fastify'

/**
 * What a release that is looked at may do, whatever it says itself: its page's own policy holds within this one. It answers on a port
 * of its own, and so can ask the room for nothing.
 */
const fence = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "frame-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const headers = {
  'content-security-policy': fence,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const

export interface PreviewDoor extends AsyncDisposable {
  /** Where the folder `name` under the root is looked at. The address holds the only key there is. */
  addressOf(name: string): string
}

/**
 * Serves folders below `root` as any static host would, to whoever has the address. Port 0 takes a free one. `onAsked` hears of each file
 * before it is shown: where it throws, nothing is.
 */
export async function openPreviewDoor(
  root: string,
  where: { readonly listen: string; readonly port: number },
  onAsked: (name: string, file: string) => Promise<void>,
): Promise<PreviewDoor> {
  const server = fastify() as unknown as FastifyInstance
  const key = randomBytes(24).toString('base64url')
  let hosts: readonly string[] = []
  await server.register(fastifyStatic, { root, serve: false, index: false, redirect: false })
  server.get('/:key/*', async (request, reply) => {
    const { key: given, '*': path } = request.params as { readonly key: string; readonly '*': string }
    const isOurs = hosts.includes(request.headers.host ?? '') && isEqual(given, key)
    reply.headers(headers)
    if (!isOurs || nameProblem(path) !== null) return await reply.code(404).send()
    const slash = path.indexOf('/')
    await onAsked(path.slice(0, slash), path.slice(slash + 1))
    return await reply.sendFile(path, root, { cacheControl: false, etag: false, lastModified: false })
  })
  await server.listen({ host: where.listen, port: where.port })
  const address = server.server.address()
  const port = address !== null && typeof address !== 'string' ? address.port : where.port
  hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  return {
    addressOf: name => `http://127.0.0.1:${port}/${join(key, name)}/`,
    async [Symbol.asyncDispose]() {
      server.server.closeAllConnections()
      await server.close()
    },
  }
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
