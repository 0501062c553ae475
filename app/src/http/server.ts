import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fastifyStatic from '@fastify/static'
import type { CommandAnswer, LoggedEntry, RoomInfo } from '@sightline/core/api'
import type { PersonId, Recording, RequiredRecipe } from '@sightline/core/case'
import { outputOf } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { Attention, CommandRequest, Viewing } from '@sightline/core/requests'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import * as z from 'zod/mini'
import type { AccessLog } from '../case/access-log.ts'
import type { CaseKeeper } from '../case/keeper.ts'
import type { Notes } from '../case/notes.ts'
import type { Workshop } from '../derive/workshop.ts'
import type { ReleaseDesk } from '../release/release-desk.ts'
import type { TakeAwayDesk } from '../take-away/desk.ts'
import { addAccounts } from './account-routes.ts'
import { failureOf } from './errors.ts'
import { addFilms } from './film-routes.ts'
import { guardRequest, newRoomKey, safeHeaders } from './guard.ts'
import { serveContent, serveOriginal } from './media-files.ts'
import { addNotes } from './note-routes.ts'
import { parse } from './parse.ts'
import { addReleases } from './release-routes.ts'
import { addSound } from './sound-routes.ts'
import { streamEvents } from './stream.ts'
import { addTakeAway } from './take-away-routes.ts'
import { addTranscripts, requireCited } from './transcript-routes.ts'

export interface RoomServerParts {
  readonly keeper: CaseKeeper
  readonly workshop: Workshop
  readonly access: AccessLog
  readonly desk: TakeAwayDesk
  readonly notes: Notes
  readonly releaseDesk: ReleaseDesk
  readonly folder: string
  readonly person: PersonId | null
  readonly required: readonly RequiredRecipe[]
  readonly tool: string
  /** Where the built room lies: index.html, room.js, parts/, room.css, fonts/. */
  readonly pageDir: string
  readonly log: Logger
}

export interface RoomServer extends AsyncDisposable {
  /** The address with the room's key in it. */
  readonly address: string
}

/** Media type of each named output that the room may ask for. */
const outputTypes: Readonly<Record<string, string>> = {
  frames: 'application/octet-stream',
  waveform: 'application/octet-stream',
  sound: 'application/json',
  listening: 'application/json',
  poster: 'image/jpeg',
  strip: 'image/jpeg',
  'strip-times': 'application/json',
}

/** Starts answering on `listen:port` (port 0 takes a free one). Throws 'usage.wrong' when the port is taken. */
export async function startRoomServer(
  parts: RoomServerParts,
  where: { readonly listen: string; readonly port: number },
): Promise<RoomServer> {
  const server = fastify({
    loggerInstance: parts.log.child({}, { level: 'warn' }),
    bodyLimit: 256 * 1024,
  }) as unknown as FastifyInstance
  server.removeContentTypeParser('text/plain')
  let hosts: ReadonlySet<string> = new Set()
  let key = newRoomKey(0)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(safeHeaders)
    guardRequest(request, reply, hosts, key)
  })
  server.setErrorHandler((error, _request, reply) => {
    const { status, answer } = failureOf(error)
    if (status >= 500) parts.log.error({ err: error }, 'request failed')
    reply
      .code(status)
      .headers({ ...safeHeaders, 'cache-control': 'no-store' })
      .send(answer)
  })
  server.setNotFoundHandler((_request, reply) => {
    reply
      .code(404)
      .type('application/json; charset=utf-8')
      .send({ error: { code: 'usage.wrong', message: 'there is nothing at this address' } })
  })
  // Media is sent by `reply.sendFile` with ranges; on its own, this answers no address.
  await server.register(fastifyStatic, { root: parts.keeper.dir, serve: false })
  await addPage(server, parts.pageDir)
  addCase(server, parts)
  addMedia(server, parts)
  addSound(server, parts)
  addAccounts(server, parts)
  addFilms(server, parts)
  addTranscripts(server, parts)
  addTakeAway(server, parts)
  addNotes(server, parts)
  addReleases(server, parts)
  await listen(server, where)
  const port = portOf(server)
  key = newRoomKey(port)
  hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  return {
    address: `http://127.0.0.1:${port}/?token=${key.token}`,
    async [Symbol.asyncDispose]() {
      server.server.closeAllConnections()
      await server.close()
    },
  }
}

async function listen(
  server: FastifyInstance,
  where: { readonly listen: string; readonly port: number },
): Promise<void> {
  try {
    await server.listen({ host: where.listen, port: where.port })
  } catch (cause) {
    await server.close()
    const message = `expected to answer on ${where.listen}:${where.port} and could not: ${String(cause instanceof Error ? cause.message : cause)}`
    throw new SightlineError('usage.wrong', message, { cause })
  }
}

function portOf(server: FastifyInstance): number {
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function addPage(server: FastifyInstance, pageDir: string): Promise<void> {
  const page = readFileSync(join(pageDir, 'index.html'))
  server.get('/', (_request, reply) => {
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)
  })
  await server.register(fastifyStatic, {
    root: pageDir,
    decorateReply: false,
    index: false,
    allowedPath: path => /^\/(room\.(js|css)|parts\/[\w-]+\.js|fonts\/[\w.-]+\.woff2)$/.test(path),
    cacheControl: true,
    maxAge: 0,
  })
}

function addCase(server: FastifyInstance, parts: RoomServerParts): void {
  const { keeper, workshop } = parts
  server.get('/api/room', (): RoomInfo => {
    const { tool, person, required } = parts
    return { v: 1, tool, person, canCommand: person !== null, required: [...required] }
  })
  server.get('/api/entries', async (request, reply) => {
    reply.header('cache-control', 'no-store').type('application/x-ndjson; charset=utf-8')
    return reply.send(Readable.from(linesOf(keeper.entriesFrom(fromOf(request.query)))))
  })
  server.get('/api/stream', async (request, reply) => {
    // A browser that comes back after a break tells the last entry it got.
    const last = Number(request.headers['last-event-id'] ?? 0)
    await streamEvents(reply, {
      entries: keeper.entriesFrom(Math.max(fromOf(request.query), Number.isSafeInteger(last) ? last + 1 : 1)),
      onEntries: keeper.onEntries,
      work: workshop.work(),
      onWork: workshop.onWork,
    })
  })
  server.post('/api/commands', async (request): Promise<CommandAnswer> => {
    const { command } = parse(CommandRequest, request.body)
    if (parts.person === null) {
      throw new SightlineError(
        'usage.wrong',
        'nobody is named in this room: open it with --as NAME to work in it',
      )
    }
    await requireCited(keeper, command)
    const seq = await keeper.command(command, { kind: 'person', person: parts.person })
    workshop.wake()
    return { seq }
  })
  server.post('/api/attention', async request => {
    workshop.attend(parse(Attention, request.body).recordings)
    return {}
  })
  server.post('/api/viewings', async request => {
    await parts.access.enter(parse(Viewing, request.body), parts.person)
    return {}
  })
  server.get('/api/archives/:listing', async (request, reply) => {
    const { listing } = request.params as { readonly listing: string }
    const isKnown = [...keeper.state().files.values()].some(file => file.found.listing === listing)
    if (!isKnown) throw new SightlineError('case.unknown', 'no archive in this case has that list')
    return await serveContent(request, reply, keeper.content, { sha256: listing, type: 'application/json' })
  })
  server.get('/api/sync', async (request, reply) => {
    const run = keeper.state().sync
    if (!run) throw new SightlineError('case.unknown', 'no recording has been placed by sound yet')
    return serveContent(request, reply, keeper.content, { sha256: run.result, type: 'application/json' })
  })
}

function addMedia(server: FastifyInstance, parts: RoomServerParts): void {
  const { keeper } = parts
  const recordingOf = (params: unknown): Recording => {
    const { id } = params as { readonly id: string }
    const recording = keeper.state().recordings.get(id)
    if (!recording) throw new SightlineError('case.unknown', 'there is no such recording in this case')
    return recording
  }
  const sendOutput = async (request: FastifyRequest, reply: FastifyReply, name: string, type: string) => {
    const recording = recordingOf(request.params)
    const output = outputOf(recording, name)
    if (!output) throw new SightlineError('case.unknown', `${recording.firstName} has no ${name} yet`)
    return await serveContent(request, reply, keeper.content, { sha256: output.sha256, type })
  }
  server.get('/api/recordings/:id/proxy', (request, reply) =>
    sendOutput(request, reply, 'proxy', 'video/mp4'),
  )
  server.get('/api/recordings/:id/original', (request, reply) =>
    serveOriginal(reply, parts.folder, keeper.state(), recordingOf(request.params)),
  )
  server.get('/api/recordings/:id/outputs/:name', (request, reply) => {
    const { name } = request.params as { readonly name: string }
    const type = Object.hasOwn(outputTypes, name) ? outputTypes[name] : undefined
    if (!type) throw new SightlineError('case.unknown', 'there is no output of that name')
    return sendOutput(request, reply, name, type)
  })
}

async function* linesOf(entries: AsyncIterable<LoggedEntry>): AsyncGenerator<string> {
  let page = ''
  for await (const entry of entries) {
    page += `${JSON.stringify(entry)}\n`
    if (page.length < 65_536) continue
    yield page
    page = ''
  }
  if (page) yield page
}

const From = z.object({ from: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) })

function fromOf(query: unknown): number {
  return Math.max(1, Number(parse(From, query).from ?? 1))
}
