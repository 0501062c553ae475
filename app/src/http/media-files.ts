import type { CaseState, Recording } from '@sightline/core/case'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { openOriginal } from '../intake/originals.ts'
import type { ContentStore } from '../store/content-store.ts'

/**
 * Sends stored content, with ranges. Its address names what it is, not its hash, and a later result takes its place:
 * the browser may keep it and has to ask each time.
 */
export async function serveContent(
  request: FastifyRequest,
  reply: FastifyReply,
  content: ContentStore,
  { sha256, type }: { readonly sha256: string; readonly type: string },
): Promise<FastifyReply> {
  const tag = `"${sha256}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match'] === tag) return await reply.code(304).send()
  // The sender of files does not know this tag and would answer a browser's If-Range with the whole file.
  if (request.headers['if-range'] === tag) delete request.headers['if-range']
  reply.type(type)
  const path = content.path(sha256)
  if (path === null) return await reply.send(await content.read(sha256))
  return await serveFile(reply, path)
}

/**
 * Sends a recording's bytes as received, with ranges. The file is opened here, never through a link, and refused when
 * its size or time is no longer what was received. Throws 'intake.changing' or 'case.unknown'.
 */
export async function serveOriginal(
  reply: FastifyReply,
  folder: string,
  state: CaseState,
  recording: Recording,
): Promise<FastifyReply> {
  const media = await openOriginal(folder, state, recording)
  reply.raw.once('close', () => {
    Promise.resolve(media[Symbol.asyncDispose]()).catch((error: unknown) =>
      reply.log.error({ err: error }, 'closing an original failed'),
    )
  })
  reply.type('application/octet-stream').header('cache-control', 'private, no-cache')
  return await serveFile(reply, `/proc/self/fd/${media.descriptor}`)
}

async function serveFile(reply: FastifyReply, path: string): Promise<FastifyReply> {
  const slash = path.lastIndexOf('/')
  const options = { cacheControl: false, etag: false, lastModified: false, dotfiles: 'allow' } as const
  return reply.sendFile(path.slice(slash + 1), path.slice(0, slash), options)
}
