import { mostSamples } from '@sightline/core/api'
import { outputOf, type Recording, type RecordingId } from '@sightline/core/case'
import { SightlineError } from '@sightline/core/errors'
import { type Fft, featuresHeaderBytes, featuresOrigin } from '@sightline/core/sound'
import { type PairLook, pairLook, type SampleSource } from '@sightline/core/sync'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { CaseKeeper } from '../case/keeper.ts'
import { openSamples } from '../derive/stored-samples.ts'
import { loadFft } from '../sound/fft.ts'
import { serveContent } from './media-files.ts'
import { parse } from './parse.ts'

interface Parts {
  readonly keeper: CaseKeeper
}

const whole = z.string().check(z.regex(/^\d{1,12}$/, 'expected a whole number of at most 12 digits'))
const Stretch = z.strictObject({ from: whole, count: whole })

const decimal = z
  .string()
  .check(z.regex(/^-?\d{1,7}(\.\d{1,9})?$/, 'expected a decimal number such as -12.5, below ten million'))
const Along = z.strictObject({
  lag: decimal,
  ppm: decimal,
  from: z.optional(decimal),
  to: z.optional(decimal),
})
/** No two recorders' clocks differ by more; beyond it a line means nothing. */
const steepestPpm = 2000

/** What the clock's page looks at: samples of sound, what each pair said, and a close look at one pair. Nothing is changed. */
export function addSound(server: FastifyInstance, { keeper }: Parts): void {
  // Loaded when somebody looks, and once.
  let fft: Promise<Fft> | null = null
  server.get('/api/sync/pairs', (request, reply) => {
    const run = keeper.state().sync
    if (!run) throw new SightlineError('case.unknown', 'no recording has been placed by sound yet')
    return serveContent(request, reply, keeper.content, { sha256: run.pairs, type: 'application/json' })
  })
  server.get('/api/recordings/:id/samples', (request, reply) => sendSamples(keeper, request, reply))
  server.get('/api/pairs/:a/:b/look', async (request, reply): Promise<PairLook> => {
    const { a, b } = request.params as { readonly a: string; readonly b: string }
    const { lag, ppm, from, to } = parse(Along, request.query)
    const seconds = (text: string | undefined) => (text === undefined ? undefined : Number(text))
    const at = { lagSeconds: Number(lag), slopePpm: Number(ppm), from: seconds(from), to: seconds(to) }
    if (Math.abs(at.slopePpm) > steepestPpm)
      throw new SightlineError(
        'usage.wrong',
        `expected two clocks to differ by at most ${steepestPpm} ppm, found ${ppm}`,
      )
    if (a === b) throw new SightlineError('usage.wrong', 'expected two recordings, found one twice')
    using open = new DisposableStack()
    const sounds: SampleSource[] = []
    for (const id of [a, b]) sounds.push(open.use(await openSound(keeper, recordingOf(keeper, id))))
    fft ??= loadFft()
    const transforms = await fft
    reply.header('cache-control', 'no-store')
    return pairLook(transforms, sounds[0] as SampleSource, sounds[1] as SampleSource, at)
  })
}

async function sendSamples(
  keeper: CaseKeeper,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id } = request.params as { readonly id: string }
  const stored = soundOf(recordingOf(keeper, id))
  const asked = parse(Stretch, request.query)
  const [from, count] = [Number(asked.from), Number(asked.count)]
  if (count < 1 || count > mostSamples)
    throw new SightlineError('usage.wrong', `expected 1 to ${mostSamples} samples at once, found ${count}`)
  const held = Math.floor(stored.samples.bytes / 2)
  if (from >= held)
    throw new SightlineError('usage.wrong', `expected one of ${held} samples to begin at, found ${from}`)
  const range = { from: 2 * from, to: 2 * Math.min(held, from + count) }
  reply
    .type('application/octet-stream')
    .header('cache-control', 'private, no-cache')
    .header('content-length', range.to - range.from)
  return await reply.send(await keeper.content.read(stored.samples.sha256, range))
}

function recordingOf(keeper: CaseKeeper, id: RecordingId): Recording {
  const recording = keeper.state().recordings.get(id)
  if (!recording) throw new SightlineError('case.unknown', 'there is no such recording in this case')
  return recording
}

function soundOf(recording: Recording) {
  const [features, samples] = [outputOf(recording, 'features'), outputOf(recording, 'samples')]
  if (!features || !samples)
    throw new SightlineError('case.unknown', `${recording.firstName} has no sound that was read`)
  return { features, samples }
}

async function openSound(keeper: CaseKeeper, recording: Recording): Promise<SampleSource & Disposable> {
  const { features, samples } = soundOf(recording)
  const path = keeper.content.path(samples.sha256)
  if (path === null)
    throw new SightlineError(
      'store.failed',
      `the sound of ${recording.firstName} lies on no disk of this room`,
    )
  const header: Uint8Array[] = []
  const stored = await keeper.content.read(features.sha256, { from: 0, to: featuresHeaderBytes })
  for await (const chunk of stored) header.push(chunk as Uint8Array)
  return openSamples(path, featuresOrigin(Buffer.concat(header)))
}
