import { SightlineError } from '@sightline/core/errors'
import type { FastifyInstance } from 'fastify'
import type { CaseKeeper } from '../case/keeper.ts'
import { serveContent } from './media-files.ts'

/** What films and stand-ins of the case show of the recordings. */
export function addFilms(server: FastifyInstance, { keeper }: { readonly keeper: CaseKeeper }): void {
  server.get('/api/films/:id/edits', async (request, reply) => {
    const { id } = request.params as { readonly id: string }
    const run = keeper.state().editLists.get(id)
    if (run?.kind !== 'made')
      throw new SightlineError('case.unknown', 'this film has not been held against recordings yet')
    return await serveContent(request, reply, keeper.content, {
      sha256: run.result,
      type: 'application/json',
    })
  })
}
