import { Readable } from 'node:stream'
import { heardRate, mostTranscriptBytes, type TranscriptRead } from '@sightline/core/api'
import type { Command, Recording } from '@sightline/core/case'
import { walledRecordings } from '@sightline/core/case/cards'
import { SightlineError } from '@sightline/core/errors'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import type { CaseKeeper } from '../case/keeper.ts'
import { openOriginal } from '../intake/originals.ts'
import { soundTrackOf } from '../sound/decode.ts'
import { decodeStretch, mostHeardSamples } from '../sound/decode-stretch.ts'
import { readBrought } from '../transcripts/bring.ts'
import { serveContent } from './media-files.ts'
import { parse } from './parse.ts'

interface Parts {
  readonly keeper: CaseKeeper
  readonly folder: string
}

const Bringing = z.strictObject({
  recording: z.string(),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
})
const whole = z.string().check(z.regex(/^-?\d{1,13}$/, 'expected a whole number of at most 13 digits'))
const Stretch = z.strictObject({ first: whole, count: whole })

/** Decoders at work for this room at once; a person who drags a finger over many lines waits their turn. */
const mostDecoding = 3

/** Transcripts on their way in, their lines, and the sound that they were made out from. */
export function addTranscripts(server: FastifyInstance, { keeper, folder }: Parts): void {
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: mostTranscriptBytes },
    (_request, body, done) => done(null, body),
  )
  server.post(
    '/api/transcripts/read',
    { bodyLimit: mostTranscriptBytes },
    async (request): Promise<TranscriptRead> => {
      const { recording, name } = parse(Bringing, request.query)
      if (!Buffer.isBuffer(request.body))
        throw new SightlineError('usage.wrong', 'expected the bytes of a file as application/octet-stream')
      return await readBrought(keeper.state(), keeper.content, { recording, name, bytes: request.body })
    },
  )
  server.get('/api/transcripts/:result', async (request, reply) => {
    const { result } = request.params as { readonly result: string }
    const isCited = [...keeper.state().transcripts.values()].some(each => each.result === result)
    if (!isCited) throw new SightlineError('case.unknown', 'no transcript of this case has these lines')
    return await serveContent(request, reply, keeper.content, { sha256: result, type: 'application/json' })
  })
  const turns = takingTurns(mostDecoding)
  server.get('/api/recordings/:id/sound', async (request, reply) => {
    const recording = heardRecording(keeper, (request.params as { readonly id: string }).id)
    const asked = parse(Stretch, request.query)
    const [first, count] = [Number(asked.first), Number(asked.count)]
    if (count < 1 || count > mostHeardSamples)
      throw new SightlineError(
        'usage.wrong',
        `expected 1 to ${mostHeardSamples} samples at once, found ${count}`,
      )
    const track = recording.probe.kind === 'probed' ? soundTrackOf(recording.probe.facts) : null
    if (!track) throw new SightlineError('case.unknown', `${recording.firstName} has no sound`)
    const gone = new AbortController()
    request.raw.once('close', () => gone.abort())
    const samples = await turns(async () => {
      await using media = await openOriginal(folder, keeper.state(), recording)
      return await decodeStretch(media, track, { first, count }, gone.signal)
    })
    reply
      .type('application/octet-stream')
      .header('cache-control', 'private, max-age=600')
      .header('x-rate', String(heardRate))
    return await reply.send(Readable.from([Buffer.from(samples.buffer)]))
  })
}

function heardRecording(keeper: CaseKeeper, id: string): Recording {
  const recording = keeper.state().recordings.get(id)
  if (!recording || walledRecordings(keeper.state()).has(id))
    throw new SightlineError('case.unknown', 'there is no such recording in this case')
  return recording
}

/** Lets so many run at once, the others in the order in which they came. */
function takingTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async work => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }
}

/** Throws 'case.unknown' where a command cites lines that are not held: what is entered must be there to be looked at. */
export async function requireCited(keeper: CaseKeeper, command: Command): Promise<void> {
  if (command.do !== 'bring-transcript' && command.do !== 'remake-transcript') return
  const { result, origin } = command
  for (const sha256 of origin.kind === 'file' ? [result, origin.file] : [result])
    if ((await keeper.content.head(sha256)) === null)
      throw new SightlineError(
        'case.unknown',
        'the lines of this transcript are not held; bring its file again',
      )
}
