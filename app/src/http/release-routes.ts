import type { PersonId, StoredOutput } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { Composition } from '@sightline/core/release'
import {
  PreviewAsked,
  type PreviewState,
  PublishAsked,
  type ReleaseCheck,
  type ReleaseDeskInfo,
} from '@sightline/core/release-desk'
import type { FastifyInstance } from 'fastify'
import type { ReleaseDesk } from '../release/release-desk.ts'
import { parse } from './parse.ts'

interface Parts {
  readonly releaseDesk: ReleaseDesk
  readonly person: PersonId | null
}

/** A composition of 200 recordings and as many accounts with long words is about 400 kB. */
const mostCompositionBytes = 2 ** 20

/** What a person composes of a release, how it would look, and its publication: for whoever is named in this room. */
export function addReleases(server: FastifyInstance, { releaseDesk: desk, person }: Parts): void {
  const agent = () => {
    if (person !== null) return { kind: 'person', person } as const
    throw new SightlineError(
      'usage.wrong',
      'nobody is named in this room: open it with --as NAME to compose a release',
    )
  }
  const large = { bodyLimit: mostCompositionBytes }
  server.get('/api/release', (): ReleaseDeskInfo => desk.info())
  server.post('/api/release/compositions', large, async (request): Promise<StoredOutput> => {
    agent()
    return await desk.keep(parse(Composition, request.body))
  })
  server.get('/api/release/compositions/:sha256', async (request): Promise<Composition> => {
    return await desk.composition((request.params as { readonly sha256: string }).sha256)
  })
  server.post('/api/release/check', large, async (request): Promise<ReleaseCheck> => {
    return await desk.check(parse(Composition, request.body))
  })
  server.get('/api/release/preview', (): PreviewState => desk.state())
  server.post('/api/release/preview', (request): PreviewState => {
    return desk.begin(parse(PreviewAsked, request.body).composition, agent())
  })
  server.delete('/api/release/preview', async (): Promise<PreviewState> => {
    agent()
    await desk.giveUp()
    return desk.state()
  })
  server.post('/api/release/publish', (request): PreviewState => {
    const { sealed, name } = parse(PublishAsked, request.body)
    return desk.publish(sealed, name, agent())
  })
}
