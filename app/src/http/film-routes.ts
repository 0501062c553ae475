import { SightlineError } from '@sightline/core/errors'
import type { FastifyInstance } from 'fastify'
import type { CaseKeeper } from '../case/keeper.ts'
import type { Workshop } from '../derive/workshop.ts'
import { serveContent } from './media-files.ts'

interface Parts {
  readonly keeper: CaseKeeper
  readonly workshop: Pick<Workshop, 'compare'>
}

/** What films and stand-ins of the case show of the recordings. */
export function addFilms(server: FastifyInstance, { keeper, workshop }: Parts): void {
  for (const [method, isWanted] of [
    ['POST', true],
    ['DELETE', false],
  ] as const)
    server.route({
      method,
      url: '/api/films/:id/comparison',
      handler: request => {
        const { id } = request.params as { readonly id: string }
        const recording = keeper.state().recordings.get(id)
        if (!recording?.film && !recording?.standIn)
          throw new SightlineError('case.unknown', 'no edited film or stand-in of the case has that hash')
        workshop.compare(recording.id, isWanted)
        return {}
      },
    })
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
