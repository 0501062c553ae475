import type { TakeAwayBegun, TakeAwayState } from '@sightline/core/api'
import type { PersonId } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { TakeAway } from '@sightline/core/requests'
import type { FastifyInstance } from 'fastify'
import type { CaseKeeper } from '../case/keeper.ts'
import type { TakeAwayDesk } from '../take-away/desk.ts'
import { serveContent } from './media-files.ts'
import { parse } from './parse.ts'

interface Parts {
  readonly keeper: CaseKeeper
  readonly desk: TakeAwayDesk
  readonly person: PersonId | null
}

const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  mp4: 'video/mp4',
  json: 'application/json',
  jsonld: 'application/ld+json',
  csv: 'text/csv; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
}

/** Asking for files to take away, how far they are, and the files themselves: only those that an entry names. */
export function addTakeAway(server: FastifyInstance, { keeper, desk, person }: Parts): void {
  server.post('/api/take-away', (request): TakeAwayBegun => {
    const asked = parse(TakeAway, request.body)
    if (person === null)
      throw new SightlineError(
        'usage.wrong',
        'nobody is named in this room: open it with --as NAME to take something away',
      )
    return { id: desk.begin(asked, person) }
  })
  server.get('/api/take-away/:id', (request): TakeAwayState => desk.state(idOf(request.params)))
  server.delete('/api/take-away/:id', request => {
    desk.giveUp(idOf(request.params))
    return {}
  })
  server.get('/api/taken/:id', async (request, reply) => {
    const id = idOf(request.params)
    const files = [...keeper.state().takenAway.values()].flatMap(each => each.files)
    const file = files.find(each => each.sha256 === id)
    if (!file) throw new SightlineError('case.unknown', 'nothing with that hash was taken away')
    const type = types[file.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    // Names are made by the desk and are plain letters.
    reply.header('content-disposition', `attachment; filename="${file.name}"`)
    return await serveContent(request, reply, keeper.content, { sha256: file.sha256, type })
  })
}

function idOf(params: unknown): string {
  return (params as { readonly id: string }).id
}
