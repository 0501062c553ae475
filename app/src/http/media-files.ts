import type { CaseState, Recording } from '@sightline/core/case'
import type { FastifyReply } from 'fastify'
import { openOriginal } from '../intake/originals.ts'
import type { ContentStore } from '../store/content-store.ts'

/** Sends stored content, with ranges. What is stored under a hash never changes, so it may be kept by the browser. */
export async function serveContent(
  reply: FastifyReply,
  content: ContentStore,
  sha256: string,
  type: string,
): Promise<FastifyReply> {
  reply.type(type).header('etag', `"${sha256}"`)
  const path = content.path(sha256)
  if (path === null) return await reply.send(await content.read(sha256))
  return await serveFile(reply, path, { maxAge: '1y', immutable: true })
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
  reply.type('application/octet-stream')
  return await serveFile(reply, `/proc/self/fd/${media.descriptor}`, { maxAge: 0, immutable: false })
}

async function serveFile(
  reply: FastifyReply,
  path: string,
  caching: { readonly maxAge: string | number; readonly immutable: boolean },
): Promise<FastifyReply> {
  const slash = path.lastIndexOf('/')
  return reply.sendFile(path.slice(slash + 1), path.slice(0, slash), {
    ...caching,
    cacheControl: true,
    etag: false,
    dotfiles: 'allow',
  })
}
